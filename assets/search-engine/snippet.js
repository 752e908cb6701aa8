// What of a text is shown with a hit, specified in org.pressroom.search.Snippet.

/** The piece of a text with the most different terms, nearest to each other, and where they stand in it: see Snippet.java. */
function snippet(text, terms) {
  const LENGTH = 220, LEAD = 60;
  const whole = (i) => text.charCodeAt(i) >= 0xDC00 && text.charCodeAt(i) < 0xE000 ? i - 1 : i;
  const found = analyze(text).filter((token) => terms.has(token.term));
  let at = found[0]?.start || 0, most = 0;
  found.forEach((first, i) => {
    const different = new Set();
    const reach = first.start + LENGTH - LEAD;
    let apart = 0;
    for (let k = i; found[k]?.end <= reach; k++) {
      if (!different.has(found[k].term)) apart = found[k].start - first.start;
      different.add(found[k].term);
    }
    // They are less than LENGTH apart, so one term more outweighs that.
    const dense = different.size * LENGTH - apart;
    if (dense > most) {
      most = dense;
      at = first.start;
    }
  });
  let begin = 0;
  if (at > LEAD) {
    const space = text.indexOf(" ", at - LEAD);
    begin = space >= 0 && space < at ? space + 1 : whole(at - LEAD / 2);
  }
  let end = begin + LENGTH;
  if (end >= text.length) end = text.length;
  else {
    const space = text.lastIndexOf(" ", end);
    end = space > begin + LENGTH / 2 ? space : whole(end);
  }
  const head = begin > 0 ? "… " : "", marks = [];
  for (const token of found) {
    if (token.start < begin || token.end > end) continue;
    const mark = [token.start - begin + head.length, token.end - begin + head.length], last = marks[marks.length - 1];
    if (last && mark[0] <= last[1]) {
      last[0] = Math.min(last[0], mark[0]);
      last[1] = Math.max(last[1], mark[1]);
    } else marks.push(mark);
  }
  return { text: head + text.slice(begin, end) + (end < text.length ? " …" : ""), marks };
}
