// What the search page and the list of ideas share: their texts and elements, and the filters: groups of values with their
// counts, and what is chosen as chips.
window.PressroomFacets = (() => {
  "use strict";

  const KINDS = ["status", "outcome", "result", "year", "team", "owner", "tag"];

  const FEW = 8, MANY = 500;
  // Kinds that are counted with every answer; the others only when somebody looks, for their files are larger.
  const AT_ONCE = ["status", "outcome", "result", "year"];
  // Kinds whose values are words of a vocabulary; the others are shown as they are written.
  const WORDED = ["status", "outcome", "result"];

  const number = (count) => count.toLocaleString(document.documentElement.lang || "en");

  /** The texts in the data of an element, in the language of the page: wording(key, ...values). */
  function wordings(words) {
    const given = JSON.parse(words.dataset.texts);
    const wording = (key, ...values) => given[key].replace(/\{(\d)\}/g, (_, n) => values[n]);
    const counted = (key, count, value) => wording(key + (count === 1 ? ".one" : ".other"), value);
    return { wording, counted, ideas: (count) => counted("ideas", count, number(count)) };
  }

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

  /**
   * wording: of the page; key: of a value, as the search compares it; words: an element that tells how the archive shows
   * its words; facets and chips: the elements to fill; filters(): what is chosen, { kind: [value] }; home(): what gets the
   * focus when all else has gone; change(filters): what is chosen now; clear(); count(kind): the values of a group that was
   * opened, or null when they are no longer wanted; problem(failure): a sentence.
   */
  function over({ wording, key, words, facets, chips, filters, home, change, clear, count, problem }) {
    const kindName = (kind) => wording("kind." + kind);

    // How the archive shows its words, by kind and word: { label, tone }.
    const shown = new Map([...words.querySelectorAll("[data-word]")].map(
      (word) => [word.dataset.kind + " " + key(word.dataset.word), { label: word.textContent, tone: word.dataset.tone }]));

    // How the index writes a value, by kind and key: an address may write it in another way.
    const written = new Map();

    function label(kind, value) {
      const name = kind + " " + key(value);
      if (!WORDED.includes(kind)) return written.get(name) ?? value;
      if (shown.has(name)) return shown.get(name).label;
      const spaced = value.replace(/-/g, " ");
      return spaced.charAt(0).toUpperCase() + spaced.slice(1);
    }

    const tone = (kind, value) => shown.get(kind + " " + key(value))?.tone ?? "other";

    function badge(kind, value) {
      const shape = kind === "status" ? "pill" : "square";
      const classes = `badge kind-${kind} tone-${tone(kind, value)} ${shape} ${kind}-${value}`;
      return element("span", { class: classes }, label(kind, value));
    }

    /** What is chosen, in the order of the kinds: [{ kind, value }]. */
    function choices() {
      return KINDS.flatMap((kind) => (filters()[kind] || []).map((value) => ({ kind, value })));
    }

    function choose(kind, value, on) {
      const chosen = { ...filters() };
      const others = (chosen[kind] || []).filter((other) => key(other) !== key(value));
      chosen[kind] = on ? [...others, value] : others;
      if (!chosen[kind].length) delete chosen[kind];
      return change(chosen);
    }

    /** Shows what is chosen. A chip that goes leaves the focus to its neighbour, the last one to the page. */
    function showChips() {
      const made = choices().map(({ kind, value }) => {
        const chip = button("", () => choose(kind, value, false));
        chip.className = "chip";
        chip.append(element("span", { class: "unseen" }, wording("facets.remove") + " "), kindName(kind) + ": ",
          element("bdi", {}, label(kind, value)));
        return chip;
      });
      // Each answer comes by here; what is right already keeps its focus.
      const said = (buttons) => [...buttons].map((chip) => chip.textContent).join("\n");
      if (said(made) === said(chips.querySelectorAll(".chip"))) return;
      const place = [...chips.querySelectorAll("button")].indexOf(document.activeElement);
      const buttons = made.length ? [...made, button(wording("facets.clear"), clear)] : [];
      chips.replaceChildren(...buttons.map((chip) => element("li", {}, chip)));
      chips.hidden = !made.length;
      if (place >= 0) (made[Math.min(place, made.length - 1)] || home()).focus();
    }

    const groups = (facets.dataset.kinds || "").split(" ").filter(Boolean).map((kind) => {
      const options = element("div", { class: "options" });
      if (AT_ONCE.includes(kind)) {
        return { kind, options, all: false, box: element("fieldset", {}, element("legend", {}, kindName(kind)), options) };
      }
      options.setAttribute("role", "group");
      options.setAttribute("aria-label", kindName(kind));
      const box = element("details", {}, element("summary", {}, kindName(kind)), options);
      const group = { kind, options, all: false, box };
      box.addEventListener("toggle", () => box.open && fill(group));
      return group;
    });
    facets.append(...groups.map(({ box }) => box));

    /** The kinds of which an answer must count the values. */
    function countedKinds() {
      return groups.filter(({ kind, box }) => AT_ONCE.includes(kind) || box.open || kind in filters()).map(({ kind }) => kind);
    }

    function remember(kind, values) {
      for (const { value } of values) written.set(kind + " " + key(value), value);
    }

    /** Counts the values of a group that was opened. */
    async function fill(group) {
      try {
        const values = await count(group.kind);
        if (!values) return;
        remember(group.kind, values);
        showGroup(group, values);
      } catch (failure) {
        group.options.replaceChildren(problem(failure), " ", button(wording("facets.retry"), () => fill(group)));
      }
    }

    /** Shows the values that narrow, and those chosen: { kind: [{ value, count }] }. */
    function showGroups(counts) {
      for (const [kind, values] of Object.entries(counts)) remember(kind, values);
      for (const group of groups) {
        if (counts[group.kind]) showGroup(group, counts[group.kind]);
        else if (AT_ONCE.includes(group.kind)) group.box.hidden = true;
      }
    }

    /** What has the focus keeps it. */
    function showGroup(group, known) {
      const { kind, options, box } = group;
      const focused = options.contains(document.activeElement) ? document.activeElement : null;
      const chosen = new Map((filters()[kind] || []).map((value) => [key(value), value]));
      const values = known.map(({ value, count }) => ({ value, count, on: chosen.delete(key(value)) }))
        .filter(({ count, on }) => count || on);
      for (const value of chosen.values()) values.push({ value, count: 0, on: true });

      const frequent = [...values].sort((a, b) => b.count - a.count);
      const kept = new Set(frequent.slice(0, group.all ? MANY : FEW));
      // Names have no order that helps; words and years do.
      const listed = (AT_ONCE.includes(kind) ? values : frequent).filter((value) => value.on || kept.has(value));
      const made = listed.map(({ value, count, on }) => {
        const check = element("input", { type: "checkbox", name: kind, value });
        check.checked = on;
        check.addEventListener("change", () => choose(kind, value, check.checked));
        return element("label", {}, check, " ", element("bdi", {}, label(kind, value)), " ",
          element("span", { class: "number" }, number(count)));
      });
      if (values.length > FEW) {
        const more = values.length > MANY ? wording("facets.frequent", number(MANY))
          : wording("facets.all", number(values.length));
        const toggle = button(group.all ? wording("facets.few") : more, () => {
          group.all = !group.all;
          showGroup(group, known);
        });
        toggle.setAttribute("aria-expanded", String(group.all));
        made.push(toggle);
      }
      if (AT_ONCE.includes(kind)) box.hidden = !made.length;
      options.replaceChildren(...made.length ? made : [wording("facets.nothing")]);
      if (focused) {
        const again = focused.name
          ? [...options.querySelectorAll("input")].find((check) => check.value === focused.value)
          : options.querySelector("button");
        (again || options.querySelector("input") || home()).focus();
      }
    }

    return { badge, kindName, label, tone, choices, showChips, showGroups, countedKinds };
  }

  return { KINDS, number, wordings, element, button, over };
})();
