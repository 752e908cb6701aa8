package org.pressroom.rules;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.pressroom.diagnostic.Diagnostic;
import org.pressroom.diagnostic.Fix;
import org.pressroom.diagnostic.Severity;

import java.util.List;

class RuleEngineTest {

    private static final String NO_PROBLEM = """
        ---
        title: Keys that find themselves
        status: in-review
        %s---

        # Keys that find themselves

        *Families find their keys within ten seconds.*

        ## Press release

        **OSLO — March 3, 2027** — Latchkey today showed a key ring.

        ### The solution

        Call your keys and the ring answers.

        %s
        """;

    private static List<String> brief(List<Diagnostic> findings, String... rules) {
        List<String> wanted = List.of(rules);
        return findings.stream().filter(f -> wanted.contains(f.rule()))
            .map(f -> f.position().line() + " " + f.severity().label() + " " + f.rule()).toList();
    }

    private static ExampleArchive noProblem(String metadata, String comment) {
        return ExampleArchive.of("0042-keys.md", NO_PROBLEM.formatted(metadata, comment));
    }

    @Test
    void severitiesAreSetAndSwitchedOffByTheConfiguration() {
        assertEquals(List.of("8 error pr-problem-missing"), brief(noProblem("", "").check(), "pr-problem-missing"));
        assertEquals(List.of("8 info pr-problem-missing"), brief(noProblem("", "")
            .with("pressroom.yaml", "severities: {pr-problem-missing: info}").check(), "pr-problem-missing"));
        assertEquals(List.of(), brief(noProblem("", "")
            .with("pressroom.yaml", "severities: {pr-problem-missing: off}").check(), "pr-problem-missing"));
    }

    @Test
    void formWeighsLessInALightDocument() {
        assertEquals(List.of("9 warning pr-problem-missing"),
            brief(noProblem("size: light\n", "").check(), "pr-problem-missing"));
        assertEquals(List.of("5 error meta-unknown-value"),
            brief(noProblem("size: light\noutcome: flying\n", "").check(), "meta-unknown-value"));
    }

    @Test
    void aCommentWithAReasonAllowsARuleInTheWholeDocument() {
        List<Diagnostic> findings =
            noProblem("", "<!-- pressroom: allow pr-problem-missing the law is the problem -->").check();
        assertEquals(List.of(), brief(findings, "pr-problem-missing", "allow-unused", "allow-without-reason"));
    }

    @Test
    void aCommentWithoutAReasonAllowsNothing() {
        assertEquals(List.of("8 error pr-problem-missing", "18 error allow-without-reason"),
            brief(noProblem("", "<!-- pressroom: allow pr-problem-missing -->").check(),
                "pr-problem-missing", "allow-unused", "allow-without-reason"));
    }

    @Test
    void aCommentThatIsNotNeededIsReported() {
        assertEquals(List.of("18 warning allow-unused"), brief(
            noProblem("", "<!-- pressroom: allow pr-headline-missing it comes later -->").check(), "allow-unused"));
    }

    @Test
    void aCommentForAMisspeltRuleIsReportedWithTheNearest() {
        Diagnostic finding = noProblem("", "<!-- pressroom: allow pr-problem-mising the law -->").check().stream()
            .filter(f -> f.rule().equals("allow-unused")).findFirst().orElseThrow();
        assertEquals("there is no rule `pr-problem-mising` to allow", finding.message());
        assertEquals(new Fix("did you mean `pr-problem-missing`?"), finding.fix());
    }

    @Test
    void aCommentForARuleThatIsSwitchedOffIsNotCalledUnused() {
        assertEquals(List.of(), brief(noProblem("", "<!-- pressroom: allow pr-problem-missing the law -->")
            .with("pressroom.yaml", "severities: {pr-problem-missing: off}").check(), "allow-unused"));
    }

    @Test
    void commentsAboutArchiveRulesAreJudgedAtTheEnd() {
        String allow = "<!-- pressroom: allow arc-link-broken the file comes with the next change -->";
        String[] rules = {"arc-link-broken", "allow-unused"};
        assertEquals(List.of(), brief(noProblem("", allow + "\n\n[soon](soon.md)").check(), rules));
        assertEquals(List.of("18 warning allow-unused"), brief(noProblem("", allow).check(), rules));
    }

    private record Throwing(RuleInfo info) implements DocumentRule {
        @Override
        public void check(Manuscript manuscript, Reporter reporter) {
            throw new IllegalStateException("no such thing");
        }
    }

    private record ThrowingInArchive(RuleInfo info) implements ArchiveRule {
        @Override
        public void check(Archive archive, ArchiveReporter reporter) {
            throw new IllegalStateException("no such thing");
        }
    }

    @Test
    void aRuleThatThrowsIsReportedAndTheOthersStillRun() {
        List<Diagnostic> findings = noProblem("", "").rules(
            new Throwing(RuleInfo.info("pr-odd", Category.PRESS_RELEASE)),
            new ThrowingInArchive(RuleInfo.info("arc-odd", Category.ARCHIVE)), new PrProblemMissing()).check();
        assertEquals(List.of("1 error rule-crashed", "1 error rule-crashed", "8 error pr-problem-missing"),
            brief(findings, "rule-crashed", "pr-problem-missing"));
        assertTrue(findings.get(0).message().contains("`arc-odd` failed on the archive"), findings.get(0).message());
        assertTrue(findings.get(1).message().contains("`pr-odd` failed on 0042-keys.md"), findings.get(1).message());
    }

    private record Endless(RuleInfo info) implements DocumentRule {
        @Override
        public void check(Manuscript manuscript, Reporter reporter) {
            reporter.report(reporter.atLine(depth(1)), "never", "never");
        }

        private static int depth(int n) {
            return n == Integer.MIN_VALUE ? n : 1 + depth(n + 1);
        }
    }

    @Test
    void aRuleThatRunsOutOfStackCrashesAlone() {
        List<Diagnostic> findings = noProblem("", "")
            .rules(new Endless(RuleInfo.info("pr-odd", Category.PRESS_RELEASE)), new PrProblemMissing()).check();
        assertEquals(List.of("1 error rule-crashed", "8 error pr-problem-missing"),
            brief(findings, "rule-crashed", "pr-problem-missing"));
    }

    @Test
    void aCrashCanBeNeitherAllowedNorSwitchedOff() {
        List<Diagnostic> findings = noProblem("", "<!-- pressroom: allow rule-crashed we know -->")
            .rules(new Throwing(RuleInfo.info("pr-odd", Category.PRESS_RELEASE)), new RuleCrashed(), new AllowUnused())
            .with("pressroom.yaml", "severities: {rule-crashed: off}").check();
        assertEquals(List.of("1 error rule-crashed", "18 warning allow-unused"),
            brief(findings, "rule-crashed", "allow-unused"));
    }

    @Test
    void aDocumentIsNeverRefusedInSilence() {
        List<Diagnostic> findings = new ExampleArchive().with("a.md", new byte[] {'a', 0, 'b'})
            .with("pressroom.yaml", "severities: {text-encoding: off}").check();
        assertEquals(List.of("1 error text-encoding"), brief(findings, "text-encoding"));
    }

    @Test
    void aLargeDocumentIsAWarningAndALargerOneAnError() {
        String limits = "thresholds: {document-warning-bytes: 200, document-max-bytes: 3000}";
        assertEquals(List.of("1 warning text-too-large"), brief(
            noProblem("", "").with("pressroom.yaml", limits).check(), "text-too-large"));
        assertEquals(List.of("1 error text-too-large"), brief(
            noProblem("", "word ".repeat(1000)).with("pressroom.yaml", limits).check(), "text-too-large"));
    }

    @Test
    void findingsAreInOrder() {
        List<Diagnostic> findings = noProblem("colour: red\noutcome: flying\n", "[a](b.md)").check();
        assertEquals(findings.stream().sorted(Diagnostic.ORDER).toList(), findings);
        assertTrue(findings.stream().anyMatch(f -> f.severity() == Severity.ERROR));
    }

    @Test
    @Timeout(20)
    void oneLineOfThousandsOfBrokenLinksTakesNoTimeToSpeakOf() {
        String links = "[a😀](b.md) ".repeat(20_000);
        List<Diagnostic> findings = noProblem("", links).check();
        assertEquals(201, brief(findings, "arc-link-broken").size());
        assertTrue(findings.stream().anyMatch(f -> f.message().equals("and 19,800 more like this in the document, from here on") && f.severity() == Severity.ERROR), findings::toString);
    }
}
