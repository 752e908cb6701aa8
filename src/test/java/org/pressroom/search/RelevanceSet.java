package org.pressroom.search;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.ToDoubleFunction;

/// Queries over the sample archive with judged answers, as `relevance.tsv` has them, and how well a searcher does on them.
final class RelevanceSet {

    private static final Path FILE = Path.of("src/test/resources/org/pressroom/search/relevance.tsv");
    private static final int DEPTH = 10;
    private static final Set<String> PROBLEMS = Set.of("topic", "own words");
    /// From this grade on a document is relevant where there are only two kinds.
    private static final int RELEVANT = 2;

    private RelevanceSet() { }

    /// A query and the documents that answer it.
    ///
    /// @param grades of documents, by id; empty when no idea answers the query
    record Judged(String kind, String query, Map<String, Integer> grades) {

        boolean answered() {
            return !grades.isEmpty();
        }
    }

    /// What was found for a query, and how good that is.
    ///
    /// @param found  ids, best first
    /// @param ndcg   at 10, with gain 2^grade − 1 and discount log2(rank + 1), over the best order there is
    /// @param recall at 10, of the documents of grade 2 and 3
    /// @param rank   1 over the rank of the first document of grade 2 or 3; 0 when it is not among the first ten
    /// @param silent whether nothing was found that has all of the query
    record Score(Judged judged, List<String> found, double ndcg, double recall, double rank, boolean silent) {

        @Override
        public String toString() {
            return "%.3f  %s  %s; wanted %s".formatted(ndcg, judged.query, found, judged.grades);
        }
    }

    static List<Judged> read() throws IOException {
        List<Judged> set = new ArrayList<>();
        for (String line : Files.readAllLines(FILE)) {
            if (line.startsWith("#")) {
                continue;
            }
            String[] columns = line.split("\t", -1);
            if (columns.length != 3) {
                throw new IOException(FILE + ": not three columns: " + line);
            }
            Map<String, Integer> grades = new LinkedHashMap<>();
            for (String pair : columns[2].equals("-") ? new String[0] : columns[2].split(" ")) {
                String[] sides = pair.split("=");
                grades.put(sides[0], Integer.valueOf(sides[1]));
            }
            set.add(new Judged(columns[0], columns[1], grades));
        }
        return set;
    }

    static List<Score> scores(List<Judged> set, Searcher searcher) throws IOException {
        List<Score> scores = new ArrayList<>();
        for (Judged judged : set) {
            SearchResult result = searcher.search(SearchRequest.of(judged.query, DEPTH));
            scores.add(score(judged, result.hits().stream().map(SearchHit::id).toList(), result.total() == 0 || result.relaxed()));
        }
        return scores;
    }

    /// How the queries do that tell a problem or a topic when they are asked as problems.
    static List<Score> scores(List<Judged> set, Similar similar) throws IOException {
        List<Score> scores = new ArrayList<>();
        for (Judged judged : set) {
            if (PROBLEMS.contains(judged.kind)) {
                scores.add(score(judged, similar.find(judged.query, true, null, DEPTH).hits().stream().map(SimilarHit::id).toList(), false));
            }
        }
        return scores;
    }

    private static Score score(Judged judged, List<String> found, boolean silent) {
        return new Score(judged, found, ndcg(judged, found), recall(judged, found), rank(judged, found), silent);
    }

    static double mean(List<Score> scores, ToDoubleFunction<Score> measure) {
        return scores.stream().filter(score -> score.judged.answered()).mapToDouble(measure).average().orElse(0);
    }

    private static double ndcg(Judged judged, List<String> found) {
        double ideal = gain(judged.grades.values().stream().sorted(Comparator.reverseOrder()).limit(DEPTH).toList());
        return ideal == 0 ? 0 : gain(found.stream().map(id -> judged.grades.getOrDefault(id, 0)).toList()) / ideal;
    }

    private static double gain(List<Integer> grades) {
        double gain = 0;
        for (int i = 0; i < grades.size(); i++) {
            gain += ((1 << grades.get(i)) - 1) / (Math.log(i + 2) / Math.log(2));
        }
        return gain;
    }

    private static double recall(Judged judged, List<String> found) {
        List<String> relevant = judged.grades.entrySet().stream().filter(graded -> graded.getValue() >= RELEVANT)
            .map(Map.Entry::getKey).toList();
        return relevant.isEmpty() ? 0 : (double) relevant.stream().filter(found::contains).count() / relevant.size();
    }

    private static double rank(Judged judged, List<String> found) {
        for (int i = 0; i < found.size(); i++) {
            if (judged.grades.getOrDefault(found.get(i), 0) >= RELEVANT) {
                return 1.0 / (i + 1);
            }
        }
        return 0;
    }
}
