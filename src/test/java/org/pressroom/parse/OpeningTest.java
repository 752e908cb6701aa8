package org.pressroom.parse;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.pressroom.parse.Parsing.document;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.pressroom.model.Dateline;
import org.pressroom.model.Passage;
import org.pressroom.model.PressRelease;

/// The lines with which a press release opens.
class OpeningTest {

    private static final String REST = "\n\nTenants queue for keys.\n\n## FAQ\n\n### What does it cost?\n\nNothing.\n";

    private static void assertLine(int line, String text, @Nullable Passage passage) {
        assertNotNull(passage);
        assertEquals(text, passage.text());
        assertEquals(line, passage.line());
    }

    @Test
    void headlineAndSubheadingMayBePlainLinesOfOneParagraph() {
        PressRelease release = document("# Plan\n\n## Press release\nHarbour Homes Posts Every Key\nTenants get their keys the day before they move in." + REST).pressRelease();
        assertLine(4, "Harbour Homes Posts Every Key", release.headline());
        assertLine(5, "Tenants get their keys the day before they move in.", release.subheading());
    }

    @Test
    void wrappedProseIsNoHeadline() {
        PressRelease release = document("# Keys by post\n\n## Press release\nHarbour Homes posts every key that a tenant of its houses needs for a\nflat and its cellar." + REST).pressRelease();
        assertLine(1, "Keys by post", release.headline());
        assertNull(release.subheading());
    }

    @Test
    void aBoldLineAndAnItalicOneMayShareAParagraph() {
        PressRelease release = document("## Press release\n\n**Every key by post**\n*Tenants need not queue*" + REST).pressRelease();
        assertLine(3, "Every key by post", release.headline());
        assertLine(4, "Tenants need not queue", release.subheading());
    }

    @Test
    void aTitleThatOnlyNamesTheGenreIsNoHeadline() {
        assertLine(3, "Harbour Homes posts every key", document("# PR/FAQ\n\n## Harbour Homes posts every key" + REST).pressRelease().headline());
        assertNull(document("# PR/FAQ: Keybox\n\n## Press release" + REST).pressRelease().headline());
        assertLine(1, "PR/FAQ: Keybox lets tenants unpack a day sooner", document("# PR/FAQ: Keybox lets tenants unpack a day sooner\n\n## Press release" + REST).pressRelease().headline());
    }

    @Test
    void theHeadlineMayFollowTheWordsPressRelease() {
        assertLine(1, "every key comes by post", document("# Press release: every key comes by post" + REST).pressRelease().headline());
    }

    @Test
    void aHeadlineMayBeAHeadingOfAnyRankBelowTheRelease() {
        assertLine(7, "Harbour Homes posts every key", document("# Plan\n\n## Press Release\n\nFOR IMMEDIATE RELEASE\n\n# Harbour Homes posts every key" + REST).pressRelease().headline());
    }

    @Test
    void aFieldIsNoHeadline() {
        assertNull(document("# PR/FAQ\n\n## Press release\n\n**Working name**: Keybox of Leeds" + REST).pressRelease().headline());
    }

    @Test
    void aPrefaceIsNoPartOfTheRelease() {
        PressRelease release = document("## Note: this text is an example\n\nNobody can post a key, and many tenants lose a day.\n\n## Press release\n\n**Every key by post**\n\nKeys come." + REST).pressRelease();
        assertLine(7, "Every key by post", release.headline());
        assertEquals(java.util.List.of(), release.parts().stream().filter(p -> p.lines().from() < 5).toList());
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {
        "LEEDS (Newswire) — June 1, 2027 — We begin.|LEEDS (Newswire) — June 1, 2027|June 1, 2027", "`LEEDS — [TARGET DATE] —` We begin.|LEEDS — [TARGET DATE]|",
        "**[CITY, STATE] – [DATE]** – We begin.|CITY, STATE – DATE|", "*2027-06-01* — We begin.|2027-06-01|2027-06-01",
        "**Summary:** LEEDS, 1 June 2027 – We begin.|LEEDS, 1 June 2027|1 June 2027", "**Date:** 1 June 2027|1 June 2027|1 June 2027"})
    void aDatelineIsFoundInManyForms(String paragraph, String text, String date) {
        Dateline dateline = document("# Keys by post\n\n## Press release\n\n" + paragraph + REST).pressRelease().dateline();
        assertNotNull(dateline, paragraph);
        assertEquals(text, dateline.text().replaceAll("[\\s—–-]+$", ""));
        assertEquals(date, dateline.date());
        assertEquals(5, dateline.line());
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {"**FOR IMMEDIATE RELEASE**", "FOR RELEASE WHEN THE PILOT HAS ENDED", "Zur sofortigen Veröffentlichung", "**Last updated:** 2027-06-01", "In June 2027 we shall begin to post the keys of every house."})
    void whatHasNoDateOrTellsOfTheDocumentIsNoDateline(String paragraph) {
        PressRelease release = document("# Keys by post\n\n## Press release\n\n" + paragraph + REST).pressRelease();
        assertNull(release.dateline());
        assertLine(1, "Keys by post", release.headline());
    }

    @Test
    void aNoticeAboveAFieldForTheDateIsADateline() {
        Dateline dateline = document("# Plan\n\n## Press release\n\nFOR IMMEDIATE RELEASE\n[Date]\n\n# Harbour Homes posts every key" + REST).pressRelease().dateline();
        assertNotNull(dateline);
        assertNull(dateline.date());
    }
}
