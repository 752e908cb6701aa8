// Words: what a text consists of, specified in org.pressroom.search (WordScanner, Analysis).

// Latin letters and what stands between words in most texts; for the rest search-characters.js is loaded. Frozen from
// Unicode 16; both rewritten by CharacterTableTest. See CharacterTable.java for the encoding.
const CLASSES =
  "wBpBHpDGpDvBFCHEJBFDJBNB9CB9DBp5B";
const FOLDS =
  "hCpDgCyCHEJ/HFEB1GYBaAECaeAEBcAQBeAQBiAEBdAJlGAQBoBEBoAQBuAEByAECthAECssAYBaAECaeAEBcAQBeAQBiAEBdAJlIAQBoBEBoAQBuAEByAECthAEByAYBaAgBBcAQBdAoBBeAgBBgAQBhAoBBiAICijAIBjAIBkAEBqAoBBlAkBBnAYBoAICoeAYBrAgBBsAYBtAwBBuAIBwAMByAYBzAEBs";
const KNOWN = /^[\0-\u017F\u2010-\u2027\u2030-\u205E\u20A0-\u20BF]*$/;
const { characters: TABLE, guesses: GUESSES } = document.currentScript.dataset;
const SEPARATOR = 0, WORD = 1, SPACELESS = 2, IGNORED = 3;
const LIMIT = 0x40000;
const LONGEST_TERM = 64, LONGEST_QUERY = 2000, MOST_CLAUSES = 32, MOST_WORDS = 32;
const STOP_WORDS = new Set(("a an and are as at be but by for if in into is it no not of on or such that the their " +
  "then there these they this to was will with").split(" "));

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

const SIGNED = 1, JOINED = 2;
const HYPHEN = /[-\u2010\u2011]/;

/** Calls found(word, start, end, kind) for each word of a text; kind: SIGNED or JOINED for another form of the last one. */
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
  // The words that hyphens and other signs join to the next one, the last one first.
  let at = 0, run = [];

  const word = () => {
    const start = at, lead = text[at - 1] || " ";
    const led = ".#".includes(lead) && (at === 1 || text[at - 2] !== lead && !wordly(classOf(before(at - 1))));
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
    let signed;
    if (last >= "a" && last <= "z" && sign(at)) {
      const after = sign(at + 1) ? at + 2 : at + 1;
      if (!sign(after) && !wordly(classAt(after))) {
        found(term + text.slice(at, after), start, after, SIGNED);
        signed = true;
        at = after;
      }
    }
    if (/^['\u2019\uFF07][sS]$/.test(text.slice(at, at + 2)) && !wordly(classAt(at + 2))) at += 2;
    if (led && !signed) found(lead + term, start - 1, end, SIGNED);

    const [b, a] = run, mark = b?.end === start - 1 ? text[b.end] : " ", next = text[end];
    const join = (first, { start: from }, by = "") => {
      const whole = first + by + term;
      if (whole.length <= LONGEST_TERM && /[^\0-9]/.test(whole)) found(whole, from, end, by ? SIGNED : JOINED);
    };
    if (HYPHEN.test(mark)) {
      join(b.term, b);
      if (run.length === 2 && !HYPHEN.test(next)) join(a.term + b.term, a);
    } else {
      if (mark === "/" && !a && !/^[/.:@]|\/$/.test(text[b.start - 1] + next)) join(b.term, b);
      if (mark === "&") join(b.term, b, mark);
      run = [];
    }
    if (/[-\u2010\u2011/&]/.test(next)) run.unshift({ term, start, end });
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
  scan(text, (word, start, end, kind) => {
    if (!kind) position++;
    if (!STOP_WORDS.has(word)) tokens.push({ term: /^[a-z]+$/.test(word) ? stem(word) : word, start, end, position, kind });
  });
  return tokens;
}

/** The terms of a part of a query: of the forms of a word only the exact one, and none that are joined. */
function termsOf(text) {
  return analyze(text).filter((token, i, all) =>
    token === all.findLast(({ position, kind }) => position === token.position && kind !== JOINED));
}

const normal = (text) => text.replace(/[\0- \u00A0\u3000]+/g, " ").replace(/^ | $/g, "").normalize("NFC");

/** The form in which values of facets and ids are compared. */
function key(value) {
  const words = [], text = normal(value);
  scan(text, (word, start, end, kind) => { if (kind !== JOINED && word[0] !== "#") words.push(word); });
  return words.length ? words.join("-") : text;
}
