// Drives search.html: the field, the filters, the results, and the address that holds all of them.
(() => {
  "use strict";

  const { Engine, ShardError, key } = window.PressroomSearch;
  const { KINDS, wordings, element, button, over } = window.PressroomFacets;
  const STEP = 10;
  const RECENT = 8, LONGEST_RECENT = 200;
  // Milliseconds without a key press until a search begins, and until its result is said.
  const REST = 80, PAUSE = 400;
  const words = document.getElementById("search-words");
  const { wording, counted, ideas } = wordings(words);

  const form = document.getElementById("search-form");
  const field = document.getElementById("q");
  const chips = document.getElementById("search-chips");
  const status = document.getElementById("search-status");
  const help = document.getElementById("search-help");
  const recent = document.getElementById("search-recent");
  const panel = document.getElementById("search-filters");
  const facets = document.getElementById("search-facets");
  const results = document.getElementById("results");
  const root = document.body.dataset.root || "";
  const title = document.title;
  const engine = new Engine(root + "search/");

  const { badge, label, choices, showChips, showGroups, countedKinds } = over({
    wording, words, facets, chips, key, filters: () => state.filters, home: () => field,
    change: (filters) => change({ q: field.value, filters }, true), clear, count, problem,
  });

  let state, committed;
  let limit = STEP;
  let asked = 0;
  let typing = 0, saying = 0;

  // The address and the history

  /** What the address asks for: { q, filters: { kind: [value] } }. */
  function readAddress() {
    const parameters = new URLSearchParams(location.search);
    const filters = {};
    for (const kind of KINDS) {
      const values = [...new Set(parameters.getAll(kind).filter(Boolean))];
      if (values.length) filters[kind] = values;
    }
    return { q: parameters.get("q") || "", filters };
  }

  function addressOf({ q, filters }) {
    const parameters = new URLSearchParams();
    if (q) parameters.set("q", q);
    for (const kind of KINDS) (filters[kind] || []).forEach((value) => parameters.append(kind, value));
    const query = parameters.toString();
    return location.pathname + (query && "?" + query);
  }

  const here = () => location.pathname + location.search;

  /**
   * Makes a state the page's own. One that was only typed takes the place of the last entry in the history. The others
   * are entries of their own, and what was typed before them becomes one, so that nothing is lost on the way back.
   */
  function enter(next, push) {
    const steps = push ? [addressOf({ q: next.q, filters: state.filters }), addressOf(next)] : [];
    state = next;
    document.title = [next.q.trim(), ...choices().map(({ kind, value }) => label(kind, value)), title]
      .filter(Boolean).join(" · ");
    showChips();
    try {
      if (!push) {
        if (here() !== addressOf(next)) history.replaceState(null, "", addressOf(next));
        return;
      }
      if (here() !== committed) history.replaceState(null, "", committed);
      for (const step of steps) {
        if (here() !== step) history.pushState(null, "", step);
      }
      committed = here();
    } catch {
      // Safari allows a hundred changes in half a minute. The search needs none.
    }
  }

  // Elements

  /** A link to a search, which this page does itself unless another window is asked for. */
  function searchLink(text, q, filters) {
    const made = element("a", { href: addressOf({ q, filters }) }, element("bdi", {}, text));
    made.addEventListener("click", (event) => {
      if (event.ctrlKey || event.metaKey || event.shiftKey || event.altKey) return;
      event.preventDefault();
      field.value = q;
      field.focus();
      change({ q, filters }, true);
    });
    return made;
  }

  function marked({ text, marks }) {
    const parts = [];
    let at = 0;
    for (const [start, end] of marks) {
      parts.push(text.slice(at, start), element("mark", {}, text.slice(start, end)));
      at = end;
    }
    return [...parts, text.slice(at)];
  }

  function item(hit) {
    const [page, fragment] = hit.url.split(/#(.*)/s);
    const href = root + page.split("/").map(encodeURIComponent).join("/") + (fragment ? "#" + fragment : "");
    // A title of more than a line or two is shown whole rather than marked.
    const name = hit.shown.text === hit.title ? marked(hit.shown) : [hit.title];
    const head = element("h2", { class: "hit-title" }, element("a", { href }, element("bdi", {}, ...name)));
    const facts = element("p", { class: "hit-facts" }, element("span", { class: "id" }, hit.id));
    if (hit.status) facts.append(" ", badge("status", hit.status));
    if (hit.outcome) facts.append(" ", badge("outcome", hit.outcome));
    const made = element("li", { "data-id": hit.id, "data-score": hit.score }, head, facts);
    if (hit.sectionTitle) made.append(element("p", { class: "hit-section" }, hit.sectionTitle));
    if (hit.snippet.text) made.append(element("p", { class: "hit-snippet" }, ...marked(hit.snippet)));
    return made;
  }

  // Showing

  /** Puts a sentence into the status line, which is read aloud: after a pause when somebody is typing. */
  function say(pause, ...parts) {
    clearTimeout(saying);
    const put = () => status.replaceChildren(...parts);
    if (pause) saying = setTimeout(put, pause);
    else put();
  }

  function show(result, pause) {
    results.replaceChildren(...result.hits.map(item));
    results.dataset.total = result.total;
    results.setAttribute("aria-busy", "false");
    showFacets(result);
    showChips();
    showMore(result);
    showRecent();
    say(pause, ...sentence(result));
    if (result.wordless || result.total || !result.documents) help.hidden = true;
    else advise();
  }

  function sentence({ wordless, documents, total, relaxed, corrections }) {
    if (wordless) return [state.q.trim() ? wording("search-page.wordless")
      : documents ? wording("search-page.invite", ideas(documents)) : wording("search-page.empty")];
    if (!total) {
      const names = choices().map(({ kind, value }) => label(kind, value)).join(", ");
      return [names ? wording("search-page.filtered", ideas(documents), names) : wording("search-page.none", ideas(documents))];
    }
    const count = relaxed ? counted("search-page.relaxed", total, ideas(total)) : wording("search-page.found", ideas(total));
    if (!corrections?.length) return [count];
    const typed = corrections.reduce((query, { from }) => query.replace(from, () => `"${from}"`), state.q);
    return [...corrections.map(({ from, to }) => wording("search-page.corrected", from, to) + " "), count, " ",
      searchLink(wording("search-page.exactly", corrections.map(({ from }) => from).join(" ")), typed, state.filters)];
  }

  /** What to do when nothing was found. */
  async function advise() {
    const mine = asked, { q } = state, advice = [];
    if (choices().length) {
      const free = await engine.search(q, { limit: 0, kinds: [] }).catch(() => null);
      if (mine !== asked) return;
      advice.push(free && !free.wordless && !free.total ? wording("search-page.neither")
        : button(free?.total ? wording("search-page.unfiltered", ideas(free.total)) : wording("search-page.unfiltered.unknown"), clear));
    }
    const tried = document.getElementById("search-tried");
    if (tried) tried.href = root + "tried.html?" + new URLSearchParams({ q });
    if (q.trim()) advice.push(/\S\s+\S/.test(q) ? wording("search-page.fewer") : wording("search-page.other"));
    help.querySelector("ul").replaceChildren(...advice.map((piece) => element("li", {}, piece)));
    help.hidden = false;
  }

  function showMore(result) {
    document.getElementById("search-more")?.remove();
    if (result.total <= result.hits.length) return;
    const more = button(wording("search-page.more"), async () => {
      const before = result.hits.length;
      limit += STEP;
      // Who comes back from a hit finds as many as were here.
      history.replaceState({ limit }, "");
      await run();
      results.children[before]?.querySelector("a").focus();
    });
    more.id = "search-more";
    results.after(more);
  }

  // Filters

  function clear() {
    field.focus();
    return change({ q: field.value, filters: {} }, true);
  }

  /** The values of one kind, for a group that was opened; null when another search has overtaken this one. */
  async function count(kind) {
    const mine = asked, { q, filters } = state;
    try {
      const { facets: counts } = await engine.search(q, { filters, limit: 0, kinds: [kind] });
      return mine === asked ? counts[kind] || [] : null;
    } catch (failure) {
      if (mine === asked) throw failure;
      return null;
    }
  }

  /** Shows the values that narrow, and those chosen. */
  function showFacets(result) {
    const idle = result.wordless || !result.total && !choices().length;
    if (idle && panel.contains(document.activeElement)) field.focus();
    panel.hidden = idle;
    showGroups(result.facets);
  }

  // Recent searches, known to this browser only. Archives of one host keep theirs apart.

  const STORE = "recent " + location.pathname;

  function readRecent() {
    try {
      const list = JSON.parse(localStorage.getItem(STORE));
      return Array.isArray(list) ? list.filter((query) => typeof query === "string").slice(0, RECENT) : [];
    } catch {
      return []; // private browsing, file://
    }
  }

  /** Keeps a query that somebody meant: who pressed Enter, or opened a hit. */
  function keepRecent() {
    const query = state.q.trim();
    if (!query || query.length > LONGEST_RECENT) return;
    const list = [query, ...readRecent().filter((other) => other !== query)].slice(0, RECENT);
    try { localStorage.setItem(STORE, JSON.stringify(list)); } catch { /* then nothing is kept */ }
  }

  function showRecent() {
    const list = state.q.trim() || choices().length ? [] : readRecent();
    recent.querySelector("ul").replaceChildren(...list.map((query) => element("li", {}, searchLink(query, query, {}))));
    recent.hidden = !list.length;
  }

  recent.querySelector("button").addEventListener("click", () => {
    try { localStorage.removeItem(STORE); } catch { /* nothing is kept */ }
    field.focus();
    showRecent();
    say(0, wording("search-page.forgotten"));
  });

  // Searching

  function problem(failure) {
    const name = failure instanceof ShardError ? failure.problem : "other";
    if (name === "other") console.error(failure);
    return wording("search-page.problem." + name);
  }

  function fail(failure) {
    results.replaceChildren();
    results.dataset.total = 0;
    results.setAttribute("aria-busy", "false");
    document.getElementById("search-more")?.remove();
    help.hidden = recent.hidden = true;
    say(0, problem(failure), " ", button(wording("facets.retry"), () => {
      field.focus();
      run();
    }));
  }

  /** Answers what the page asks for; an answer that was overtaken by another question is dropped. */
  async function run(pause) {
    const mine = ++asked, { q, filters } = state;
    results.setAttribute("aria-busy", "true");
    const slow = setTimeout(() => mine === asked && say(0, wording("search-page.searching")), PAUSE);
    try {
      const kinds = countedKinds();
      const result = await engine.search(q, { filters, limit, kinds });
      if (mine === asked) show(result, pause);
    } catch (failure) {
      if (mine === asked) fail(failure);
    } finally {
      clearTimeout(slow);
    }
  }

  function change(next, push, pause) {
    clearTimeout(typing);
    limit = STEP;
    enter(next, push);
    return run(pause);
  }

  field.addEventListener("input", () => {
    asked++;
    results.setAttribute("aria-busy", "true");
    clearTimeout(saying);
    clearTimeout(typing);
    typing = setTimeout(() => change({ ...state, q: field.value }, false, PAUSE), REST);
  });
  field.addEventListener("focus", () => engine.open().catch(() => {}), { once: true });
  form.addEventListener("submit", (event) => {
    event.preventDefault();
    change({ ...state, q: field.value }, true);
    keepRecent();
  });
  for (const opening of ["click", "auxclick"]) {
    results.addEventListener(opening, (event) => event.target.closest("a") && event.button < 2 && keepRecent());
  }
  addEventListener("popstate", () => begin());

  // Arrow keys lead from the field through the hits and back, Home and End to the first and the last. Escape leads back
  // to the field, and clears it there.
  document.addEventListener("keydown", (event) => {
    if (event.altKey || event.ctrlKey || event.metaKey || event.shiftKey || event.isComposing) return;
    const hits = [...results.querySelectorAll(".hit-title a")], more = document.getElementById("search-more");
    const stops = [field, ...hits, ...more ? [more] : []], at = stops.indexOf(document.activeElement);
    if (at < 0) return;
    let next;
    if (event.key === "ArrowDown") next = stops[at + 1];
    else if (event.key === "ArrowUp") next = stops[at - 1];
    else if (event.key === "Home" && at) next = hits[0];
    else if (event.key === "End" && at) next = hits.at(-1);
    else if (event.key === "Escape" && (at || field.value)) next = field;
    if (!next) return;
    event.preventDefault();
    next.focus();
    if (event.key === "Escape" && !at) {
      field.value = "";
      change({ ...state, q: "" }, false);
    }
  });

  /** Takes up what the address says. */
  function begin() {
    clearTimeout(typing);
    state = readAddress();
    limit = history.state?.limit || STEP;
    field.value = state.q;
    enter(state, false);
    committed = here();
    run();
  }

  const kept = field.value;
  begin();
  // What a browser has kept in the field, or somebody has typed before this script came.
  if (!state.q && kept) {
    field.value = kept;
    change({ ...state, q: kept }, false);
  }
})();
