package org.pressroom.bench;

import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.pressroom.browser.Browsers;
import org.pressroom.browser.ProblemTransfer;
import org.pressroom.browser.SearchTransfer;
import org.pressroom.browser.SiteServer;
import org.pressroom.search.shard.ShardReader;
import org.pressroom.search.shard.TermSource;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/// `mvn -Pbench verify`: what the search page of a large archive fetches, counted by a real browser from a server that compresses
/// and takes its time.
///
/// - `-Dbench.transfer=10000`: documents
/// - `-Dbench.site=FOLDER`: a finished site instead of a generated archive
@Tag("benchmark")
class TransferBenchmarkIT {

    private static final long SEED = 7;
    private static final long LATENCY = 120;
    private static final int COLD = 11;
    private static final int NEXT = 31;

    @TempDir
    Path home;

    @Test
    void queries() throws Exception {
        Path site = site();
        List<TermSource.Counted> terms = new ShardReader(address -> Files.readAllBytes(site.resolve(address)))
            .terms("text").startingWith("").stream().filter(term -> term.term().matches("[a-z]{3,}"))
            .sorted(Comparator.comparing(TermSource.Counted::documents).reversed()).toList();
        files(site);
        try (Browsers browsers = Browsers.launch(); SiteServer server = SiteServer.distant(site, "/ideas/", LATENCY)) {
            List<String> common;
            List<String> usual;
            try (SearchTransfer first = new SearchTransfer(browsers, server.address())) {
                first.open("");
                common = first.plain(terms.stream().limit(40).map(TermSource.Counted::term).toList());
                usual = first.plain(drawn(terms, (COLD + NEXT) * 3)).subList(0, COLD + NEXT);
            }
            line("commonest word", List.of(cold(browsers, server, common.getFirst())));
            line("three common words", List.of(cold(browsers, server, String.join(" ", common.subList(0, 3)))));
            line("three rarer words", List.of(cold(browsers, server, String.join(" ", usual.subList(0, 3)))));
            List<SearchTransfer.Query> words = new ArrayList<>();
            for (String word : usual.subList(0, COLD)) {
                words.add(cold(browsers, server, word));
            }
            line("one word, cold", words);
            try (SearchTransfer session = new SearchTransfer(browsers, server.address())) {
                session.open(usual.getFirst());
                line("next query", usual.subList(COLD, COLD + NEXT).stream().map(session::replace).toList());
            }
            try (SearchTransfer typing = new SearchTransfer(browsers, server.address())) {
                typing.open("");
                for (String query : List.of(common.getFirst(), String.join(" ", common.subList(0, 3)), usual.get(1), usual.get(2) + " " + usual.get(3))) {
                    typing.type(query, 100);
                }
                print("tasks of more than 50 ms while typing: %s", typing.longTasks());
            }
            assertTrue(words.stream().allMatch(word -> word.steps() <= 4), "dependent steps: " + words);
        }
    }

    @Test
    void problems() throws Exception {
        Path site = site();
        print("%d kB below tried/ that grow with the archive", grown(site) / 1000);
        List<String> problems;
        // The generated archive's words are none, which no author writes.
        try (Stream<Path> files = Files.walk(Path.of("content"))) {
            problems = files.filter(file -> file.toString().endsWith(".md")).sorted().map(TransferBenchmarkIT::paragraph)
                .filter(text -> !text.isEmpty()).limit(9).toList();
        }
        try (Browsers browsers = Browsers.launch(); SiteServer server = SiteServer.distant(site, "/ideas/", 0)) {
            List<String> sentences = problems.stream().map(problem -> problem.substring(0, problem.indexOf('.') + 1)).toList();
            first("a sentence", browsers, server, sentences);
            first("a paragraph", browsers, server, problems);
            first("one of the table's questions", browsers, server, questions());
            second("a sentence after a paragraph", browsers, server, problems, sentences);
            second("a paragraph after another", browsers, server, problems, problems);
        }
    }

    private static void first(String name, Browsers browsers, SiteServer server, List<String> problems) {
        transfers(name, problems.stream().map(problem -> ProblemTransfer.of(browsers, server.address(), problem)).toList());
    }

    /// Each after another one's.
    private static void second(String name, Browsers browsers, SiteServer server, List<String> before, List<String> problems) {
        transfers(name, IntStream.range(1, problems.size())
            .mapToObj(i -> ProblemTransfer.of(browsers, server.address(), before.get(i - 1), problems.get(i))).toList());
    }

    private static void transfers(String name, List<ProblemTransfer> all) {
        long[] bytes = all.stream().mapToLong(ProblemTransfer::bytes).sorted().toArray();
        print("%s: %d kB, median of %d (%d to %d), %d files at most", name, bytes[bytes.length / 2] / 1000, bytes.length, bytes[0] / 1000,
            bytes[bytes.length - 1] / 1000, all.stream().mapToInt(ProblemTransfer::files).max().orElse(0));
        all.forEach(one -> print("  %s", one));
    }

    /// Problems told in a sentence, with the ideas of the sample archive that have them before each.
    private static List<String> questions() throws IOException {
        return Files.readAllLines(Path.of("src/test/model/questions.txt")).stream().filter(line -> !line.startsWith("#") && line.contains("\t"))
            .map(line -> line.substring(line.indexOf('\t') + 1)).toList();
    }

    private static String paragraph(Path file) {
        try {
            return Stream.of(Files.readString(file).split("\n\n+")).filter(text -> text.matches("[A-Z][a-z][^|]{400,}")).findFirst().orElse("");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /// All but the rows and the vocabulary, which is the largest file.
    private static long grown(Path site) throws IOException {
        try (Stream<Path> files = Files.list(site.resolve("tried"))) {
            List<Long> sizes = files.filter(file -> !file.getFileName().toString().contains("-")).map(file -> file.toFile().length()).sorted().toList();
            return sizes.stream().mapToLong(size -> size).sum() - sizes.getLast();
        }
    }

    private Path site() throws IOException {
        String given = System.getProperty("bench.site");
        if (given != null) {
            return Path.of(given);
        }
        int documents = Integer.getInteger("bench.transfer", 10_000);
        Path archive = home.resolve("archive");
        ArchiveGenerator.generate(archive, documents, documents * 5 / 2, SEED);
        return ProgramRun.site(archive, home, System.getProperty("bench.heap", "1g"));
    }

    /// Words that somebody may look for, drawn as often as documents hold them; those of more than a tenth of all are left out.
    private static List<String> drawn(List<TermSource.Counted> terms, int count) {
        int most = terms.getFirst().documents() / 10;
        List<TermSource.Counted> usual = terms.stream().filter(term -> term.documents() <= most && term.documents() > 1).toList();
        Random random = new Random(SEED);
        long all = usual.stream().mapToLong(TermSource.Counted::documents).sum();
        List<String> drawn = new ArrayList<>();
        while (drawn.size() < count) {
            long at = (long) (random.nextDouble() * all);
            int i = 0;
            while (at >= usual.get(i).documents()) {
                at -= usual.get(i++).documents();
            }
            if (!drawn.contains(usual.get(i).term())) {
                drawn.add(usual.get(i).term());
            }
        }
        return drawn;
    }

    private static SearchTransfer.Query cold(Browsers browsers, SiteServer server, String query) {
        try (SearchTransfer visitor = new SearchTransfer(browsers, server.address())) {
            return visitor.open(query);
        }
    }

    private static void files(Path site) throws IOException {
        try (Stream<Path> files = Files.list(site.resolve("search"))) {
            List<Path> all = files.toList();
            long bytes = 0;
            for (Path file : all) {
                bytes += Files.size(file);
            }
            print("%d files of the search, %d kB uncompressed%n%n%-20s %8s %8s %8s %6s %6s", all.size(), bytes / 1000,
                "bytes fetched", "median", "least", "most", "files", "steps");
        }
    }

    private static void line(String name, List<SearchTransfer.Query> queries) {
        long[] bytes = queries.stream().mapToLong(SearchTransfer.Query::bytes).sorted().toArray();
        print("%-20s %8d %8d %8d %6d %6d  %s", name, bytes[bytes.length / 2], bytes[0], bytes[bytes.length - 1],
            queries.stream().mapToInt(SearchTransfer.Query::files).max().orElse(0),
            queries.stream().mapToInt(SearchTransfer.Query::steps).max().orElse(0), queries.getFirst());
    }

    @SuppressWarnings("SystemOut")
    private static void print(String form, Object... values) {
        System.out.println(String.format(Locale.ROOT, form, values));
    }
}
