// What the files of the index hold, specified in org.pressroom.search.shard.

const NONE = { documents: [], frequencies: [], sections: [] };

/** One state of the index: a root and what it names. */
class Index {
  constructor(base, root) {
    this.base = base;
    this.shards = new Map();
    const reader = new Reader(root);
    if (root[0] !== 82 || reader.number() !== 6) {
      throw new ShardError("version", base);
    }
    this.documents = reader.number();
    this.fields = new Map(reader.list(() => {
      const name = reader.text(), flags = reader.number();
      const field = { documents: reader.number(), sumTotalTermFreq: reader.number() };
      field.told = flags & 2 ? reader.number() : 0;
      field.norms = reader.list(() => reader.name());
      let first = new Uint8Array(0);
      field.blocks = reader.list(() => ({ first: first = reader.frontCoded(first), name: reader.name() }));
      if (flags & 4) field.places = reader.name();
      field.inverses = normInverses(field);
      return [name, field];
    }));
    this.facets = new Map(reader.list(() => [reader.text(), reader.name()]));
    this.directory = reader.name();
    this.daysName = reader.name();
    this.listName = reader.name();
    this.slots = reader.name();
    this.synonyms = reader.list(() => reader.list(() => reader.list(() => reader.text())));
  }

  /** What a shard becomes when read; each is loaded and read once. */
  get(name, read = (bytes) => bytes) {
    if (!this.shards.has(name)) {
      const shard = load(this.base + name + ".js", name).then(read);
      shard.catch(() => this.shards.delete(name));
      this.shards.set(name, shard);
    }
    return this.shards.get(name);
  }

  /** The entries of a dictionary block: { term, block, at, df, open() }. */
  entries(block, field) {
    return this.get(block.name, (bytes) => {
      const reader = new Reader(bytes), shards = reader.list(() => reader.name()), offsets = shards.map(() => 1);
      let term = new Uint8Array(0);
      return reader.list((_, at) => {
        const entry = { term: term = reader.frontCoded(term), block, at, df: reader.number() }, head = reader.number();
        if (head & 1) {
          const start = reader.at;
          reader.octets(head >> 1);
          entry.open = () => new Reader(bytes, start);
        } else {
          const shard = reader.number(), start = offsets[shard];
          offsets[shard] += head >> 1;
          entry.open = async () => new Reader(await this.get(shards[shard]), start);
        }
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

  /** The postings of a term, and its positions when they are asked for. */
  async postings(field, term, withPositions) {
    const entry = await this.entry(field, term);
    if (!entry) return NONE;
    entry.list ||= Promise.all([entry.open(), this.get(this.slots, readSlots)]).then((read) => decode(...read, entry.df, field));
    const loaded = Promise.all([entry.list, withPositions && (entry.positions ||= this.positions(field, entry))]);
    // What could not be loaded may be there when it is asked for again.
    loaded.catch(() => { entry.list = entry.positions = undefined; });
    const [list, found] = await loaded;
    return found ? { ...list, positions: found } : list;
  }

  /** The positions of a term, of each document. */
  async positions(field, { block, at, df }) {
    await this.get(field.places, (bytes) => {
      const reader = new Reader(bytes);
      for (const each of field.blocks) each.groups = reader.list(() => ({ terms: reader.number(), name: reader.name() }));
    });
    const { name, terms } = block.groups.find((group) => (at -= group.terms) < 0);
    const reader = new Reader(await this.get(name));
    for (let left = at + terms; left > 0; left--) reader.octets(reader.number());
    reader.number();
    return Array.from({ length: df }, () => positions(reader));
  }

  /** On which days documents were created: how many have none, and the days of the others. */
  days() {
    return this.get(this.daysName, (bytes) => {
      const reader = new Reader(bytes), without = reader.number(), days = [];
      for (let now = 0; days.length < this.documents - without;) {
        const number = reader.number();
        days.push(now += (number % 2 ? -number - 1 : number) / 2);
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
    const reader = new Reader(await this.get(shards[i].name));
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
