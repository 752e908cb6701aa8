package org.pressroom.rules;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.pressroom.diagnostic.Diagnostic;

import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.Stream;

/// Every rule has a page, every page a rule, and what a page shows is true: its bad example has the finding, its good
/// one has not.
class RulePagesTest {

    private static final List<String> SECTIONS = List.of("## Why", "## Bad", "## Good", "## Switch off");

    private static RulePage page(Rule rule) {
        return RulePage.of(rule.id()).orElseThrow();
    }

    @Test
    void everyPageHasARuleAndEveryRuleAPage() throws Exception {
        URI folder = Objects.requireNonNull(RulePage.class.getResource("pages")).toURI();
        try (Stream<Path> pages = Files.list(Path.of(folder))) {
            assertEquals(new TreeSet<>(Rules.ids()), new TreeSet<>(
                pages.map(page -> String.valueOf(page.getFileName()).replace(".md", "")).toList()));
        }
    }

    @Test
    void aClassIsNamedAfterItsRule() {
        for (Rule rule : Rules.ALL) {
            String name = String.join("", Arrays.stream(rule.id().split("-"))
                .map(word -> word.substring(0, 1).toUpperCase(Locale.ROOT) + word.substring(1)).toList());
            assertEquals(name, rule.getClass().getSimpleName());
        }
    }

    @TestFactory
    Stream<DynamicTest> aPageSaysWhatTheRuleIs() {
        return Rules.ALL.stream().map(rule -> DynamicTest.dynamicTest(rule.id(), () -> {
            RulePage page = page(rule);
            assertEquals(rule.id(), page.rule());
            assertEquals(rule.info().severity(), page.severity());
            assertEquals(rule.info().heuristic(), page.text().contains(", heuristic"));
            assertTrue(page.summary().endsWith("."), page.summary());
            List<String> headings = page.text().lines().filter(SECTIONS::contains).toList();
            assertEquals(SECTIONS, headings);
            assertFalse(page.bad().isEmpty() || page.good().isEmpty());
        }));
    }

    /// Nothing is published with an error in the configuration, so no advice may say that a line there helps.
    @Test
    void noLineSwitchesOffAnErrorOfTheConfiguration() {
        for (String rule : List.of("config-bad-value", "config-unknown-key")) {
            String page = RulePage.of(rule).orElseThrow().text();
            assertFalse(page.contains(rule + ": off"), page);
        }
    }

    @TestFactory
    Stream<DynamicTest> aBadExampleHasTheFinding() {
        return runnable(RulePage::bad).map(page -> DynamicTest.dynamicTest(page.rule(), () -> {
            List<Diagnostic> findings = findings(page.bad());
            List<Diagnostic> wanted = findings.stream().filter(f -> f.rule().equals(page.rule())).toList();
            assertFalse(wanted.isEmpty(), () -> "only " + findings);
            for (Diagnostic finding : wanted) {
                assertFalse(finding.message().isBlank() || finding.message().endsWith("."), finding.message());
                assertNotNull(finding.fix(), finding.message());
                boolean shown = String.valueOf(finding.file()).endsWith(".md") || String.valueOf(finding.file()).endsWith(".yaml");
                assertEquals(shown, finding.sourceLine() != null, finding.message());
            }
        }));
    }

    @TestFactory
    Stream<DynamicTest> aGoodExampleHasNot() {
        return runnable(RulePage::good).map(page -> DynamicTest.dynamicTest(page.rule(), () -> {
            List<Diagnostic> findings = findings(page.good());
            assertEquals(List.of(), findings.stream().filter(f -> f.rule().equals(page.rule())).toList());
        }));
    }

    private static Stream<RulePage> runnable(Function<RulePage, List<RulePage.Example>> examples) {
        return Rules.ALL.stream().map(RulePagesTest::page)
            .filter(page -> examples.apply(page).stream().noneMatch(example -> example.language().equals("text")));
    }

    private static List<Diagnostic> findings(List<RulePage.Example> examples) {
        ExampleArchive archive = new ExampleArchive();
        examples.forEach(example -> archive.with(example.path(), example.text(), example.day()));
        return archive.check();
    }

    @Test
    void aPageIsJson() {
        RulePage page = page(new PrMissing());
        assertEquals("pr-missing", page.json().get("rule"));
        assertEquals("error", page.json().get("severity"));
        assertEquals(page.text(), page.json().get("text"));
    }
}
