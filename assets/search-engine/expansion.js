// Which terms of the index are meant, specified in org.pressroom.search.QueryExpansion.

/** What a query stands for in terms of the index: see QueryExpansion.java. guess: PressroomGuesses, where words are taken for others. */
async function expand(index, field, { clauses }, guess) {
  const units = [], guesses = clauses.map(() => []);
  // Those that are nearer come first, where that is known, then those of more documents.
  const most = (counted, limit) => [...new Set(counted.sort((a, b) => a.apart - b.apart || b.df - a.df)
    .map(({ term }) => term))].slice(0, limit);
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
    await Promise.all([first, ...clause.joined].map(async (term) => {
      if (await index.entry(field, term)) others.set(term, way([term]));
    }));
    const exists = others.delete(first);
    for (const group of index.synonyms) {
      for (const known of group) {
        const terms = known.filter(Boolean);
        if (known.join(" ") === asked && (form === "PHRASE" || !words[1]) || terms[1] &&
          terms.some((_, back) => terms.every((term, i) => isWord(clauses[at - back + i], term)))) {
          for (const other of group) if (other !== known) others.set(other.join(" "), way(other));
        }
      }
    }
    others.delete(asked);
    if (form === "WORDS" && first[0] === "#" && region === ANYWHERE) {
      others.set("#", { words: [{ term: first.slice(1), offset: 0 }], region: 2 });
    }
    let alternatives = [{ words, region, adjacent: form === "PHRASE" && !!words[1] }, ...others.values()], terms = [];
    if (form === "PREFIX") {
      terms = most(await index.startingWith(field, first), 16);
      alternatives.length = 1;
    } else if (guess && form === "WORDS" && !excluded && !others.size && first[0] !== COMMON && !exists) {
      const taken = await guess.of(index, field, clause, at === clauses.length - 1, most, termsOf);
      guesses[at] = taken.terms;
      if (taken.ways.length) alternatives = taken.ways.map(way);
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
