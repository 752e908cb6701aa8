package org.pressroom.parse;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.pressroom.parse.Parsing.document;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.pressroom.model.Audience;
import org.pressroom.model.Document;
import org.pressroom.model.FaqGroup;
import org.pressroom.model.Question;

import java.util.List;

/// Forms of questions that need more than a look at one block, and the audiences of groups.
class FaqFormsTest {

    private static final String RELEASE = "# Keys by post\n\n## Press release\n\n**The problem.** Much.\n\n";

    private static List<String> questions(String text) {
        return document(text).faq().questions().stream().map(Question::text).toList();
    }

    private static List<Audience> audiences(String text) {
        return document(text).faq().groups().stream().map(FaqGroup::audience).toList();
    }

    @ParameterizedTest
    @ValueSource(strings = {
        "**Q: What does it cost?**\n\nNothing.\n\n**Q: Who pays?**\n\nWe do.\n",
        "**Q:** What does it cost?\n**A:** Nothing.\n\n**Q:** Who pays?\n**A:** We do.\n",
        "### What does it cost?\n\nNothing.\n\n### Who pays?\n\nWe do.\n"})
    void anFaqNeedsNoHeading(String faq) {
        assertEquals(List.of("What does it cost?", "Who pays?"), questions(RELEASE + faq));
    }

    @Test
    void oneQuestionInAReleaseIsRhetoric() {
        assertEquals(List.of(), questions(RELEASE + "**Why now?** Since post is insured.\n\nMore.\n"));
    }

    @ParameterizedTest
    @ValueSource(strings = {
        "## FAQ\n\n**Q:** What does it cost?\n\n**A:** Nothing.\n\n**Q:** Who pays?\n\n**A:** We do.\n",
        "## FAQ\n\nWhat does it cost?\n\nNothing.\n\nWho pays?\n\nWe do.\n",
        "## FAQ\n\n## 1. What does it cost?\n\nNothing.\n\n## 2. Who pays?\n\nWe do.\n",
        "##\n### FAQ\n###\n> What does it cost?\n\n* Nothing.\n###\n\n###\n> Who pays?\n\n* We do.\n###\n",
        "## FAQ\n\n<details>\n<summary>What does it cost?</summary>\n\nNothing.\n\n</details>\n\n<details>\n<summary><b>Who pays?</b></summary>\n\nWe do.\n\n</details>\n",
        "## FAQ\n\nFrage 1: What does it cost?\nNothing.\n\nFrage 2: Who pays?\nWe do.\n",
        "## FAQ\n\n**What does it\ncost?**\nNothing.\n\n**Who pays?**\nWe do.\n"})
    void everyFormIsRead(String faq) {
        assertEquals(List.of("What does it cost?", "Who pays?"), questions(RELEASE + faq), faq);
    }

    @Test
    void aListInAnAnswerAsksNothing() {
        assertEquals(List.of("What is checked?"), questions(RELEASE + "## FAQ\n\n**Q: What is checked?**\n\nIn this order:\n\n1. **Name** — Is it right?\n2. **Key** — Is it the one?\n"));
        assertEquals(List.of("What is open?"), questions(RELEASE + "## FAQ\n\n### What is open?\n\n- Should keys be copied?\n"));
    }

    @Test
    void aPlainLineMayNameAGroup() {
        Document document = document(RELEASE + "## FAQ\nInternal FAQ\n## 1. What does it cost us?\n\nMuch.\n");
        assertEquals(List.of(Audience.INTERNAL), document.faq().groups().stream().map(FaqGroup::audience).toList());
        assertEquals(0, document.faq().questions().getFirst().group());
    }

    @Test
    void aHeadingAboveNamesTheAudienceOfItsGroups() {
        assertEquals(List.of(Audience.EXTERNAL, Audience.EXTERNAL, Audience.INTERNAL), audiences(RELEASE
            + "## FAQ (for customers)\n\n### Moving in\n\n**Q: When?**\n\nSoon.\n\n### Moving out\n\n**Q: When?**\n\nLater.\n\n## FAQ (internal)\n\n**Q: Who?**\n\nTess.\n"));
        assertEquals(List.of(Audience.EXTERNAL), audiences(RELEASE + "## よくある質問（利用者向け）\n\n### 引っ越す人\n\n**Q. いつですか。**\n六月です。\n"));
    }

    @Test
    void whoWouldAskTellsTheAudience() {
        assertEquals(List.of(Audience.EXTERNAL), audiences(RELEASE + "## FAQ\n\n### General\n\n**Q: How do I get my key?**\n\nBy post.\n\n**Q: Can I track it?**\n\nYes.\n"));
        assertEquals(List.of(Audience.INTERNAL), audiences(RELEASE + "## FAQ\n\n### General\n\n**Q: How will we measure success?**\n\nMornings.\n\n**Q: What are the risks?**\n\nLoss.\n"));
    }

    @Test
    void aTechnicalGroupIsForColleaguesOnlyBesideOneForCustomers() {
        assertEquals(List.of(Audience.EXTERNAL, Audience.INTERNAL), audiences(RELEASE
            + "## FAQ\n\n### Customers\n\n**Q: When?**\n\nSoon.\n\n### Technical\n\n**Q: Which lock?**\n\nAny.\n"));
        assertEquals(List.of(Audience.EXTERNAL), audiences(RELEASE + "## FAQ\n\n### Technical\n\n**Q: Which locks does it support?**\n\nAny.\n"));
    }

    @Test
    void severalAudiencesInATitleAreTheFirstOfThem() {
        assertEquals(List.of(Audience.EXTERNAL), audiences(RELEASE + "## FAQ\n\n### External FAQ (customers, partners, press)\n\n**Q: When?**\n\nSoon.\n"));
        assertEquals(List.of(Audience.INTERNAL), audiences(RELEASE + "## FAQ\n\n### Internal FAQ for our customers' team\n\n**Q: When?**\n\nSoon.\n"));
    }
}
