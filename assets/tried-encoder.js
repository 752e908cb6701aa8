// What a text means and which problems are near to it, as org.pressroom.meaning tells it, bit for bit: sums of whole numbers,
// then the same operations on doubles in the same order; and what the words add that both have, as Similar.java tells it. Reads
// the files that ProblemWriter.java specifies, each once, and of them only the rows of the text's own pieces, the nearest heaps and
// the records of what is shown; of the search's files what it needs for the words.
(() => {
  "use strict";

  const { Engine, Files, Reader, ShardError, analyze, evaluate, idf, load, prepare, readSlots } = window.PressroomSearch;
  const DIMENSIONS = 256;
  const LONGEST_WORD = 40;
  // A text is read so much at a time, that the page answers in between.
  const SLICE = 8192, BATCH = 4096;
  const MOST_WORDS = 32, MOST_CHARACTERS = 2000, WORDS_WEIGHT = 0.4;
  // All words' postings are too many bytes where there are more than a few ideas; then three must do.
  const FEW_DOCUMENTS = 128, TELLING_WORDS = 3;

  // Levels.java: each from the bits of a code and the levels above zero.
  const inBits = (bits, ...positive) => ({ bits, all: [...positive.map((level) => -level).reverse(), ...positive] });
  const OF_COMMON_PIECES = inBits(4, 2451, 7560, 13439, 21520);
  const OF_DOCUMENTS = inBits(2, 4528, 15104);
  const OF_BANDS = { 8: OF_COMMON_PIECES, 4: OF_DOCUMENTS };
  const sizeOf = ({ bits }) => DIMENSIONS * bits / 8;
  const VECTOR = sizeOf(OF_DOCUMENTS), SCALE = 2;

  function decode({ bits, all }, codes, offset) {
    const numbers = new Float64Array(DIMENSIONS), mask = (1 << bits) - 1;
    for (let d = 0, b = offset; d < DIMENSIONS; b++) {
      for (let bit = 0; bit < 8; bit += bits) numbers[d++] = all[codes[b] >> bit & mask];
    }
    return numbers;
  }

  /** Makes a vector as long as 1; null when it is 0. */
  function unit(vector) {
    let squares = 0;
    for (let d = 0; d < DIMENSIONS; d++) squares += vector[d] * vector[d];
    if (!squares) return null;
    const length = Math.sqrt(squares);
    return vector.map((x) => x / length);
  }

  /** MeaningVector.cosine: of a document's vector and a direction of length 1. */
  function cosine(codes, offset, direction) {
    const vector = decode(OF_DOCUMENTS, codes, offset);
    let sum = 0, squares = 0;
    for (let d = 0; d < DIMENSIONS; d++) {
      sum += direction[d] * vector[d];
      squares += vector[d] * vector[d];
    }
    return sum / Math.sqrt(squares);
  }

  function dot(a, b) {
    let sum = 0;
    for (let d = 0; d < DIMENSIONS; d++) sum += a[d] * b[d];
    return sum;
  }

  const pause = () => new Promise((resolve) => { setTimeout(resolve); });

  /** Pieces.normal. */
  const normal = (text) => text.normalize("NFKD").replace(/[\u0300-\u036F]/g, "").toLowerCase();

  // Language.java

  const TELLING = 3;
  const SMALL_WORDS = Object.entries({
    en: "the and of to is that for with it are this we be they have from or which when what how not",
    de: "der die das und ist nicht ein eine den von mit für auf sich dem wir auch werden oder wird sind zu im",
    fr: "le les des et est une pour dans qui nous vous pas sur avec du au ce cette sont ou",
    es: "el los las y es una para con del por su se lo más cómo está pero sin nuestro al",
    pt: "o os as e é um uma para com do da não em dos das na no são você mais ao",
  }).map(([language, words]) => ({ language, words: new Set(words.split(" ")) }));

  /** Language.ofFewWords: which language a text is in; "en" when too little tells. */
  function language(text) {
    const head = text.slice(0, 6000);
    const count = (form) => (head.match(form) || []).length;
    const kana = count(/(?=\p{L})[\p{sc=Hira}\p{sc=Kana}]/gu), han = count(/(?=\p{L})\p{sc=Han}/gu);
    const hangul = count(/(?=\p{L})\p{sc=Hang}/gu);
    if ((kana + han + hangul) * 5 > count(/\p{L}/gu)) return hangul > kana + han ? "ko" : kana * 10 > han ? "ja" : "zh";
    const found = (head.match(/(?:['A-Za-z]|(?=[\x80-\uFFFF])\p{L})+/gu) || []).map((word) => word.replace(/İ/g, "i").toLowerCase());
    const counts = SMALL_WORDS.map(({ words }) => found.filter((word) => words.has(word)).length);
    const most = Math.max(...counts);
    return SMALL_WORDS[most < TELLING ? 0 : counts.indexOf(most)].language;
  }

  /** One state of the files: a root and what it names. */
  class State {
    constructor(base, bytes) {
      this.base = base;
      this.known = new Map();
      this.rows = new Map();
      const reader = new Reader(bytes);
      if (bytes[0] !== 77 || reader.number() !== 4) throw new ShardError("version", base);
      this.documents = reader.number();
      this.questionPieces = reader.number();
      this.probed = reader.number();
      this.likely = reader.number() / 10000;
      this.possible = reader.number() / 10000;
      this.pieces = reader.name();
      this.vocabularyName = reader.name();
      this.bands = reader.list(() => ({ count: reader.number(), aShard: reader.number(), levels: OF_BANDS[reader.number()] }));
      this.heaps = reader.list(() => ({ centre: reader.octets(VECTOR), name: reader.name() }));
      this.records = reader.list(() => ({ count: reader.number(), name: reader.name() }));
      this.slots = reader.name();
    }

    /** What a file becomes when read; each is loaded and read once. */
    get(name, read) {
      if (!this.known.has(name)) {
        const file = load(this.base + name + ".js", name).then(read);
        file.catch(() => this.known.delete(name));
        this.known.set(name, file);
      }
      return this.known.get(name);
    }

    /** The number of each piece, and how long the longest is. */
    vocabulary() {
      return this.get(this.vocabularyName, async (bytes) => {
        // Pieces are ASCII, so a byte is a character.
        const characters = new TextDecoder("latin1").decode(bytes), numbers = new Map();
        let longest = 0, first = 0;
        const next = this.bands.map(({ count }) => (first += count) - count);
        for (let at = 1, end = 1, piece = ""; at < bytes.length; at = ++end) {
          while (bytes[end] < 128) end++;
          piece = piece.slice(0, bytes[end] & 15) + characters.slice(at, end);
          numbers.set(piece, next[bytes[end] >> 4 & 7]++);
          longest = Math.max(longest, piece.length);
          if (numbers.size % BATCH === 0) await pause();
        }
        return { numbers, longest };
      });
    }

    /** Of how common a band a piece is, 0 for the commonest; which file has its row, and where. */
    place(piece) {
      let shard = 0;
      for (const [band, { count, aShard, levels }] of this.bands.entries()) {
        if (piece < count) return { band, levels, shard: shard + Math.floor(piece / aShard), at: piece % aShard };
        piece -= count;
        shard += Math.ceil(count / aShard);
      }
    }

    /** Loads the rows of pieces. */
    async load(pieces) {
      await Promise.all([...new Set(pieces.map((piece) => this.place(piece).shard))].map(async (shard) => {
        this.rows.set(shard, await this.get(this.pieces + "-" + shard, (bytes) => bytes));
      }));
    }

    /** A piece's vector; null when its row is not loaded. */
    vector(piece) {
      const { levels, shard, at } = this.place(piece), rows = this.rows.get(shard), start = 1 + at * (SCALE + sizeOf(levels));
      if (!rows) return null;
      const scale = rows[start] * 256 + rows[start + 1];
      return decode(levels, rows, start + SCALE).map((level) => level * scale);
    }

    /** The heaps with the nearest centres: Clusters.near. */
    near(direction) {
      return this.heaps.map(({ centre, name }, place) => ({ name, place, score: cosine(centre, 0, direction) }))
        .sort((a, b) => b.score - a.score || a.place - b.place).slice(0, this.probed);
    }

    /** The members of a heap with their cosines: [{ number, score }]. */
    async members({ name }, direction) {
      const [bytes, numbers] = await Promise.all([
        this.get(name, (contents) => contents), this.get(this.slots, readSlots)]);
      const reader = new Reader(bytes);
      let next = 0;
      return reader.list(() => {
        const slot = next + reader.number(), number = numbers[slot];
        next = slot + 1;
        reader.octets(VECTOR);
        return { number, score: cosine(bytes, reader.at - VECTOR, direction) };
      });
    }

    async record({ number, score }) {
      let first = 0;
      const { count, name } = this.records.find((shard) => number < first + shard.count || (first += shard.count, false));
      const records = await this.get(name, (bytes) => {
        const reader = new Reader(bytes), text = () => reader.text();
        return Array.from({ length: count }, () => {
          const id = text(), page = text() || "ideas/" + id + ".html";
          return { id, page, title: text(), status: text(), outcome: text(), year: reader.number(), reason: text(), problem: text() };
        });
      });
      return { number, score, ...records[number - first] };
    }
  }

  /** The pieces of a word; none when it can't be divided. */
  function divide(word, { numbers, longest }) {
    if (numbers.has(word)) return [numbers.get(word)];
    const found = [];
    if (word.length > LONGEST_WORD) return found;
    for (let from = 0; from < word.length;) {
      let to = Math.min(word.length, from + longest), piece;
      while (to > from && (piece = numbers.get((from ? "##" : "") + word.slice(from, to))) === undefined) to--;
      if (piece === undefined) return [];
      found.push(piece);
      from = to;
    }
    return found;
  }

  /** How often the pieces of a text stand in it, until there are too many different ones: { counts, words, cut }. */
  async function count(text, vocabulary, most) {
    const counts = new Map();
    let words = 0, rest = "";
    for (let at = 0; at < text.length;) {
      // A cut parts no pair of surrogates; what stands on its sides can't change a letter or digit of the other.
      const high = text.charCodeAt(at + SLICE - 1) >> 10 === 0x36;
      const slice = text.slice(at, at += high ? SLICE - 1 : SLICE);
      const found = (rest + normal(slice)).split(/[^a-z0-9]+/);
      rest = at < text.length ? found.pop() : "";
      for (const word of found) {
        for (const piece of divide(word, vocabulary)) {
          if (counts.size === most && !counts.has(piece)) return { counts, words, cut: true };
          counts.set(piece, (counts.get(piece) || 0) + 1);
        }
        if (word) words++;
      }
      if (at < text.length) await pause();
    }
    return { counts, words, cut: false };
  }

  /** Which words are near in meaning to words of a text, of those whose rows are loaded. */
  class Kin {
    constructor(files, vocabulary) {
      this.files = files;
      this.vocabulary = vocabulary;
      this.vectors = new Map();
      this.answers = new Map();
      this.mine = [];
    }

    /** The direction of a word, null when it is not known. */
    direction(word) {
      if (!this.vectors.has(word)) {
        const vectors = divide(word, this.vocabulary).map((piece) => this.files.vector(piece));
        this.vectors.set(word, vectors.length && vectors.every(Boolean)
          ? unit(vectors.reduce((sum, vector) => sum.map((x, d) => x + vector[d]))) : null);
      }
      return this.vectors.get(word);
    }

    /** Takes up the words of the text; normal ones. */
    ask(words) {
      this.mine = words.map((word) => this.direction(word)).filter(Boolean);
    }

    has(word, least) {
      if (!this.answers.has(word)) {
        const direction = this.direction(word);
        this.answers.set(word, !!direction && this.mine.some((other) => dot(other, direction) >= least));
      }
      return this.answers.get(word);
    }
  }

  /**
   * The words by which a text is compared: Similar.telling; in a larger archive those of the rarest bands of the vocabulary, of the
   * same band the longest, of the same length the first. Words that it has only in pieces are the rarest.
   */
  async function telling(text, files) {
    const words = new Map();
    // Of forms that are joined the parts count.
    for (const { term, start, end, kind } of analyze(text)) if (kind !== 2 && !words.has(term)) words.set(term, text.slice(start, end));
    if (words.size > MOST_WORDS) return [];
    if (files.documents < FEW_DOCUMENTS) return [...words.keys()];
    const { numbers } = await files.vocabulary();
    const band = (piece) => piece === undefined ? files.bands.length : files.place(piece).band;
    const ranked = [...words].map(([term, word]) => ({ term, length: word.length, band: band(numbers.get(normal(word))) }));
    return ranked.sort((a, b) => b.band - a.band || b.length - a.length).slice(0, TELLING_WORDS).map(({ term }) => term);
  }

  /** Similar.shares: tells of a document's number which part of the best possible score it has by words. */
  async function shares(engine, text, files) {
    if (text.length > MOST_CHARACTERS) return () => 0;
    await prepare(text);
    const terms = await telling(text, files);
    if (!terms.length) return () => 0;
    const index = await engine.open(), field = index.fields.get("text");
    const required = terms.map((term) =>
      ({ alternatives: [{ words: [{ term, offset: 0 }], region: -1, adjacent: false }], boost: 1 }));
    const [lists, normOf] = await Promise.all(
      [index.lists(field, required.flatMap(({ alternatives }) => alternatives)), index.norms(field)]);
    const { sums } = evaluate(index.documents, field, { required, excluded: [] }, lists, normOf, false);
    const most = terms.reduce((sum, term) => sum + idf(field.documents, lists.get(term).documents.length), 0);
    return (number) => Math.fround(sums[number]) / most;
  }

  /** The problems below a base address ("tried/"), and the search's files below another. */
  class Problems extends Files {
    constructor(base, searchBase) {
      super(base, State);
      this.engine = new Engine(searchBase);
    }

    /**
     * The documents nearest to a text: { documents, comparable, words, cut, verdict, hits, kin }; null when it is no longer
     * wanted. Without a word of which the meaning is known there is no verdict.
     */
    near(text, limit, wanted = () => true) {
      return this.ask((state) => answer(state, this.engine, text, limit, wanted));
    }

    forget() {
      super.forget();
      this.engine.forget();
    }
  }

  async function answer(files, engine, text, limit, wanted) {
    const sharing = files.heaps.length ? shares(engine, text, files) : Promise.resolve(() => 0);
    sharing.catch(() => {});
    const vocabulary = await files.vocabulary();
    const { counts, words, cut } = await count(text, vocabulary, files.questionPieces);
    if (!wanted()) return null;
    await files.load([...counts.keys()]);
    const sum = new Float64Array(DIMENSIONS);
    for (const [piece, times] of counts) {
      const vector = files.vector(piece);
      for (let d = 0; d < DIMENSIONS; d++) sum[d] += times * vector[d];
    }
    const direction = unit(sum), result = { documents: files.documents, comparable: files.heaps.length > 0, words, cut, hits: [] };
    if (!direction || !wanted()) return direction ? null : result;
    const [share, ...heaps] = await Promise.all([sharing, ...files.near(direction).map((heap) => files.members(heap, direction))]);
    const found = heaps.flat().map(({ number, score }) => ({ number, score: score + WORDS_WEIGHT * share(number) * share(number) * share(number) }))
      .filter(({ score }) => score > 0).sort((a, b) => b.score - a.score || a.number - b.number).slice(0, limit);
    if (!wanted()) return null;
    result.hits = await Promise.all(found.map((hit) => files.record(hit)));
    const best = found.length ? found[0].score : 0;
    result.verdict = best >= files.likely ? "likely" : best >= files.possible ? "possible" : "none";
    result.kin = new Kin(files, vocabulary);
    return result;
  }

  window.PressroomTried = { Problems, language, normal };
})();
