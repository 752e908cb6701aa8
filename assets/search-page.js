// Drives search.html: the field, the facets, the results, and the address that holds all of them.
(() => {
  "use strict";

  const { Engine, ShardError, key } = window.PressroomSearch;
  const STEP = 10;
  const KINDS = ["status", "outcome"];
  const ideas = (count) => count === 1 ? "1 idea" : count.toLocaleString("en") + " ideas";
  const TEXTS = {
    kinds: { status: "Status", outcome: "Outcome" },
    invite: (documents) => documents ? "Search " + ideas(documents) + "." : "There are no ideas yet.",
    searching: "Searching…",
    found: (total) => ideas(total) + ".",
    relaxed: (total) => `No idea has all of these words; ${ideas(total)} ${total === 1 ? "has" : "have"} some of them.`,
    none: (documents) => "No match in " + ideas(documents) + ".",
    filtered: (filters, documents) => "No match in " + ideas(documents) + " with " + filters + ".",
    wordless: "Too common to look for. Add another word.",
    more: "Show more",
    clear: "Clear filters",
    retry: "Try again",
    problems: {
      missing: "The search is incomplete: a file could not be loaded.",
      damaged: "The search is incomplete: a file is damaged.",
      version: "The search was built for another version of this page. Reload the page.",
      browser: "This browser is too old for the search. The lists of ideas work without it.",
      other: "The search failed.",
    },
  };

  const form = document.getElementById("search-form");
  const field = document.getElementById("q");
  const status = document.getElementById("search-status");
  const facets = document.getElementById("search-facets");
  const results = document.getElementById("results");
  const root = document.body.dataset.root || "";
  const engine = new Engine(root + "search/");

  let limit = STEP;
  let asked = 0;
  let timer = 0;

  // The address

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

  function writeAddress({ q, filters }, push) {
    const parameters = new URLSearchParams();
    if (q) parameters.set("q", q);
    for (const [kind, values] of Object.entries(filters)) values.forEach((value) => parameters.append(kind, value));
    const query = parameters.toString();
    const address = location.pathname + (query && "?" + query);
    if (address === location.pathname + location.search) return;
    if (push) history.pushState(null, "", address);
    else history.replaceState(null, "", address);
  }

  // Elements

  function element(name, attributes, ...children) {
    const made = document.createElement(name);
    for (const [attribute, value] of Object.entries(attributes)) made.setAttribute(attribute, value);
    made.append(...children);
    return made;
  }

  function button(text, action) {
    const made = element("button", { type: "button" }, text);
    made.addEventListener("click", action);
    return made;
  }

  // How the archive shows its words, by kind and word: { label, tone }.
  const shown = new Map([...document.querySelectorAll("#search-words [data-word]")].map(
    (word) => [word.dataset.kind + " " + word.dataset.word, { label: word.textContent, tone: word.dataset.tone }]));

  function label(kind, value) {
    const words = value.replace(/-/g, " ");
    return shown.get(kind + " " + value)?.label ?? words.charAt(0).toUpperCase() + words.slice(1);
  }

  function badge(kind, value) {
    const shape = kind === "status" ? "pill" : "square";
    const tone = shown.get(kind + " " + value)?.tone ?? "other";
    return element("span", { class: `badge kind-${kind} tone-${tone} ${shape} ${kind}-${value}` }, label(kind, value));
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
    const head = element("h2", { class: "hit-title" }, element("a", { href }, element("bdi", {}, hit.title)));
    const facts = element("p", { class: "hit-facts" }, element("span", { class: "id" }, hit.id));
    if (hit.status) facts.append(" ", badge("status", hit.status));
    if (hit.outcome) facts.append(" ", badge("outcome", hit.outcome));
    const made = element("li", { "data-id": hit.id, "data-score": hit.score }, head, facts);
    if (hit.sectionTitle) made.append(element("p", { class: "hit-section" }, hit.sectionTitle));
    if (hit.snippet.text) made.append(element("p", { class: "hit-snippet" }, ...marked(hit.snippet)));
    return made;
  }

  // Showing

  function show(result, state) {
    const filtered = Object.keys(state.filters).length > 0;
    results.replaceChildren(...result.hits.map(item));
    results.dataset.total = result.total;
    results.setAttribute("aria-busy", "false");
    showFacets(result, state.filters);
    if (result.wordless) {
      status.replaceChildren(state.q.trim() ? TEXTS.wordless : TEXTS.invite(result.documents));
    } else if (!result.total) {
      const names = KINDS.flatMap((kind) => (state.filters[kind] || []).map((value) => label(kind, value))).join(", ");
      status.replaceChildren(filtered ? TEXTS.filtered(names, result.documents) : TEXTS.none(result.documents));
    } else {
      status.replaceChildren(result.relaxed ? TEXTS.relaxed(result.total) : TEXTS.found(result.total));
    }
    showMore(result);
  }

  function showMore(result) {
    const old = document.getElementById("search-more");
    if (old) old.remove();
    if (result.total <= result.hits.length) return;
    const more = button(TEXTS.more, async () => {
      const shown = result.hits.length;
      limit += STEP;
      await run();
      const next = results.children[shown];
      if (next) next.querySelector("a").focus();
    });
    more.id = "search-more";
    results.after(more);
  }

  /** Shows each value that narrows, and those chosen. What has the focus keeps it. */
  function showFacets(result, filters) {
    const focused = document.activeElement && facets.contains(document.activeElement) ? document.activeElement.id : "";
    const groups = KINDS.map((kind) => {
      const known = result.facets[kind] || [];
      const chosen = new Map((filters[kind] || []).map((value) => [key(value), value]));
      const options = known.filter(({ value, count }) => count || chosen.has(key(value)));
      for (const [name, value] of chosen) {
        if (!known.some((option) => key(option.value) === name)) options.push({ value, count: 0 });
      }
      if (!options.length) return "";
      return element("fieldset", {}, element("legend", {}, TEXTS.kinds[kind]), ...options.map(({ value, count }) => {
        const box = element("input", { type: "checkbox", name: kind, value, id: "facet-" + kind + "-" + value });
        box.checked = chosen.has(key(value));
        box.addEventListener("change", choose);
        return element("label", { for: box.id }, box, " ", label(kind, value), " ",
          element("span", { class: "number" }, String(count)));
      }));
    });
    if (Object.keys(filters).length) {
      groups.push(button(TEXTS.clear, () => change({ ...readAddress(), filters: {} }, true)));
    }
    facets.replaceChildren(...groups);
    if (focused && document.getElementById(focused)) document.getElementById(focused).focus();
  }

  function choose() {
    const filters = {};
    for (const box of facets.querySelectorAll("input:checked")) {
      (filters[box.name] = filters[box.name] || []).push(box.value);
    }
    change({ q: field.value, filters }, true);
  }

  function fail(failure) {
    const problem = failure instanceof ShardError ? failure.problem : "other";
    if (problem === "other") console.error(failure);
    results.replaceChildren();
    results.dataset.total = 0;
    results.setAttribute("aria-busy", "false");
    status.replaceChildren(TEXTS.problems[problem], " ", button(TEXTS.retry, () => run()));
  }

  // Searching

  /** Answers what the address asks for; an answer that was overtaken by another question is dropped. */
  async function run() {
    const mine = ++asked, state = readAddress();
    results.setAttribute("aria-busy", "true");
    const slow = setTimeout(() => mine === asked && status.replaceChildren(TEXTS.searching), 400);
    try {
      const result = await engine.search(state.q, { filters: state.filters, limit });
      if (mine === asked) show(result, state);
    } catch (failure) {
      if (mine === asked) fail(failure);
    } finally {
      clearTimeout(slow);
    }
  }

  function change(state, push) {
    clearTimeout(timer);
    limit = STEP;
    writeAddress(state, push);
    return run();
  }

  field.addEventListener("input", () => {
    results.setAttribute("aria-busy", "true");
    clearTimeout(timer);
    timer = setTimeout(() => change({ ...readAddress(), q: field.value }, false), 80);
  });
  field.addEventListener("focus", () => engine.open().catch(() => {}), { once: true });
  form.addEventListener("submit", (event) => {
    event.preventDefault();
    change({ ...readAddress(), q: field.value }, true);
  });
  addEventListener("popstate", () => {
    clearTimeout(timer);
    field.value = readAddress().q;
    limit = STEP;
    run();
  });

  // Arrow keys lead from the field through the hits and back.
  document.addEventListener("keydown", (event) => {
    if (event.key !== "ArrowDown" && event.key !== "ArrowUp" || event.altKey || event.ctrlKey || event.metaKey) return;
    const stops = [field, ...results.querySelectorAll(".hit-title a")];
    const at = stops.indexOf(document.activeElement), next = stops[at + (event.key === "ArrowDown" ? 1 : -1)];
    if (at < 0 || !next) return;
    event.preventDefault();
    next.focus();
  });

  field.value = readAddress().q || field.value;
  writeAddress({ ...readAddress(), q: field.value }, false);
  run();
})();
