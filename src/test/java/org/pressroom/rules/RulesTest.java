package org.pressroom.rules;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.pressroom.diagnostic.Diagnostic;

import java.util.List;
import java.util.Optional;

/// What the pages' examples leave open.
class RulesTest {

    private static final String BODY =
        "# Keys\n\n## Press release\n\n### The problem\n\nA family looks for its keys.\n";

    private static String front(String yaml) {
        return "---\ntitle: Keys\nstatus: draft\n" + yaml + "\n---\n\n";
    }

    private static List<String> found(String text, String rule) {
        return found(ExampleArchive.check(text), rule);
    }

    private static List<String> found(List<Diagnostic> findings, String rule) {
        return findings.stream().filter(f -> f.rule().equals(rule))
            .map(f -> f.file() + ":" + f.position().line() + ":" + f.position().column()).toList();
    }

    private static String fix(String text, String rule) {
        return ExampleArchive.check(text).stream().filter(f -> f.rule().equals(rule)).findFirst()
            .flatMap(f -> Optional.ofNullable(f.fix())).map(fix -> fix.description()).orElse("");
    }

    // metadata

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
        outcome: lanched               | 4:10 | write `launched`
        size: tiny                     | 4:7  | write one of full, light
        criteria: {plan: maybe}        | 4:18 | write one of yes, no, unsure
        decision: {reason: not-our}    | 4:20 | write `not-ours`
        reviews: [{decision: aproved}] | 4:22 | write `approved`
        visibility: public             | 4:13 | write one of internal, restricted
        visibility:                    | 4:1  | write `visibility: internal`
        team: [a, b]                   | 4:7  | write a text
        sponsor: {name: a}             | 4:10 | write a name
        authors: {name: a}             | 4:10 | write a list of names
        tags: [[a]]                    | 4:8  | write a list of texts
        tags: [a, ../b]                | 4:11 | name the tag by plain words
        criteria: yes                  | 4:11 | write a mapping
        tracking: 'javascript:alert(1)' | 4:11 | write an address
        """)
    void aValueThatItsKeyCannotHaveIsFoundInItsPlace(String yaml, String place, String fix) {
        String text = front(yaml) + BODY;
        assertEquals(List.of("0042-keys.md:" + place), found(text, "meta-unknown-value"));
        assertTrue(fix(text, "meta-unknown-value").contains(fix), fix(text, "meta-unknown-value"));
    }

    @Test
    void aTitleThatListsCannotShowIsFound() {
        assertEquals(List.of("0042-keys.md:2:8"),
            found("---\ntitle: " + "long ".repeat(1000) + "\nstatus: draft\n---\n\n" + BODY, "meta-unknown-value"));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
        created: 2026/3/4       | write `2026-03-04`
        created: 4 March 2026   | write `2026-03-04`
        created: Mar. 4th, 2026 | write `2026-03-04`
        created: 3/4/2026       | write a date such as 2027-06-30
        created: 2026           | write a date such as 2027-06-30
        created: 2026-13-01     | write a date such as 2027-06-30
        launch: Q2 2027         | write `2027-Q2`
        launch: June 2027       | write `2027-06`
        launch: soon            | write a date such as 2027, 2027-Q2
        launch: [2027]          | write a date such as 2027, 2027-Q2
        """)
    void aDateThatCannotBeReadIsFoundWithWhatWasProbablyMeant(String yaml, String fix) {
        String text = front(yaml) + BODY;
        assertEquals(1, found(text, "meta-bad-date").size());
        assertTrue(fix(text, "meta-bad-date").startsWith(fix), fix(text, "meta-bad-date"));
    }

    @Test
    void datesFollowEachOther() {
        assertEquals(List.of(), found(front("""
            created: 2026-03-04
            reviews: [{date: 2026-04-01}, {date: 2026-03-20}]
            decision: {date: 2026-04-01}
            launched: 2027-01-01""") + BODY, "meta-bad-date"));
        assertEquals(List.of("0042-keys.md:5:18", "0042-keys.md:6:18"), found(front("""
            created: 2026-03-04
            reviews: [{date: 2026-03-03}, {date: 2026-04-01}]
            decision: {date: 2026-03-31}
            launched: 2027-01-01""") + BODY, "meta-bad-date"));
    }

    @Test
    void keysAreMissedWhereTheyWouldStand() {
        assertEquals(List.of("0042-keys.md:1:1"), found("---\ntitle: Keys\n---\n\n" + BODY, "meta-missing-field"));
        assertEquals(List.of("0042-keys.md:2:1"),
            found("---\nstatus:\ntitle: Keys\n---\n\n" + BODY, "meta-missing-field"));
        String list = "# Keys\n\n- **Author:** Ida\n\n## Press release\n\nToday.\n";
        assertEquals("add a line `- status: draft` to the list (draft, in-review, revise, approved, declined, deferred, "
            + "withdrawn, superseded)", fix(list, "meta-missing-field"));
    }

    @Test
    void aHeadingIsTitleEnoughWhereMetadataStandBelowIt() {
        assertEquals(List.of(),
            found("# Keys\n\n- **Status:** Draft\n\n## Press release\n\nToday.\n", "meta-missing-field"));
    }

    @Test
    void unreadableFrontMatterIsReportedOnce() {
        String text = "---\ntitle: [a\nstatus: draft\n---\n\n" + BODY;
        assertEquals(1, found(text, "meta-front-matter-unreadable").size());
        assertEquals(List.of(), found(text, "meta-missing-field"));
    }

    @Test
    void keysAreLookedAtOnEveryLevel() {
        String text = front("decision: {dat: 2026-01-01}\nlayout: page\ndraft: true\nx-own: 1\nTitle: Again") + BODY;
        assertEquals(List.of("0042-keys.md:4:12", "0042-keys.md:6:1", "0042-keys.md:8:1"),
            found(text, "meta-unknown-key"));
        assertEquals("did you mean `date`?", fix(text, "meta-unknown-key"));
    }

    @Test
    void aTableUnderTheTitleMaySayMoreThanIsKnown() {
        String table = "# Keys\n\n| | |\n|---|---|\n| Status | Draft |\n| Budget | 40,000 |\n| Sponser | Ida |\n\n";
        assertEquals(List.of("0042-keys.md:7:3"), found(table + "## Press release\n\nToday.\n", "meta-unknown-key"));
    }

    // what is missing

    @ParameterizedTest
    @ValueSource(strings = {"pr-problem-missing", "pr-solution-missing", "pr-customer-quote-missing",
        "pr-leader-quote-missing", "pr-call-to-action-missing", "pr-dateline-missing"})
    void nothingIsCalledMissingThatAParagraphWithoutANameMayBe(String rule) {
        assertEquals(List.of(), found(front("") + """
            # Keys

            ## Press release

            Oslo, in March 2027. A family of four looks for its keys twice a week and is late for it every ninth time.

            Latchkey has made a ring that answers. “I used to leave the house angry,” says Jonas Lie of Bergen.
            """, rule));
    }

    @Test
    void aProblemThatOnlyTheFaqTellsIsPointedAt() {
        Diagnostic finding = ExampleArchive.check(front("") + """
            # Keys

            ## Press release

            ### The solution

            A ring that answers.

            ## FAQ

            ### What problem does it solve?

            Families are late.
            """).stream().filter(f -> f.rule().equals("pr-problem-missing")).findFirst().orElseThrow();
        assertTrue(finding.message().endsWith("only the FAQ mentions one, on line 17"), finding.message());
    }

    @Test
    void questionsOfWhichNobodySaysWhoAsksThemMayBeAnybodys() {
        String text = front("") + BODY + "\n## FAQ\n\n### How loud is it?\n\nAs a doorbell.\n";
        assertEquals(List.of(), found(text, "faq-external-missing"));
        assertEquals(List.of(), found(text, "faq-internal-missing"));
    }

    @ParameterizedTest
    @CsvSource({"draft,warning", "in-review,error", "approved,error", "nonsense,warning"})
    void whatIsNotFinishedIsAnErrorOnceOthersReadIt(String status, String severity) {
        List<Diagnostic> findings = ExampleArchive.check("---\ntitle: Keys\nstatus: " + status + "\n---\n\n" + BODY
            + "\nIt costs TBD.\n\n## FAQ\n\n### How loud is it?\n\n### How heavy is it?\n\nTBD\n");
        List<String> severities = findings.stream()
            .filter(f -> f.rule().equals("faq-no-answer") || f.rule().equals("placeholder-left"))
            .map(f -> f.severity().label()).distinct().toList();
        assertEquals(List.of(severity), severities);
        assertEquals(2, found(findings, "faq-no-answer").size());
    }

    @Test
    void ofWhatIsNoPrFaqOnlyThatIsSaid() {
        List<Diagnostic> findings = ExampleArchive.check("# Notes\n\nWe met on Monday.\n");
        assertEquals(List.of("arc-not-a-prfaq"), findings.stream().map(Diagnostic::rule).toList());
    }

    // archive

    @Test
    void idsClashWhenSomebodyClaimsThem() {
        String claimed = "---\nid: keys\ntitle: Keys\nstatus: draft\n---\n\n" + BODY;
        assertEquals(List.of("b/lamp.md:2:5"), found(
            ExampleArchive.of("a/lock.md", claimed).with("b/lamp.md", claimed).check(), "arc-duplicate-id"));
        assertEquals(List.of("b/keys.md:1:1"), found(
            ExampleArchive.of("a/lock.md", claimed).with("b/keys.md", front("") + BODY).check(), "arc-duplicate-id"));
        assertEquals(List.of("a/0042-lock.md:1:1"), found(ExampleArchive.of("a/0042-lamp.md", front("") + BODY)
            .with("a/0042-lock.md", front("") + BODY).check(), "arc-duplicate-id"));
        assertEquals(List.of(), found(ExampleArchive.of("a/keys.md", front("") + BODY)
            .with("b/keys.md", front("") + BODY).check(), "arc-duplicate-id"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"'../..'", "'!?'", "a/b", "'..\\..\\c'"})
    void anIdThatNoAddressCanHoldIsFound(String id) {
        assertEquals(List.of("0042-keys.md:4:5"), found(front("id: " + id) + BODY, "arc-bad-id"));
    }

    @Test
    void idsThatDifferByCaseOnlyAreBadAndNotDuplicate() {
        List<Diagnostic> findings = ExampleArchive.of("a.md", front("id: Keys") + BODY)
            .with("b.md", front("id: keys") + BODY).check();
        assertEquals(List.of("b.md:4:5"), found(findings, "arc-bad-id"));
        assertEquals(List.of(), found(findings, "arc-duplicate-id"));
    }

    @Test
    void whateverLeadsNowhereIsFoundInItsPlace() {
        String front = front("related: [two, nine]\nsupersedes: eight");
        List<Diagnostic> findings = ExampleArchive.of("a/one.md", front + BODY + """

            [two](two.md#the-problem) [gone](two.md#gone) [no](no.md) [here](#the-problem) [nowhere](#nowhere)
            ![a ring](ring.svg) ![a bell](bell.svg)
            """).with("a/two.md", front("") + BODY).with("a/ring.svg", "<svg/>").check();
        assertEquals(List.of("a/one.md:4:16", "a/one.md:5:13", "a/one.md:16:27", "a/one.md:16:47", "a/one.md:16:80",
            "a/one.md:17:21"), found(findings, "arc-link-broken"));
        assertTrue(findings.stream().filter(f -> f.rule().equals("arc-link-broken"))
            .allMatch(f -> f.sourceLine() != null && !f.sourceLine().isBlank()));
    }

    @Test
    void nothingIsSaidOfRestrictedDocuments() {
        List<Diagnostic> findings = ExampleArchive.of("one.md", front("related: [0007]\nsupersedes: [0007]") + BODY
                + "\n[before](0007-merger.md) and [its costs](0007-merger.md#costs)\n")
            .with("0007-merger.md", front("visibility: restricted") + BODY).check();
        assertEquals(List.of(), found(findings, "arc-link-broken"));
        assertFalse(findings.stream().filter(f -> String.valueOf(f.file()).equals("one.md"))
            .anyMatch(f -> f.message().contains("0007")));
    }
}
