// Searches the shards that the build wrote and scores as Lucene does, bit for bit. Specified in org.pressroom.search
// (WordScanner, SearchQuery, Snippet) and org.pressroom.search.shard (format, Bm25); tests hold both sides together.
// Runs on the page's thread: unpacking is the browser's own and asynchronous, and the rest takes a few milliseconds.
(() => {
  "use strict";

  // Latin letters and what stands between words in most texts; for the rest search-characters.js is loaded. Frozen from
  // Unicode 16; both rewritten by CharacterTableTest. See CharacterTable.java for the encoding.
  const CLASSES =
    "wBpBHpDGpDvBFCHEJBFDJBNB9CB9DBp5B";
  const FOLDS =
    "hCpDgCyCHEJ/HFEB1GYBaAECaeAEBcAQBeAQBiAEBdAJlGAQBoBEBoAQBuAEByAECthAECssAYBaAECaeAEBcAQBeAQBiAEBdAJlIAQBoBEBoAQBuAEByAECthAEByAYBaAgBBcAQBdAoBBeAgBBgAQBhAoBBiAICijAIBjAIBkAEBqAoBBlAkBBnAYBoAICoeAYBrAgBBsAYBtAwBBuAIBwAMByAYBzAEBs";
  const KNOWN = /^[\0-\u017F\u2010-\u2027\u2030-\u205E\u20A0-\u20BF]*$/;
  const TABLE = document.currentScript.dataset.characters;
  const SEPARATOR = 0, WORD = 1, SPACELESS = 2, IGNORED = 3;
  const LIMIT = 0x40000;
  const LONGEST_TERM = 64, LONGEST_QUERY = 2000, MOST_CLAUSES = 32, MOST_WORDS = 32;
  const STOP_WORDS = new Set(("a an and are as at be but by for if in into is it no not of on or such that the their " +
    "then there these they this to was will with").split(" "));

  // Characters

  let classes, folds, table;

  /** Makes ready for texts; resolves at once for those of which all characters are known. */
  async function prepare(...texts) {
    if (texts.every((text) => KNOWN.test(text))) return;
    table ||= script(TABLE).then(() => {
      if (!window.PressroomCharacters) throw new ShardError("missing", TABLE);
      readTables(PressroomCharacters.classes, PressroomCharacters.folds);
    });
    table.catch(() => { table = null; });
    await table;
  }

  function readTables(classLine, foldLine) {
    const digits = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";
    let line = classLine, at = 0;
    const number = () => {
      for (let value = 0, shift = 0; ; shift += 5) {
        const digit = digits.indexOf(line[at++]);
        value |= (digit & 31) << shift;
        if (digit < 32) return value;
      }
    };
    classes = new Uint8Array(LIMIT);
    for (let cp = 0; at < line.length;) {
      cp += number();
      const run = number();
      classes.fill(run & 3, cp, cp += run >> 2);
    }
    folds = new Map();
    line = foldLine;
    at = 0;
    for (let cp = 0; at < line.length;) {
      cp += number();
      const run = number(), type = run & 3;
      let text = "", difference = 0;
      if (type === 0) {
        const size = number();
        text = line.slice(at, at += size);
      } else if (type < 3) {
        const signed = number();
        difference = signed >>> 1 ^ -(signed & 1);
      }
      for (let i = run >> 2; i > 0; i--, cp += type === 2 ? 2 : 1) {
        folds.set(cp, difference ? String.fromCodePoint(cp + difference) : text);
      }
    }
  }

  const classOf = (cp) => cp < LIMIT ? classes[cp] : cp >= 0xE0000 && cp < 0xE0200 ? IGNORED : SEPARATOR;

  function fold(cp) {
    const folded = folds.get(cp);
    return folded === undefined ? String.fromCodePoint(cp) : folded;
  }

  // Words

  /** Calls found(word, start, end, exact) for each word of a text; exact: a form of the last one with its signs. */
  function scan(text, found) {
    if (!classes) readTables(CLASSES, FOLDS);
    const size = (cp) => cp > 0xFFFF ? 2 : 1;
    const classAt = (i) => i < text.length ? classOf(text.codePointAt(i)) : SEPARATOR;
    const wordly = (type) => type === WORD || type === SPACELESS;
    const before = (i) => {
      const low = text.charCodeAt(i - 1), high = text.charCodeAt(i - 2);
      return low >= 0xDC00 && low < 0xE000 && high >= 0xD800 && high < 0xDC00 ? text.codePointAt(i - 2) : low;
    };
    const digit = (i) => text[i] >= "0" && text[i] <= "9";
    const sign = (i) => text[i] === "+" || text[i] === "#";
    let at = 0;

    const word = () => {
      const start = at;
      const dotted = text[at - 1] === "." && (at === 1 || text[at - 2] !== "." && !wordly(classOf(before(at - 1))));
      let term = "";
      for (; at < text.length;) {
        const cp = text.codePointAt(at), type = classOf(cp);
        if (type === WORD) {
          if (term.length < LONGEST_TERM) term += fold(cp);
        } else if (type !== IGNORED) {
          if (!((cp === 46 || cp === 44) && at > start && digit(at - 1) && digit(at + 1))) break;
          if (term.length < LONGEST_TERM) term += text[at];
        }
        at += size(cp);
      }
      if (!term) return;
      const end = at, last = term[term.length - 1];
      found(term, start, end);
      let signed = false;
      if (last >= "a" && last <= "z" && sign(at)) {
        const after = sign(at + 1) ? at + 2 : at + 1;
        if (!sign(after) && !wordly(classAt(after))) {
          found(term + text.slice(at, after), start, after, true);
          signed = true;
          at = after;
        }
      }
      if (/^['\u2019\uFF07][sS]$/.test(text.slice(at, at + 2)) && !wordly(classAt(at + 2))) at += 2;
      if (dotted && !signed) found("." + term, start - 1, end, true);
    };

    const pairs = () => {
      let previous = "", start = 0, count = 0, end = 0;
      for (; at < text.length;) {
        const cp = text.codePointAt(at), type = classOf(cp);
        if (type !== SPACELESS && type !== IGNORED) break;
        const from = at;
        at += size(cp);
        if (type === IGNORED) continue;
        const folded = fold(cp);
        if (count++) found(previous + folded, start, at);
        previous = folded;
        start = from;
        end = at;
      }
      if (count === 1) found(previous, start, end);
    };

    while (at < text.length) {
      const cp = text.codePointAt(at), type = classOf(cp);
      if (type === WORD) word();
      else if (type === SPACELESS) pairs();
      else at += size(cp);
    }
  }

  /** Porter's stemmer as Lucene has it. */
  function stem(word) {
    if (word.length < 3) return word;
    let w = word, j = 0;
    // Consonants and vowels as 'c' and 'v'; y is a vowel after a consonant.
    const shape = (end) => {
      let s = "";
      for (let i = 0; i < end; i++) {
        const c = w[i];
        s += "aeiou".includes(c) || c === "y" && i > 0 && s[i - 1] === "c" ? "v" : "c";
      }
      return s;
    };
    const ends = (suffix) => w.endsWith(suffix) && (j = w.length - suffix.length, true);
    const measure = () => shape(j).split("vc").length - 1;
    const vowel = () => shape(j).includes("v");
    const doubled = () => w.length > 1 && w[w.length - 1] === w[w.length - 2] && shape(w.length).endsWith("c");
    const cvc = (length) => length > 2 && shape(length).endsWith("cvc") && !"wxy".includes(w[length - 1]);
    const to = (suffix) => { w = w.slice(0, j) + suffix; };
    const replace = (pairs) => {
      for (let i = 0; i < pairs.length; i += 2) {
        if (ends(pairs[i])) {
          if (measure() > 0) to(pairs[i + 1]);
          return;
        }
      }
    };
    if (w.endsWith("s")) {
      if (ends("sses")) to("ss");
      else if (ends("ies")) to("i");
      else if (w[w.length - 2] !== "s") w = w.slice(0, -1);
    }
    if (ends("eed")) {
      if (measure() > 0) w = w.slice(0, -1);
    } else if ((ends("ed") || ends("ing")) && vowel()) {
      to("");
      if (ends("at")) to("ate");
      else if (ends("bl")) to("ble");
      else if (ends("iz")) to("ize");
      else if (doubled()) {
        if (!"lsz".includes(w[w.length - 1])) w = w.slice(0, -1);
      } else if (measure() === 1 && cvc(w.length)) w += "e";
    }
    if (ends("y") && vowel()) to("i");
    if (w.length > 1) {
      replace(STEP3);
    }
    replace(STEP4);
    if (w.length > 1) {
      const suffix = STEP5.find(ends);
      if (suffix && (suffix !== "ion" || "st".includes(w[j - 1] || "-")) && measure() > 1) to("");
    }
    j = w.length;
    const m = measure();
    if (w.endsWith("e") && (m > 1 || m === 1 && !cvc(w.length - 1))) w = w.slice(0, -1);
    if (w.endsWith("l") && doubled() && m > 1) w = w.slice(0, -1);
    return w;
  }

  const STEP3 = ("ational ate tional tion enci ence anci ance izer ize bli ble alli al entli ent eli e ousli ous " +
    "ization ize ation ate ator ate alism al iveness ive fulness ful ousness ous aliti al iviti ive biliti ble " +
    "logi log").split(" ");
  const STEP4 = "icate,ic,ative,,alize,al,iciti,ic,ical,ic,ful,,ness,".split(",");
  const STEP5 = "al ance ence er ic able ible ant ement ment ent ion ou ism ate iti ous ive ize".split(" ");

  /** The terms of a text with their offsets and their positions among all words. */
  function analyze(text) {
    const tokens = [];
    let position = -1;
    scan(text, (word, start, end, again) => {
      if (!again) position++;
      if (STOP_WORDS.has(word)) return;
      const exact = !!again && tokens.length > 0 && tokens[tokens.length - 1].position === position;
      tokens.push({ term: /^[a-z]+$/.test(word) ? stem(word) : word, start, end, position, exact });
    });
    return tokens;
  }

  /** The terms of a part of a query: of two forms of a word only the exact one. */
  function termsOf(text) {
    return analyze(text).filter((token, i, all) => !(all[i + 1] && all[i + 1].exact));
  }

  const normal = (text) => text.replace(/[\0- \u00A0\u3000]+/g, " ").replace(/^ | $/g, "").normalize("NFC");

  /** The form in which values of facets are compared. */
  function key(value) {
    const words = [], text = normal(value);
    scan(text, (word) => words.push(word));
    return words.length ? words.join("-") : text;
  }

  // Queries

  const CHUNK = new RegExp("(-?)(?:(status|outcome|result|year|team|owner|tag|since|until|title|problem|solution|quote|" +
    "faq|customer|author|id):)?(?:\"([^\"]*)\"|([^ ]+))", "gi");
  const REGIONS = ["", "title", "id", "author", "customer", "problem", "solution", "quote", "faq"];
  const ANYWHERE = -1;
  const REGION_SIZE = 2 ** 26;

  /**
   * What a query says (see SearchQuery.java): clauses { form, excluded, region, words: [{ term, offset }], written, count },
   * filters and without (Map of kind to Set of keys), since and until (days from 1970, or null), id (a clause, or null).
   */
  function parse(query) {
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

  // Snippets

  /** The piece of a text with the most different terms, nearest to each other, and where they stand in it: see Snippet.java. */
  function snippet(text, terms) {
    const LENGTH = 220, LEAD = 60;
    const whole = (i) => text.charCodeAt(i) >= 0xDC00 && text.charCodeAt(i) < 0xE000 ? i - 1 : i;
    const found = analyze(text).filter((token) => terms.has(token.term));
    let at = found[0]?.start || 0, most = 0;
    found.forEach((first, i) => {
      const different = new Set();
      const reach = first.start + LENGTH - LEAD;
      let apart = 0;
      for (let k = i; found[k]?.end <= reach; k++) {
        if (!different.has(found[k].term)) apart = found[k].start - first.start;
        different.add(found[k].term);
      }
      // They are less than LENGTH apart, so one term more outweighs that.
      const dense = different.size * LENGTH - apart;
      if (dense > most) {
        most = dense;
        at = first.start;
      }
    });
    let begin = 0;
    if (at > LEAD) {
      const space = text.indexOf(" ", at - LEAD);
      begin = space >= 0 && space < at ? space + 1 : whole(at - LEAD / 2);
    }
    let end = begin + LENGTH;
    if (end >= text.length) end = text.length;
    else {
      const space = text.lastIndexOf(" ", end);
      end = space > begin + LENGTH / 2 ? space : whole(end);
    }
    const head = begin > 0 ? "… " : "", marks = [];
    for (const token of found) {
      if (token.start < begin || token.end > end) continue;
      const mark = [token.start - begin + head.length, token.end - begin + head.length], last = marks[marks.length - 1];
      if (last && mark[0] <= last[1]) {
        last[0] = Math.min(last[0], mark[0]);
        last[1] = Math.max(last[1], mark[1]);
      } else marks.push(mark);
    }
    return { text: head + text.slice(begin, end) + (end < text.length ? " …" : ""), marks };
  }

  // BM25

  const f = Math.fround;

  /** fdlibm's logarithm of a normal number of at least 1; the runtime's own may differ in the last bit. */
  function log(x) {
    const view = new DataView(new ArrayBuffer(8));
    view.setFloat64(0, x);
    let hx = view.getInt32(0), k = (hx >> 20) - 1023;
    hx &= 0xFFFFF;
    let i = hx + 0x95F64 & 0x100000;
    view.setInt32(0, hx | i ^ 0x3FF00000);
    k += i >> 20;
    const g = view.getFloat64(0) - 1, high = k * 6.93147180369123816490e-01, low = k * 1.90821492927058770002e-10;
    if ((0xFFFFF & 2 + hx) < 3) {
      if (g === 0) return high + low;
      const r = g * g * (0.5 - 0.33333333333333333 * g);
      return k ? high - (r - low - g) : g - r;
    }
    const s = g / (2 + g), z = s * s, w = z * z;
    const t1 = w * (3.999999999940941908e-01 + w * (2.222219843214978396e-01 + w * 1.531383769920937332e-01));
    const t2 = z * (6.666666666666735130e-01 + w * (2.857142874366239149e-01 + w * (1.818357216161805012e-01 +
      w * 1.479819860511658591e-01)));
    const r = t2 + t1;
    if ((hx - 0x6147A | 0x6B851 - hx) > 0) {
      const half = 0.5 * g * g;
      return k ? high - (half - (s * (half + r) + low) - g) : g - (half - s * (half + r));
    }
    return k ? high - (s * (g - r) - low - g) : g - s * (g - r);
  }

  const idf = (documents, df) => f(log(1 + (documents - df + 0.5) / (df + 0.5)));

  /** For each norm, how much it takes from a frequency. */
  function normInverses(field) {
    const k1 = f(1.2), average = f(field.sumTotalTermFreq / field.documents);
    return Float32Array.from({ length: 256 }, (_, norm) => {
      const small = norm - 24;
      const length = small < 8 ? norm : 24 + ((small & 7 | 8) << (small >>> 3) - 1);
      return f(1 / f(k1 * f(0.25 + f(f(0.75 * f(length)) / average))));
    });
  }

  // Shards

  const utf8 = new TextDecoder();
  const DIGITS = "abcdefghijklmnopqrstuvwxyz234567";

  class Reader {
    constructor(bytes, at = 1) {
      this.bytes = bytes;
      this.at = at;
    }

    number() {
      for (let value = 0, factor = 1; ; factor *= 128) {
        const octet = this.bytes[this.at++];
        value += (octet & 127) * factor;
        if (octet < 128) return value;
        if (octet === undefined) throw new ShardError("damaged", "");
      }
    }

    octets(length) {
      return this.bytes.subarray(this.at, this.at += length);
    }

    text(length = this.number()) {
      return utf8.decode(this.octets(length));
    }

    name() {
      const bits = this.octets(5).reduce((value, octet) => value * 256 + octet, 0);
      return bits.toString(32).padStart(8, 0).replace(/./g, (digit) => DIGITS[parseInt(digit, 32)]);
    }

    list(read) {
      return Array.from({ length: this.number() }, read);
    }

    frontCoded(before) {
      const shared = before.subarray(0, this.number());
      return Uint8Array.of(...shared, ...this.octets(this.number()));
    }
  }

  /** A file is of no use: its problem is "missing", "damaged", "version", or "browser" when that is too old. */
  class ShardError extends Error {
    constructor(problem, url) {
      super(problem + " " + url);
      this.problem = problem;
      this.url = url;
    }
  }

  const arrived = new Map();
  window.S = (name, packed) => arrived.set(name, packed);

  /** Runs a script; resolves when it ran or could not be loaded. */
  function script(url) {
    return new Promise((resolve) => {
      const element = document.createElement("script");
      element.onload = element.onerror = () => {
        element.remove();
        resolve();
      };
      element.src = url;
      document.head.append(element);
    });
  }

  /** Loads a file of the index as a script and unpacks what it carries. */
  async function load(url, name) {
    await script(url);
    const packed = arrived.get(name);
    arrived.delete(name);
    if (!window.DecompressionStream) throw new ShardError("browser", url);
    if (packed === undefined) throw new ShardError("missing", url);
    return unpack(packed).catch(() => { throw new ShardError("damaged", url); });
  }

  async function unpack(packed) {
    const text = atob(packed), bytes = new Uint8Array(text.length);
    for (let i = 0; i < text.length; i++) bytes[i] = text.charCodeAt(i);
    const stream = new Blob([bytes]).stream().pipeThrough(new DecompressionStream("deflate-raw"));
    return new Uint8Array(await new Response(stream).arrayBuffer());
  }

  function compare(a, b) {
    for (let i = 0; i < a.length && i < b.length; i++) {
      if (a[i] !== b[i]) return a[i] - b[i];
    }
    return a.length - b.length;
  }

  /** The anchor that follows from most titles. */
  const slug = (title) => title.toLowerCase().replace(/[^\p{L}\p{Nd}_ -]/gu, "").slice(0, 80)
    .replace(/[ -]+/g, "-").replace(/^-|-$/g, "");

  // The index

  const COUNTED = ["status", "outcome"];
  const NONE = { documents: new Uint32Array(0), frequencies: [], sections: [] };

  /** One state of the index: a root and what it names. */
  class Index {
    constructor(base, root) {
      this.base = base;
      this.shards = new Map();
      const reader = new Reader(root);
      if (root[0] !== 82 || reader.number() !== 5) {
        throw new ShardError("version", base);
      }
      this.documents = reader.number();
      this.fields = new Map(reader.list(() => {
        const name = reader.text(), flags = reader.number();
        const field = { flags, documents: reader.number(), sumTotalTermFreq: reader.number() };
        field.told = flags & 2 ? reader.number() : 0;
        field.norms = reader.list(() => reader.name());
        let first = new Uint8Array(0);
        field.blocks = reader.list(() => ({ first: first = reader.frontCoded(first), name: reader.name() }));
        field.inverses = normInverses(field);
        return [name, field];
      }));
      this.facets = new Map(reader.list(() => [reader.text(), reader.name()]));
      this.directory = reader.name();
      this.daysName = reader.name();
      this.listName = reader.name();
      this.synonyms = reader.list(() => reader.list(() => reader.list(() => reader.text())));
    }

    /** What a shard becomes when read; each is loaded and read once. */
    get(name, read) {
      if (!this.shards.has(name)) {
        const shard = load(this.base + name + ".js", name).then(read);
        shard.catch(() => this.shards.delete(name));
        this.shards.set(name, shard);
      }
      return this.shards.get(name);
    }

    /** The entries of a dictionary block: { term, df, place, parts: [{ documents, place }] }. */
    entries(block, field) {
      return this.get(block.name, (bytes) => {
        const reader = new Reader(bytes), shards = reader.list(() => reader.name()), offsets = shards.map(() => 1);
        const place = (head) => {
          if (head & 1) return { bytes: reader.octets(head >> 1), at: 0 };
          const number = reader.number(), at = offsets[number];
          offsets[number] += head >> 1;
          return { shard: shards[number], at };
        };
        let term = new Uint8Array(0);
        return reader.list(() => {
          const entry = { term: term = reader.frontCoded(term), df: reader.number(), place: place(reader.number()) };
          const head = field.flags & 4 ? reader.number() : 1;
          entry.parts = head ? [{ documents: entry.df, place: field.flags & 4 && place(head) }]
            : reader.list(() => ({ documents: reader.number(), place: { shard: shards[reader.number()], at: 1 } }));
          return entry;
        });
      });
    }

    async entry(field, term) {
      const wanted = new TextEncoder().encode(term);
      const block = field.blocks.findLast(({ first }) => compare(first, wanted) <= 0);
      return block && (await this.entries(block, field)).find((entry) => !compare(entry.term, wanted));
    }

    /** All terms that begin with a prefix, in their order: [{ term, df }]. */
    async startingWith(field, prefix) {
      const wanted = new TextEncoder().encode(prefix);
      const begins = (term) => !compare(term.subarray(0, wanted.length), wanted);
      const first = Math.max(0, field.blocks.findLastIndex((block) => compare(block.first, wanted) <= 0));
      const blocks = field.blocks.filter((block, i) => i === first || i > first && begins(block.first));
      const lists = await Promise.all(blocks.map((block) => this.entries(block, field)));
      return lists.flat().filter(({ term }) => begins(term))
        .map(({ term, df }) => ({ term: utf8.decode(term), df }));
    }

    async at({ bytes, shard, at }) {
      return new Reader(bytes || await this.get(shard, (contents) => contents), at);
    }

    /** The postings of a term, and its positions when they are asked for. */
    async postings(field, term, withPositions) {
      const entry = await this.entry(field, term);
      if (!entry) return NONE;
      entry.list ||= this.at(entry.place).then((reader) => decode(reader, entry.df, field));
      if (withPositions) {
        entry.positions ||= Promise.all(entry.parts.map(async ({ documents, place }) => {
          const reader = await this.at(place);
          return Array.from({ length: documents }, () => positions(reader));
        })).then((parts) => parts.flat());
      }
      // What could not be loaded may be there when it is asked for again.
      const forget = () => { entry.list = entry.positions = undefined; };
      const loaded = Promise.all([entry.list, withPositions ? entry.positions : null]);
      loaded.catch(forget);
      const [list, found] = await loaded;
      return found ? { ...list, positions: found } : list;
    }

    /** On which days documents were created: how many have none, and the days of the others. */
    days() {
      return this.get(this.daysName, (bytes) => {
        const reader = new Reader(bytes), without = reader.number(), days = [];
        for (let now = 0; days.length < this.documents - without;) {
          const number = reader.number();
          days.push(now += number % 2 ? -(number + 1) / 2 : number / 2);
        }
        return { without, days };
      });
    }

    /** What a query stands for in terms of the index: see QueryExpansion.java. */
    async expand(field, { clauses }, guess) {
      const units = [], guesses = clauses.map(() => []);
      // Those that are nearer come first, where that is told, then those of more documents.
      const most = (counted, limit) => [...new Set(counted.sort((a, b) => a.apart - b.apart || b.df - a.df)
        .map(({ term }) => term))].slice(0, limit);
      const meant = async (term, last) => {
        const letters = [...term];
        if (last && letters.length > 2) {
          const begun = await this.startingWith(field, term);
          if (begun.length) return most(begun, 8);
        }
        if (letters.length < 4) return [];
        const reach = letters.length < 8 ? 1 : 2;
        const near = async (...begins) => (await Promise.all(begins.map((begun) => this.startingWith(field, begun)))).flat()
          .filter((counted) => (counted.apart = distance(letters, [...counted.term], reach)) <= reach);
        const [a, b, c] = letters, same = await near(a + b);
        return most(same.length ? same : await near(a, b + a, b + c), 4);
      };
      await Promise.all(clauses.map(async (clause, at) => {
        const { form, excluded, words, region } = clause, first = words[0].term;
        // An empty term stands for each stop word.
        const way = (terms) => {
          const held = terms.map((term, offset) => ({ term, offset })).filter(({ term }) => term);
          return { words: held, region, adjacent: held.length > 1 };
        };
        const places = [], others = new Map();
        for (const { term, offset } of words) places[offset] = term;
        const asked = places.join(" ");
        const isWord = (other, term) => other && other.form === "WORDS" && !other.excluded && other.region === region &&
          other.words[0].term === term;
        for (const group of this.synonyms) {
          for (const known of group) {
            const terms = known.filter(Boolean);
            if (known.join(" ") === asked && (form === "PHRASE" || !words[1]) || terms[1] &&
              terms.some((_, back) => terms.every((term, i) => isWord(clauses[at - back + i], term)))) {
              for (const other of group) if (other !== known) others.set(other.join(" "), way(other));
            }
          }
        }
        others.delete(asked);
        let alternatives = [{ words, region, adjacent: form === "PHRASE" && !!words[1] }, ...others.values()], terms = [];
        if (form === "PREFIX") {
          terms = most(await this.startingWith(field, first), 16);
          alternatives.length = 1;
        } else if (guess && form === "WORDS" && !excluded && !others.size && !(await this.entry(field, first))) {
          guesses[at] = terms = await meant(first, at === clauses.length - 1);
        }
        if (terms.length) alternatives = terms.map((term) => way([term]));
        units[at] = { alternatives, boost: clause.count };
      }));
      return {
        required: units.filter((_, i) => !clauses[i].excluded),
        excluded: units.filter((_, i) => clauses[i].excluded).flatMap(({ alternatives }) => alternatives),
        guessed: new Map(guesses.map((terms, i) => [clauses[i], terms]).filter(([, terms]) => terms.length)),
      };
    }

    /** The postings of all terms of some alternatives, by term. */
    async lists(field, alternatives) {
      const terms = new Map();
      for (const { words, region, adjacent } of alternatives) {
        for (const { term } of words) terms.set(term, terms.get(term) || adjacent || region !== ANYWHERE);
      }
      return new Map(await Promise.all([...terms].map(async ([term, where]) =>
        [term, await this.postings(field, term, where)])));
    }

    async norms(field) {
      const parts = await Promise.all(field.norms.map((name) => this.get(name, (bytes) => bytes.subarray(1))));
      return (document) => parts[document >> 13][document & 8191];
    }

    facet(kind) {
      return this.get(this.facets.get(kind), (bytes) => {
        const reader = new Reader(bytes), many = reader.number();
        const values = reader.list(() => ({ value: reader.text(), count: reader.number() }));
        const starts = new Uint32Array(this.documents + 1), ordinals = [];
        for (let document = 0; document < this.documents; document++) {
          const head = reader.number();
          if (!many && head) ordinals.push(head - 1);
          for (let left = many && head; left > 0; left--) ordinals.push(reader.number());
          starts[document + 1] = ordinals.length;
        }
        return { values, starts, ordinals };
      });
    }

    /** How many documents stand in which stored shard. */
    ranges() {
      return this.get(this.directory, (bytes) => {
        const reader = new Reader(bytes);
        return reader.list(() => {
          const name = reader.name();
          return reader.list(() => reader.number()).map((size, i) => ({ size, name: name + DIGITS[i] }));
        }).flat();
      });
    }

    async stored(document) {
      const shards = await this.ranges();
      let first = 0, i = 0;
      for (; first + shards[i].size <= document; i++) first += shards[i].size;
      const reader = new Reader(await this.get(shards[i].name, (bytes) => bytes));
      for (; first < document; first++) reader.octets(reader.number());
      reader.number();
      const [id, page, title, status, outcome] = [0, 0, 0, 0, 0].map(() => reader.text());
      const sections = reader.list(() => {
        const head = reader.number(), heading = reader.text(head >> 2);
        const anchor = head & 3 ? (head & 2 ? "q-" : "") + slug(heading) : reader.text();
        return { anchor, title: heading, text: reader.text() };
      });
      return { id, page: page || "ideas/" + id + ".html", title, status, outcome, sections };
    }

    async search(query, options) {
      await prepare(query.slice(0, LONGEST_QUERY), ...Object.values(options.filters || {}).flat());
      const parsed = parse(query), { filters, without, since, until } = parsed;
      for (const [kind, values] of Object.entries(options.filters || {})) {
        values.forEach((value) => put(filters, kind, value));
      }
      const dated = since !== null || until !== null;
      const wordless = !parsed.clauses.length && !filters.size && !without.size && !dated;
      const result = {
        query, documents: this.documents, total: 0, relaxed: false, wordless, corrections: [], hits: [], facets: {},
      };
      if (wordless) return result;

      const field = this.fields.get("text");
      const asked = [...new Set(options.kinds || COUNTED)].filter((kind) => this.facets.has(kind));
      const kinds = [...new Set([...asked, ...filters.keys(), ...without.keys()])];
      const ahead = Promise.all([Promise.all(kinds.map((kind) => this.facet(kind))), this.ranges(),
        dated ? this.days() : null, parsed.clauses.length ? this.norms(field) : null]);
      ahead.catch(() => {});
      const named = parsed.id ? [{ ...parsed.id, adjacent: true }] : [];
      const all = ({ required, excluded }) => [...required.flatMap(({ alternatives }) => alternatives), ...excluded, ...named];
      let expanded = await this.expand(field, parsed, false);
      let lists = await this.lists(field, all(expanded));
      const [columns, , created, normOf] = await ahead;
      const compared = columns.filter((column, i) => filters.has(kinds[i]) || without.has(kinds[i]));
      await prepare(...compared.flatMap(({ values }) => values.map(({ value }) => value)));
      const answer = (everything) => this.evaluate(field, expanded, lists, normOf, everything);
      let found = answer(true);
      if (!found.any) {
        const guessed = await this.expand(field, parsed, true);
        if (guessed.guessed.size) {
          expanded = guessed;
          lists = await this.lists(field, all(expanded));
          found = answer(true);
        }
      }
      if (!found.any && expanded.required.length > 1) {
        found = answer(false);
        result.relaxed = found.any;
      }
      const { sums, matched, needed } = found;
      let from = 0, to = this.documents, id = -1;
      if (dated) {
        const firstOf = (on) => created.without + created.days.filter((other) => other < on).length;
        from = since === null ? created.without : firstOf(since);
        if (until !== null) to = firstOf(until + 1);
      }
      for (const document of named.length ? matching(named[0], lists) : []) {
        const stored = await this.stored(document);
        await prepare(stored.id);
        if (id < 0 && key(stored.id) === key(parsed.id.written)) id = document;
      }

      const wanted = (choices) => [...choices].map(([kind, keys]) => {
        const column = columns[kinds.indexOf(kind)];
        return { kind, column, accepted: column.values.map(({ value }) => keys.has(key(value))) };
      });
      const accepts = ({ column, accepted }, document) => {
        for (let i = column.starts[document]; i < column.starts[document + 1]; i++) {
          if (accepted[column.ordinals[i]]) return true;
        }
        return false;
      };
      const narrowing = wanted(filters), leaving = wanted(without);
      const counted = asked.map((kind, i) => ({ kind, column: columns[i], counts: columns[i].values.map(() => 0) }));
      const best = [];
      let first = null;
      for (let document = 0; document < this.documents; document++) {
        if (matched[document] < needed || document < from || document >= to) continue;
        if (leaving.some((filter) => accepts(filter, document))) continue;
        const refusing = narrowing.filter((filter) => !accepts(filter, document));
        if (refusing.length > 1) continue;
        for (const { kind, column, counts } of counted) {
          if (refusing.length && refusing[0].kind !== kind) continue;
          for (let i = column.starts[document]; i < column.starts[document + 1]; i++) counts[column.ordinals[i]]++;
        }
        if (refusing.length) continue;
        result.total++;
        const score = f(sums[document]);
        if (document === id) {
          first = { document, score };
          continue;
        }
        if (best.length < options.limit || best.length && score > best[best.length - 1].score) {
          let place = best.length;
          while (place > 0 && best[place - 1].score < score) place--;
          best.splice(place, 0, { document, score });
          if (best.length > options.limit) best.pop();
        }
      }
      for (const { kind, column, counts } of counted) {
        result.facets[kind] = column.values.map(({ value }, i) => ({ value, count: counts[i] }));
      }
      if (first) best.unshift(first);
      const weights = new Map();
      for (const { alternatives } of expanded.required) {
        for (const { words } of alternatives) {
          for (const { term } of words) weights.set(term, idf(field.documents, lists.get(term).documents.length));
        }
      }
      result.hits = await Promise.all(best.slice(0, options.limit).map((hit) => this.hit(hit, field, lists, weights)));
      for (const [{ words, written }, terms] of expanded.guessed) {
        if (terms[0].startsWith(words[0].term)) continue;
        let to = "";
        for (const wanted of terms) {
          for (const text of result.hits.flatMap((hit) => [hit.snippet.text, hit.title])) {
            const token = !to && analyze(text).find(({ term }) => term === wanted);
            if (token) to = text.slice(token.start, token.end);
          }
        }
        result.corrections.push({ from: written, to: to || terms[0] });
      }
      return result;
    }

    /** Scores documents as ShardSearcher.java does: { sums, matched, needed, any }. */
    evaluate(field, { required, excluded }, lists, normOf, all) {
      const sums = new Float64Array(this.documents), matched = new Uint8Array(this.documents), plain = new Map();
      const count = (counts, words, boost) => {
        for (const { term } of words) counts.set(term, (counts.get(term) || 0) + boost);
        return counts;
      };
      const weigh = (counts) => [...counts].map(([term, boost]) => {
        const list = lists.get(term);
        return { list, weight: f(boost * idf(field.documents, list.documents.length)) };
      });
      const part = ({ list, weight }, i) => {
        const taken = f(list.frequencies[i] * field.inverses[normOf(list.documents[i])]);
        return f(weight - f(weight / f(1 + taken)));
      };
      for (const { alternatives, boost } of required) {
        const [first] = alternatives;
        if (alternatives.length === 1 && (all || first.words.length === 1 && first.region === ANYWHERE)) {
          count(plain, first.words, boost);
          for (const document of matching(first, lists)) matched[document]++;
          continue;
        }
        const best = new Map();
        for (const alternative of alternatives) {
          const terms = weigh(count(new Map(), alternative.words, boost));
          for (const document of matching(alternative, lists)) {
            const score = f(terms.reduce((sum, term) => sum + part(term, indexOf(term.list.documents, document)), 0));
            best.set(document, Math.max(best.get(document) || 0, score));
          }
        }
        best.forEach((score, document) => {
          sums[document] += score;
          matched[document]++;
        });
      }
      for (const term of weigh(plain)) {
        term.list.documents.forEach((document, i) => { sums[document] += part(term, i); });
      }
      const needed = all ? required.length : Math.min(1, required.length);
      // 255 stands for a document that has what it must not have.
      const gone = new Uint8Array(this.documents);
      for (const alternative of excluded) for (const document of matching(alternative, lists)) gone[document] = 1;
      let any = false;
      for (let document = 0; document < this.documents; document++) {
        if (gone[document]) matched[document] = 0;
        any ||= matched[document] >= needed && !gone[document];
      }
      if (!needed) gone.forEach((isGone, document) => { matched[document] = isGone ? 0 : 1; });
      return { sums, matched, needed: needed || 1, any };
    }

    async hit({ document, score }, field, lists, weights) {
      const { id, page, title, status, outcome, sections } = await this.stored(document);
      await prepare(title, ...sections.flatMap((section) => [section.title, section.text]));
      const points = sections.map(() => 0), titles = sections.map((section) => analyze(section.title));
      for (const [term, weight] of weights) {
        const list = lists.get(term);
        const place = list.documents.length > field.told
          ? titles.findIndex((tokens) => tokens.some((token) => token.term === term))
          : list.sections[indexOf(list.documents, document)];
        if (place >= 0) points[place] += weight;
      }
      const section = sections[points.indexOf(Math.max(...points))];
      const text = section.text || sections[0].text;
      return {
        number: document, id, title, score, status, outcome, section: section.anchor, sectionTitle: section.title,
        url: page + (section.anchor && "#" + section.anchor), snippet: snippet(text, weights), shown: snippet(title, weights),
      };
    }
  }

  /** The documents that have all words of an alternative, where it wants them. */
  function matching({ words, region, adjacent }, lists) {
    const held = words.map(({ term, offset }) => ({ ...lists.get(term), offset }));
    const rarest = held.reduce((a, b) => b.documents.length < a.documents.length ? b : a);
    if (words.length === 1 && region === ANYWHERE) return rarest.documents;
    return rarest.documents.filter((document) => {
      let starts = null;
      for (const { documents, positions: of, offset } of held) {
        const i = indexOf(documents, document);
        if (i < 0) return false;
        if (!adjacent && region === ANYWHERE) continue;
        const mine = of[i].filter((position) => region === ANYWHERE || Math.floor(position / REGION_SIZE) === region)
          .map((position) => adjacent ? position - offset : position);
        starts = starts && adjacent ? mine.filter((position) => starts.includes(position)) : mine;
        if (!starts.length) return false;
      }
      return true;
    });
  }

  /** Reads the postings of a term. */
  function decode(reader, df, field) {
    const documents = new Uint32Array(df), frequencies = new Uint32Array(df), sections = new Uint32Array(df);
    for (let i = 0, document = -1; i < df; i++) {
      const head = reader.number();
      documents[i] = document += (head >> 1) + 1;
      frequencies[i] = 2 - head % 2;
    }
    for (let i = 0; i < df; i++) if (frequencies[i] > 1) frequencies[i] += reader.number();
    if (df <= field.told) for (let i = 0; i < df; i++) sections[i] = reader.number();
    return { documents, frequencies, sections };
  }

  /** Reads the positions of a term in one document, ascending. */
  function positions(reader) {
    const found = [];
    for (let more = true, before = -1; more;) {
      const head = reader.number(), delta = Math.floor(head / 4);
      more = head % 2 === 1;
      before = head & 2 ? reader.number() * REGION_SIZE + delta : before + 1 + delta;
      found.push(before);
    }
    return found;
  }

  function indexOf(sorted, wanted) {
    let low = 0, high = sorted.length - 1;
    while (low <= high) {
      const middle = low + high >> 1;
      if (sorted[middle] === wanted) return middle;
      if (sorted[middle] < wanted) low = middle + 1;
      else high = middle - 1;
    }
    return -1;
  }

  /** The index below a base address ("search/"); loads its root when first asked, and again when it has gone stale. */
  class Engine {
    constructor(base) {
      this.base = base;
      this.roots = 0;
    }

    /** Loads the root. */
    open() {
      if (!this.index) {
        const fresh = this.roots++ ? "?" + Date.now() : "";
        this.index = load(this.base + "root.js" + fresh, "root").then((root) => new Index(this.base, root));
        this.index.catch(() => { this.index = null; });
      }
      return this.index;
    }

    /**
     * Answers a query.
     *
     * options: limit (may be 0), filters: { kind: [value] }, and kinds: those whose values are counted. Of the facets
     * only what is filtered or counted by is loaded. A file that is missing may have been replaced since the root was
     * loaded, so the root is loaded once more before the search fails.
     */
    async search(query, options) {
      const index = await this.open();
      try {
        return await index.search(query, options);
      } catch (failure) {
        if (!(failure instanceof ShardError)) throw failure;
        if (await this.index === index) this.index = null;
        return (await this.open()).search(query, options);
      }
    }
  }

  window.PressroomSearch = { Engine, Reader, ShardError, load, analyze, key, parse, prepare, snippet, idf };
})();
