package org.pressroom.build;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.pressroom.Site;
import org.pressroom.cli.CommandLineRun;

import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/// A mistake in the configuration publishes nothing, so it publishes nothing that was meant to be hidden.
class ConfigurationErrorTest {

    private static final String ARCHIVE = Site.document("0001", "Keys by post") + Site.document("private/0002", "Okapi merger");

    private static boolean shows(Site site) {
        return site.files().entrySet().stream().anyMatch(file -> (file.getKey() + file.getValue()).contains("Okapi"));
    }

    /// The archive, built once without what is private.
    private static Site built() {
        Site site = Site.of(ARCHIVE + "-- pressroom.yaml --\nexclude: [\"private/**\"]\n");
        assertEquals(0, site.build().code());
        assertFalse(shows(site));
        return site;
    }

    /// Nothing comes out of any command, and what there was stays.
    private static void assertRefused(Site site, String word) {
        Map<String, String> before = site.files();
        CommandLineRun build = site.build("-q");
        assertEquals(3, build.code(), build.out() + build.err());
        assertTrue(build.err().contains(word) && build.err().contains("error: ") && build.err().contains("fix: "), build.err());
        assertEquals(before, site.files());
        String archive = site.archive().toString();
        for (List<String> command : List.of(List.of("search", "Okapi"), List.of("search", "--format", "json", "--limit", "3", "Okapi"), List.of("stats"), List.of("history", "0001"),
                List.of("serve", "--port", "0"))) {
            List<String> line = new ArrayList<>(command);
            line.add(archive);
            CommandLineRun run = site.run(line.toArray(String[]::new));
            assertEquals(3, run.code(), command + run.out() + run.err());
            assertEquals("", run.out(), command.toString());
            assertTrue(run.err().contains(word), run.err());
        }
        CommandLineRun check = site.check("--format", "json");
        assertEquals(1, check.code(), check.err());
        assertTrue(check.findings().stream().anyMatch(f -> String.valueOf(f.get("rule")).startsWith("config-")), check.out());
    }

    @ParameterizedTest
    @ValueSource(strings = {"site:\n  name: Ideas: ours", "excludes: [\"private/**\"]", "drafts: hidden", "drafts: true", "drafts: yes", "drafts:", "drafts: [hide]",
        "exclude:", "exclude: {private: true}", "exclude: [[private]]", "exclude: private/**, secret/**", "exclude: [\"!public/**\"]", "exclude: ['private[']",
        "exclude: [a]\nexclude: [\"private/**\"]", "people: {Ana: {hidden: yes}}", "people: {Ana: hidden}", "people: [Ana]", "people: {Ana: {hidden: }}",
        "visibility: restricted", "- exclude", "exclude", "exclude: [\"private/**\"\n", "\texclude: [\"private/**\"]", "a: 1\n---\nexclude: [\"private/**\"]", "exclude: *private",
        "<<: {exclude: [\"private/**\"]}", "site: {exclude: [\"private/**\"]}", "baseline: ../x.json", "severities: {pr-missing: none}", "\0", "<<<<<<< HEAD\nexclude: []\n=======\n>>>>>>> x",
        "version https://git-lfs.github.com/spec/v1\noid sha256:0\nsize 9"})
    void whatCannotBeUsedEndsEveryCommandThatShowsSomething(String yaml) {
        try (Site site = built().with("-- pressroom.yaml --\n" + (yaml.contains("rivate") || yaml.startsWith("exclude") ? yaml : "exclude: [\"private/**\"]\n" + yaml) + "\n")) {
            assertRefused(site, "pressroom.yaml:");
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"UTF-16LE", "UTF-16BE", "ISO-8859-1"})
    void anotherEncodingIsRefused(String charset) {
        try (Site site = built()) {
            site.write("pressroom.yaml", "exclude: [\"private/**\"] # für uns\n".getBytes(Charset.forName(charset)));
            assertRefused(site, "not UTF-8");
        }
    }

    @Test
    void oneOfMoreThanAMegabyteIsNotReadInPart() {
        try (Site site = built()) {
            site.write("pressroom.yaml", ("#" + "x".repeat(1_000_000) + "\nexclude: [\"private/**\"]\n").getBytes(StandardCharsets.UTF_8));
            assertRefused(site, "more than");
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {".pressroom.yaml", ".pressroom.yml", "Pressroom.yaml", "PRESSROOM.YML", "_pressroom.yaml", "pressroom.yaml.txt", "press-room.yml", "pressroom.toml", "pressroom.json",
        "content/pressroom.yaml", "content/pressroom.yml"})
    void aFileThatIsMeantAndNotReadIsRefused(String name) throws IOException {
        try (Site site = built()) {
            Files.move(site.archive().resolve("pressroom.yaml"), site.archive().resolve(name));
            assertRefused(site, name);
        }
    }

    @Test
    void twoFilesAreRefused() {
        try (Site site = built().with("-- pressroom.yml --\nsite: {name: Ours}\n")) {
            assertRefused(site, "there are both");
        }
    }

    @Test
    void aFindingNamesTheFileThatIsThere() {
        try (Site site = Site.of(ARCHIVE).with("-- pressroom.yml --\nsources: {far: {location: /nowhere/at/all}}\n")) {
            String err = site.build().err();
            assertTrue(err.contains("pressroom.yml:1:"), err);
            assertFalse(err.contains("pressroom.yaml:"), err);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"pressroom.yaml", "pressroom.yml"})
    void aFolderOrALinkInItsPlaceIsRefused(String name) throws IOException {
        try (Site site = built()) {
            Files.move(site.archive().resolve("pressroom.yaml"), site.archive().resolve("settings.yaml"));
            Path place = Files.createDirectory(site.archive().resolve(name));
            assertRefused(site, "is not a file");
            Files.delete(place);
            Files.createSymbolicLink(place, Path.of("settings.yaml"));
            assertRefused(site, "is not a file");
            site.commit("2024-03-01T10:00:00Z", "Ann <a@x>");
            assertEquals(3, site.build("--ref", "HEAD").code());
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"private/**", "private", "private/", "/private/**", "./private", "content/private/**", "\"*/0002.md\"", "\n- private/*\n", "[private]", "\"{private,secret}/**\"", "&p [private]"})
    void whateverNamesTheFolderHidesIt(String exclude) throws IOException {
        for (String name : List.of("pressroom.yaml", "pressroom.yml")) {
            try (Site site = Site.of(ARCHIVE).write(name, ("\uFEFFexclude: " + exclude + "\r\n").getBytes(StandardCharsets.UTF_8))) {
                assertEquals(0, site.build().code());
                assertFalse(shows(site), exclude);
                assertTrue(site.files().containsKey("ideas/0001.html"));
                Path other = Files.move(site.archive().resolve(name), site.home().resolve("other.yaml"));
                assertEquals(0, site.build("--config", other.toString()).code());
                assertFalse(shows(site), exclude);
                site.build();
                assertTrue(shows(site), "without a configuration it is there to be seen");
            }
        }
    }

    @Test
    void aFolderIsFoundInEitherUnicodeFormAndAmongPages() {
        try (Site site = Site.of(Site.document("0001", "Keys by post") + Site.document("geheimnisse-u\u0308/0002", "Okapi merger")
                + "-- pages/plans.md --\n# Okapi plans\n-- pressroom.yaml --\nexclude: ['geheimnisse-\u00fc', pages/plans.md]\n")) {
            site.build();
            assertFalse(shows(site));
        }
    }

    @Test
    void theOneThatIsAskedForIsHeldToTheSame() throws IOException {
        try (Site site = built()) {
            Path other = Files.writeString(site.home().resolve("other.yml"), "excludes: [\"private/**\"]\n");
            Map<String, String> before = site.files();
            CommandLineRun run = site.build("-q", "--config", other.toString());
            assertEquals(3, run.code());
            assertTrue(run.err().contains("other.yml:1:1: error: "), run.err());
            assertEquals(3, site.build("--config", site.home().toString()).code());
            assertEquals(before, site.files());
        }
    }
}
