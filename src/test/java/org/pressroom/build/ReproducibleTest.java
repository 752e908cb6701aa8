package org.pressroom.build;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.Isolated;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.pressroom.ChildProcess;
import org.pressroom.Site;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.SortedMap;
import java.util.TimeZone;
import java.util.TreeMap;
import java.util.stream.Stream;

/// The same commit gives the same bytes, whatever machine and moment it is built on.
@Isolated("sets the locale and the time zone of the whole process")
class ReproducibleTest {

    private static final Site SITE = Site.of("-- content/İstanbul.md --\n---\nid: TITLE-İI\ntitle: Istanbul ıssız\nstatus: draft\ntags: [INFO, ılık]\n---\n# Istanbul\n");
    private static SortedMap<String, String> expected = new TreeMap<>();

    @BeforeAll
    static void buildOnce() throws IOException {
        for (String year : List.of("2016", "2021")) {
            try (Stream<Path> files = Files.walk(Path.of("content", year))) {
                for (Path file : files.filter(Files::isRegularFile).toList()) {
                    SITE.write(file.toString().replace('\\', '/'), Files.readAllBytes(file));
                }
            }
        }
        SITE.commit("2024-03-01T23:30:00-11:00", "Ana Lima <a@x>").with("-- content/z.md --\n# Later\n").commit("2024-04-01T00:30:00+14:00", "Bo <b@x>");
        expected = built();
        assertTrue(expected.size() > 50, expected.keySet().toString());
    }

    @AfterAll
    static void close() {
        SITE.close();
    }

    private static SortedMap<String, String> built(String... options) {
        return built(SITE.archive(), options);
    }

    private static SortedMap<String, String> built(Path archive, String... options) {
        try {
            Path output = Files.createTempDirectory(SITE.home(), "out");
            List<String> arguments = new ArrayList<>(List.of("build", "-o", output.toString(), "--as-of", "2026-06-01"));
            arguments.addAll(List.of(options));
            arguments.add(archive.toString());
            var run = SITE.run(arguments.toArray(String[]::new));
            assertTrue(run.code() <= 1, run.err());
            return Site.filesOf(output);
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }

    private static void assertSame(SortedMap<String, String> built) {
        assertEquals(expected.keySet(), built.keySet());
        expected.forEach((address, bytes) -> assertEquals(bytes, built.get(address), address));
    }

    @ParameterizedTest
    @ValueSource(strings = {"1", "2", "8"})
    void onAnyNumberOfThreads(String threads) {
        assertSame(built("--threads", threads));
    }

    @ParameterizedTest
    @CsvSource({"tr-TR, Pacific/Kiritimati", "ja-JP-u-ca-japanese, Pacific/Pago_Pago", "ar-EG-u-nu-arab, UTC"})
    void inAnyLocaleAndZone(String locale, String zone) {
        Locale localeBefore = Locale.getDefault();
        TimeZone zoneBefore = TimeZone.getDefault();
        try {
            Locale.setDefault(Locale.forLanguageTag(locale));
            TimeZone.setDefault(TimeZone.getTimeZone(zone));
            assertSame(built());
        } finally {
            Locale.setDefault(localeBefore);
            TimeZone.setDefault(zoneBefore);
        }
    }

    @Test
    void fromACloneABareRepositoryOrAnyNameOfTheCommit() {
        Path bare = SITE.home().resolve("bare.git");
        Site.git(SITE.home(), Map.of(), "clone", "-q", "--bare", SITE.archive().toString(), bare.toString());
        Path clone = SITE.home().resolve("clone");
        Site.git(SITE.home(), Map.of(), "clone", "-q", SITE.archive().toString(), clone.toString());
        String commit = Site.git(SITE.archive(), Map.of(), "rev-parse", "HEAD").strip();
        assertSame(built(bare));
        assertSame(built(clone));
        assertSame(built("--ref", "main"));
        assertSame(built("--ref", commit));
    }

    @Test
    void cleanOrOverAnOlderSite() {
        SITE.run("build", "-o", SITE.output().toString(), "--as-of", "2025-01-01", "--ref", "HEAD~1", SITE.archive().toString());
        SITE.build();
        assertSame(SITE.files());
        assertTrue(SITE.build("--format", "json").out().contains("\"changed\" : 0"));
        SITE.build("--clean");
        assertSame(SITE.files());
    }

    @Test
    void nothingIsWrittenButOutputAndCache() throws IOException, InterruptedException {
        SortedMap<String, String> before = Site.filesOf(SITE.archive());
        assertTrue(before.keySet().stream().anyMatch(f -> f.startsWith(".git/")));
        Process build = ChildProcess.start(SITE.home(), ChildProcess.command(SITE.home(), "org.pressroom.cli.Main",
            "build", "-o", SITE.output().toString(), "--as-of", "2026-06-01", SITE.archive().toString()));
        assertTrue(build.waitFor() <= 1, () -> String.valueOf(build.exitValue()));
        SITE.check();
        SITE.run("search", "window", SITE.archive().toString());
        assertEquals(before, Site.filesOf(SITE.archive()));
        assertEquals(List.of(), List.copyOf(Site.filesOf(SITE.home().resolve("tmp")).keySet()), "temporary files");
        try (Stream<Path> home = Files.list(SITE.home())) {
            assertEquals(List.of(), home.map(p -> p.getFileName().toString())
                .filter(n -> !n.matches("archive|cache|site|tmp|printed|bare.git|clone|out\\d+")).toList());
        }
    }
}
