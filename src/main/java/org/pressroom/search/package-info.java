/// Finding ideas by their words: the analysis chain, the Lucene index, queries, and the export to static shards.
///
/// Start with [Analysis][org.pressroom.search.Analysis] (text to terms),
/// [IndexBuilder][org.pressroom.search.IndexBuilder] (documents to index), [Searcher][org.pressroom.search.Searcher]
/// (query to hits) and [ShardExporter][org.pressroom.search.ShardExporter] (index to the files that the search page
/// reads).
///
/// *How ideas are ranked.* All words of a document are in one Lucene field. A word counts by where it stands: in the
/// title [six times][org.pressroom.search.Weights], in the problem twice, in plain prose once. These weights are summed
/// to the term frequency, and Lucene's BM25 (k1 1.2, b 0.75) does the rest, which is BM25F with weights chosen when
/// indexing: one list of postings and one norm for each document, so that the page needs few bytes for a word, and one
/// sum of one kind of term scores, so that both sides get the same float. A query's words must all be in a document;
/// when no document has them all, any will do, and the result says so.
///
/// *Document numbers* are those of the catalog, whatever Lucene's own are: `number` is stored with each document, ties
/// are broken by it and the export is ordered by it, so documents may be added by several threads in any order.
///
/// *Whether somebody had this problem* is another question: [Similar][org.pressroom.search.Similar] compares what texts mean,
/// by a [Likeness][org.pressroom.search.Likeness]: the table's or the sentence model's.
///
/// May import: `source`, `files`, `model`, `catalog`, `meaning`, `search.shard`, Lucene.
@NullMarked
package org.pressroom.search;

import org.jspecify.annotations.NullMarked;
