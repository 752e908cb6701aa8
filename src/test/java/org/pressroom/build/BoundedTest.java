package org.pressroom.build;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.pressroom.Site;
import org.pressroom.cli.CommandLineRun;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.function.IntFunction;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/// What an author writes without an end costs its own document, its own list or its own page; all else is published.
class BoundedTest {

    private static final String FRONT = "---\ntitle: Bad\nstatus: draft\ncreated: 2024-03-01\n---\n\n# Bad\n\n";

    private static String lines(int count, IntFunction<String> line) {
        return IntStream.range(0, count).mapToObj(line).collect(Collectors.joining());
    }

    static Stream<String> documentsWithoutEnd() {
        return Stream.of(
            lines(60_000, i -> "[r" + i + "]: https://example.org/" + i + "\n"),
            "> a\n".repeat(300_000),
            "1. ".repeat(200) + "a\n",
            "[a]\n".repeat(60_000),
            "|a|b|\n".repeat(60_000),
            "\ta\n\n".repeat(120_000));
    }

    @ParameterizedTest
    @MethodSource("documentsWithoutEnd")
    void whatTakesTooMuchWorkIsRefusedAndTheOthersArePublished(String text) {
        try (Site site = Site.of(SiteBuildTest.KEYS).write("content/0002-bad.md", (FRONT + text).getBytes(StandardCharsets.UTF_8))) {
            CommandLineRun run = site.build();
            assertEquals(1, run.code(), run.err());
            assertTrue(run.err().contains("content/0002-bad.md") && run.err().contains("[text-too-complex]"), run.err());
            assertTrue(site.page("ideas.html").contains("ideas/0001.html"));
            assertFalse(site.page("ideas.html").contains("0002"));
        }
    }

    @Test
    void longDocumentsOfHonestTextAreRead() {
        String table = "| Day | What happened | Who |\n|---|---|---|\n" + lines(2_500, i -> "| " + i + " | The key was lost and found again | A tenant of house " + i + " |\n");
        String log = "```\n" + lines(20_000, i -> "2024-03-01T10:00:00Z INFO line " + i + "\n") + "```\n\n";
        String notes = lines(2_000, i -> "A key[^" + i + "] was lost.\n\n[^" + i + "]: In house " + i + ".\n\n");
        String quote = lines(2_000, i -> "> The key of house " + i + " was lost, and the tenant stood in the rain for an hour.\n");
        try (Site site = Site.of(SiteBuildTest.KEYS).write("content/0002-long.md", (FRONT + table + "\n" + log + notes + quote).getBytes(StandardCharsets.UTF_8))) {
            CommandLineRun run = site.build();
            assertFalse(run.err().contains("text-too-complex"), run.err());
            assertTrue(site.page("ideas/0002.html").contains("A tenant of house 2499"));
        }
    }

    @Test
    void listsOfMetadataHaveAnEnd() {
        String tags = lines(3_000, i -> ", tag-" + i).substring(2);
        String authors = lines(3_000, i -> ", Author " + i).substring(2);
        String reviews = lines(400, i -> "  - {date: 2024-03-02, decision: revise, notes: Note " + i + "}\n");
        String head = "---\ntitle: " + "t".repeat(20_000) + "\nstatus: draft\nsummary: " + "s ".repeat(20_000) + "\ntags: [" + tags + "]\nauthors: [" + authors + "]\nreviews:\n" + reviews + "---\n\n# T\n\nWords.\n";
        try (Site site = Site.of(SiteBuildTest.KEYS).write("content/0002-bad.md", head.getBytes(StandardCharsets.UTF_8))) {
            List<Map<String, Object>> findings = site.check("--format", "json").findings();
            for (String key : List.of("tags", "authors", "summary", "reviews")) {
                assertTrue(findings.stream().anyMatch(f -> "meta-unknown-value".equals(f.get("rule")) && String.valueOf(f.get("message")).startsWith("`" + key + "` has ")), () -> key + ": " + findings);
            }
            site.build();
            assertEquals(200, site.files().keySet().stream().filter(file -> file.startsWith("tag/") && file.endsWith(".html") && !file.contains("/page/")).count());
            assertFalse(site.page("ideas/0002.html").contains("tag-200<"));
            long size = site.files().values().stream().mapToLong(String::length).sum();
            assertTrue(size < 30_000_000, size + " bytes");
        }
    }

    /// In both commands: what one rule finds in one document, by itself or as a rule about the whole archive.
    @Test
    void manyFindingsOfOneRuleInADocumentAreToldUpToANumber() {
        String text = FRONT + lines(1_500, i -> "![](p" + i + ".png)\n\n[Way " + i + "](missing-" + i + ".md)\n\n");
        try (Site site = Site.of(SiteBuildTest.KEYS).write("content/0002-bad.md", text.getBytes(StandardCharsets.UTF_8))) {
            List<Map<String, Object>> findings = site.check("--format", "json").findings();
            for (String rule : List.of("text-missing-alt", "arc-link-broken")) {
                List<Map<String, Object>> its = findings.stream().filter(f -> rule.equals(f.get("rule"))).toList();
                assertEquals(201, its.size(), rule);
                List<Integer> lines = its.stream().map(f -> Integer.valueOf(String.valueOf(f.get("line")))).toList();
                assertEquals(lines.stream().sorted().toList(), lines, rule);
                int all = rule.startsWith("arc") ? 3_000 : 1_500;
                assertTrue(its.stream().anyMatch(f -> String.valueOf(f.get("message")).startsWith("and " + String.format(java.util.Locale.ROOT, "%,d", all - 200) + " more")), () -> rule + ": " + its.getLast());
            }
            site.build();
            assertTrue(site.page("health.html").contains("and 1,300 more like this"));
            long size = site.files().entrySet().stream().filter(f -> f.getKey().startsWith("health") || f.getKey().startsWith("rules/")).mapToLong(f -> f.getValue().length()).sum();
            assertTrue(size < 2_000_000, size + " characters");
        }
    }

    @Test
    void aLinkToEachOfManyHeadingsLeadsThere() {
        String text = FRONT + lines(1_000, i -> "## Way " + i + "\n\n[Next](#way-" + (i + 1) + ")\n\n");
        try (Site site = Site.of(SiteBuildTest.KEYS).write("content/0002-many.md", text.getBytes(StandardCharsets.UTF_8))) {
            List<Map<String, Object>> broken = site.check("--format", "json").findings().stream().filter(f -> "arc-link-broken".equals(f.get("rule"))).toList();
            assertEquals(1, broken.size(), broken::toString);
            assertTrue(String.valueOf(broken.getFirst().get("message")).contains("#way-1000"), broken::toString);
            site.build();
            String page = site.page("ideas/0002.html");
            assertTrue(page.contains("href=\"#way-500\"") && page.contains("href=\"#way-999\""));
        }
    }

    static Stream<String> configurationsWithoutEnd() {
        return Stream.of("content: " + "a/".repeat(20_000) + "a", "baseline: " + "a/".repeat(20_000) + "a", "site: {logo: " + "a/".repeat(20_000) + "a}",
            "source-url: https://x.example/{path}" + "a".repeat(20_000), "kinds: {a: {id: \"" + "{number}".repeat(10_000) + "\"}}",
            "exclude: [\"" + "{a,b}".repeat(10_000) + "\"]", "site: {name: \"" + "a ".repeat(20_000) + "\"}", "severities: {pr-missing: " + "a".repeat(20_000) + "}",
            "thresholds: {faq-words: " + "1_".repeat(20_000) + "}", "aliases: {" + "a".repeat(20_000) + ": title}");
    }

    @ParameterizedTest
    @MethodSource("configurationsWithoutEnd")
    void aValueWithoutEndIsAFindingOfAFewWords(String yaml) {
        try (Site site = Site.of(SiteBuildTest.KEYS + "\n-- pressroom.yaml --\n" + yaml + "\n")) {
            CommandLineRun run = site.check();
            String told = run.out() + run.err();
            assertTrue(told.contains("pressroom.yaml:1:"), told);
            assertTrue(told.length() < 3_000, told.length() + " characters");
            assertFalse(told.contains("internal error"), told);
        }
    }

    @ParameterizedTest
    @MethodSource("patternsWithManyStars")
    void patternsWithManyStarsAreMatched(String pattern) {
        String name = "a".repeat(120);
        try (Site site = Site.of(SiteBuildTest.KEYS + "\n-- pressroom.yaml --\nexclude: [\"" + pattern + "\"]\n-- content/" + "a/".repeat(60) + name + ".md --\n---\ntitle: T\nstatus: draft\n---\nWords.\n")) {
            assertEquals(0, site.check("--fail-on", "error").code());
        }
    }

    static Stream<String> patternsWithManyStars() {
        return Stream.of("*a".repeat(30) + "b.md", "**/".repeat(40) + "b.md", "{a*,*a}".repeat(20) + "b", "[a-z]*".repeat(30) + "b", "**".repeat(50) + "b");
    }

    static Stream<String> templatesWithoutEnd() {
        return Stream.of("<#macro m><@m/></#macro><@m/>", "<#include \"404.ftlh\">", "<#function f x><#return f(x + 1)></#function>${f(1)}", "<#list 1.. as i>0123456789012345678901234567890123456789</#list>",
            "${" + "(".repeat(50_000) + "1" + ")".repeat(50_000) + "}", "<#list 1.. as i></#list>", "<#list 1..1000000000 as i><#attempt><#list 1..1000 as j></#list><#recover></#attempt></#list>",
            "<#list 1.. as i><#if i < 0>x<#else><#continue></#if></#list>", "<#assign s = 'ab'><#list 1..60 as i><#assign s = s + s></#list>${s?length}");
    }

    @ParameterizedTest
    @MethodSource("templatesWithoutEnd")
    void aTemplateWithoutEndIsAFindingAndTheOldSiteStays(String template) {
        try (Site site = Site.of(SiteBuildTest.KEYS)) {
            assertEquals(0, site.build().code());
            String before = site.page("404.html");
            site.with("-- templates/404.ftlh --\n" + template + "\n");
            CommandLineRun run = site.build();
            assertEquals(1, run.code(), run.err());
            assertTrue(run.err().contains("templates/404.ftlh:") && run.err().contains("[template-error]"), run.err());
            assertFalse(run.err().contains("internal error"), run.err());
            assertEquals(before, site.page("404.html"));
        }
    }

    /// A co-author's line, a path of folders and a title as long as the limits of files and git let them be.
    @Test
    void longLinesOfHistoryAreRead() {
        try (Site site = Site.of(SiteBuildTest.KEYS).commit("2024-03-01T10:00:00+01:00", "Ana Lima <ana@example.org>")) {
            Site.git(site.archive(), Map.of("GIT_AUTHOR_DATE", "2024-03-02T10:00:00+01:00", "GIT_COMMITTER_DATE", "2024-03-02T10:00:00+01:00"), "commit", "-q", "--allow-empty", "--cleanup=verbatim",
                "-m", "More\n\nCo-authored-by: A" + " ".repeat(100_000) + "B\nCo-authored-by: Bo Reed <bo@example.org>");
            assertEquals(0, site.run("stats", site.archive().toString()).code());
        }
    }
}
