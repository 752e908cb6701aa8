package org.pressroom.rules;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.pressroom.diagnostic.Diagnostic;

import java.util.ArrayList;
import java.util.List;

/// What the examples of the pages leave open about rules that judge a document's content and its life.
class JudgementTest {

    private static final String PROBLEM = "### The problem\n\nA family of four looks for its keys 2.5 times a week, eleven "
        + "minutes each time, and every ninth search ends with a missed bus to school or to work.\n\n";
    private static final String SOLUTION = "### The solution\n\nCall your keys and the ring answers.\n\n";

    private static final String BUS = "The valley has a bus company, a railway and a new timetable for the evenings.";

    private static String document(String metadata, String body) {
        return "---\ntitle: Keys\n" + metadata + "\n---\n\n# Keys\n\n## Press release\n\n" + body + "\n";
    }

    private static List<String> lines(String text, String rule) {
        return ExampleArchive.check(text).stream().filter(f -> f.rule().equals(rule))
            .map(f -> f.position().line() + ":" + f.position().column()).toList();
    }

    private static String message(String text, String rule) {
        return ExampleArchive.check(text).stream().filter(f -> f.rule().equals(rule)).findFirst().map(Diagnostic::message).orElse("");
    }

    // problem and solution

    @Test
    void aLabelledProblemIsNeverMissing() {
        for (String problem : List.of("### The problem\n\nKeys.", "**The problem.** Keys.", "**Problem**\n\nKeys.", "Problem: Keys.",
                "### Problem\n\n- Keys.", "#### The Challenge\n\n| a | b |\n|---|---|\n| Keys | x |")) {
            String text = document("status: draft", problem + "\n\n" + SOLUTION);
            assertEquals(List.of(), lines(text, "pr-problem-missing"), problem);
            assertEquals(List.of(), lines(text, "pr-problem-unclear"), problem);
        }
    }

    @Test
    void ofAProblemOneThingIsSaid() {
        String unclear = document("status: draft", "The valley has a bus company, a railway and a new timetable for the evenings.\n\n" + SOLUTION);
        assertEquals(List.of("10:1"), lines(unclear, "pr-problem-unclear"));
        assertEquals(List.of(), lines(unclear, "pr-problem-missing"));
        assertEquals(List.of(), lines(document("status: draft", SOLUTION), "pr-problem-unclear"));
    }

    @Test
    void whatIsMostProbablyTheProblemIsAskedFor() {
        String slow = "Looking for keys is slow, and families have no good way to find them before the bus leaves.";
        for (int place = 0; place < 3; place++) {
            List<String> paragraphs = new ArrayList<>(List.of(BUS, BUS));
            paragraphs.add(place, slow);
            String text = document("status: draft", String.join("\n\n", paragraphs) + "\n\n" + SOLUTION);
            assertEquals("the problem was not found; is it this paragraph?", message(text, "pr-problem-unclear"), text);
            assertEquals(List.of(10 + 2 * place + ":1"), lines(text, "pr-problem-unclear"), text);
        }
        assertTrue(message(document("status: draft", BUS + "\n\n" + SOLUTION), "pr-problem-unclear").startsWith("no part of the press release"));
    }

    @Test
    void aProblemOrSolutionIsMissingOnlyWhereLabelsLeaveNoDoubt() {
        String announced = "Latchkey today announced the ring, a small thing on which families carry the keys of their houses.";
        for (String body : List.of(announced, announced + "\n\nThe ring answers when it is called, and families leave on time.")) {
            assertEquals(List.of(), lines(document("status: draft", body), "pr-problem-missing"), body);
            assertEquals(1, lines(document("status: draft", body), "pr-problem-unclear").size(), body);
        }
        // What its author calls the solution isn't asked about, whatever it tells.
        String labelled = document("status: draft", "### The solution\n\nToday families lose their keys every week and miss the bus. The ring answers.\n\n“I just leave,” says Jonas Lie.");
        assertEquals(List.of("8:1"), lines(labelled, "pr-problem-missing"));
        assertEquals(List.of(), lines(labelled, "pr-problem-unclear"));
        assertEquals(List.of(), lines(document("status: draft", "Every week families lose their keys and miss the bus, and nobody knows what to do about it."), "pr-solution-missing"));
        assertEquals(List.of("8:1"), lines(document("status: draft", PROBLEM), "pr-solution-missing"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"Keys are lost before Lantern comes.", "Lantern workers lose keys.", "A lantern is lost.", "Lanterns are lost."})
    void aNameOfOneWordCountsInsideASentenceOnly(String problem) {
        String text = "---\ntitle: \"Lantern: a light\"\nstatus: draft\n---\n\n# Lantern: a light\n\n## Press release\n\n### The problem\n\n"
            + problem + "\n\n" + SOLUTION;
        assertEquals(problem.contains(" Lantern ") ? List.of("12:22") : List.of(), lines(text, "pr-problem-names-product"));
    }

    @Test
    void whoIntroducesTheProductIsNone() {
        String text = "---\ntitle: Ring\nstatus: draft\n---\n\n# Acme introduces Melinda, the smart mailbox\n\n## Press release\n\n### The problem\n\n"
            + "Customers of Acme lose parcels. %s\n\n" + SOLUTION;
        assertEquals(List.of(), lines(text.formatted("So it is."), "pr-problem-names-product"));
        assertTrue(message(text.formatted("With Melinda they would not."), "pr-problem-names-product").contains("'Melinda'"));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
        Our AI platform finds keys.                                                     | 16:5
        Call your keys. They answer with machine learning.                              |
        Families call their keys and an app on a framework in Python on Kubernetes answers. | 16:42
        """)
    void aSolutionMayNameItsIngredientsLater(String solution, String place) {
        String text = document("status: draft", PROBLEM + "### The solution\n\n" + solution);
        assertEquals(place == null ? List.of() : List.of(place), lines(text, "pr-solution-technology-first"));
    }

    // quotes

    @ParameterizedTest
    @ValueSource(strings = {"“I just leave,” says Jonas Lie, father of two.", "> I just leave.\n>\n> — Jonas Lie, Bergen", "> “I just leave.”\n>\n> *Jonas Lie*, teacher",
        "Jonas Lie, teacher: “I just leave.”", "“I just leave.”\n\n— Jonas Lie", "“I just leave,” said the teacher.", "> \"I just leave.\" [Customer Name]"})
    void aQuoteThatMayHaveASpeakerIsLeftAlone(String quote) {
        assertEquals(List.of(), lines(document("status: draft", PROBLEM + SOLUTION + "### Customer quote\n\n" + quote), "pr-quote-unattributed"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"> I used to leave the house angry. Now I just leave.", "“I used to leave the house angry. Now I just leave.”",
        "“I just leave,” says an early user."})
    void aQuoteOfNobodyIsFound(String quote) {
        assertEquals(1, lines(document("status: draft", PROBLEM + SOLUTION + "### Customer quote\n\n" + quote), "pr-quote-unattributed").size());
    }

    // dates

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
        **OSLO — March 3, 2026** —    | draft      | past
        **OSLO — March 3, 2027** —    | draft      |
        **OSLO — 30. September 2026** — | draft    | past
        **OSLO — 2026** —             | draft      |
        **OSLO — Q3 2026** —          | in-review  | past
        **OSLO — Q4 2026** —          | in-review  |
        **OSLO — 3 de março de 2026** — | revise   | past
        **OSLO — 2026年3月1日** —     | draft      | past
        **OSLO — March 3, 2026** —    | declined   |
        **OSLO — March 3, 2026** —    | superseded |
        """)
    void aDatelineIsPastWhenItsLastDayIs(String dateline, String status, String past) {
        String text = document("status: " + status, dateline + " Latchkey showed a ring.\n\n" + PROBLEM);
        assertEquals(past == null ? List.of() : List.of("10:1"), lines(text, "pr-launch-date-past"));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
        status: draft, launch: 2026-09                                        | 4:9
        status: approved, outcome: building, launch: 2026-09                  | 5:9
        status: approved, outcome: launched, launched: 2026-09-01, launch: 2026-09 |
        status: approved, outcome: cancelled, launch: 2026-09                 |
        status: deferred, launch: 2026-09                                     |
        launch: 2026-09                                                       |
        """)
    void whatWasLaunchedOrDroppedHasNoDayToMiss(String metadata, String place) {
        assertEquals(place == null ? List.of() : List.of(place),
            lines(document(metadata.replace(", ", "\n"), PROBLEM), "pr-launch-date-past"));
    }

    // lengths

    @Test
    void lengthsOfEastAsianTextAreToldInCharacters() {
        String text = "# 鍵\n\n## プレスリリース\n\n### 課題\n\n家族は鍵をなくして困っている。\n\n### 解決策\n\nリングが答える。\n";
        assertEquals("the problem has only 14 characters", message(text, "pr-problem-thin"));
        assertTrue(message("# 鍵\n\n## プレスリリース\n\n### 課題\n\n" + "家族は鍵をなくして困っている。".repeat(80) + "\n", "pr-too-long").matches("the press release has 1\\d\\d\\d characters"));
    }

    // the FAQ

    @Test
    void theSecondOfTwoEqualQuestionsIsReported() {
        String faq = "## FAQ\n\n### How loud is it?\n\n70 dB.\n\n### How *loud* is it\n\nLoud.\n\n### How light is it?\n\n9 g.\n";
        assertEquals(List.of("20:1"), lines(document("status: draft", PROBLEM + faq), "faq-duplicate-question"));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
        Why might this fail?            | We see no risk.                    | 18:1
        Why might this fail?            | Battery. “We see no risk,” I said. |
        Which risks are there?          | The risk is low.                   | 18:1
        How loud is it?                 | The risk is low.                   |
        """)
    void onlyAnswersAboutRisksPlayThemDown(String question, String answer, String place) {
        String text = document("status: draft", PROBLEM + "## FAQ\n\n### " + question + "\n\n" + answer);
        assertEquals(place == null ? 0 : 1, lines(text, "plan-softball-risk").size());
    }

    @ParameterizedTest
    @ValueSource(strings = {"### Why might this fail?\n\nBattery.", "### What are the top risks?\n\nBattery.", "### What does it cost?\n\nMuch. The main risk is the battery.",
        "### Risks\n\n#### Battery?\n\nIt may run out.", "### What could go wrong?\n\nBattery."})
    void aReasonToFailIsFoundWhereverItStands(String faq) {
        assertEquals(List.of(), lines(document("status: draft", PROBLEM + "## FAQ\n\n" + faq), "plan-no-failure-reason"));
    }

    // the life of an idea

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
        status: approved                                                    | the idea is approved, but the decision has no date, no deciders
        status: deferred; decision: {date: 2026-05-02}                      | the idea is deferred, but the decision has no deciders
        status: declined; decision: {date: 2026-05-02, deciders: [Ida]}     | the idea is declined, but the decision has no reason
        status: approved; decision: {date: 2026-05-02, deciders: [Ida]}     |
        status: withdrawn                                                   |
        status: in-review                                                   |
        """)
    void aDecisionIsComplete(String metadata, String message) {
        assertEquals(message == null ? "" : message, message(document(metadata.replace("; ", "\n"), PROBLEM), "life-decision-incomplete"));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
        status: draft; outcome: planned                              | 4:10
        status: declined; outcome: cancelled                         | 4:10
        status: approved; outcome: launched                          | 4:10
        status: approved; outcome: building; result: met             | 5:9
        status: approved; result: met                                | 4:9
        status: superseded; outcome: retired; result: missed         |
        status: approved; outcome: launched; launched: 2026-01-01    |
        status: approved; outcome: planned                           |
        """)
    void anOutcomeFitsTheRest(String metadata, String place) {
        assertEquals(place == null ? List.of() : List.of(place), lines(document(metadata.replace("; ", "\n"), PROBLEM), "life-outcome-mismatch"));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
        status: deferred; revisit: 2026-10-01 | 1
        status: deferred; revisit: 2026-10-02 | 0
        status: draft; revisit: 2026-09-01    | 0
        """)
    void aDeferredIdeaIsDueOnItsDay(String metadata, int count) {
        assertEquals(count, lines(document(metadata.replace("; ", "\n"), PROBLEM), "life-revisit-due").size());
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
        status: approved; prediction: {text: a, by: 2026-09}                     | 1
        status: approved; prediction: {text: a, by: 2026}                        | 0
        status: approved; prediction: {text: a, by: 2025}; actual: b             | 0
        status: approved; outcome: cancelled; prediction: {text: a, by: 2025}    | 0
        status: declined; prediction: {text: a, by: 2025}                        | 0
        """)
    void aPredictionIsDueWhenItsDateHasPassed(String metadata, int count) {
        assertEquals(count, lines(document(metadata.replace("; ", "\n"), PROBLEM), "life-prediction-due").size());
    }

    @Test
    void formAndReviewWeighLessInALightDocument() {
        String text = document("size: light\nstatus: approved\noutcome: launched", "### The problem\n\nKeys.");
        List<String> severities = ExampleArchive.check(text).stream().map(f -> f.severity().label() + " " + f.rule()).toList();
        assertTrue(severities.containsAll(List.of("info pr-problem-thin", "info life-approved-without-review",
            "info criteria-unanswered", "error life-decision-incomplete", "error life-outcome-mismatch")), severities::toString);
    }

    // the archive

    @Test
    void aCircleIsReportedOnceWhateverItsLength() {
        ExampleArchive archive = new ExampleArchive();
        int length = 300;
        for (int i = 0; i < length; i++) {
            archive.with("%04d-a.md".formatted(i), document("id: a%d\nstatus: draft\nsupersedes: [a%d]".formatted(i, (i + 1) % length), PROBLEM));
        }
        archive.with("9000-own.md", document("id: own\nstatus: draft\nsupersedes: [own]", PROBLEM))
            .with("9001-tail.md", document("id: tail\nstatus: draft\nsupersedes: [a1]", PROBLEM));
        List<String> found = archive.check().stream().filter(f -> f.rule().equals("arc-supersede-cycle"))
            .map(f -> f.file() + ":" + f.position().line() + " " + f.message()).toList();
        assertEquals(List.of("0000-a.md:5 `a0`, `a1`, `a2`, `a3`, `a4` and 295 more supersede each other in a circle, so none of them counts",
            "9000-own.md:5 `own` supersedes itself"), found);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
        approved | approved   | new.md:4
        draft    | approved   |
        approved | superseded |
        approved | declined   |
        approved | in-review  | new.md:4
        """)
    void aReplacementIsKnownToBoth(String newer, String older, String place) {
        List<Diagnostic> findings = ExampleArchive.of("old.md", document("status: " + older, PROBLEM))
            .with("new.md", document("status: " + newer + "\nsupersedes: old", PROBLEM)).check();
        assertEquals(place == null ? List.of() : List.of(place), findings.stream()
            .filter(f -> f.rule().equals("arc-supersede-one-way")).map(f -> f.file() + ":" + f.position().line()).toList());
    }

    @Test
    void aSupersededDocumentNamesNoRestrictedSuccessor() {
        ExampleArchive archive = ExampleArchive.of("old.md", document("status: superseded", PROBLEM));
        assertEquals(1, archive.check().stream().filter(f -> f.rule().equals("arc-supersede-one-way")).count());
        archive.with("secret.md", document("status: approved\nvisibility: restricted\nsupersedes: old", PROBLEM));
        assertEquals(0, archive.check().stream().filter(f -> f.rule().equals("arc-supersede-one-way")).count());
    }
}
