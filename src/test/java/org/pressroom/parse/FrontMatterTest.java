package org.pressroom.parse;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.pressroom.parse.Parsing.document;
import static org.pressroom.parse.Parsing.parsed;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.pressroom.config.Configuration;
import org.pressroom.model.Metadata;
import org.pressroom.model.MetadataCarrier;
import org.pressroom.model.Visibility;
import org.pressroom.source.SourceFile;

import java.nio.charset.StandardCharsets;
import java.util.List;

class FrontMatterTest {

    private static final String BODY = "\n# Keys by post\n\nText.\n";

    private static Metadata yaml(String yaml) {
        return document("---\n" + yaml + "---\n" + BODY).metadata();
    }

    private static Notice unreadable(String text) {
        ParseOutcome.Parsed parsed = parsed(text);
        assertEquals(List.of("meta-front-matter-unreadable"), parsed.notices().stream().map(Notice::rule).toList());
        Notice notice = parsed.notices().getFirst();
        assertTrue(notice.fix() != null, notice.message());
        return notice;
    }

    @ParameterizedTest
    @ValueSource(strings = {"0042", "1_000", "0x1F", "1e3", "yes", "null", "~x", "2026-03-04", "12:30:45", "1.10"})
    void scalarsStayTheTextThatWasWritten(String written) {
        assertEquals(written.equals("null") ? null : written, yaml("id: " + written + "\n").id());
        assertEquals(written, yaml("id: \"" + written + "\"\n").id());
    }

    @Test
    void aliasesStandForTheirAnchor() {
        Metadata metadata = yaml("authors: &people [Ana Lima, Jo Park]\nreviews: [{reviewers: *people}]\n");
        assertEquals(List.of("Ana Lima", "Jo Park"), metadata.authors().stream().map(p -> p.name()).toList());
        assertEquals(metadata.authors(), metadata.reviews().getFirst().reviewers());
    }

    @Test
    void aBombOfAliasesIsRefusedOnItsLine() {
        StringBuilder bomb = new StringBuilder("---\na0: &a0 [x, x, x, x, x, x, x, x, x, x]\n");
        for (int i = 1; i < 12; i++) {
            bomb.append("a").append(i).append(": &a").append(i).append(" [").append(("*a" + (i - 1) + ", ").repeat(9))
                .append("*a").append(i - 1).append("]\n");
        }
        Notice notice = unreadable(bomb + "---\n" + BODY);
        assertTrue(notice.message().contains("more than 10000 values"), notice.message());
        assertEquals(5, notice.position().line());
    }

    @ParameterizedTest
    @CsvSource({"'a: [b, c', 2", "'title: \"open', 2", "'title: a: b', 2", "'good: 1\n\tbad: 2', 3", "'a: *nowhere', 2", "'{[x]: y}', 2",
        "'a: 1\n---x\nb: @', 4"})
    void whatIsNotYamlIsToldOnALineOfTheFrontMatter(String yaml, int line) {
        Notice notice = unreadable("---\n" + yaml + "\n---\n" + BODY);
        assertTrue(notice.position().line() >= line - 1 && notice.position().line() <= line + 1, notice.toString());
        assertTrue(notice.message().startsWith("the front matter"), notice.message());
    }

    @Test
    void deepNestingIsRefused() {
        Notice notice = unreadable("---\na: " + "[".repeat(3_000) + "]".repeat(3_000) + "\n---\n" + BODY);
        assertTrue(notice.message().contains("deeper than 50"), notice.message());
        assertEquals(2, notice.position().line());
    }

    @Test
    void aListInsteadOfKeysIsTold() {
        assertEquals(2, unreadable("---\n- a\n- b\n---\n" + BODY).position().line());
        assertEquals(2, unreadable("---\nonly words\n---\n" + BODY).position().line());
    }

    @Test
    void withoutAClosingLineTheTextIsKept() {
        ParseOutcome.Parsed parsed = parsed("---\ntitle: Open\nstatus: draft\n\n# Heading\n\nText stays.\n");
        assertEquals("the front matter has no closing --- line", parsed.notices().getFirst().message());
        assertEquals(1, parsed.notices().getFirst().position().line());
        assertTrue(Parsing.html(parsed.document()).contains("Text stays."));
    }

    @Test
    void ofADoubledKeyTheFirstValueCounts() {
        assertEquals("draft", yaml("status: draft\nstatus: approved\n").status());
    }

    @Test
    void emptyFrontMatterIsReadable() {
        for (String empty : List.of("---\n---\n", "---\n# a comment\n---\n", "---\n\n...\n")) {
            ParseOutcome.Parsed parsed = parsed(empty + BODY);
            assertEquals(List.of(), parsed.notices());
            assertEquals("Keys by post", parsed.document().title());
        }
    }

    @Test
    void aRuleAtTheTopIsNoFrontMatter() {
        ParseOutcome.Parsed parsed = parsed("---\n\nJust text after a rule.\n");
        assertEquals(MetadataCarrier.NONE, parsed.raw().carrier());
        assertEquals(List.of(), parsed.notices());
    }

    @Test
    void jbakesHeaderIsRead() {
        Metadata metadata = document("""
            title=Keys by post
            status=draft
            type=page
            tags=keys, post
            decision.date=2024-05-01
            # a comment

            ~~~~~~

            # Keys
            """).metadata();
        assertEquals(MetadataCarrier.JBAKE, metadata.carrier());
        assertEquals("Keys by post", metadata.title());
        assertEquals(List.of("keys", "post"), metadata.tags());
        assertEquals("2024-05-01", String.valueOf(metadata.decision() == null ? null : metadata.decision().date()));
    }

    @Test
    void aLineOfJbakesHeaderThatIsNoneIsTold() {
        Notice notice = unreadable("title=Keys\nstatus=draft\nnot a key\n~~~~~~\n\n# Keys\n");
        assertEquals(3, notice.position().line());
    }

    @Test
    void aTableUnderTheTitleIsMetadataAndNoText() {
        ParseOutcome.Parsed parsed = parsed("""
            # Keys by post

            | | |
            |---|---|
            | **Status** | In review |
            | Author | Ana Lima |
            | Tags | keys, post |

            Every week 140 tenants lose a morning.
            """);
        Metadata metadata = parsed.document().metadata();
        assertEquals(MetadataCarrier.TABLE, metadata.carrier());
        assertEquals("in-review", metadata.status());
        assertEquals("Ana Lima", metadata.authors().getFirst().name());
        assertTrue(!Parsing.html(parsed.document()).contains("Ana Lima"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"- **Status:** Draft\n- **Team**: Parts\n", "- Status: Draft\n- Team: Parts\n", "* __Status:__ Draft\n* __Team__: Parts\n",
        "> Status: Draft\n> Team: Parts\n", "> **Status:** Draft\n>\n> **Team:** Parts\n"})
    void aListOrQuotationUnderTheTitleIsMetadata(String block) {
        for (String title : List.of("# Keys by post\n\n", "Keys by post\n============\n\n", "")) {
            Metadata metadata = document(title + block + "\nEvery week 140 tenants lose a morning.\n").metadata();
            assertEquals("draft", metadata.status(), title + block);
            assertEquals("Parts", metadata.team(), title + block);
        }
    }

    @Test
    void anOrdinaryListUnderTheTitleStaysText() {
        ParseOutcome.Parsed parsed = parsed("# Keys\n\n- Speed: great\n- Price: small\n");
        assertEquals(MetadataCarrier.NONE, parsed.raw().carrier());
        assertTrue(Parsing.html(parsed.document()).contains("Speed: great"));
    }

    @Test
    void onlyFrontMatterIsADocument() {
        for (String text : List.of("---\ntitle: T\n---", "---\ntitle: T\n---\n", "title=T\nstatus=draft\n~~~~~~")) {
            ParseOutcome.Parsed parsed = parsed(text);
            assertEquals("T", parsed.document().title());
            assertEquals(List.of(), parsed.document().blocks());
        }
    }

    @Test
    void anEmptyFileIsADocumentWithoutAnything() {
        for (String text : List.of("", "\n", "  \n\t\n", "\uFEFF")) {
            ParseOutcome.Parsed parsed = parsed(text);
            assertEquals("0042-melinda", parsed.document().title());
            assertEquals(false, parsed.document().prfaq());
            assertNull(parsed.document().metadata().status());
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"---\nvisibility: restricted\n---\n", "---\nvisibility: Restricted\n---\n", "---\nvisiblity: restricted\n---\n",
        "---\nvisibility: secret\n---\n", "---\nvisibility: [internal\n---\n", "---\ntitle: \"x\nvisibility: restricted\n---\n",
        "visibility=restricted\n~~~~~~\n", "# T\n\n- Visibility: restricted\n- Status: draft\n",
        "# T\n\n| Visibility | restricted |\n|---|---|\n", "\uFEFF---\r\nvisibility: restricted\r\n---\r\n",
        "---\nvisibility: internal\nvisibility: restricted\n---\n", "---\ntitle: x\nvisibility: restricted\n"})
    void whoeverMayMeanRestrictedIsRestricted(String text) {
        assertEquals(Visibility.RESTRICTED, head(text.getBytes(StandardCharsets.UTF_8)).visibility());
    }

    @Test
    void whatCannotBeDecodedIsRestrictedWhenItSpeaksOfThat() {
        String text = "---\ntitle: Größe\nvisibility: restricted\n---\n";
        assertEquals(Visibility.RESTRICTED, head(text.getBytes(StandardCharsets.ISO_8859_1)).visibility());
        assertEquals(Visibility.RESTRICTED, head(text.getBytes(StandardCharsets.UTF_16)).visibility());
        assertEquals(Visibility.RESTRICTED, head((text + "\0").getBytes(StandardCharsets.UTF_8)).visibility());
        assertEquals(Visibility.INTERNAL, head("---\ntitle: Größe\n---\n".getBytes(StandardCharsets.ISO_8859_1)).visibility());
    }

    private static DocumentHead head(byte[] bytes) {
        return new DocumentParser(Configuration.DEFAULT, _ -> false).head(new SourceFile(Parsing.PATH, "", bytes));
    }
}
