package org.pressroom.parse;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.pressroom.source.LineSpan;

import java.util.List;

/// Each piece of evidence of what a bare paragraph may be, by itself.
class EvidenceTest {

    private static final Cues CUES = Cues.of("en");
    private static final String RELEASE = "Harbour Homes today announced Keybox. With it, Keybox (KB) posts keys. Tenants like Keybox, and Keybox likes Harbour Homes.";
    private static final ProductName PRODUCT = ProductName.of(List.of("Harbour Homes launches Keybox for tenants"), RELEASE, CUES);

    private static BareParagraph paragraph(String text) {
        return new BareParagraph(null, LineSpan.of(1), text, CUES, PRODUCT);
    }

    @Test
    void theProductIsNamedByTheTitle() {
        assertEquals(List.of("Harbour Homes", "Keybox", "KB"), PRODUCT.names());
        assertEquals("Harbour Homes", PRODUCT.announcer());
        assertTrue(paragraph("Keybox posts the key.").isAboutProduct());
        assertTrue(paragraph("KB posts the key.").isAboutProduct());
        assertFalse(paragraph("A key has to be fetched.").names());
    }

    @Test
    void anAcronymOfTheTitleIsNoProduct() {
        ProductName name = ProductName.of(List.of("Acme launches AI for all"), "We use AI. They use AI, and AI helps.", CUES);
        assertEquals(List.of("Acme"), name.names());
    }

    @Test
    void aGenericSubjectIsTheProduct() {
        assertTrue(paragraph("The tool posts the key for everyone.").isAboutProduct());
        assertTrue(paragraph("No more queues: the service offers a key by post.").describesProduct());
        assertFalse(paragraph("Nobody likes to wait for the service, and it fails often.").describesProduct());
    }

    @Test
    void troubleCountsOutsideSpeech() {
        assertEquals(2, paragraph("Keys are lost and the queue is slow.").trouble());
        assertEquals(0, paragraph("\"Keys are lost and the queue is slow,\" she told everybody in the street.").trouble());
    }

    @Test
    void thePresentTheContrastAndTheNumberAreTold() {
        BareParagraph paragraph = paragraph("Today 140 tenants queue, but the office is shut.");
        assertTrue(paragraph.speaksOfNow() && paragraph.contrasts() && paragraph.hasNumber());
        assertFalse(paragraph("They queued.").speaksOfNow());
    }

    @Test
    void newsIsAtTheBeginning() {
        assertTrue(paragraph("Harbour Homes announced a service.").announces());
        assertFalse(paragraph("It rained. ".repeat(20) + "They announced it.").announces());
        assertTrue(paragraph("From today, keys come by post.").launches());
        assertTrue(paragraph("Now tenants get a key by post.").launches());
        assertFalse(paragraph("Tenants queue right now.").launches());
    }

    @Test
    void aCallBeginsWithWhatToDo() {
        assertTrue(paragraph("To learn more, ask at the desk.").actsFirst());
        assertTrue(paragraph("Details stand at www.harbour.example.").links());
        assertFalse(paragraph("Contacting the landlord takes a day.").actsFirst());
    }

    @Test
    void speechIsLongerThanATerm() {
        assertEquals(List.of(), Quoted.speech("The \"key desk\" is shut."));
        assertEquals(1, Quoted.speech("\"The key desk was shut when I came,\" she said.").size());
        assertEquals(1, Quoted.speech("»Der Schlüssel war nicht da, als ich kam«, sagte sie.").size());
        assertEquals(1, Quoted.speech("「鍵を受け取るのに半日も並ぶ必要がなくなりました」と話す。").size());
        assertEquals(List.of(), Quoted.speech("「鍵の窓口」は閉まっている。"));
    }

    @Test
    void aQuotationIsMostlySpeech() {
        assertTrue(paragraph("\"We counted the mornings and were ashamed,\" said Tess Marlow.").quotation());
        assertFalse(paragraph("Tenants call it \"the queue\" and have hated it for years, as everybody in the office knows.").quotation());
    }

    @Test
    void somebodyMayBeQuotedInTheMiddle() {
        String told = "Keys are handed out on Mondays, and many tenants lose a day over it. The queue begins at six, and the office opens at nine. It shuts for lunch, too. ";
        BareParagraph paragraph = paragraph(told + told + "\"I stood in the rain with two children and a cat until noon that day,\" said Dora Lane, a tenant in Leeds.");
        assertTrue(paragraph.quotesInside());
        assertFalse(paragraph(told + "\"I stood in the rain with two children and a cat until noon that day,\" he said.").quotesInside());
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {
        "\"We are late again this morning,\" said Dora Lane, a tenant in Leeds.|Dora Lane, a tenant in Leeds",
        "\"We are late again this morning.\" — Dora Lane, tenant|Dora Lane, tenant",
        "“We are late again this morning.” Dora Lane, tenant, Leeds.|Dora Lane, tenant, Leeds",
        "\"We are late again this morning,\" Dora Lane explained.|Dora Lane",
        "Dora Lane, a tenant, said: \"We are late again this morning.\"|Dora Lane, a tenant",
        "Dora Lane: \"We are late again this morning.\"|Dora Lane",
        "\"We are late again this morning.\" (Dora Lane)|Dora Lane",
        "According to Dora Lane, \"we are late again this morning.\"|Dora Lane",
        "「鍵を待つ朝がなくなりました」と、入居者の田中さんは話します。|入居者の田中さん",
        "\"열쇠를 기다리는 아침이 없어졌습니다.\"라고 김하늘 대표는 말했다.|김하늘 대표"})
    void theSpeakerIsFound(String text, String speaker) {
        assertEquals(speaker, Speakers.in(text));
    }

    @Test
    void aSpeakerMayNotBeNamed() {
        assertNull(Speakers.in("\"We are late again this morning.\""));
        assertFalse(Speakers.isNamed("he"));
        assertTrue(Speakers.isNamed("Dora Lane"));
    }

    private static Quotations.Traits side(@Nullable String speaker, String words) {
        return new Quotations(CUES, PRODUCT).of(new Quotations.Said(speaker, "", words));
    }

    @Test
    void officeRoleAndOrganisationTellTheSide() {
        assertTrue(side("Tess Marlow, CEO", "Keys.").leads());
        assertTrue(side("Dora Lane, tenant", "Keys.").uses());
        assertFalse(side("Tess Marlow, head of customer care at Harbour Homes", "Keys.").uses(), "who cares for customers is none");
        assertTrue(side("Tess Marlow, head of customer care at Harbour Homes", "Keys.").belonging() > 0);
        assertTrue(side("Ana Ruiz, VP Facilities at Bluewater", "Keys.").belonging() < 0, "another firm's leader is a customer");
        assertTrue(side("Joe Marsh, a team lead from Hull", "Keys.").belonging() < 0, "one of many is a customer");
    }

    @Test
    void wordsTellTheSideWhenTheSpeakerDoesNot() {
        assertTrue(side(null, "We built this since our customers asked.").speaksAsLeader());
        assertTrue(side(null, "I used to queue. Now I unpack.").speaksAsCustomer());
    }

    @ParameterizedTest
    @ValueSource(strings = {"SEATTLE, WA — March 3, 2027 — We begin.", "Leeds (Newswire) – 1 June 2027 – We begin.", "LEEDS — We begin.", "2027-06-01 — We begin.",
        "[CITY, STATE] – [DATE] – We begin.", "東京、2027年6月1日 — 始めます。"})
    void aPlainDatelineEndsAtItsDash(String text) {
        assertTrue(DatelinePattern.runIn(text) > 0, text);
    }

    @ParameterizedTest
    @ValueSource(strings = {"We begin — at last.", "In 2027 we shall begin with keys for every tenant of the house, and then — with doors.", "Well-known keys", "Why 2027 — and why here?"})
    void aDashAloneIsNoDateline(String text) {
        assertEquals(-1, DatelinePattern.runIn(text), text);
    }

    @Test
    void theAnnouncerStandsBeforeTheVerb() {
        assertNotNull(ProductName.of(List.of("Keys by post"), RELEASE, CUES).announcer());
        assertNull(ProductName.of(List.of("Keys by post"), "Keys are posted.", CUES).announcer());
    }
}
