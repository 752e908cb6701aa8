package org.pressroom.parse;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.pressroom.parse.Parsing.document;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.pressroom.model.Audience;
import org.pressroom.model.Carrier;
import org.pressroom.model.Confidence;
import org.pressroom.model.Document;
import org.pressroom.model.FaqGroup;
import org.pressroom.model.Part;
import org.pressroom.model.PartKind;
import org.pressroom.model.Passage;
import org.pressroom.model.PressRelease;
import org.pressroom.model.Question;
import org.pressroom.source.LineSpan;

import java.util.List;

/// Every way in which real documents mark the parts of a press release and the questions of an FAQ, by heading or label.
class CarriersTest {

    private static Part part(Document document, PartKind kind) {
        return document.pressRelease().part(kind)
            .orElseThrow(() -> new AssertionError("no " + kind + " in " + document.pressRelease()));
    }

    @ParameterizedTest
    @ValueSource(strings = {"### The Problem", "#### The Challenge", "## O Problema", "### 課題", "## Problem statement", "# Problem",
        "### Das Problem", "## Le problème", "## El problema", "### 문제", "### 问题", "## 2. The problem", "### Problem: lost mornings",
        "The problem\n-----------"})
    void aHeadingCarriesTheProblem(String heading) {
        Document document = document("# Keys\n\n## Press release\n\nLead.\n\n" + heading + "\n\nEvery week 140 tenants lose a morning.\n\n## FAQ\n");
        Part problem = part(document, PartKind.PROBLEM);
        assertEquals(Carrier.HEADING, problem.carrier());
        assertEquals(Confidence.LABELLED, problem.confidence());
        assertEquals("Every week 140 tenants lose a morning.", problem.text());
        int line = 9 + (heading.contains("\n") ? 1 : 0);
        assertEquals(LineSpan.of(line), problem.lines());
    }

    @ParameterizedTest
    @ValueSource(strings = {"**The problem.** ", "**Problem:** ", "**Problem**: ", "Customer Problems: ", "*The problem.* ", "__The problem__ — ",
        "**The challenge** – ", "Problem: "})
    void aLabelCarriesTheProblem(String label) {
        Document document = document("# Keys\n\n## Press release\n\n" + label + "Every week 140 tenants lose a morning.\n\nMore of other things.\n");
        Part problem = part(document, PartKind.PROBLEM);
        assertEquals(Carrier.LABEL, problem.carrier());
        assertEquals("Every week 140 tenants lose a morning.", problem.text());
        assertEquals(LineSpan.of(5), problem.lines());
    }

    @Test
    void aBoldLineThatStandsAloneIsALabel() {
        Part problem = part(document("# Keys\n\n**Press Release**\n\n**The Problem**\n\nEvery week 140 tenants lose a morning.\n\n**FAQ**\n\n**Q: Why?**\n\nBecause.\n"),
            PartKind.PROBLEM);
        assertEquals(Carrier.LABEL, problem.carrier());
        assertEquals(LineSpan.of(7), problem.lines());
    }

    @ParameterizedTest
    @CsvSource({"SOLUTION, The solution", "SOLUTION, Our solution", "HOW_IT_WORKS, How it works", "CALL_TO_ACTION, Getting started",
        "CALL_TO_ACTION, Call to action", "CUSTOMER_QUOTE, Customer quote", "LEADER_QUOTE, Leader quote", "LEADER_QUOTE, Spokesperson quote",
        "CUSTOMER_QUOTE, Customer testimonial"})
    void headingAndLabelCarryEveryPart(PartKind kind, String name) {
        Part headed = part(document("# Keys\n\n## Press release\n\n### " + name + "\n\nThe key arrives by post.\n"), kind);
        assertEquals(Carrier.HEADING, headed.carrier());
        assertEquals(LineSpan.of(7), headed.lines());
        Part labelled = part(document("# Keys\n\n## Press release\n\n**" + name + ".** The key arrives by post.\n"), kind);
        assertEquals(Carrier.LABEL, labelled.carrier());
        assertEquals("The key arrives by post.", labelled.text());
    }

    @ParameterizedTest
    @ValueSource(strings = {
        "> \"I unpacked instead of queueing.\"\n> — Dora Lane, tenant",
        "> I unpacked instead of queueing.\n>\n> - *Dora Lane, tenant*",
        "\"I unpacked instead of queueing,\" said Dora Lane, tenant.",
        "“I unpacked instead of queueing.” — Dora Lane, tenant",
        "„Ich konnte auspacken“, sagte Dora Lane, tenant."})
    void aQuoteHasItsSpeaker(String quote) {
        Part part = part(document("# Keys\n\n## Press release\n\n### Customer quote\n\n" + quote + "\n"), PartKind.CUSTOMER_QUOTE);
        assertEquals("Dora Lane, tenant", part.speaker());
    }

    @ParameterizedTest
    @ValueSource(strings = {"# Keys by post", "## Keys by post", "## Press release\n\n# Keys by post", "## Press release\n\n**Keys by post**",
        "## Press release\n\n### Keys by post"})
    void theHeadlineIsFound(String opening) {
        Document document = document(opening + "\n\n**The problem.** Every week 140 tenants lose a morning.\n\n## FAQ\n");
        Passage headline = document.pressRelease().headline();
        assertNotNull(headline);
        assertEquals("Keys by post", headline.text());
    }

    @ParameterizedTest
    @ValueSource(strings = {"*Keys come to the tenant.*", "**Keys come to the tenant.**", "Subtitle: Keys come to the tenant.",
        "**Subheading:** Keys come to the tenant."})
    void theSubheadingIsFound(String line) {
        PressRelease release = document("# Keys by post\n\n## Press release\n\n# Keys by post\n\n" + line + "\n\n**LEEDS, 1 June 2027** — We begin.\n\n**The problem.** Much.\n")
            .pressRelease();
        assertNotNull(release.subheading());
        assertEquals("Keys come to the tenant.", release.subheading().text());
        assertEquals(7, release.subheading().line());
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {"**SEATTLE — March 3, 2027** — Today we begin. | March 3, 2027", "*Leeds, 1 June 2027* | 1 June 2027",
        "**Leeds, June 2027** — Today. | June 2027", "**Leeds, Q3 2027** — Today. | Q3 2027", "*Leeds, 2027* | 2027",
        "**FOR IMMEDIATE RELEASE — Leeds, 1 June 2027** | 1 June 2027", "*2026년 4분기* | 2026년 4분기", "*東京、2027年6月1日* | 2027年6月1日", "*東京、2027年第4四半期* | 2027年第4四半期",
        "### FOR IMMEDIATE RELEASE — Leeds, March 3, 2027 | March 3, 2027"})
    void theDatelineIsFound(String line, String date) {
        PressRelease release = document("# Keys by post\n\n## Press release\n\n" + line + "\n\n**The problem.** Much.\n").pressRelease();
        assertNotNull(release.dateline());
        assertEquals(date, release.dateline().date());
        assertEquals(5, release.dateline().line());
    }

    // ---- the FAQ

    @ParameterizedTest
    @ValueSource(strings = {
        "## FAQ\n\n### What if the key is lost?\n\nThe lock is changed.\n\n### What does it cost?\n\nFour pounds.\n",
        "# FAQ\n\n## What if the key is lost?\nThe lock is changed.\n\n---\n\n## What does it cost?\nFour pounds.\n",
        "#### Frequently Asked Questions\n\n##### 1. What if the key is lost?\n\nThe lock is changed.\n\n##### 2. What does it cost?\n\nFour pounds.\n",
        "## FAQ\n\n**Q: What if the key is lost?**\n\nThe lock is changed.\n\n**Q: What does it cost?**\n\nFour pounds.\n",
        "## FAQ\n\n**Q1. What if the key is lost?**\nThe lock is changed.\n\n**Q2. What does it cost?**\nFour pounds.\n",
        "## FAQ\n\n**C1. What if the key is lost?**\n\nThe lock is changed.\n\n---\n\n**C2. What does it cost?**\n\nFour pounds.\n",
        "## FAQ\n\n**What if the key is lost?** The lock is changed.\n\n**What does it cost?** Four pounds.\n",
        "## FAQ\n\n- What if the key is lost?\n  - The lock is changed.\n- What does it cost?\n  - Four pounds.\n",
        "## FAQ\n\n1. **What if the key is lost?** The lock is changed.\n2. **What does it cost?** Four pounds.\n",
        "## FAQ\n\n1. **What if the key is lost?**\n\n   The lock is changed.\n\n2. **What does it cost?**\n\n   Four pounds.\n",
        "## FAQ\n\n> What if the key is lost?\n\n- The lock is changed.\n\n> What does it cost?\n\n- Four pounds.\n",
        "**FAQ**\n\n**What if the key is lost?**\n\nThe lock is changed.\n\n**What does it cost?**\n\nFour pounds.\n",
        "FAQ\n\n**What if the key is lost?**\n\nThe lock is changed.\n\n**What does it cost?**\n\nFour pounds.\n",
        "## FAQ\n\nQ: What if the key is lost?\nA: The lock is changed.\n\nQ: What does it cost?\nA: Four pounds.\n"})
    void everyStyleOfQuestionIsRead(String faq) {
        Document document = document("# Keys by post\n\n## Press release\n\n**The problem.** Much.\n\n" + faq);
        List<Question> questions = document.faq().questions();
        assertEquals(List.of("What if the key is lost?", "What does it cost?"), questions.stream().map(Question::text).toList(), faq);
        assertEquals(List.of(true, true), questions.stream().map(Question::answered).toList(), faq);
        assertEquals(List.of("The lock is changed.", "Four pounds."),
            questions.stream().map(q -> q.answer().replaceFirst("^(?:[-•]|A:)\\s*", "").strip()).toList(), faq);
        assertEquals("q-what-if-the-key-is-lost", questions.getFirst().anchor());
        assertTrue(questions.get(0).lines().to() < questions.get(1).lines().from(), faq);
    }

    @Test
    void groupsAreToldByWhoseQuestionsTheyAre() {
        Document document = document("""
            # Keys by post

            ## Internal FAQ

            ### Why would this fail?

            One lost parcel.

            ## Customer FAQ

            ### What if the key is lost?

            The lock is changed.

            ## Press FAQ

            ### Who pays?

            We do.

            ## Internal and guardrail FAQ

            ### What does it cost?

            Four pounds.
            """);
        assertEquals(List.of(Audience.INTERNAL, Audience.EXTERNAL, Audience.PRESS, Audience.INTERNAL),
            document.faq().groups().stream().map(FaqGroup::audience).toList());
        assertEquals(List.of(0, 1, 2, 3), document.faq().questions().stream().map(Question::group).toList());
        assertEquals(List.of(3, 9, 15, 21), document.faq().groups().stream().map(FaqGroup::line).toList());
    }

    @Test
    void groupsByTopicStandUnderTheFaq() {
        Document document = document("# Keys\n\n# FAQ\n\n## Technical\n\n### How is it built?\n\nIn Java.\n\n## Money\n\n### What does it cost?\n\nFour pounds.\n");
        assertEquals(List.of("Technical", "Money"), document.faq().groups().stream().map(FaqGroup::title).toList());
        assertEquals(List.of(Audience.INTERNAL, Audience.EXTERNAL), document.faq().groups().stream().map(FaqGroup::audience).toList());
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "TBD", "TODO", "…", "*to be written*", "[TBD]"})
    void aQuestionWithoutAnAnswerIsTold(String answer) {
        Document document = document("# Keys\n\n## FAQ\n\n### What if the key is lost?\n\n" + answer + "\n\n### What does it cost?\n\nFour pounds.\n");
        assertEquals(List.of(false, true), document.faq().questions().stream().map(Question::answered).toList());
    }

    @Test
    void theFaqOfOtherLanguages() {
        assertEquals(1, document("# T\n\n## Häufige Fragen\n\n### Was kostet es?\n\nNichts.\n").faq().questions().size());
        assertEquals(1, document("# T\n\n## よくある質問\n\n### 費用はいくらですか。\n\n無料です。\n").faq().questions().size());
    }

    @ParameterizedTest
    @ValueSource(strings = {"You are a helpful agent. Write a PR/FAQ.\n\n1. Ask for the idea.\n2. Write it.\n", "# PRFAQ\n\nTo come.\n", "# Notes\n\n- milk\n- bread\n"})
    void otherTextsAreNoPrfaq(String text) {
        assertFalse(document(text).prfaq());
    }

    @Test
    void codeCommentsAndQuotedTextAreNoPlaceholders() {
        Document document = document("# Keys\n\nTODO here\n\n```\nTODO in code\n```\n\n<!-- TODO in a comment -->\n\n[Insert city]\n");
        assertEquals(List.of(3, 11), document.placeholders());
    }
}
