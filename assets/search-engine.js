// Searches the shards that the build wrote and scores as Lucene does, bit for bit. Specified in org.pressroom.search
// (WordScanner, SearchQuery, Snippet) and org.pressroom.search.shard (format, Bm25); tests hold both sides together.
// Runs on the page's thread: unpacking is the browser's own and asynchronous, and the rest takes a few milliseconds.
(() => {
  "use strict";

  // Frozen from Unicode 16; rewritten by CharacterTableTest. See CharacterTable.java for the encoding.
  const CLASSES =
    "wBpBHpDGpDvBFCHEJBFDJBNB9CB9DBp5BExBOVHFBFRjOAVBJCRBFGFBNBFBxCBtKBtRB1VB5ECFGlFI1FBFBJBJBFItDERdtBFpJE5MBhBCpBBtCCFQtHC1MO5GEFCFC5FSxDEtBFhDBZItJBlQCpBBtCBhBCJC5CBdBFDRClBCJCRIFEJBVCxBCZCFBFCNBZEJC5CBdBJBJBJCFBVEJCNDFHRBFHhCLNBlBBNB5CBdBJBVCpBBNBNCFPRCpBJdBNBhBCJC5CBdBJBVClBCJCNHNEJBVCpBBdKJBZDNBRDJBFBJDJDNDxBEVDNBRCFGFO1BN1BBNB9CBhCClBBNBRHJBNCFCRCpBIdBRBhBBNB9CBpBBVClBBNBRHJGJBRCpBBNM1BBNBtGBNBVFhCCtCBZBNBpCDhDBlBBFCdDFEZBFBhBGpBCJNqHF+BBqBnBKBGBWBiDBGB+CCWBGBeBqBCSgBFXJGxCBFBFBFEpBBxEExCBpCBxEJF5BqJG6JC5EBFFFCtFBRAigBAlJBRCdBFBRClFBRClEBRCdBFBRC9BBlHBRCtICNJxCDhCQ5KCZDxtCClCBpDFtJDtBH5CJ5CLxCM1BBNBJMyKDGEKCqBGqBRPBHApBGlLHtFF5IK9DBxBExBKhFCVLxFEpDGtBlBxDE9HB1DCtBGpBNFI9DxB1JDpBRlBMxOMhHIpBDlGCtBFtFCNQNB9EF5iCCZC5ECZChBBFBFBFB9DC1GBdBFDNBdDRCZE1BFNBdPLyCHPJCZFtBG1BzBlERFEFCpBBFDVGFBFBFBRBtBCRFVEFBpH2WxHuC5C2T5DsjB1cGlBJFC5EBFFFChHHFPhDJdBdBdBdBdBdBdBdBhEvBF1OGAFAGZmBARAKBVCSAFE6KCKCOBqLBSFtFB6LDRKhEwBiCgBpBehBB9BgBpBnB9BgKi4ZgCigyCA1xEjC5FC1hBDxDUtGBpBBtOlBlBC9MCtICJBFBhBV5GEFDZKxGM5IKpBGhDDFBlGCxEM2DDlIOtBG+DB9GJ5BCpBG+CDaAtIYNChCCVKZCZCZJdBdBtFB5BGtPBJCpBGy0rBM+CEmGkoI6tBCqNmBdMVFxBB1BBVBFBJBJBxNhBttBShIC5GoBxBEjCQhCgCVB9QCHQpBHpDGpDLmLDaCaCaCOjBxBBpDBtCBJB9BC5BiBtPM1FMlHRJxDFiE1DDlGPxDExEJ5DFtFF5DCxEEhBBVqB5TCpBGxEExEEhFIxGMtBB9BBdBJBtBB9BBdBJDxGM9mBJ5CKhBYZBpFBlBlCZCFBxFBJDFC9CC9DC5EIlBwBtCBJFlEEpDmChHExCCpGBJFhBBNB1DCNEpBX9DBhEgBhBB5DEVQ5GK5CCtDFpDXdwClJ3BtGNtGH5FIpBG5EDVB9C6G9DBpFBJDJQN3BxFI1Eb5CqBxDU9CJ9ILxEJxHHFNlDHpBG1GBpBERIxECFJ1IERB1BBFExCLpCB1EGR+BdBFBRB9BBpBHtHFpBGRBhBCJC5CBdBJBVBpBCJCNCFGFFdCdDVLpBBFCFB5EBpBBFCFBRBhBNJdtJFpBERe5IBFIpBmF5GClBXZiBlIDFLpBmBlHHpBGyCctDC9BExBEd5FtHlDtKMhBCFChBBJB5DBJClBMpBmChBC5FChBBJb9HIFIpJDFSlJnGlEPpBGlBB1FBlBP1DF5DC5CB5BpCdBJBxFDFBJBlBIpBGZBJB1EBJBZHpB2J9CJlCBlFDVNtB1CFP1CrBpzDmD9NRxYsyClMPhmEQ5CKtzPF9oC51GpHm2BlnCH9DBpBG9JBpBG5DCVL9GJRMpBBdB1CFtCwN1FDpBmG9KpDtJElHHlCgCJBGAFLKOh/XI56EpBpBn3ISBeBKBukBPGdOCGOSIxxBkoCtNF1BDlBHpBDJxiEpBmQ5FC9C+QVDZIhBCdeR0EN7DxCMxCsDlDnE1KB9IBJCFCJCRBxBBFBdBlIBRChBBdBxDBRBVBFDdBxqBClDBlDB9DBlDB9DBlDB9DBlDB9DBlDBhBCpGgQ9GEpGIFOFWVB9BwiB9DGZ1GdBlCCdBJBVF5HhBFwD1FD5BCpBEFhK9DRpH2OpF2GtFlPdBRBJB9BB1YChCpBxJEpB3YtHBNBRsC1FB9BiGRBtDBJBFCFBpBBRBFBFGFEFBFBFBNBJBFCFBFBFBFBFBJBFCRBdBRBRBFBpBBlCFNBVBlCkS1Bj3CpBmgBi8mFgBqnQG6bCqwWOmmdP6tCitC6jCivBupTFisQ";
  const FOLDS =
    "hCpDgCyCHEJ/HFEB1GYBaAECaeAEBcAQBeAQBiAEBdAJlGAQBoBEBoAQBuAEByAECthAECssAYBaAECaeAEBcAQBeAQBiAEBdAJlIAQBoBEBoAQBuAEByAECthAEByAYBaAgBBcAQBdAoBBeAgBBgAQBhAoBBiAICijAIBjAIBkAEBqAoBBlAkBBnAYBoAICoeAYBrAgBBsAYBtAwBBuAIBwAMByAYBzAEBsAQBbAFCBEBoAIBcAQBdBEBeAEBaAJ1SAJ3SAF+MAEChvAFmNAEBiAIBkAEBlBJ9SAJ/SAIBoAFCBIBpAEBRAFCBF0NBQBtAIBuAFyNAEBvAIByAIBzAF2NAFCDFCCEBwEMCdzAMCljAMCnjAIBaAIBiAIBoAoBBuAEBeAQBaAICaeAQBGAIBkAQBoAFCBEBjAMCdzAIBgAEChvAEBwAIBnAIBaAICaeAIBoAQBaAQBeAQBiAQBoAQBrAQBuAIBsAIBtAIBzAIBhAEBnAEBdAICouAIBzAIBaAIBeAgBBoAIByAEBlAEBnAEBtAEBjAECdbAECqpAEBaAIBcAEBlAEBtAEBsAEBzAFCBEBbAJ9cAIBeAIBjAIBqAIBrAIByAEBaCEBbAEBoAJjfAJlfAIBaAQBeAEBjAIBgAEBGCIBhBEBiBEBIAMBlBMBmAIBnAEBNAEBoAECOEFQBrAIBRAEBsBEBjCIBtAEBuBIBvAEBwAEByAEBYAIBzFEBCBEBBAEBeAJnlBAJljBAEBLAEBqCECdzBECdzAECtsBECtcBEClsAEClzCIBhwCjOAKCCFCIFoHGFsCBNqCBFgEBJ+DBlCgCBlBgCjBFQIyBCEF3DCFCBFNAFCCNjIAhCgFAhEgCwBmCCIuDCAFeAeCBiGCB5EgDp6C5EgmOBFgmOFFgmOyWhKg9rCAZQ1gBPBH5jBFCGtF/7FCN/7FgCEBAAECAEAECaeANhsOAJjsOAEBeAEBiAZ/rOAEBODECoeAECOUAIBoAEBPAIBRAJtsODJzsOAEBZ/BEBiAEBrAJ9uOFECueAEBbAEBdAEBfAJjwOAEBpAIBrAJhwOAEBzAEBgBEBgAECthAEBIAEBiAEBpAEBUBEBbAEBdAJ3xOARxxOAEBpAJtxOBEBvAEBxAEBzAEBaBJ5yOAIBeAEBaAEBiAEBoBEBumDIBaAYBbAIBcAoBBdAoBBeAIBfAIBgAoBBhAQBiAYBkAgBBlAYBmAgBBnAgBBoAQBpAgBBrAoBBsAgBBtAoBBuAQBvAoBBwAQBxAIByAYBzAEBhAEBtAEBwAEByAEBaAEBfAIBsAECssBgDBaAgCBeAQBiAgDBoA4BBuAgBByAICllAFCBIByIhBPIZPKhBPIhBPIZPLSPHhBPYhBPIhBPIhBPIJPAJzEAFRLRrFAFRLJPAJnGMJPAJ/GAFNLJ/HAJ7HAFRPLyCHPEB0AEBiCZ/jQFEBnApB/kQGEBaAEBeAEBoAEBxAEBaxEF51ODEBkAEBaGF4BtBhCgBTIBc7WlB9iSAEC10AEC11AEC12AEC13AEC14AEC15AEC16AEC17AEC18AEC19AEC20AED(1)AED(2)AED(3)AED(4)AED(5)AED(6)AED(7)AED(8)AED(9)AEE(10)AEE(11)AEE(12)AEE(13)AEE(14)AEE(15)AEE(16)AEE(17)AEE(18)AEE(19)AEE(20)AEC1.AEC2.AEC3.AEC4.AEC5.AEC6.AEC7.AEC8.AEC9.AED10.AED11.AED12.AED13.AED14.AED15.AED16.AED17.AED18.AED19.AED20.uCEB0AEC11AEC12AEC13AEC14AEC15AEC16AEC17AEC18AEC19AEC20AlBnsSAEC10AEB02TlBp0TAEC10AlB90TAEC10AlBx1TAEC10sjBhGgDwBMBlAEBpAEBrAEBaAEBtAIBhAIBkAIBzAF3hVAEBmAEBaAF7hVAJ1/VAEBwAEBvAIBhBEBeBEBoAEBEAEBjBEBsAEBzAqGCHKCDFCtqe+CCS6BCmEOCAICtzAOCAEBFAEBSAICaaAICaoAICauAQCavAICayAIBcAYBkAQBlAQBoAICooAYBpAQBqAIBrAFCBIBvAICvyAIBzAFCBICthASCJIBdAIBfAMBgAIBlAIBrAIBSAFCEFCBEBhCKCCqBCAEBhAEBeAEBgAEBlAEBIBEBkAEBtAEBjAFg6BAiBCAF/CAEBsAEBzAKCAFt2yCAFCDFCFOCAFhkzCYFCFEBFAEBpAEBMAEBIAEBMg4UECffAECfiAECflAEDffiAEDfflBECst5XjCvHHQpB/t/DHpD/r/DGpD/t/DllBhFwCoExEwC8EtBuCB9BuCBduCBJuCq3BtGgE9E5CgC65ChEgCgsVhEgCg1epEkC";
  const SEPARATOR = 0, WORD = 1, SPACELESS = 2, IGNORED = 3;
  const LIMIT = 0x40000;
  const LONGEST_TERM = 64, LONGEST_QUERY = 2000, MOST_TERMS = 32;
  const STOP_WORDS = new Set(("a an and are as at be but by for if in into is it no not of on or such that the their " +
    "then there these they this to was will with").split(" "));

  // Characters

  let classes, folds;

  function readTables() {
    const digits = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";
    let line = CLASSES, at = 0;
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
    line = FOLDS;
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
    if (!classes) readTables();
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

  /** The terms of a text with their offsets. */
  function analyze(text) {
    const tokens = [];
    scan(text, (word, start, end, exact) => {
      if (!STOP_WORDS.has(word)) tokens.push({ term: /^[a-z]+$/.test(word) ? stem(word) : word, start, end, exact });
    });
    return tokens;
  }

  /** The terms of a part of a query: of two forms of a word only the exact one. */
  function termsOf(text) {
    return analyze(text).filter(({ end }, i, all) => !(all[i + 1] && all[i + 1].exact && all[i + 1].start < end))
      .map(({ term }) => term);
  }

  const normal = (text) => text.replace(/[\0- \u00A0\u3000]+/g, " ").replace(/^ | $/g, "").normalize("NFC");

  /** The form in which values of facets are compared. */
  function key(value) {
    const words = [], text = normal(value);
    scan(text, (word) => words.push(word));
    return words.length ? words.join("-") : text;
  }

  // Queries

  /** What a query says: terms (Map to how often), excluded (arrays of terms), filters and without (kind to Set). */
  function parse(query) {
    const terms = new Map(), excluded = [], filters = new Map(), without = new Map();
    const chunks = /(-?)(status|outcome|result|year|team|owner|tag):(?:"([^"]*)"|([^ "]+))|[^ ]+/gi;
    for (const [text, minus, kind, quoted, plain] of normal(query.slice(0, LONGEST_QUERY)).matchAll(chunks)) {
      if (kind) {
        add(minus ? without : filters, kind.toLowerCase(), quoted === undefined ? plain : quoted);
      } else if (text[0] === "-") {
        const left = new Set(termsOf(text));
        if (left.size) excluded.push([...left]);
      } else {
        for (const term of termsOf(text)) {
          if (terms.size < MOST_TERMS || terms.has(term)) terms.set(term, (terms.get(term) || 0) + 1);
        }
      }
    }
    return { terms, excluded, filters, without };
  }

  function add(filters, kind, value) {
    if (!filters.has(kind)) filters.set(kind, new Set());
    filters.get(kind).add(key(value));
  }

  // Snippets

  /** The piece of a text with the most different terms, and where they stand in it: see Snippet.java. */
  function snippet(text, terms) {
    const LENGTH = 220, LEAD = 60;
    const whole = (i) => text.charCodeAt(i) >= 0xDC00 && text.charCodeAt(i) < 0xE000 ? i - 1 : i;
    const found = analyze(text).filter((token) => terms.has(token.term));
    let at = 0, most = 0;
    found.forEach((first, i) => {
      const different = new Set();
      const reach = first.start + LENGTH - LEAD;
      for (let k = i; k < found.length && found[k].end <= reach; k++) different.add(found[k].term);
      if (different.size > most) {
        most = different.size;
        at = first.start;
      }
    });
    if (found.length && !most) at = found[0].start;
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

    text() {
      return utf8.decode(this.octets(this.number()));
    }

    name() {
      const bits = this.octets(5).reduce((value, octet) => value * 256 + octet, 0);
      const digits = "abcdefghijklmnopqrstuvwxyz234567";
      let name = "";
      for (let unit = 2 ** 35; unit >= 1; unit /= 32) name += digits[Math.floor(bits / unit) % 32];
      return name;
    }

    list(read) {
      return Array.from({ length: this.number() }, read);
    }

    frontCoded(before) {
      const shared = this.number(), rest = this.octets(this.number()), term = new Uint8Array(shared + rest.length);
      term.set(before.subarray(0, shared));
      term.set(rest, shared);
      return term;
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

  /** Loads a file of the index as a script and unpacks what it carries. */
  function load(url, name) {
    return new Promise((resolve, reject) => {
      const script = document.createElement("script");
      const done = () => {
        script.remove();
        const packed = arrived.get(name);
        arrived.delete(name);
        if (!window.DecompressionStream) reject(new ShardError("browser", url));
        else if (packed === undefined) reject(new ShardError("missing", url));
        else unpack(packed).then(resolve, () => reject(new ShardError("damaged", url)));
      };
      script.onload = script.onerror = done;
      script.src = url;
      document.head.append(script);
    });
  }

  async function unpack(packed) {
    const bytes = Uint8Array.from(atob(packed), (c) => c.charCodeAt(0));
    const stream = new Blob([bytes]).stream().pipeThrough(new DecompressionStream("deflate-raw"));
    return new Uint8Array(await new Response(stream).arrayBuffer());
  }

  function compare(a, b) {
    for (let i = 0; i < a.length && i < b.length; i++) {
      if (a[i] !== b[i]) return a[i] - b[i];
    }
    return a.length - b.length;
  }

  // The index

  const COUNTED = ["status", "outcome"];
  const NONE = { documents: new Uint32Array(0), frequencies: [], sections: [] };

  /** One state of the index: a root and what it names. */
  class Index {
    constructor(base, root) {
      this.base = base;
      this.shards = new Map();
      const reader = new Reader(root);
      if (root[0] !== 82 || reader.number() !== 1) {
        throw new ShardError("version", base);
      }
      this.documents = reader.number();
      this.fields = new Map(reader.list(() => {
        const name = reader.text(), flags = reader.number();
        const field = { flags, documents: reader.number(), sumTotalTermFreq: reader.number() };
        field.norms = reader.list(() => reader.name());
        let first = new Uint8Array(0);
        field.blocks = reader.list(() => ({ first: first = reader.frontCoded(first), name: reader.name() }));
        field.inverses = normInverses(field);
        return [name, field];
      }));
      this.facets = new Map(reader.list(() => [reader.text(), reader.name()]));
      this.directory = reader.name();
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

    async postings(field, term) {
      const wanted = new TextEncoder().encode(term);
      const block = field.blocks.findLast(({ first }) => compare(first, wanted) <= 0);
      if (!block) return NONE;
      const reader = new Reader(await this.get(block.name, (bytes) => bytes));
      const shards = reader.list(() => reader.name()), offsets = shards.map(() => 1);
      let entry = new Uint8Array(0);
      for (let left = reader.number(); left > 0; left--) {
        entry = reader.frontCoded(entry);
        const order = compare(entry, wanted), df = reader.number(), place = reader.number(), length = place >> 1;
        if (order > 0) break;
        if (place & 1) {
          if (order === 0) return decode(reader.octets(length), 0, df, field);
          reader.at += length;
        } else {
          const shard = reader.number();
          if (order === 0) return decode(await this.get(shards[shard], (bytes) => bytes), offsets[shard], df, field);
          offsets[shard] += length;
        }
      }
      return NONE;
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
        return reader.list(() => ({ size: reader.number(), name: reader.name() }));
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
      const sections = reader.list(() => ({ anchor: reader.text(), title: reader.text(), text: reader.text() }));
      return { id, page, title, status, outcome, sections };
    }

    async search(query, options) {
      const { terms, excluded, filters, without } = parse(query);
      for (const [kind, values] of Object.entries(options.filters || {})) {
        values.forEach((value) => add(filters, kind, value));
      }
      const wordless = !terms.size && !excluded.length && !filters.size && !without.size;
      const result = { query, documents: this.documents, total: 0, relaxed: false, wordless, hits: [], facets: {} };
      if (wordless) return result;

      const field = this.fields.get("text");
      const asked = [...new Set(options.kinds || COUNTED)].filter((kind) => this.facets.has(kind));
      const kinds = [...new Set([...asked, ...filters.keys(), ...without.keys()])];
      const fetch = (words) => Promise.all(words.map((term) => this.postings(field, term)));
      const [lists, left, normOf, columns] = await Promise.all([
        fetch([...terms.keys()]), Promise.all(excluded.map(fetch)), terms.size ? this.norms(field) : null,
        Promise.all(kinds.map((kind) => this.facet(kind))), this.ranges(),
      ]);

      const sums = new Float64Array(this.documents), matched = new Uint8Array(this.documents);
      const weights = lists.map((list) => idf(field.documents, list.documents.length));
      const boosts = [...terms.values()];
      lists.forEach(({ documents, frequencies }, t) => {
        const weight = f(boosts[t] * weights[t]);
        documents.forEach((document, i) => {
          const part = f(frequencies[i] * field.inverses[normOf(document)]);
          sums[document] += f(weight - f(weight / f(1 + part)));
          matched[document]++;
        });
      });
      const gone = new Uint8Array(this.documents);
      for (const together of left) {
        const held = new Uint8Array(this.documents);
        for (const list of together) list.documents.forEach((document) => held[document]++);
        held.forEach((count, document) => { if (count === together.length) gone[document] = 1; });
      }
      let needed = terms.size;
      if (needed > 1 && !matched.some((count, document) => count === needed && !gone[document])) {
        needed = 1;
        result.relaxed = matched.some((count, document) => count && !gone[document]);
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
      for (let document = 0; document < this.documents; document++) {
        if (matched[document] < needed || gone[document]) continue;
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
      result.hits = await Promise.all(best.map((found) => this.hit(found, terms, lists, weights)));
      return result;
    }

    async hit({ document, score }, terms, lists, weights) {
      const { id, page, title, status, outcome, sections } = await this.stored(document);
      const points = sections.map(() => 0);
      lists.forEach((list, t) => {
        const i = indexOf(list.documents, document);
        if (i >= 0) points[list.sections[i]] += weights[t];
      });
      const section = sections[points.indexOf(Math.max(...points))];
      return {
        number: document, id, title, score, status, outcome, section: section.anchor, sectionTitle: section.title,
        url: page + (section.anchor && "#" + section.anchor), snippet: snippet(section.text || sections[0].text, terms),
      };
    }
  }

  /** Reads the postings of a term. */
  function decode(bytes, at, df, field) {
    const reader = new Reader(bytes, at);
    const documents = new Uint32Array(df), frequencies = new Uint32Array(df), sections = new Uint32Array(df);
    for (let i = 0, document = -1; i < df; i++) {
      const head = reader.number();
      documents[i] = document += Math.floor(head / 2) + 1;
      frequencies[i] = head % 2 ? 1 : reader.number();
    }
    if (field.flags & 2) for (let i = 0; i < df; i++) sections[i] = reader.number();
    return { documents, frequencies, sections };
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

  window.PressroomSearch = { Engine, ShardError, analyze, key, parse, snippet, idf };
})();
