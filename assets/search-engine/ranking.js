// Lucene's scores, bit for bit, specified in org.pressroom.search.shard (Bm25, ShardSearcher); tests hold both sides together.

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

/** Scores documents as ShardSearcher.java does: { sums, matched, needed, any }. */
function evaluate(size, field, { required, excluded }, lists, normOf, all) {
  const sums = new Float64Array(size), matched = new Uint8Array(size), plain = new Map();
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
  // Where nothing is asked for, all are found but what is excluded.
  const asked = all ? required.length : Math.min(1, required.length), needed = asked || 1;
  const gone = new Set(excluded.flatMap((alternative) => [...matching(alternative, lists)]));
  let any = false;
  for (let document = 0; document < size; document++) {
    if (gone.has(document)) matched[document] = 0;
    else if (!asked) matched[document] = 1;
    any ||= matched[document] >= needed;
  }
  return { sums, matched, needed, any };
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
      const mine = of[i].filter((position) => region === ANYWHERE || position >> REGION_BITS === region)
        .map((position) => adjacent ? position - offset : position);
      starts = starts && adjacent ? mine.filter((position) => starts.includes(position)) : mine;
      if (!starts.length) return false;
    }
    return true;
  });
}

/** Reads the postings of a term. */
function decode(reader, numbers, df, field) {
  const documents = new Uint32Array(df), frequencies = new Uint32Array(df), sections = new Uint32Array(df);
  for (let i = 0, slot = -1; i < df; i++) {
    const head = reader.number();
    documents[i] = numbers[slot += (head >> 1) + 1];
    frequencies[i] = 2 - head % 2;
  }
  for (let i = 0; i < df; i++) if (frequencies[i] > 1) frequencies[i] += reader.number();
  if (df <= field.told) for (let i = 0; i < df; i++) sections[i] = reader.number();
  return { documents, frequencies, sections };
}

/** Reads the positions of a term in one document, ascending. */
function positions(reader) {
  const found = [];
  for (let head = 1, before = -1; head & 1;) {
    head = reader.number();
    before = (head >> 2) + (head & 2 ? reader.number() << REGION_BITS : before + 1);
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
