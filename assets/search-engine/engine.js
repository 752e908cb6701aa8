// What pages use. The engine runs on the page's thread: unpacking is the browser's own and asynchronous, and the rest takes a few
// milliseconds.

/** The files below a base address, of which a root names the others. */
class Files {
  /** State: a class, made of the base address and the root's contents. */
  constructor(base, State) {
    Object.assign(this, { base, State, fresh: "" });
  }

  /** What the root has become; loads it when first asked, and again when it has gone stale. */
  open() {
    if (!this.root) {
      this.root = load(this.base + "root.js" + this.fresh, "root").then((root) => new this.State(this.base, root));
      this.root.catch(() => this.forget());
    }
    return this.root;
  }

  /**
   * Asks what the root has become. A file that is missing may have been replaced since the root was loaded, so the root is
   * loaded once more before this fails.
   */
  async ask(question) {
    const root = await this.open();
    try {
      return await question(root);
    } catch (failure) {
      if (!(failure instanceof ShardError)) throw failure;
      if (await this.root === root) this.forget();
      return question(await this.open());
    }
  }

  forget() {
    this.root = null;
    this.fresh = "?" + Date.now();
  }
}

/** The index below a base address ("search/"). */
class Engine extends Files {
  constructor(base) {
    super(base, Index);
  }

  /**
   * Answers a query.
   *
   * options: limit (may be 0), filters: { kind: [value] }, and kinds: those whose values are counted. Of the facets
   * only what is filtered or counted by is loaded.
   */
  search(query, options) {
    return this.ask((index) => search(index, query, options));
  }
}

window.PressroomSearch = {
  Engine, Files, Reader, ShardError, load, analyze, evaluate, idf, key, narrow, parse, prepare, readSlots, snippet,
};
