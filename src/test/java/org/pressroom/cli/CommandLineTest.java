package org.pressroom.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.pressroom.Site;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

class CommandLineTest {

    @SuppressWarnings("unchecked")
    static Map<String, Object> object(Object json) {
        return (Map<String, Object>) json;
    }

    @SuppressWarnings("unchecked")
    static List<Object> list(Object json) {
        return (List<Object>) json;
    }

    static Object member(Object json, String... path) {
        Object at = json;
        for (String name : path) {
            at = Objects.requireNonNull(object(at).get(name), name);
        }
        return at;
    }

    private static List<String> keys(Object json) {
        return new ArrayList<>(object(json).keySet());
    }

    private static Site site() {
        return Site.of(Site.document("0001", "Keys by post"));
    }

    // ---- help

    private static List<String> commands() {
        try (Site site = Site.of("")) {
            return Pattern.compile("^  ([a-z-]+) ", Pattern.MULTILINE).matcher(site.run("--help").out().split("Commands:|Examples:")[1]).results().map(found -> found.group(1))
                .filter(name -> !name.equals("help")).toList();
        }
    }

    @ParameterizedTest
    @MethodSource("commands")
    void everyCommandHelpsWithAnExample(String command) {
        try (Site site = Site.of("")) {
            CommandLineRun run = site.run(command, "--help");
            assertEquals(0, run.code(), run.err());
            assertEquals("", run.err());
            assertTrue(run.out().startsWith("Usage: pressroom " + command), run.out());
            assertTrue(run.out().contains("Example") && run.out().contains("\n  pressroom " + command), run.out());
            assertEquals(run.out(), site.run("help", command).out());
            run.out().lines().forEach(line -> assertTrue(line.length() <= 100, line));
            assertTrue(site.run("--help").out().contains("  " + command + " "), "not in the list of commands");
        }
    }

    @Test
    void withoutACommandHelpIsPrinted() {
        try (Site site = Site.of("")) {
            assertEquals(site.run("--help").out(), site.run().out());
            assertTrue(site.run("--version").out().startsWith("pressroom "));
        }
    }

    // ---- exit codes

    @Test
    void findingsEndWithOneFromTheSeverityThatIsAskedFor() {
        try (Site site = Site.of("-- content/a.md --\n---\ntitle: A\nstatus: draft\nodd-key: x\n---\n# A\n\n## Press release\n\n### Problem\n\nWords.\n\n### Solution\n\nWords.\n\n## FAQ\n\n### Why?\n\nBecause.\n")) {
            CommandLineRun run = site.check("--format", "json");
            assertEquals(0L, ((Number) member(run.json(), "counts", "error")).longValue(), run.out());
            assertEquals(0, run.code());
            assertEquals(1, site.check("--fail-on", "warning").code());
            assertEquals(0, site.build().code());
            assertEquals(1, site.build("--fail-on", "WARNING").code());
        }
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {
        "biuld | did you mean build?",
        "chekc | did you mean check?",
        "build --outptu x | did you mean --output?",
        "check --frmat=json | did you mean --format?",
        "explain pr-problem-mising | did you mean pr-problem-missing?",
        "explain nonsense-of-any-kind | there is no rule nonsense-of-any-kind",
        "build --fail-on fatal | error, warning, info",
        "build --format xml | text, json",
        "build --as-of yesterday | yesterday",
        "build --threads 0 | --threads must be at least 1",
        "build --base-url ftp://x/ | is not a web address",
        "build --base-url nonsense | is not a web address",
        "search | QUERY is missing",
        "search x --limit -1 | --limit must not be negative",
        "search x --limit many | many",
        "outline | FILE is missing",
        "serve --port 70000 | --port must be 0 to 65535",
        "build one two | `two` is one argument too many",
        "build --as-of 2024-13-01 | --as-of 2024-13-01 is not a date; write it as 2024-12-31",
        "check --as-of 2024-02-30 | --as-of 2024-02-30 is not a date",
        "check --threads 99999999999 | --threads 99999999999 is too large a number",
        "check --threads 1.5 | --threads 1.5 is not a whole number",
        "check --ref | --ref needs a value: --ref REF",
        "check --ref a --ref b | --ref is given twice",
        "build --fail-on fatal | --fail-on fatal is not one of",
        "search -cafe | `-cafe` looks like an option; write -- before it: pressroom search -- -cafe",
        "check -cafe | `-cafe` is not an option of pressroom check",
        "similar --file a --batch b | are mutually exclusive",
        "similar | --file=FILE"})
    void wrongUsageEndsWithTwoAndSaysWhatWouldBeRight(String line, String words) {
        try (Site site = Site.of("")) {
            CommandLineRun run = site.run(line.split(" "));
            assertEquals(2, run.code(), run.out() + run.err());
            assertEquals("", run.out());
            assertTrue(run.err().startsWith("pressroom: "), run.err());
            assertTrue(run.err().contains(words), run.err());
            assertTrue(run.err().contains("--help` shows how it is used."), run.err());
            assertFalse(run.err().contains("\tat "), run.err());
        }
    }

    /// Every option of every command, with values that mean nothing to it.
    @Test
    void noMessageSpeaksOfJava() {
        try (Site site = Site.of("")) {
            List<String> commands = List.of("build", "check", "outline", "search", "similar", "history", "stats", "explain", "demo", "serve");
            for (String command : commands) {
                String help = site.run(command, "--help").out();
                List<String> options = Pattern.compile("--[a-z-]+(?==)").matcher(help).results().map(MatchResult::group).distinct().toList();
                for (String option : options) {
                    for (String value : List.of("2024-13-01", "", " ", "-1", "99999999999999", "1e9", "\u202e", "://", "\ud800", "nul\0l", "--")) {
                        CommandLineRun run = site.run(command, option + "=" + value, "--nothing-of-the-kind");
                        assertEquals(2, run.code(), run.err());
                        assertFalse(run.err().contains("java.") || run.err().contains("class ") || run.err().contains("Exception") || run.err().contains("null"),
                            () -> command + " " + option + "=" + value + "\n" + run.err());
                    }
                }
            }
        }
    }

    @ParameterizedTest
    @ValueSource(classes = {StackOverflowError.class, OutOfMemoryError.class, NullPointerException.class, NoClassDefFoundError.class, AssertionError.class})
    void anErrorOfItsOwnIsOneSentenceAndNeverCountsAsFindings(Class<? extends Throwable> kind) throws Exception {
        for (boolean debug : new boolean[] {false, true}) {
            ByteArrayOutputStream err = new ByteArrayOutputStream();
            PrintStream stream = new PrintStream(err, true, StandardCharsets.UTF_8);
            Terminal terminal = new Terminal(stream, stream, false, Map.of(), Path.of("."), Clock.systemUTC());
            Throwable e = kind.getConstructor().newInstance();
            assertEquals(3, Main.failure(terminal, e, debug));
            String text = err.toString(StandardCharsets.UTF_8);
            assertEquals(debug, text.contains("\tat "), text);
            assertTrue(e instanceof OutOfMemoryError ? text.contains("PRESSROOM_JAVA_OPTS=-Xmx")
                : text.contains("This is a bug in Pressroom; please report it") && text.contains("--debug") != debug, text);
        }
    }

    @Test
    void whatTheMachineRefusesEndsWithThreeAndOneSentence() {
        try (Site site = site()) {
            String archive = site.archive().toString();
            for (List<String> arguments : List.of(List.of("check", "--ref", "main", archive), List.of("check", "--config", archive + "/nowhere.yaml", archive),
                    List.of("check", "--content", "nowhere", archive), List.of("build", "-o", archive, archive), List.of("outline", archive),
                    List.of("check", archive + "/content/0001.md"))) {
                CommandLineRun run = site.run(arguments.toArray(String[]::new));
                assertEquals(3, run.code(), run.out() + run.err());
                assertEquals("", run.out());
                assertEquals(1, run.err().lines().count(), run.err());
                assertTrue(run.err().startsWith("pressroom: ") && run.err().length() > 30, run.err());
            }
        }
    }

    @Test
    void quietPrintsNothingButWhatWasAskedFor() {
        try (Site site = site()) {
            CommandLineRun run = site.build("--quiet");
            assertEquals("", run.out() + run.err());
            assertTrue(site.run("search", "-q", "morning", site.archive().toString()).out().contains("0001  Keys by post"));
        }
    }

    @Test
    void colourIsWrittenWhenAskedFor() {
        try (Site site = Site.of("-- content/a.md --\n---\ntitle: [\n---\n")) {
            assertTrue(site.check("--color", "always").out().contains("\u001b["));
            assertFalse(site.check("--color", "never").out().contains("\u001b["));
            assertFalse(site.check().out().contains("\u001b["));
        }
    }

    // ---- JSON

    @Test
    void buildsJson() {
        try (Site site = site()) {
            CommandLineRun run = site.build("--format", "json");
            Object json = run.json();
            assertEquals(List.of("documents", "pages", "searchFiles", "changed", "deleted", "findings", "timings", "output"), keys(json));
            assertEquals(List.of("error", "warning", "info"), keys(member(json, "findings")));
            assertEquals(List.of("open", "history", "read", "index", "bake", "publish"), keys(member(json, "timings")));
            assertEquals(1L, ((Number) member(json, "documents")).longValue());
            assertEquals(site.output().toString(), member(json, "output"));
            int files = site.files().size();
            assertEquals(files, ((Number) member(json, "changed")).intValue());
        }
    }

    @Test
    void checksJson() {
        try (Site site = Site.of("-- content/a.md --\n---\ntitle: [\n---\n# A\n")) {
            Object json = site.check("--format", "json").json();
            assertEquals(List.of("documents", "findings", "counts"), keys(json));
            assertEquals(List.of("error", "warning", "info"), keys(member(json, "counts")));
            for (Object finding : list(member(json, "findings"))) {
                assertEquals(List.of("rule", "severity", "file", "line", "column", "endLine", "message", "fix", "edit"), keys(finding));
                assertTrue(List.of("error", "warning", "info").contains(member(finding, "severity")));
            }
            assertFalse(list(member(json, "findings")).isEmpty());
        }
    }

    @Test
    void outlinesForAPerson() {
        try (Site site = site()) {
            String file = site.archive().resolve("content/0001.md").toString();
            CommandLineRun run = site.run("outline", file);
            assertEquals(0, run.code(), run.err());
            assertTrue(run.out().startsWith(file + ": a PR/FAQ in English\n\n  Press release     lines "), run.out());
            assertTrue(run.out().lines().anyMatch(l -> l.matches("    problem         \\d+(–\\d+)? +by a (heading|label) +\\S.*")), run.out());
            assertTrue(run.out().contains("\n  FAQ               lines "), run.out());
            run.out().lines().forEach(line -> assertTrue(line.length() <= Math.max(100, file.length() + 30), line));
        }
    }

    @Test
    void outlinesJson() {
        try (Site site = site().with("-- content/b.md --\n\0\n-- content/c.md --\nJust words.\n")) {
            Path folder = site.archive().resolve("content");
            CommandLineRun run = site.run("outline", "--format", "json", folder.resolve("0001.md").toString(), folder.resolve("b.md").toString(), folder.resolve("c.md").toString());
            assertEquals(1, run.code());
            List<Object> all = list(run.json());
            assertEquals(3, all.size());
            List<String> expected = List.of("file", "isPrfaq", "language", "headline", "subheading", "dateline", "problem", "solution", "customerQuote", "leaderQuote",
                "callToAction", "faq", "groups", "questions", "metadata", "placeholders");
            all.forEach(one -> assertEquals(expected, keys(one)));
            Object whole = all.getFirst();
            assertEquals(folder.resolve("0001.md").toString(), member(whole, "file"));
            assertEquals(List.of("line", "text"), keys(member(whole, "headline")));
            assertEquals(List.of("line"), keys(member(whole, "subheading")));
            assertEquals(List.of("line", "date"), keys(member(whole, "dateline")));
            assertEquals(List.of("from", "to", "carrier", "sure"), keys(member(whole, "problem")));
            assertEquals(List.of("from", "to"), keys(member(whole, "faq")));
            assertEquals(List.of("title", "line", "audience"), keys(list(member(whole, "groups")).getFirst()));
            assertEquals(List.of("line", "text", "group", "answered"), keys(list(member(whole, "questions")).getFirst()));
            assertTrue(keys(member(whole, "customerQuote")).containsAll(List.of("from", "to", "speaker")), keys(member(whole, "customerQuote")).toString());
            assertEquals("1 June 2027", member(whole, "dateline", "date"));
            assertEquals("heading", member(whole, "problem", "carrier"));
            assertEquals(null, object(all.get(2)).get("problem"));
            assertEquals(List.of(), object(all.get(1)).get("questions"));
        }
    }

    @Test
    void searchesJson() {
        try (Site site = site()) {
            CommandLineRun run = site.run("search", "--format", "json", "--limit", "1", "morning", site.archive().toString());
            assertEquals(0, run.code(), run.err());
            assertTrue(run.err().contains("there is no search index yet"), run.err());
            Object json = run.json();
            assertEquals(List.of("query", "total", "hits", "facets"), keys(json));
            assertEquals("morning", member(json, "query"));
            Object hit = list(member(json, "hits")).getFirst();
            assertEquals(List.of("id", "title", "url", "score", "section", "snippet", "status", "outcome"), keys(hit));
            assertEquals("0001", member(hit, "id"));
            assertEquals(1L, ((Number) member(json, "facets", "status", "draft")).longValue());
            assertEquals("", site.run("search", "morning", site.archive().toString()).err());
            site.with(Site.document("0002", "Locks by post"));
            CommandLineRun again = site.run("search", "--format", "json", "morning", site.archive().toString());
            assertTrue(again.err().contains("has changed"), again.err());
            assertEquals(2L, ((Number) member(again.json(), "total")).longValue());
        }
    }

    @Test
    void aSearchSaysHowItsIdeasDivide() {
        try (Site site = site()) {
            site.with(Site.document("0002", "Locks by post").replace("status: draft", "status: declined\nteam: Doors"));
            site.with(Site.document("0003", "Bells by post").replace("status: draft", "status: declined\nteam: Bells"));
            String out = site.run("search", "--limit", "1", "morning", site.archive().toString()).out().replace("\r\n", "\n");
            assertTrue(out.endsWith("""
                2 more; --limit shows them.

                status   declined 2, draft 1
                team     Bells 1, Doors 1
                """), out);
            assertFalse(site.run("search", "id:0001", site.archive().toString()).out().contains("\n\n"), "one idea does not divide");
        }
    }

    @Test
    void explainsJson() {
        try (Site site = Site.of("")) {
            Object json = site.run("explain", "--format", "json", "pr-problem-missing").json();
            assertEquals(List.of("rule", "severity", "text"), keys(json));
            assertEquals("error", member(json, "severity"));
            assertTrue(list(site.run("explain", "--format", "json").json()).size() > 30);
            assertTrue(site.run("explain").out().contains("pr-problem-missing"));
        }
    }

    @Test
    void aConfigurationElsewhereIsUsed() throws Exception {
        try (Site site = Site.of("-- docs/a.md --\n---\ntitle: A\nstatus: draft\n---\n# A\n\n## FAQ\n")) {
            Path config = Files.writeString(site.home().resolve("other.yaml"), "content: docs\nseverities: {pr-missing: off}\nrules: {}\n");
            CommandLineRun run = site.check("--config", config.toString(), "--format", "json");
            assertEquals(1L, ((Number) member(run.json(), "documents")).longValue());
            assertTrue(run.findings().stream().anyMatch(f -> "other.yaml".equals(f.get("file"))), run.out());
        }
    }

    @Test
    void oneOfAKindIsSaidAsOne() {
        try (Site one = Site.of(Site.document("0001", "Keys").replace("status: draft", "status: drft"))) {
            String printed = one.run("build", "-o", one.output().toString(), one.archive().toString()).out();
            assertTrue(printed.startsWith("1 document, ") && printed.contains("findings: 1 error, 0 warnings, "), printed);
            assertTrue(one.run("stats", one.archive().toString()).out().startsWith("1 document\n"));
        }
    }
}
