package org.pressroom.search;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;
import org.junit.jupiter.api.io.TempDir;
import org.pressroom.build.ArchiveRequest;
import org.pressroom.build.ArchiveSession;
import org.pressroom.build.Progress;
import org.pressroom.build.Reading;
import org.pressroom.build.Semantics;
import org.pressroom.cache.ResultStore;
import org.pressroom.catalog.Entry;
import org.pressroom.files.SafeFolder;
import org.pressroom.meaning.Encoder;
import org.pressroom.model.Document;
import org.pressroom.parallel.Workers;
import org.pressroom.search.RelevanceSet.Judged;
import org.pressroom.search.RelevanceSet.Score;

import java.io.IOException;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

/// Whether the search puts first what people want, on the sample archive.
///
/// With `-Dpressroom.relevance=report` it prints all figures; with `single` what a change of one weight does, with `grid` what
/// combinations of other weights reach.
class RelevanceTest {

    private static final String PROPERTY = "pressroom.relevance";
    /// A little less than is reached.
    private static final double NDCG_AT_LEAST = 0.80;
    private static final double PROBLEMS_AT_LEAST = 0.78;
    private static final int WORST = 12;

    @TempDir
    private static Path folder;
    private static ArchiveSession session;
    private static ResultStore store;
    private static Reading reading;
    private static List<Judged> set;
    private static List<Score> present;
    private static List<Score> asProblems;
    private static int indexes;

    @BeforeAll
    static void readTheArchive() throws IOException {
        set = RelevanceSet.read();
        session = ArchiveSession.open(ArchiveRequest.of(Path.of(".")));
        store = ResultStore.temporary(SafeFolder.at(folder));
        reading = Reading.of(session, new Workers(2), _ -> null, store, false, LocalDate.EPOCH, new Semantics.Words(), Progress.NONE);
        try (SearchIndex index = index(Weights.CHOSEN)) {
            present = scores(index);
            asProblems = RelevanceSet.scores(set, new Similar(index, new TableLikeness(index, Encoder.shipped())));
        }
    }

    @AfterAll
    static void close() {
        store.close();
        session.close();
    }

    private static SearchIndex index(Weights weights) throws IOException {
        Path own = folder.resolve("index-" + indexes++);
        try (IndexBuilder builder = new IndexBuilder(own, weights)) {
            for (Entry entry : reading.catalog().entries()) {
                Document document = reading.bodies().of(entry);
                builder.add(entry.address(), entry, document, Meanings.of(document, Encoder.shipped()).orElse(null));
            }
            builder.commit("made for a test", "");
        }
        return SearchIndex.open(own);
    }

    private static List<Score> scores(SearchIndex index) throws IOException {
        return RelevanceSet.scores(set, new Searcher(index, Synonyms.of(session.configuration().synonyms())));
    }

    private static List<Score> scores(Weights weights) throws IOException {
        try (SearchIndex index = index(weights)) {
            return scores(index);
        }
    }

    @Test
    void theSetNamesDocumentsThatThereAre() {
        Set<String> ids = reading.catalog().entries().stream().map(entry -> entry.id().value()).collect(Collectors.toSet());
        Set<String> judged = new TreeSet<>();
        set.forEach(one -> judged.addAll(one.grades().keySet()));

        assertTrue(set.size() >= 100, set.size() + " queries");
        assertEquals(set.size(), set.stream().map(Judged::query).distinct().count(), "no query twice");
        judged.removeAll(ids);
        assertEquals(Set.of(), judged);
        assertTrue(set.stream().flatMap(one -> one.grades().values().stream()).allMatch(grade -> grade >= 1 && grade <= 3));
    }

    @Test
    void whatIsWantedComesFirst() {
        double ndcg = RelevanceSet.mean(present, Score::ndcg);

        assertTrue(ndcg >= NDCG_AT_LEAST, () -> "mean nDCG@10 is %.4f, at least %.3f was reached before; the worst queries:%n%s".formatted(
            ndcg, NDCG_AT_LEAST, worst()));
    }

    @Test
    void askedAsProblemsTheyFindWhatIsWantedToo() {
        double ndcg = RelevanceSet.mean(asProblems, Score::ndcg);

        assertTrue(ndcg >= PROBLEMS_AT_LEAST, () -> "mean nDCG@10 is %.4f, at least %.3f was reached before".formatted(ndcg, PROBLEMS_AT_LEAST));
    }

    @Test
    void whereNothingIsToBeFoundTheSearchSaysSo() {
        List<String> found = present.stream().filter(score -> !score.judged().answered() && !score.silent())
            .map(score -> score.judged().query()).toList();

        assertEquals(List.of("television repair"), found, "an idea has these words, but is about something else");
    }

    private static String worst() {
        return present.stream().filter(score -> score.judged().answered()).sorted(Comparator.comparing(Score::ndcg)).limit(WORST)
            .map(Score::toString).collect(Collectors.joining(System.lineSeparator()));
    }

    @Test
    @EnabledIfSystemProperty(named = PROPERTY, matches = "report")
    void report() {
        Map<String, List<Score>> kinds = new LinkedHashMap<>();
        present.forEach(score -> kinds.computeIfAbsent(score.judged().kind(), _ -> new ArrayList<>()).add(score));
        asProblems.forEach(score -> kinds.computeIfAbsent(score.judged().kind() + ", as a problem", _ -> new ArrayList<>()).add(score));
        kinds.put("all", present.stream().filter(score -> score.judged().answered()).toList());
        kinds.forEach((kind, of) -> System.out.printf(Locale.ROOT, "| %s | %d | %.3f | %.3f | %.3f |%n", kind, of.size(),
            RelevanceSet.mean(of, Score::ndcg), RelevanceSet.mean(of, Score::recall), RelevanceSet.mean(of, Score::rank)));
        present.stream().sorted(Comparator.comparing(Score::ndcg)).forEach(System.out::println);
    }

    @Test
    @EnabledIfSystemProperty(named = PROPERTY, matches = "single")
    void single() throws IOException {
        System.out.println(Trial.of(Weights.CHOSEN));
        System.out.println(Trial.of(new Weights(1, 1, 1, 1, 1, 1, 1, 1)));
        Weights now = Weights.CHOSEN;
        int[] weights = {now.title(), now.id(), now.headline(), now.summary(), now.problem(), now.question(), now.tag(), now.customer()};
        for (int place = 0; place < weights.length; place++) {
            for (int weight : new int[] {1, 2, 3, 4, 6, 9, 12, Weights.MOST}) {
                int[] w = weights.clone();
                w[place] = weight;
                System.out.println(Trial.of(new Weights(w[0], w[1], w[2], w[3], w[4], w[5], w[6], w[7])));
            }
        }
    }

    /// Weights that are best on one half of the queries, every second one, are worth something when the other half agrees.
    @Test
    @EnabledIfSystemProperty(named = PROPERTY, matches = "grid")
    void grid() throws IOException {
        List<Trial> trials = new ArrayList<>();
        for (int title : new int[] {4, 6, 9, 12}) {
            for (int headline : new int[] {2, 4, 8}) {
                for (int summary : new int[] {1, 2, 4}) {
                    for (int problem : new int[] {1, 2, 3}) {
                        for (int question : new int[] {1, 2, 3}) {
                            for (int tag : new int[] {1, 2, 4}) {
                                trials.add(Trial.of(
                                    new Weights(title, Weights.CHOSEN.id(), headline, summary, problem, question, tag, tag)));
                            }
                        }
                    }
                }
            }
        }
        System.out.println(Trial.of(Weights.CHOSEN));
        for (Comparator<Trial> by : List.of(Comparator.comparing(Trial::odd), Comparator.comparing(Trial::even),
                Comparator.comparing(Trial::all))) {
            System.out.println("best:");
            trials.stream().sorted(by.reversed()).limit(WORST).forEach(System.out::println);
        }
    }

    /// The mean nDCG@10 that weights reach on each half of the queries.
    private record Trial(Weights weights, double odd, double even) {

        static Trial of(Weights weights) throws IOException {
            List<Score> answered = scores(weights).stream().filter(score -> score.judged().answered()).toList();
            return new Trial(weights, half(answered, 0), half(answered, 1));
        }

        private static double half(List<Score> scores, int first) {
            List<Score> half = new ArrayList<>();
            for (int i = first; i < scores.size(); i += 2) {
                half.add(scores.get(i));
            }
            return RelevanceSet.mean(half, Score::ndcg);
        }

        double all() {
            return (odd + even) / 2;
        }

        @Override
        public String toString() {
            return String.format(Locale.ROOT, "odd %.4f  even %.4f  all %.4f  %s", odd, even, all(), weights);
        }
    }
}
