// What a query says, specified in org.pressroom.search.SearchQuery.

const REGIONS = ["", "title", "id", "author", "customer", "problem", "solution", "quote", "faq"];
const CHUNK = new RegExp("(-?)(?:(status|outcome|result|year|team|owner|tag|since|until" + REGIONS.join("|") +
  "):)?(?:\"([^\"]*)\"|([^ ]+))", "gi");
const ANYWHERE = -1;
const REGION_BITS = 26;
/** Stands before a common word where it is indexed all the same, which is in titles. */
const COMMON = "=";

/**
 * What a query says (see SearchQuery.java) and what is chosen besides, { kind: [value] }: clauses { form, excluded, region, words: [{ term, offset }], written, count, joined (a Set of terms) },
 * filters and without (Map of kind to Set of keys), since and until (days from 1970, or null), id (a clause, or null).
 */
function parse(query, chosen = {}) {
  const clauses = new Map(), common = new Map(), filters = new Map(), without = new Map();
  const parsed = { filters, without, since: null, until: null, id: null };
  const head = normal(query.slice(0, LONGEST_QUERY));
  // Words as they stand side by side: { word, start, end, region, clause }.
  let spoken = [];
  const add = (form, excluded, region, words, written, to = clauses) => {
    const name = JSON.stringify([form, excluded, region, words]);
    if (!to.has(name) && to.size < MOST_CLAUSES) {
      to.set(name, { form, excluded, region, words, written, count: 0, joined: new Set() });
    }
    const clause = to.get(name);
    if (clause) clause.count++;
    return clause;
  };
  const join = (words) => {
    const [made, more] = termsOf(words.map(({ word }) => word).join(""));
    if (made && !more) words.forEach(({ clause }) => clause?.joined.add(made.term));
  };
  const addCommon = (region, words, written) => {
    if (words.length) {
      add(words[1] ? "PHRASE" : "WORDS", false, region,
        words.slice(0, MOST_WORDS).map(({ word }, offset) => ({ term: COMMON + word, offset })), written, common);
    }
  };
  const single = (region, value) => ({ term, start, end }) =>
    add("WORDS", false, region, [{ term, offset: 0 }], value.slice(start, end));
  const take = (minus, region, value, quoted) => {
    const text = quoted ? value : value.replace(/\*+$/, "");
    const prefix = text.length < value.length ? lastWord(text) : "", tokens = termsOf(text), words = [];
    scan(text, (word, start, end, kind) => { if (!kind) words.push({ word, start, end, region }); });
    if (prefix) {
      if (!minus) tokens.filter(({ end }) => end < text.length).forEach(single(region, value));
      add("PREFIX", minus, region, [{ term: prefix, offset: 0 }], value);
    } else if (quoted || minus) {
      if (tokens.length) {
        words[0].clause = add(quoted ? "PHRASE" : "WORDS", minus, region, places(tokens), value);
        if (!quoted && words.length === 2) join(words);
      } else if (!minus) addCommon(region, words, value);
    } else {
      let glued = 0;
      words.forEach((word, i) => {
        glued = i && word.start === words[i - 1].end + 1 ? glued + 1 : 0;
        if (tokens[0]?.start < word.end) word.clause = single(region, value)(tokens.shift());
        else if (STOP_WORDS.has(word.word)) addCommon(region, [word], word.word);
        if (spoken[0]?.region !== region) spoken = [];
        spoken.push(word);
        for (const count of [2, 3]) {
          const last = spoken.slice(-count);
          if (last.length === count && (glued > count - 2 || count < 3 && !STOP_WORDS.has(last[0].word))) join(last);
        }
      });
      return;
    }
    spoken = [];
  };
  const chunks = [...head.matchAll(CHUNK)];
  for (const [text, minus, field, quoted, plain] of chunks) {
    const name = (field || "").toLowerCase(), value = quoted === undefined ? plain : quoted;
    const region = name ? REGIONS.indexOf(name) : ANYWHERE;
    if (!name || region > 0) take(!!minus, region, value, quoted !== undefined);
    else if (name === "since" || name === "until") {
      const on = minus ? null : day(value, name === "until");
      if (on === null) take(!!minus, ANYWHERE, minus ? text.slice(1) : text, false);
      else if (name === "since") parsed.since = Math.max(parsed.since ?? on, on);
      else parsed.until = Math.min(parsed.until ?? on, on);
    } else {
      spoken = [];
      put(minus ? without : filters, name, value);
    }
  }
  if (chunks.length === 1 && !chunks[0][1] && !chunks[0][2] && chunks[0][3] === undefined && /[0-9]/.test(head)) {
    const tokens = analyze(head).filter(({ kind }) => !kind);
    if (tokens.length) parsed.id = { form: "PHRASE", excluded: false, region: 2, words: places(tokens), written: head };
  }
  for (const kind in chosen) chosen[kind].forEach((value) => put(filters, kind, value));
  parsed.clauses = [...(clauses.size ? clauses : common).values()];
  return parsed;
}

const places = (tokens) => tokens.slice(0, MOST_WORDS)
  .map(({ term, position }) => ({ term, offset: position - tokens[0].position }));

/** The word with which a text ends, as it is written, if it is long enough to begin others. */
function lastWord(text) {
  let last = "";
  scan(text, (word, start, end, kind) => { if (kind !== JOINED) last = end === text.length ? word : ""; });
  return last.length > 1 || last > "\x7f" ? last : "";
}

/** The first or last day of a year, month or day, counted from 1970; null when it is none. */
function day(text, last) {
  const parts = /^([0-9]{4})(?:-([0-9]{2}))?(?:-([0-9]{2}))?$/.exec(text);
  if (!parts) return null;
  const of = (year, month, date) => new Date(0).setUTCFullYear(year, month - 1, date) / 864e5;
  const month = +(parts[2] ?? (last ? 12 : 1)), end = of(+parts[1], month + 1, 0);
  const found = parts[3] ? of(+parts[1], month, +parts[3]) : last ? end : of(+parts[1], month, 1);
  return month < 1 || month > 12 || parts[3] === "00" || found > end ? null : found;
}

function put(filters, kind, value) {
  if (!filters.has(kind)) filters.set(kind, new Set());
  filters.get(kind).add(key(value));
}
