package org.pressroom.search;

import org.pressroom.catalog.Catalog;
import org.pressroom.catalog.Entry;
import org.pressroom.files.Staging;
import org.pressroom.search.shard.CorruptShardException;
import org.pressroom.search.shard.ShardReader;
import org.pressroom.search.shard.ShardSearcher;

import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/// Puts some questions to an index and to the files that were written from it, and compares the answers.
///
/// The questions are made from the titles of ideas from all over the archive, a form of query each: words, a phrase, a word of
/// the title, the beginning of a word. So a build shows that its own files can be read and score as Lucene does.
public final class ShardVerification {

    private static final int QUESTIONS = 12;

    private ShardVerification() { }

    /// @param site to which the files were exported
    /// @throws IOException when the files can't be read, or answer otherwise
    public static void verify(SearchIndex index, Catalog catalog, Synonyms synonyms, Staging site) throws IOException {
        ShardReader reader = new ShardReader(site::read);
        ShardSearcher shards = new ShardSearcher(reader, IndexFields.TEXT);
        QueryExpansion expansion = new QueryExpansion(reader.terms(IndexFields.TEXT), synonyms.groups());
        Searcher searcher = new Searcher(index, synonyms);
        for (String question : questions(catalog)) {
            SearchQuery query = SearchQuery.parse(question);
            if (query.clauses().isEmpty()) {
                continue;
            }
            Searcher.Answer answer = searcher.answer(query);
            Map<Integer, Float> expected = new HashMap<>();
            for (int i = 0; i < answer.matches().size(); i++) {
                expected.put(answer.matches().number(i), answer.matches().score(i));
            }
            Map<Integer, Float> found = new HashMap<>();
            try {
                boolean guess = !answer.expanded().guessed().isEmpty();
                shards.search(expansion.expand(query, guess).query(), !answer.relaxed()).forEach(hit -> found.put(hit.document(), hit.score()));
            } catch (CorruptShardException e) {
                throw new IOException("the search files can't be read back: " + e.getMessage(), e);
            }
            if (!found.equals(expected)) {
                throw new IOException("the search files answer `" + question + "` with " + found.size() + " ideas, the index with "
                    + expected.size() + " or other scores; this is a bug in Pressroom");
            }
        }
    }

    private static List<String> questions(Catalog catalog) {
        List<String> questions = new ArrayList<>();
        List<Entry> entries = catalog.entries();
        for (int i = 0; i < Math.min(QUESTIONS, entries.size()); i++) {
            Entry entry = entries.get((int) ((long) i * entries.size() / Math.min(QUESTIONS, entries.size())));
            String[] words = Analysis.normal(entry.facts().title()).replaceAll("[\"*:]", " ").strip().split(" +");
            String last = words[words.length - 1];
            questions.add(switch (i % 4) {
                case 0 -> String.join(" ", words);
                case 1 -> "\"" + words[0] + " " + words[Math.min(1, words.length - 1)] + "\"";
                case 2 -> "title:" + last;
                default -> last.substring(0, last.offsetByCodePoints(0, Math.min(3, last.codePointCount(0, last.length())))) + "*";
            });
        }
        return questions;
    }
}
