// What the files of the index hold, specified in org.pressroom.search.shard.

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
}
