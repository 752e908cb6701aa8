// The way of a query from its text to the hits shown.

/** Answers a query on one state of the index: see Engine. */
async function search(index, query, options) {
  const chosen = options.filters || {};
  await prepare(query.slice(0, LONGEST_QUERY), ...Object.values(chosen).flat());
  const parsed = parse(query, chosen), { filters, without, since, until } = parsed;
  const dated = since !== null || until !== null;
  const wordless = !parsed.clauses[0] && !filters.size && !without.size && !dated;
  const result = {
    query, documents: index.documents, total: 0, relaxed: false, wordless, corrections: [], hits: [], facets: {},
  };
  if (wordless) return result;

  const field = index.fields.get("text");
  const asked = options.kinds.filter((kind) => index.facets.has(kind));
  const ahead = Promise.all([narrow(index, asked, parsed), index.ranges(),
    dated && index.days(), parsed.clauses[0] && index.norms(field)]);
  ahead.catch(() => {});
  const named = parsed.id ? [{ ...parsed.id, adjacent: true }] : [];
  const all = ({ required, excluded }) => [...required.flatMap(({ alternatives }) => alternatives), ...excluded, ...named];
  let expanded = await expand(index, field, parsed);
  let lists = await index.lists(field, all(expanded));
  const [narrowing, , created, normOf] = await ahead;
  const answer = (everything) => evaluate(index.documents, field, expanded, lists, normOf, everything);
  let found = answer(true);
  if (!found.any && GUESSES) {
    await script(GUESSES);
    const guessed = await expand(index, field, parsed, window.PressroomGuesses);
    if (guessed.guessed.size) {
      expanded = guessed;
      lists = await index.lists(field, all(expanded));
      found = answer(true);
    }
  }
  if (!found.any && expanded.required.length > 1) {
    found = answer(false);
    result.relaxed = found.any;
  }
  const { sums, matched, needed } = found;
  let from = 0, to = index.documents, id = -1;
  if (dated) {
    const firstOf = (on) => created.without + created.days.filter((other) => other < on).length;
    from = firstOf(since ?? -Infinity);
    to = firstOf((until ?? Infinity) + 1);
  }
  for (const document of named.flatMap((one) => [...matching(one, lists)])) {
    const stored = await index.stored(document);
    await prepare(stored.id);
    if (id < 0 && key(stored.id) === key(parsed.id.written)) id = document;
  }

  const best = [];
  let first = null;
  for (let document = 0; document < index.documents; document++) {
    if (matched[document] < needed || document < from || document >= to) continue;
    if (!narrowing.take(document)) continue;
    result.total++;
    const score = f(sums[document]);
    if (document === id) {
      first = { document, score };
      continue;
    }
    let place = best.length;
    while (place > 0 && best[place - 1].score < score) place--;
    best.splice(place, 0, { document, score });
    best.splice(options.limit);
  }
  result.facets = narrowing.counts();
  if (first) best.unshift(first);
  const weights = new Map();
  for (const { words } of expanded.required.flatMap(({ alternatives }) => alternatives)) {
    for (const { term } of words) weights.set(term, idf(field.documents, lists.get(term).documents.length));
  }
  result.hits = await Promise.all(best.slice(0, options.limit).map((found) => hit(index, found, field, lists, weights)));
  if (expanded.guessed.size) result.corrections = PressroomGuesses.corrections(expanded.guessed, result.hits);
  return result;
}

async function hit(index, { document, score }, field, lists, weights) {
  const { id, page, title, status, outcome, sections } = await index.stored(document);
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
    id, title, score, status, outcome, section: section.anchor, sectionTitle: section.title,
    url: page + (section.anchor && "#" + section.anchor), snippet: snippet(text, weights), shown: snippet(title, weights),
  };
}
