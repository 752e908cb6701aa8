// Drives tried.html: the text, its address, the verdict and the ideas whose problems are nearest.
(() => {
  "use strict";

  const { ShardError, analyze, key } = window.PressroomSearch;
  const { Problems, language, normal } = window.PressroomTried;
  const SHOWN = 5;
  // Characters of a text that its address keeps; hardly a longer one counts in whole.
  const LONGEST = 2000;
  // Characters of a text whose words are looked for in problems.
  const COMPARED = 4000;
  // Milliseconds without a key press until a comparison begins, and until its result is said.
  const REST = 300, PAUSE = 400;
  // How near in meaning words are that are marked, as a cosine.
  const KINDRED = 0.5;
  const SMALL_WORDS = new Set(("a about after all also am an and any are as at be because been before being both but by can could did " +
    "do does doing each every few for from get gets got had has have having he her here him his how i if in into is it its just like " +
    "made make makes many may me more most much must my no nor not now of off on once one only or other our out over own said same say says " +
    "she should since so some still such t than that the their them then there these they this those through to too under until up " +
    "us very was we were what when where whether which while who whom whose why will with without would you your").split(" "));

  const words = document.getElementById("tried-words");
  const TEXTS = JSON.parse(words.dataset.texts);
  const wording = (name, ...values) => TEXTS[name].replace(/\{(\d)\}/g, (_, n) => values[n]);
  const number = (count) => count.toLocaleString(document.documentElement.lang || "en");
  const ideas = (count) => wording("ideas" + (count === 1 ? ".one" : ".other"), number(count));

  const form = document.getElementById("tried-form");
  const field = document.getElementById("q");
  const status = document.getElementById("tried-status");
  const results = document.getElementById("results");
  const root = document.body.dataset.root || "";
  const problems = new Problems(root + "tried/", root + "search/");

  let asked = 0;
  let typing = 0, saying = 0;

  // Elements

  function element(name, attributes, ...children) {
    const made = document.createElement(name);
    for (const [attribute, value] of Object.entries(attributes)) made.setAttribute(attribute, value);
    made.append(...children);
    return made;
  }

  // How the archive shows its words, by kind and word.
  const shown = new Map([...words.querySelectorAll("[data-word]")].map(
    (word) => [word.dataset.kind + " " + key(word.dataset.word), { label: word.textContent, tone: word.dataset.tone }]));

  function badge(kind, value) {
    const { label, tone } = shown.get(kind + " " + key(value)) || { label: value.replace(/-/g, " "), tone: "other" };
    return element("span", { class: `badge kind-${kind} tone-${tone}` }, element("bdi", {}, label));
  }

  /** The words of a text that say something: { word, start, end }. */
  function telling(text) {
    return [...text.matchAll(/[\p{L}\p{M}\p{Nd}]+/gu)].map(({ 0: found, index }) => ({ word: normal(found), start: index, end: index + found.length }))
      .filter(({ word }) => /^[a-z0-9]*[a-z][a-z0-9]*$/.test(word) && word.length > 1 && !SMALL_WORDS.has(word));
  }

  const stem = (word) => (analyze(word)[0] || { term: word }).term;

  /** A text with the words marked that are the asker's, or near to them in meaning. */
  function marked(text, mine, kin) {
    const parts = [];
    let at = 0;
    for (const { word, start, end } of telling(text)) {
      if (!mine.has(stem(word)) && !kin.has(word, KINDRED)) continue;
      parts.push(text.slice(at, start), element("mark", {}, text.slice(start, end)));
      at = end;
    }
    return [...parts, text.slice(at)];
  }

  function item(hit, mine, kin) {
    const href = root + hit.page.split("/").map(encodeURIComponent).join("/");
    const facts = element("p", { class: "hit-facts" }, element("span", { class: "id" }, hit.id));
    if (hit.status) facts.append(" ", badge("status", hit.status));
    if (hit.outcome) facts.append(" ", badge("outcome", hit.outcome));
    if (hit.year) facts.append(" ", wording("tried-page.decided", hit.year));
    const made = element("li", { "data-id": hit.id, "data-score": hit.score },
      element("h2", { class: "hit-title" }, element("a", { href }, element("bdi", {}, hit.title))), facts);
    if (hit.reason) {
      const reason = shown.get("reason " + key(hit.reason))?.label || hit.reason;
      made.append(element("p", { class: "hit-reason", dir: "auto" }, reason));
    }
    const problem = element("p", { class: "hit-problem", dir: "auto" }, ...marked(hit.problem, mine, kin));
    made.append(problem);
    if (hit.problem.endsWith("…")) {
      seen.observe(problem);
      completions.set(problem, () => whole(hit).then((text) => text && problem.replaceChildren(...marked(text, mine, kin))));
    }
    return made;
  }

  // The files of this page tell the beginnings of long problems; from a server the whole can be had of those that are looked at.
  const wholes = new Map(), completions = new WeakMap();
  const seen = new IntersectionObserver((entries) => {
    for (const { target, isIntersecting } of entries) {
      if (!isIntersecting) continue;
      seen.unobserve(target);
      completions.get(target)();
    }
  });

  function whole({ page }) {
    if (!location.protocol.startsWith("http")) return Promise.resolve("");
    if (!wholes.has(page)) {
      const address = page.replace(/^ideas\//, "api/").replace(/html$/, "json").split("/").map(encodeURIComponent).join("/");
      wholes.set(page, fetch(root + address).then((answer) => answer.json()).then(({ problem }) => String(problem || "")).catch(() => ""));
    }
    return wholes.get(page);
  }

  // Showing

  const sentence = (text, ...more) => element("p", {}, text, ...more);

  /** A link to the search by words. */
  function search(text) {
    return element("a", { href: root + "search.html?q=" + encodeURIComponent(beginning(text)) }, wording("tried-page.search"));
  }

  /** Puts sentences where they are read aloud: after a pause when somebody is typing. */
  function say(pause, ...sentences) {
    clearTimeout(saying);
    const put = () => status.replaceChildren(...sentences);
    if (pause) saying = setTimeout(put, pause);
    else put();
  }

  function show(text, result, pause) {
    const { documents, comparable, verdict, hits, kin, cut } = result;
    const mine = telling(text.slice(0, COMPARED)).map(({ word }) => word);
    const stems = new Set(mine.map(stem));
    kin?.ask([...new Set(mine)]);
    seen.disconnect();
    results.replaceChildren(...hits.map((hit) => item(hit, stems, kin)));
    finish(verdict);
    const told = [sentence(!verdict ? wording("tried-page.wordless")
      : comparable ? wording("tried-page." + verdict, ideas(documents)) : wording("tried-page.incomparable"))];
    told[0].className = "tried-verdict";
    if (cut) told.push(sentence(wording("tried-page.cut", number(result.words))));
    if (!hits.length || verdict === "none") told.push(sentence(search(text)));
    say(pause, ...told);
  }

  function finish(verdict) {
    if (verdict) results.dataset.verdict = verdict;
    else delete results.dataset.verdict;
    results.setAttribute("aria-busy", "false");
  }

  function nothing(pause, ...sentences) {
    results.replaceChildren();
    finish();
    say(pause, ...sentences);
  }

  function fail(failure) {
    const name = failure instanceof ShardError ? failure.problem : "other";
    if (name === "other") console.error(failure);
    const retry = element("button", { type: "button" }, wording("facets.retry"));
    retry.addEventListener("click", () => {
      field.focus();
      run();
    });
    nothing(0, sentence(wording("search-page.problem." + name), " ", retry));
  }

  /** Says what the page is for, and loads what every question needs. */
  async function invite(mine) {
    const { documents, heaps } = await problems.open();
    if (mine !== asked) return;
    nothing(0, sentence(!documents ? wording("search-page.empty") : heaps.length ? wording("tried-page.invite", ideas(documents))
      : wording("tried-page.incomparable")));
  }

  /** Answers what is in the field; an answer that was overtaken by another question is dropped. */
  async function run(pause) {
    const mine = ++asked, text = field.value, wanted = () => mine === asked;
    clearTimeout(typing);
    results.setAttribute("aria-busy", "true");
    enter(text);
    const slow = setTimeout(() => wanted() && say(0, sentence(wording("tried-page.comparing"))), PAUSE);
    try {
      if (!text.trim()) await invite(mine);
      else if (language(text) !== "en") {
        nothing(pause, sentence(wording("tried-page.language"), " ", search(text)));
      } else {
        const result = await problems.near(text, SHOWN, wanted);
        if (wanted()) show(text, result, pause);
      }
    } catch (failure) {
      if (wanted()) fail(failure);
    } finally {
      clearTimeout(slow);
    }
  }

  // The address

  /** As much of a text as an address keeps. */
  function beginning(text) {
    return text.trim().slice(0, LONGEST).toWellFormed?.() ?? text.trim().slice(0, LONGEST).replace(/[\uD800-\uDFFF]/g, "");
  }

  function enter(text) {
    const q = beginning(text), address = location.pathname + (q && "?" + new URLSearchParams({ q }));
    try {
      if (location.pathname + location.search !== address) history.replaceState(null, "", address);
    } catch {
      // Safari allows a hundred changes in half a minute. The comparison needs none.
    }
  }

  // Using

  field.addEventListener("input", () => {
    asked++;
    results.setAttribute("aria-busy", "true");
    clearTimeout(saying);
    clearTimeout(typing);
    typing = setTimeout(() => run(PAUSE), REST);
  });
  form.addEventListener("submit", (event) => {
    event.preventDefault();
    run();
  });

  // Control and Enter compare at once. Arrow keys lead from the end of the text through the hits and back; Escape leads back.
  document.addEventListener("keydown", (event) => {
    if (event.altKey || event.shiftKey || event.isComposing) return;
    const inText = document.activeElement === field;
    if ((event.ctrlKey || event.metaKey) && event.key === "Enter" && inText) {
      event.preventDefault();
      run();
    }
    const hits = [...results.querySelectorAll(".hit-title a")], at = hits.indexOf(document.activeElement);
    if (event.ctrlKey || event.metaKey || at < 0 && !inText) return;
    let next;
    if (inText) next = event.key === "ArrowDown" && field.selectionStart === field.value.length ? hits[0] : null;
    else if (event.key === "ArrowDown") next = hits[at + 1];
    else if (event.key === "ArrowUp") next = hits[at - 1] || field;
    else if (event.key === "Escape") next = field;
    if (!next) return;
    event.preventDefault();
    next.focus();
  });

  // What a browser has kept in the field, or somebody has typed before this script came, goes before the address.
  field.value ||= new URLSearchParams(location.search).get("q") || "";
  run();
})();
