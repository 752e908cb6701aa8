package org.pressroom.parse;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.pressroom.config.Configuration;
import org.pressroom.model.Carrier;
import org.pressroom.model.Confidence;
import org.pressroom.model.Part;
import org.pressroom.model.PartKind;
import org.pressroom.model.PressRelease;
import org.pressroom.source.SourceFile;
import org.pressroom.source.SourcePath;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;

/// Parts that nothing announces are found by what they say, and are marked as inferred.
class BarePartsTest {

    private static final String TROUBLE =
        "Every week 140 tenants lose a morning because nobody can post a key, and the queue is still too slow.";
    private static final String ANSWER = "With Keybox, tenants get the key by registered post the day before they move.";
    private static final String LEADER =
        "\"We counted the mornings and were ashamed of the number,\" said Tess Marlow, head of lettings at Harbour Homes.";
    private static final String CUSTOMER = "\"I unpacked my kitchen instead of queueing for a key,\" said Dora Lane, a tenant in Leeds.";
    private static final String ACTION = "To get started, visit the lettings page and choose a parcel shop.";

    private static PressRelease release(String... paragraphs) {
        String text = "# Keybox: keys by post\n\n## Press Release\n\n" + String.join("\n\n", paragraphs)
            + "\n\n## FAQ\n\n### What does it cost?\n\nNothing.\n";
        return parse("a.md", text.getBytes(StandardCharsets.UTF_8));
    }

    private static PressRelease parse(String name, byte[] bytes) {
        ParseOutcome outcome = new DocumentParser(Configuration.DEFAULT, _ -> false).parse(
            new SourceFile(SourcePath.of(name), "", bytes));
        return ((ParseOutcome.Parsed) outcome).document().pressRelease();
    }

    private static int lineOf(PressRelease release, PartKind kind) {
        Part part = release.part(kind).orElseThrow(() -> new AssertionError("no " + kind + " in " + release.parts()));
        assertEquals(Carrier.BARE, part.carrier());
        assertEquals(Confidence.INFERRED, part.confidence());
        return part.lines().from();
    }

    @Test
    void aWholeReleaseWithoutALabel() {
        PressRelease release = release(TROUBLE, ANSWER, LEADER, CUSTOMER, ACTION);
        assertEquals(5, lineOf(release, PartKind.PROBLEM));
        assertEquals(7, lineOf(release, PartKind.SOLUTION));
        assertEquals(9, lineOf(release, PartKind.LEADER_QUOTE));
        assertEquals(11, lineOf(release, PartKind.CUSTOMER_QUOTE));
        assertEquals(13, lineOf(release, PartKind.CALL_TO_ACTION));
    }

    @Test
    void anAnnouncementIsNoProblem() {
        PressRelease release = release("Harbour Homes today announced Keybox, although queues were slow and costly.", ANSWER, LEADER);
        assertTrue(release.part(PartKind.PROBLEM).isEmpty(), release.toString());
    }

    @Test
    void aSolutionNeedsNoProblemBeforeIt() {
        assertEquals(5, lineOf(release("Keybox sends tenants the key by registered post, and it lets them unpack a day sooner.", LEADER), PartKind.SOLUTION));
    }

    @Test
    void theFeaturesAreTheSolutionRatherThanTheNews() {
        PressRelease release = release("Harbour Homes today announced Keybox for all its tenants, in each of the fourteen towns in which it lets flats and houses.",
            TROUBLE, "Keybox offers tenants three things that let them move in sooner:\n\n- A key\n- A box\n- A map", LEADER);
        assertEquals(9, lineOf(release, PartKind.SOLUTION));
        assertEquals(13, release.part(PartKind.SOLUTION).orElseThrow().lines().to());
    }

    @Test
    void whatStandsBetweenTheNewsAndTheProductIsTheProblem() {
        PressRelease release = release("Harbour Homes today announced Keybox.", "A key has to be fetched by hand, and whoever can't come in the morning waits for it until the next day.",
            "Tenants in many towns have asked for years whether there is no other way, but nobody could tell them of one.", ANSWER, LEADER);
        assertEquals(7, lineOf(release, PartKind.PROBLEM));
        assertEquals(9, release.part(PartKind.PROBLEM).orElseThrow().lines().to());
        assertEquals(11, lineOf(release, PartKind.SOLUTION));
    }

    @Test
    void theProblemMayFollowTheProduct() {
        PressRelease release = release("Keybox offers tenants the key by registered post, as simply as a letter.", TROUBLE, ACTION);
        assertEquals(7, lineOf(release, PartKind.PROBLEM));
        assertEquals(5, lineOf(release, PartKind.SOLUTION));
    }

    @Test
    void aQuotationInsideAParagraphIsFoundBesideWhatTheParagraphIs() {
        String told = "Keys are handed out on Mondays today, and many tenants lose a day of work over it. The queue begins at six, but the office opens at nine.";
        PressRelease release = release(told + " It shuts for lunch.\n\"I stood in the rain with two children and a cat until noon,\"\nsaid Dora Lane, a tenant in Leeds.", ANSWER);
        assertEquals(5, lineOf(release, PartKind.PROBLEM));
        assertEquals(6, lineOf(release, PartKind.CUSTOMER_QUOTE));
        assertEquals("Dora Lane, a tenant in Leeds", release.part(PartKind.CUSTOMER_QUOTE).orElseThrow().speaker());
    }

    @Test
    void whatACompanySaysOfItselfIsNoCall() {
        PressRelease release = release(TROUBLE, ANSWER, "To get started, register at www.harbour.example.", "About Harbour Homes", "Harbour Homes lets flats. Learn more at www.harbour.example.");
        assertEquals(9, lineOf(release, PartKind.CALL_TO_ACTION));
    }

    @Test
    void aLeaderIsKnownByTheFirmOfWhichTheReleaseSpeaks() {
        PressRelease release = release("Harbour Homes today announced Keybox.", "\"I posted the first one myself on Monday,\" said Tess Marlow of lettings, Harbour Homes.",
            "\"I signed for mine at the door this morning,\" said Ana Ruiz, CTO, Bluewater Ltd.");
        assertEquals(7, lineOf(release, PartKind.LEADER_QUOTE));
        assertEquals(9, lineOf(release, PartKind.CUSTOMER_QUOTE));
    }

    @Test
    void quotationsUnderOneHeadingAreToldApart() {
        PressRelease release = release("### Quotes", CUSTOMER, LEADER);
        assertEquals(7, lineOf(release, PartKind.CUSTOMER_QUOTE));
        assertEquals(9, lineOf(release, PartKind.LEADER_QUOTE));
    }

    @Test
    void gettingStartedIsTheCallUnlessOneIsNamed() {
        assertEquals(7, release("### Getting started", "Ask at the desk.").part(PartKind.CALL_TO_ACTION).orElseThrow().lines().from());
        PressRelease both = release("**Getting started.** Ask at the desk.", "**Call to action.** Order your key.");
        assertEquals(7, both.part(PartKind.CALL_TO_ACTION).orElseThrow().lines().from());
        assertEquals(5, both.part(PartKind.HOW_IT_WORKS).orElseThrow().lines().from());
    }

    @Test
    void troubleInsideAQuotationIsNoProblem() {
        PressRelease release = release("\"" + TROUBLE + "\" said Dora Lane, a tenant in Leeds.", ANSWER);
        assertTrue(release.part(PartKind.PROBLEM).isEmpty(), release.toString());
        assertEquals(5, lineOf(release, PartKind.CUSTOMER_QUOTE));
    }

    @Test
    void aQuotationLeavesThePartThatItsAuthorNamed() {
        PressRelease release = release("### Solution", ANSWER, "> I unpacked my kitchen instead.\n>\n> - *Dora Lane, tenant*", "The end.");
        assertEquals(Carrier.HEADING, release.part(PartKind.SOLUTION).orElseThrow().carrier());
        assertEquals(9, lineOf(release, PartKind.CUSTOMER_QUOTE));
        assertEquals("Dora Lane, tenant", release.part(PartKind.CUSTOMER_QUOTE).orElseThrow().speaker());
    }

    @Test
    void whoSpeaksDecidesNotTheOrder() {
        PressRelease release = release(TROUBLE, ANSWER, CUSTOMER, LEADER);
        assertEquals(9, lineOf(release, PartKind.CUSTOMER_QUOTE));
        assertEquals(11, lineOf(release, PartKind.LEADER_QUOTE));
    }

    @ParameterizedTest
    @CsvSource({"2016/0003-a-price-before-the-visit.md,41,43", "2018/0010-technician-academy.md,37,39",
        "2022/0028-quiet-hours.md,43,45", "2025/0037-e-bike-repair.md,27,29"})
    void theSamplesBareReleasesAreUnderstood(String path, int problem, int solution) throws IOException {
        PressRelease release = parse("a.md", Files.readAllBytes(Path.of("content", path)));
        assertEquals(problem, lineOf(release, PartKind.PROBLEM));
        assertEquals(solution, lineOf(release, PartKind.SOLUTION));
    }
}
