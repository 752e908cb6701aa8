// Which terms of the index are meant, specified in org.pressroom.search.QueryExpansion.

/** What a query stands for in terms of the index: see QueryExpansion.java. */
async function expand(index, field, { clauses }, guess) {
  const units = [], guesses = clauses.map(() => []);
  // Those that are nearer come first, where that is told, then those of more documents.
  const most = (counted, limit) => [...new Set(counted.sort((a, b) => a.apart - b.apart || b.df - a.df)
    .map(({ term }) => term))].slice(0, limit);
  const meant = async (term, last) => {
    const letters = [...term];
    if (last && letters.length > 2) {
      const begun = await index.startingWith(field, term);
      if (begun.length) return most(begun, 8);
    }
    if (letters.length < 4) return [];
    const reach = letters.length < 8 ? 1 : 2;
    const near = async (...begins) => (await Promise.all(begins.map((begun) => index.startingWith(field, begun)))).flat()
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
    let alternatives = [{ words, region, adjacent: form === "PHRASE" && !!words[1] }, ...others.values()], terms = [];
    if (form === "PREFIX") {
      terms = most(await index.startingWith(field, first), 16);
      alternatives.length = 1;
    } else if (guess && form === "WORDS" && !excluded && !others.size && !(await index.entry(field, first))) {
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
