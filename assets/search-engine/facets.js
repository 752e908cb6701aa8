// Filters, and counts of the values by which one can narrow further.

/**
 * Makes ready to narrow by the filters of a query and to count the values of some kinds.
 *
 * take(document): whether it passes; it is counted with its values of a kind, too, when only the filter of that kind refuses
 * it. counts(): { kind: [{ value, count }] }.
 */
async function narrow(index, kinds, { filters, without }) {
  const load = (asked) => Promise.all([...asked].map(async ([kind, keys]) => {
    const column = await index.facet(kind), { values } = column;
    if (keys) await prepare(...values.map(({ value }) => value));
    return { ...column, kind, counts: values.map(() => 0), accepted: keys && values.map(({ value }) => keys.has(key(value))) };
  }));
  const [counted, narrowing, leaving] = await Promise.all([load(kinds.map((kind) => [kind])), load(filters), load(without)]);
  return {
    take(document) {
      const accepts = ({ starts, ordinals, accepted }) => {
        for (let i = starts[document]; i < starts[document + 1]; i++) if (accepted[ordinals[i]]) return true;
      };
      const refusing = narrowing.filter((filter) => !accepts(filter));
      if (refusing[1] || leaving.some(accepts)) return false;
      for (const { kind, starts, ordinals, counts } of counted) {
        if (refusing[0] && refusing[0].kind !== kind) continue;
        for (let i = starts[document]; i < starts[document + 1]; i++) counts[ordinals[i]]++;
      }
      return !refusing[0];
    },
    counts: () => Object.fromEntries(counted.map(({ kind, values, counts }) =>
      [kind, values.map(({ value }, i) => ({ value, count: counts[i] }))])),
  };
}
