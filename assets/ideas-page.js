// Filters and sorts the list of ideas from the search's files. Until somebody does, the page stays as it was built, and
// nothing more is loaded.
(() => {
  "use strict";

  const { KINDS, number, wordings, element, over } = window.PressroomFacets;
  const ROWS = 50;
  const SORTS = ["newest", "oldest", "decided", "decided-asc", "updated", "updated-asc", "title", "title-desc"];
  const PROBLEMS = ["missing", "damaged", "version", "browser"];
  // Kinds that the table shows and the stored records don't hold.
  const SHOWN_KINDS = ["result", "team", "owner"];
  // By column: what a first and a second click on its head sort by, and the direction of the first.
  const HEADS = {
    created: ["newest", "oldest", "descending"],
    title: ["title", "title-desc", "ascending"],
    decided: ["decided", "decided-asc", "descending"],
    updated: ["updated", "updated-asc", "descending"],
  };

  const tools = document.getElementById("ideas-tools");
  const list = document.getElementById("ideas-list");
  const table = list.querySelector("table"), region = table.parentElement, body = table.tBodies[0];
  const root = document.body.dataset.root || "";
  const columns = [...table.tHead.rows[0].cells].map((head) => head.dataset.column);
  const built = { rows: [...body.rows], paging: list.querySelector(".paging") };
  const words = document.getElementById("ideas-words");
  const { wording, ideas } = wordings(words);
  const kindsHere = tools.dataset.kinds.split(" ");

  const opener = element("button", { type: "button", id: "ideas-open", "aria-expanded": "false", "aria-controls": "ideas-facets" },
    wording("ideas-page.open"));
  const sorter = element("select", {}, ...SORTS
    .filter((value) => !/^(decided|updated)/.test(value) || columns.includes(value.split("-")[0]))
    .map((value) => element("option", { value }, wording("ideas-page.sort." + value))));
  const panel = element("div", {
    id: "ideas-facets", class: "facets", role: "group", "aria-label": wording("search.filters"), "data-kinds": kindsHere.join(" "), hidden: "",
  });
  const chips = element("ul", { id: "ideas-chips", class: "chips", "aria-label": wording("search.chosen"), hidden: "" });
  const status = element("p", { id: "ideas-status", role: "status", "aria-live": "polite" });
  const none = element("div", { id: "ideas-none", class: "empty", hidden: "" });
  tools.append(element("div", {}, opener, element("label", {}, wording("ideas-page.sort"), sorter)), panel, chips, status);
  list.append(none);
  tools.hidden = false;

  // The address

  let state = readAddress();
  let asked = 0;

  /** What the address asks for: { filters: { kind: [value] }, sort, page }. What makes no sense is as if it were not there. */
  function readAddress() {
    const parameters = new URLSearchParams(location.search), filters = {};
    for (const kind of kindsHere) {
      const values = [...new Set(parameters.getAll(kind).filter(Boolean))];
      if (values.length) filters[kind] = values;
    }
    const sort = parameters.get("sort"), page = parameters.get("page");
    return {
      filters, sort: [...sorter.options].some(({ value }) => value === sort) ? sort : "newest",
      page: /^[1-9]\d{0,6}$/.test(page) ? Number(page) : 1,
    };
  }

  function addressOf({ filters, sort, page }) {
    const parameters = new URLSearchParams();
    for (const kind of KINDS) (filters[kind] || []).forEach((value) => parameters.append(kind, value));
    if (sort !== "newest") parameters.set("sort", sort);
    if (page > 1) parameters.set("page", page);
    const query = parameters.toString();
    return location.pathname + (query && "?" + query);
  }

  const isPlain = () => !Object.keys(state.filters).length && state.sort === "newest" && state.page === 1;

  function change(next) {
    state = { ...state, page: 1, ...next };
    try {
      if (addressOf(state) !== location.pathname + location.search) history.pushState(null, "", addressOf(state));
    } catch {
      // Safari allows a hundred changes in half a minute. The list needs none.
    }
    return run();
  }

  function clear() {
    opener.focus();
    return change({ filters: {} });
  }

  // Loading

  let engine, facets, loading;

  /** The script of the search, when it is needed first. */
  function prepare() {
    loading ||= (async () => {
      await new Promise((resolve, reject) => {
        const { engine: src, characters } = tools.dataset, made = element("script", { src, "data-characters": characters });
        made.onload = resolve;
        made.onerror = () => reject(Object.assign(new Error(src), { problem: "missing" }));
        document.head.append(made);
      });
      engine = new window.PressroomSearch.Engine(root + "search/");
      facets = over({
        wording, words, key: window.PressroomSearch.key, facets: panel, chips, filters: () => state.filters, home: () => opener,
        change: (filters) => change({ filters }), clear, problem,
        count: async (kind) => {
          const mine = asked, { counts } = await match([kind]);
          return mine === asked ? counts[kind] || [] : null;
        },
      });
    })();
    loading.catch(() => { loading = null; });
    return loading;
  }

  /** The columns for sorting: { rank, decided, updated, language: [of each document], address: { kind: [of each value] } }. */
  function readList(index) {
    return index.get(index.listName, (bytes) => {
      const reader = new window.PressroomSearch.Reader(bytes), all = { length: index.documents };
      const numbers = () => Array.from(all, () => reader.number());
      const split = () => {
        const high = numbers(), low = reader.octets(index.documents);
        return high.map((number, document) => number * 256 + low[document]);
      };
      const days = (counted, near) => {
        let last = 0;
        return counted.map((number, document) => {
          if (!number) return null;
          const zigzag = number - 1, delta = zigzag % 2 ? -(zigzag + 1) / 2 : zigzag / 2;
          return last = (near?.[document] ?? last) + delta;
        });
      };
      const rank = split(), decided = days(numbers()), updated = days(split(), decided);
      const languages = reader.list(() => reader.text());
      const language = Array.from(all, () => languages[languages.length > 1 ? reader.number() : 0]);
      const address = Object.fromEntries([...index.facets.keys()].map((kind) => [kind, reader.list(() => reader.text())]));
      return { rank, decided, updated, language, address };
    });
  }

  /** Which documents pass the filters, and how many do with each value of some kinds when that kind's own filter is left out. */
  function match(counted) {
    return engine.ask(async (index) => {
      const { narrow, parse, prepare: ready } = window.PressroomSearch, known = (kind) => index.facets.has(kind);
      const filters = Object.fromEntries(Object.entries(state.filters).filter(([kind]) => known(kind)));
      await ready(...Object.values(filters).flat());
      const narrowing = await narrow(index, counted.filter(known), parse("", filters)), documents = [];
      for (let document = 0; document < index.documents; document++) if (narrowing.take(document)) documents.push(document);
      const counts = narrowing.counts();
      await ready(...Object.values(counts).flat().map(({ value }) => value));
      return { all: index.documents, documents, counts };
    });
  }

  /** Sorts documents, given from the oldest on. Those that lack a day come last in both directions, equals newest first. */
  function sorted(documents, { rank, decided, updated }) {
    if (state.sort === "oldest") return documents;
    documents.reverse();
    const [column, way] = state.sort.split("-");
    const values = { title: rank, decided, updated }[column];
    if (!values) return documents;
    const sign = column === "title" ? way ? -1 : 1 : way ? 1 : -1;
    const [without, having] = [[], []];
    for (const document of documents) (values[document] === null ? without : having).push(document);
    return [...having.sort((a, b) => sign * (values[a] - values[b])), ...without];
  }

  // Showing

  function link(kind, value, address) {
    const name = address || value.replace(/[A-Z]/g, (letter) => letter.toLowerCase()).replace(/ /g, "-");
    const href = root + kind + "/" + encodeURIComponent(name) + ".html";
    const attributes = kind in { status: 1, outcome: 1, result: 1 }
      ? { class: `badge kind-${kind} tone-${facets.tone(kind, value)}`, href } : { href };
    return element("a", attributes, element("bdi", {}, cut(facets.label(kind, value), 80)));
  }

  function cut(text, most) {
    const characters = [...text];
    return characters.length > most ? characters.slice(0, most - 1).join("").trimEnd() + "…" : text;
  }

  function date(day) {
    const iso = new Date(day * 864e5).toISOString().slice(0, 10);
    return element("time", { datetime: iso }, iso);
  }

  /** The documents as rows, like those that the build writes. */
  function rows(documents) {
    return engine.ask(async (index) => {
      const kinds = [...new Set([...SHOWN_KINDS, "status", "outcome"])].filter((kind) => index.facets.has(kind));
      const [all, created, records, ...loaded] = await Promise.all([
        readList(index), columns.includes("created") ? index.days() : null, Promise.all(documents.map((document) => index.stored(document))), ...kinds.map((kind) => index.facet(kind)),
      ]);
      const dayOf = (document) => document < created.without ? null : created.days[document - created.without];
      return documents.map((document, i) => row(records[i], (kind) => {
        const at = loaded[kinds.indexOf(kind)], ordinal = at && at.starts[document] < at.starts[document + 1]
          ? at.ordinals[at.starts[document]] : -1;
        return ordinal < 0 ? [] : [link(kind, at.values[ordinal].value, all.address[kind][ordinal])];
      }, { ...all, created: created && dayOf(document) }, document));
    });
  }

  function row({ id, page, title }, linkTo, { created, decided, updated, language }, document) {
    const made = columns.map((column) => {
      if (column === "id") return element("td", { class: "col-id" }, element("bdi", {}, id));
      if (column === "title") {
        const href = root + page.split("/").map(encodeURIComponent).join("/");
        const foreign = language[document] && language[document] !== window.document.documentElement.lang;
        return element("th", { scope: "row", class: "col-title" }, element("a",
          foreign ? { href, lang: language[document] } : { href },
          element("bdi", {}, cut(title.trim() || tools.dataset.untitled, Number(tools.dataset.longest)))));
      }
      if (column === "outcome") {
        const result = linkTo("result");
        return element("td", {}, ...linkTo("outcome"), ...result.length ? [" ", ...result] : []);
      }
      const day = column === "created" ? created : column === "decided" ? decided[document] : column === "updated" ? updated[document] : undefined;
      if (day === undefined) return element("td", {}, ...linkTo(column));
      return element("td", { class: "col-date" }, ...day === null ? [] : [date(day)]);
    });
    return element("tr", {}, ...made);
  }

  function showPaging(page, pages) {
    const focused = list.querySelector(".paging")?.contains(document.activeElement);
    list.querySelector(".paging")?.remove();
    if (isPlain()) {
      if (built.paging) region.after(built.paging);
    } else if (pages > 1) {
      const step = (to, rel, text) => {
        const made = element("a", { rel, href: addressOf({ ...state, page: to }) }, text);
        made.addEventListener("click", (event) => {
          if (event.ctrlKey || event.metaKey || event.shiftKey || event.altKey) return;
          event.preventDefault();
          change({ page: to });
        });
        return made;
      };
      region.after(element("nav", { class: "paging", "aria-label": wording("paging") },
        ...page > 1 ? [step(page - 1, "prev", wording("paging.previous"))] : [], element("span", {}, wording("ideas-page.page", number(page), number(pages))),
        ...page < pages ? [step(page + 1, "next", wording("paging.next"))] : []));
    }
    // Who turned the page begins to read at its top.
    if (focused) {
      region.focus({ preventScroll: true });
      tools.scrollIntoView();
    }
  }

  function showHeads() {
    sorter.value = state.sort;
    for (const head of table.tHead.rows[0].cells) {
      const [first, second, direction] = HEADS[head.dataset.column] || [];
      const other = direction === "ascending" ? "descending" : "ascending";
      if (first && (state.sort === first || state.sort === second)) {
        head.setAttribute("aria-sort", state.sort === first ? direction : other);
      } else {
        head.removeAttribute("aria-sort");
      }
    }
  }

  /** Shows rows, or that there are none. */
  function fill(made, total, page, pages) {
    body.replaceChildren(...made);
    region.hidden = !made.length;
    none.hidden = !!made.length;
    if (!made.length) {
      const names = facets.choices().map(({ kind, value }) => facets.kindName(kind) + ": " + facets.label(kind, value)).join(", ");
      const again = element("button", { type: "button" }, wording("facets.clear"));
      again.addEventListener("click", clear);
      none.replaceChildren(element("p", {}, wording("ideas-page.none", names)), element("p", {}, again));
    }
    showPaging(page, pages);
    list.dataset.total = total;
    list.setAttribute("aria-busy", "false");
  }

  function problem(failure) {
    const name = PROBLEMS.includes(failure.problem) ? failure.problem : "other";
    if (name === "other") console.error(failure);
    return wording("ideas-page.problem." + name);
  }

  function fail(failure) {
    const again = element("button", { type: "button" }, wording("facets.retry"));
    again.addEventListener("click", () => {
      opener.focus();
      run();
    });
    status.replaceChildren(problem(failure), " ", again);
    region.hidden = none.hidden = true;
    list.querySelector(".paging")?.remove();
    list.setAttribute("aria-busy", "false");
  }

  /** Shows what the address asks for; an answer that was overtaken by another question is dropped. */
  async function run() {
    const mine = ++asked;
    showHeads();
    const plain = isPlain();
    if (plain && panel.hidden) {
      facets?.showChips();
      status.replaceChildren();
      fill(built.rows, built.rows.length, 1, 1);
      return;
    }
    list.setAttribute("aria-busy", "true");
    const slow = setTimeout(() => mine === asked && status.replaceChildren(wording("ideas-page.loading")), 400);
    try {
      await prepare();
      facets.showChips();
      const { all, documents, counts } = await match(panel.hidden ? [] : facets.countedKinds());
      const pages = Math.max(1, Math.ceil(documents.length / ROWS)), page = Math.min(state.page, pages);
      const from = (page - 1) * ROWS;
      const order = plain ? null : sorted(documents, /^(newest|oldest)$/.test(state.sort) ? {} : await engine.ask(readList));
      const made = plain ? built.rows : await rows(order.slice(from, from + ROWS));
      if (mine !== asked) return;
      state.page = page;
      facets.showGroups(counts);
      facets.showChips();
      fill(made, documents.length, page, pages);
      const found = [number(documents.length), ideas(all)];
      status.replaceChildren(pages > 1 ? wording("ideas-page.found.page", ...found, number(page), number(pages))
        : wording("ideas-page.found", ...found));
    } catch (failure) {
      if (mine === asked) fail(failure);
    } finally {
      clearTimeout(slow);
    }
  }

  for (const head of table.tHead.rows[0].cells) {
    const [first, second] = HEADS[head.dataset.column] || [];
    if (!first) continue;
    const button = element("button", { type: "button" }, ...head.childNodes);
    button.addEventListener("click", () => change({ sort: state.sort === first ? second : first }));
    head.append(button);
  }
  sorter.addEventListener("change", () => change({ sort: sorter.value }));
  opener.addEventListener("click", () => {
    panel.hidden = !panel.hidden;
    opener.setAttribute("aria-expanded", String(!panel.hidden));
    run();
  });
  addEventListener("popstate", () => {
    state = readAddress();
    run();
  });

  showHeads();
  if (!isPlain()) run();
})();
