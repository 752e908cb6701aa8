package org.pressroom.build;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.pressroom.Site;
import org.pressroom.cli.CommandLineRun;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.zip.DataFormatException;
import java.util.zip.Inflater;

/// Restricted documents leave no trace: every part of one bears a word that is looked for in everything that comes out.
class RestrictedTest {

    private static final String CANARY = "zebrafinch";

    private static final String SECRET = """
        -- content/zebrafinch/0077-zebrafinch.md --
        ---
        id: "zebrafinch-77"
        title: Project Zebrafinch
        summary: Zebrafinch sings.
        status: approved
        outcome: building
        authors: ["Zoe Zebrafinch <zoe@zebrafinch.example>"]
        sponsor: Zed Zebrafinch
        team: Zebrafinch team
        customer: Zebrafinch keepers
        tags: [zebrafinch]
        created: 2024-03-01
        decision: {date: 2024-04-01, deciders: [Zebrafinch board], text: "Zebrafinch it is"}
        supersedes: ["0001"]
        related: ["0001", "0404"]
        aliases: [old/zebrafinch.html]
        discussion: "https://zebrafinch.example/d"
        visibility: restricted
        x-zebrafinch: zebrafinch
        misspelt: zebrafinch
        ---

        # Project Zebrafinch

        ## Press release

        ### Zebrafinch problem

        The zebrafinch is silent. ![zebrafinch](zebrafinch.svg) [zebrafinch](nowhere-zebrafinch.md) TODO

        ## FAQ

        ### What is a zebrafinch?

        """;

    private static final String OTHERS = """
        -- content/zebrafinch/zebrafinch.svg --
        <svg xmlns="http://www.w3.org/2000/svg"><text>zebrafinch</text></svg>
        -- content/zebrafinch/data-zebrafinch.csv --
        zebrafinch,1
        -- content/0003-refers.md --
        ---
        id: "0003"
        title: Refers
        status: draft
        created: 2024-03-01
        supersedes: ["Zebrafinch-77"]
        related: ["zebrafinch-77", "0001"]
        ---

        # Refers

        ## Press release

        ### Problem of [zebrafinch](zebrafinch/0077-zebrafinch.md)

        See [project zebrafinch](zebrafinch/0077-zebrafinch.md#zebrafinch-problem "zebrafinch") and [zebrafinch][z] and
        ![zebrafinch](zebrafinch/0077-zebrafinch.md) and <a href="zebrafinch/0077-zebrafinch.md">zebrafinch</a>.

        ### Solution

        Broken [link](nowhere.md) beside [zebrafinch](zebrafinch/0077-zebrafinch.md).

        ## FAQ

        ### What of [zebrafinch](zebrafinch/0077-zebrafinch.md)?

        Nothing.

        [z]: zebrafinch/0077-zebrafinch.md "zebrafinch"
        """;

    private static void assertNoTrace(String what, String where) {
        int at = what.toLowerCase(Locale.ROOT).indexOf(CANARY);
        assertTrue(at < 0, () -> where + ": …" + what.substring(Math.max(0, at - 80), Math.min(what.length(), at + 80)));
    }

    private static void assertNoTrace(Site site) throws DataFormatException {
        assertFalse(site.files().isEmpty());
        int shards = 0;
        for (var file : site.files().entrySet()) {
            assertNoTrace(file.getKey(), "an address");
            assertNoTrace(file.getValue(), file.getKey());
            if (file.getKey().startsWith("search/") || file.getKey().startsWith("tried/")) {
                String inflated = inflated(file.getValue());
                shards++;
                assertNoTrace(inflated, file.getKey() + " inflated");
                assertFalse(inflated.contains("zebrafin"), "a stem in " + file.getKey());
            }
        }
        assertTrue(shards > 1);
        assertTrue(site.files().entrySet().stream().filter(f -> f.getKey().startsWith("search/"))
            .anyMatch(f -> quietlyInflated(f.getValue()).contains("morning")), "the search for words in shards finds none at all");
    }

    private static String quietlyInflated(String script) {
        try {
            return inflated(script);
        } catch (DataFormatException e) {
            throw new IllegalStateException(e);
        }
    }

    static String inflated(String script) throws DataFormatException {
        String base64 = script.substring(script.indexOf(",\"") + 2, script.lastIndexOf('"'));
        byte[] out = new byte[1 << 20];
        try (Inflater inflater = new Inflater(true)) {
            inflater.setInput(Base64.getDecoder().decode(base64));
            return new String(out, 0, inflater.inflate(out), StandardCharsets.ISO_8859_1);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"text", "json"})
    void nothingOfItComesOutOfABuild(String format) throws DataFormatException {
        try (Site site = Site.of(SiteBuildTest.KEYS + OTHERS).commit("2024-03-01T10:00:00Z", "Ann <a@x>")
                .with(SECRET).commit("2024-03-02T10:00:00Z", "Zebrafinch Zed <z@zebrafinch.example>")) {
            CommandLineRun run = site.build("--format", format);
            assertEquals(1, run.code(), run.err());
            assertTrue(site.page("ideas/0003.html").contains("restricted document"));
            assertNoTrace(run.out(), "stdout");
            assertNoTrace(run.err(), "stderr");
            assertNoTrace(site);
            assertTrue(run.err().contains("nowhere.md"), run.err());
        }
    }

    /// A document whose past bears the word, and which is fit to be seen today.
    private static Site reformed(String before, String after) {
        String today = Site.document("0006", "Keys by tram").replace("status: draft", "status: in-review");
        String past = today.replace("-- content/0006.md --", "-- " + before + " --").replace("Keys by tram", "Keys of the zebrafinch")
            .replace("by our cost", "by the zebrafinch").replace("id: ", "x-bird: zebrafinch\naliases: [z/zebrafinch.html]\nid: ");
        Site site = Site.of(SiteBuildTest.KEYS.replace("status: draft", "status: in-review")
            + OTHERS.replace("status: draft", "status: in-review")).commit("2024-02-01T10:00:00Z", "Ann <a@x>").with(past.replace("status: in-review", "status: draft"))
            .commit("2024-03-01T10:00:00Z", "Zebrafinch Zed <z@zebrafinch.example>");
        return site.remove(before).with(today.replace("-- content/0006.md --", "-- " + after + " --"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"drafts: hide", "exclude: [\"zebrafinch/**\"]"})
    void nothingOfDraftsAndOfWhatIsExcludedComesOut(String how) throws DataFormatException {
        boolean drafts = how.startsWith("drafts");
        String secret = SECRET.replace("visibility: restricted", "visibility: internal");
        String hidden = drafts ? secret.replace("status: approved\noutcome: building", "status: draft") : secret;
        try (Site site = reformed(drafts ? "content/0006.md" : "content/zebrafinch/0006.md", "content/0006.md")
                .with(hidden).with("-- pressroom.yaml --\n" + how + "\n").commit("2024-03-02T10:00:00Z", "Ann <a@x>")
                .with(hidden.replace("is silent", "sings")).commit("2024-03-03T10:00:00Z", "Zebrafinch Zed <z@zebrafinch.example>")) {
            CommandLineRun run = site.build();
            assertTrue(site.page("ideas/0003.html").contains("restricted document"));
            assertTrue(site.page("ideas/0006.html").contains("Keys by tram"));
            assertNoTrace(run.out() + run.err(), "output");
            assertNoTrace(site);
            assertTrue(run.err().contains("nowhere.md"), run.err());
            assertNoTrace(site.run("history", "0006", site.archive().toString()).out(), "history");
            assertTrue(site.run("history", "zebrafinch-77", site.archive().toString()).err().contains("there is no document"));
            assertNoTrace(site.run("stats", site.archive().toString()).out(), "stats");
            boolean told = site.check("--format", "json").findings().stream().anyMatch(f -> String.valueOf(f.get("file")).contains("0077"));
            assertEquals(drafts, told, "its author is told of a draft");
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"status: draft\ntitle: \"open", "status: darft", "Status: Draft"})
    void whatMayBeADraftStaysInWhereDraftsAreHidden(String line) throws DataFormatException {
        try (Site site = Site.of(SiteBuildTest.KEYS.replace("status: draft", "status: in-review") + "-- pressroom.yaml --\ndrafts: hide\n-- content/zebrafinch.md --\n---\n" + line + "\ntitle2: zebrafinch\n---\n\n# Zebrafinch\n")) {
            CommandLineRun run = site.build();
            assertNoTrace(run.out() + run.err(), "output");
            assertNoTrace(site);
        }
    }

    @Test
    void searchFindsNothingOfIt() {
        try (Site site = Site.of(SiteBuildTest.KEYS + SECRET + OTHERS)) {
            CommandLineRun run = site.run("search", "--format", "json", "silent " + "keepers", site.archive().toString());
            assertTrue(run.out().contains("\"total\" : 0"), run.out());
            assertNoTrace(run.out() + run.err(), "search");
        }
    }

    @Test
    void checkSpeaksOfIt() {
        try (Site site = Site.of(SiteBuildTest.KEYS + SECRET + OTHERS)) {
            CommandLineRun run = site.check("--format", "json");
            List<String> rules = new ArrayList<>();
            run.findings().stream().filter(f -> String.valueOf(f.get("file")).contains("0077")).forEach(f -> rules.add(String.valueOf(f.get("rule"))));
            assertTrue(rules.containsAll(List.of("placeholder-left", "meta-unknown-key")), rules.toString());
        }
    }

    @Test
    void onlyCheckNamesFilesThatNobodyUsesWhereItMayUseThem() {
        try (Site site = Site.of(SiteBuildTest.KEYS + SECRET + OTHERS)) {
            assertEquals(List.of("content/zebrafinch/data-zebrafinch.csv"), orphans(site.check("--format", "json")));
            assertFalse(site.build().err().contains("arc-orphan-asset"));
        }
        try (Site site = Site.of(SiteBuildTest.KEYS + "-- content/images/lamp.svg --\n<svg xmlns=\"http://www.w3.org/2000/svg\"/>\n-- lamp.svg --\n<svg/>\n")) {
            assertEquals(List.of("content/images/lamp.svg"), orphans(site.check("--format", "json")));
        }
    }

    private static List<String> orphans(CommandLineRun run) {
        return run.findings().stream().filter(f -> "arc-orphan-asset".equals(f.get("rule"))).map(f -> String.valueOf(f.get("file"))).toList();
    }

    @ParameterizedTest
    @ValueSource(strings = {"visibility: [restricted", "visibility: restricted\ntitle: \"open", "visiblity: restricted", "visibility: geheim",
        "Visibility: RESTRICTED"})
    void whatCannotBeReadAndMayBeRestrictedStaysIn(String line) throws DataFormatException {
        try (Site site = Site.of(SiteBuildTest.KEYS + "-- content/zebrafinch.md --\n---\n" + line + "\ntitle2: zebrafinch\n---\n\n# Zebrafinch\n")) {
            CommandLineRun run = site.build();
            assertEquals(0, run.code(), run.err());
            assertNoTrace(run.out() + run.err(), "output");
            assertNoTrace(site);
        }
    }

    @Test
    void bytesThatAreNoTextAndSpeakOfItStayIn() throws DataFormatException {
        try (Site site = Site.of(SiteBuildTest.KEYS)) {
            site.write("content/zebrafinch.md", "---\ntitle: Zebrafinch für alle\nvisibility: restricted\n---\n".getBytes(StandardCharsets.ISO_8859_1));
            CommandLineRun run = site.build();
            assertEquals(0, run.code(), run.err());
            assertNoTrace(run.out() + run.err(), "output");
            assertNoTrace(site);
            assertTrue(site.check().out().contains("zebrafinch.md"));
        }
    }

    @Test
    void aDocumentThatBecomesRestrictedIsTakenDown() throws DataFormatException {
        try (Site site = Site.of(SiteBuildTest.KEYS + SECRET.replace("visibility: restricted", "visibility: internal") + OTHERS)) {
            site.build();
            assertTrue(site.files().containsKey("ideas/zebrafinch-77.html"));
            site.with(SECRET);
            site.build();
            assertNoTrace(site);
        }
    }

    /// A document that says something else of itself at each commit, its past on the main line restricted once.
    private static String sample(String id, String status, String text) {
        return Site.document(id, "Lamps " + id).replace("status: draft", status).replace("The lock is changed", text + " The lock is changed");
    }

    @Test
    void nothingFromBeforeItWasOpenIsInItsRevisions() throws DataFormatException {
        String restricted = sample("0005", "status: draft\nvisibility: restricted\nteam: Zebrafinch team", "Zebrafinch paragraph.");
        try (Site site = Site.of(SiteBuildTest.KEYS).commit("2024-02-01T10:00:00Z", "Ann <a@x>")
                .with(sample("0005", "status: draft\nteam: Zebrafinch", "An early zebrafinch.")).commit("2024-03-01T10:00:00Z", "Zebrafinch <z@x>")
                .with(restricted).commit("2024-03-02T10:00:00Z", "Zoe Zebrafinch <z@x>")
                .with(sample("0005", "status: in-review\nreviews: [{date: 2024-03-02, decision: revise}]", "Open paragraph.")).commit("2024-03-03T10:00:00Z", "Ann <a@x>")
                .with(sample("0005", "status: in-review\nreviews: [{date: 2024-03-02, decision: revise}]", "Open paragraph again.")).commit("2024-03-04T10:00:00Z", "Ann <a@x>")) {
            CommandLineRun run = site.build();
            assertNoTrace(run.out() + run.err(), "output");
            assertNoTrace(site);
            assertEquals(List.of("diff/0005/2.html"), site.files().keySet().stream().filter(name -> name.startsWith("diff/0005/")).toList());
            assertTrue(site.page("diff/0005/2.html").contains("again"));
        }
    }

    @Test
    void nothingOfABranchThatRestrictedItIsInItsRevisions() throws DataFormatException {
        String open = sample("0005", "status: draft", "Open paragraph.");
        try (Site site = Site.of(SiteBuildTest.KEYS + open).commit("2024-03-01T10:00:00Z", "Ann <a@x>")) {
            Site.git(site.archive(), Map.of(), "checkout", "-q", "-b", "side");
            site.with(sample("0005", "status: draft\nvisibility: restricted", "A zebrafinch.")).commit("2024-03-02T10:00:00Z", "Zebrafinch <z@x>")
                .with(sample("0005", "status: draft", "Open paragraph, mended.")).commit("2024-03-03T10:00:00Z", "Bo <b@x>");
            Site.git(site.archive(), Map.of(), "checkout", "-q", "main");
            site.with("-- other.md --\nOther\n").commit("2024-03-04T10:00:00Z", "Ann <a@x>");
            Site.git(site.archive(), Map.of(), "merge", "-q", "--no-edit", "side");
            site.build();
            assertNoTrace(site);
            assertTrue(site.page("diff/0005/2.html").contains("mended"));
        }
    }

    @Test
    void whatRevisionsOfOthersSaidOfItStaysIn() throws DataFormatException {
        String linking = sample("0005", "status: draft\nrelated: [\"zebrafinch-1\"]", "See [zebrafinch plans](old-zebrafinch.md) and [the **zebrafinch**](zebrafinch/0077-zebrafinch.md).");
        try (Site site = Site.of(SiteBuildTest.KEYS + linking + Site.document("zebrafinch-1", "Zebrafinch").replace("content/zebrafinch-1.md", "content/old-zebrafinch.md"))
                .commit("2024-03-01T10:00:00Z", "Ann <a@x>")) {
            site.remove("content/old-zebrafinch.md").with(SECRET).with(linking.replace("See [", "Do see [")).commit("2024-03-02T10:00:00Z", "Ann <a@x>")
                .with(sample("0005", "status: draft", "See nothing.")).commit("2024-03-03T10:00:00Z", "Ann <a@x>");
            site.build();
            assertNoTrace(site);
            assertTrue(site.page("diff/0005/2.html").contains("restricted document"), site.page("diff/0005/2.html"));
            assertTrue(site.files().containsKey("diff/0005/3.html"));
        }
    }

    @Test
    void whatLayWhereNoDocumentsAreLookedForIsNotCompared() throws DataFormatException {
        try (Site site = Site.of(SiteBuildTest.KEYS + "-- pressroom.yaml --\nexclude: ['attic/**']\n" + sample("0005", "status: draft", "A zebrafinch.").replace("content/0005", "content/attic/0005"))
                .commit("2024-03-01T10:00:00Z", "Ann <a@x>")) {
            site.remove("content/attic/0005.md").with(sample("0005", "status: draft", "Nothing.")).commit("2024-03-02T10:00:00Z", "Ann <a@x>")
                .with(sample("0005", "status: draft", "Something.")).commit("2024-03-03T10:00:00Z", "Ann <a@x>");
            site.build();
            assertNoTrace(site);
            assertEquals(List.of("diff/0005/2.html"), site.files().keySet().stream().filter(name -> name.startsWith("diff/0005/")).toList());
        }
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
        \\n---\\nvisibility: restricted\\n---\\nW | 2 | does not begin on line 1
        <!-- x -->\\n\\n---\\nvisibility: restricted\\n---\\nW | 3 | does not begin on line 1
        -----\\nvisibility: restricted\\n-----\\nW | 1 | its first line is not exactly
        \\n# T\\n\\nW\\n\\n**Visibility:** restricted\\n\\nW | 6 | this line seems to restrict the document
        +++\\nvisibility = "restricted"\\nW | 1 | no closing +++ line
        +++\\nvisibility = restricted\\n+++\\nW | 2 | not TOML
        """)
    void checkSaysWhichLineHidesADocument(String text, int line, String message) {
        try (Site site = Site.of(SiteBuildTest.KEYS + "-- content/zebrafinch.md --\n" + text.strip().replace("\\n", "\n") + "\n")) {
            CommandLineRun build = site.build();
            assertNoTrace(build.out() + build.err(), "output");
            CommandLineRun run = site.check("--format", "json");
            assertEquals(1, run.code());
            assertTrue(run.findings().stream().anyMatch(f -> "meta-front-matter-unreadable".equals(f.get("rule")) && "error".equals(f.get("severity"))
                && ((Number) Objects.requireNonNull(f.get("line"))).intValue() == line && String.valueOf(f.get("message")).contains(message)), run.out());
        }
    }
}
