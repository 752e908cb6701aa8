// What a query may have meant when no document has all its words, specified in org.pressroom.search.QueryExpansion. Loaded by the
// search engine for such queries alone.
(() => {
  "use strict";

  const { analyze, key } = window.PressroomSearch;

  /** How many insertions, deletions, replacements and swaps part two words; more than `most` need not be told. */
  function distance(a, b, most) {
    if (Math.abs(a.length - b.length) > most) return most + 1;
    let before, last = b.map((_, j) => j);
    last.push(b.length);
    for (let i = 1; i <= a.length; i++) {
      const row = [i];
      for (let j = 1; j <= b.length; j++) {
        row[j] = Math.min(row[j - 1] + 1, last[j] + 1, last[j - 1] + (a[i - 1] === b[j - 1] ? 0 : 1));
        if (i > 1 && j > 1 && a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1]) row[j] = Math.min(row[j], before[j - 2] + 1);
      }
      before = last;
      last = row;
    }
    return last[b.length];
  }

  /** The terms that a term without a document is taken for. */
  async function meant(index, field, term, last, most) {
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
  }

  /** The terms of two words that make a word when they are joined, the rarer of which is in most documents; null without any. */
  async function parted(index, field, word, termsOf) {
    let best = null, documents = 0;
    const count = async (term) => (await index.entry(field, term))?.df || 0;
    for (let i = 2; i < word.length - 1 && word.length < 33; i++) {
      const parts = [word.slice(0, i), word.slice(i)].flatMap(termsOf).map(({ term }) => term);
      if (parts.length !== 2) continue;
      const first = await count(parts[0]), both = first > documents ? Math.min(first, await count(parts[1])) : 0;
      if (both > documents) {
        documents = both;
        best = parts;
      }
    }
    return best;
  }

  /**
   * What a clause of one word is taken for that no document has: { terms: those that are told, ways: lists of terms side by side }.
   *
   * last: whether it is the query's last one. most, termsOf: the engine's.
   */
  async function of(index, field, { words: [{ term }], written }, last, most, termsOf) {
    const terms = await meant(index, field, term, last, most), parts = await parted(index, field, key(written), termsOf);
    return { terms: parts && !terms.length ? [term] : terms, ways: [...terms.map((one) => [one]), ...parts ? [parts] : []] };
  }

  /** What words were taken for: [{ from, to }], the likeliest term that a hit shows, as it is written there. */
  function corrections(guessed, hits) {
    const texts = hits.flatMap((hit) => [hit.snippet.text, hit.title]), found = [];
    for (const [{ words, written }, terms] of guessed) {
      if (terms[0].startsWith(words[0].term)) continue;
      const [to] = terms.flatMap((wanted) => texts.flatMap((text) => analyze(text).filter(({ term }) => term === wanted)
        .map(({ start, end }) => text.slice(start, end))));
      found.push({ from: written, to: to || terms[0] });
    }
    return found;
  }

  window.PressroomGuesses = { of, corrections };
})();
