// What a query says, specified in org.pressroom.search.SearchQuery.

const REGIONS = ["", "title", "id", "author", "customer", "problem", "solution", "quote", "faq"];
const CHUNK = new RegExp("(-?)(?:(status|outcome|result|year|team|owner|tag|since|until" + REGIONS.join("|") +
  "):)?(?:\"([^\"]*)\"|([^ ]+))", "gi");
const ANYWHERE = -1;
const REGION_BITS = 26;

/**
 * What a query says (see SearchQuery.java) and what is chosen besides, { kind: [value] }: clauses { form, excluded, region, words: [{ term, offset }], written, count },
 * filters and without (Map of kind to Set of keys), since and until (days from 1970, or null), id (a clause, or null).
 */
function parse(query, chosen = {}) {
  const clauses = new Map(), filters = new Map(), without = new Map();
  const parsed = { filters, without, since: null, until: null, id: null };
  const head = normal(query.slice(0, LONGEST_QUERY));
  const add = (form, excluded, region, words, written) => {
    const name = JSON.stringify([form, excluded, region, words]), known = clauses.get(name);
    if (known) known.count++;
    else if (clauses.size < MOST_CLAUSES) clauses.set(name, { form, excluded, region, words, written, count: 1 });
  };
  const single = (region, value) => ({ term, start, end }) =>
    add("WORDS", false, region, [{ term, offset: 0 }], value.slice(start, end));
  const take = (minus, region, value, quoted) => {
    const text = quoted ? value : value.replace(/\*+$/, "");
    const prefix = text.length < value.length ? lastWord(text) : "", tokens = termsOf(text);
    if (prefix) {
      if (!minus) tokens.filter(({ end }) => end < text.length).forEach(single(region, value));
      add("PREFIX", minus, region, [{ term: prefix, offset: 0 }], value);
    } else if ((quoted || minus) && tokens.length) {
      add(quoted ? "PHRASE" : "WORDS", minus, region, places(tokens), value);
    } else {
      tokens.forEach(single(region, value));
    }
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
      put(minus ? without : filters, name, value);
    }
  }
  if (chunks.length === 1 && !chunks[0][1] && !chunks[0][2] && chunks[0][3] === undefined && /[0-9]/.test(head)) {
    const tokens = termsOf(head);
    if (tokens.length) parsed.id = { form: "PHRASE", excluded: false, region: 2, words: places(tokens), written: head };
  }
  for (const kind in chosen) chosen[kind].forEach((value) => put(filters, kind, value));
  parsed.clauses = [...clauses.values()];
  return parsed;
}

const places = (tokens) => tokens.slice(0, MOST_WORDS)
  .map(({ term, position }) => ({ term, offset: position - tokens[0].position }));

/** The word with which a text ends, as it is written, if it is long enough to begin others. */
function lastWord(text) {
  let last = "";
  scan(text, (word, start, end) => { last = end === text.length ? word : ""; });
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

/** How many insertions, deletions, replacements and swaps part two words; more than `most` need not be told. */
function distance(a, b, most) {
  if (Math.abs(a.length - b.length) > most) return most + 1;
  let before, last = b.map((_, j) => j);
  last.push(b.length);
  for (let i = 1; i <= a.length; i++) {
    const row = [i];
    for (let j = 1; j <= b.length; j++) {
      row[j] = Math.min(row[j - 1] + 1, last[j] + 1, last[j - 1] + (a[i - 1] === b[j - 1] ? 0 : 1));
      if (i > 1 && j > 1 && a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1]) row[j] = Math.min(row[j], before[j - 2] + 1);
    }
    before = last;
    last = row;
  }
  return last[b.length];
}
