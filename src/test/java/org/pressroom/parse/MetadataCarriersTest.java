package org.pressroom.parse;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.pressroom.config.Configuration;
import org.pressroom.config.HouseWords;
import org.pressroom.model.Metadata;
import org.pressroom.model.Visibility;
import org.pressroom.source.SourceFile;
import org.pressroom.source.SourcePath;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;

/// Wherever people write metadata, they are read, and what is text stays text.
class MetadataCarriersTest {

    private static final DocumentParser PARSER = new DocumentParser(Configuration.DEFAULT, _ -> false);

    private static SourceFile file(String text) {
        return new SourceFile(SourcePath.of("content/0009-a.md"), "", text.getBytes(StandardCharsets.UTF_8));
    }

    private static ParseOutcome.Parsed parsed(String text) {
        return (ParseOutcome.Parsed) PARSER.parse(file(text));
    }

    private static Metadata metadata(String text) {
        return parsed(text).document().metadata();
    }

    @ParameterizedTest
    @ValueSource(strings = {
        "---\nstatus: draft\nauthor: Ana Lima\ndate: 2021-03-04\n---\n# A\n\nOurs.\n",
        "---\nstatus:\tdraft\nauthor: Ana Lima\ndate:\t2021-03-04\n---\n# A\n\nOurs.\n",
        "+++\nstatus = \"draft\" # so far\nauthors = [\n  'Ana Lima',\n]\ndate = 2021-03-04T10:00:00Z\n+++\n\n# A\n\nOurs.\n",
        "status=draft\nauthor=Ana Lima\ndate=2021-03-04\n~~~~~~\n# A\n\nOurs.\n",
        "Status: draft\nAuthor: Ana Lima\nDate: 2021-03-04\n\n# A\n\nOurs.\n",
        "# A\n\n| Status | draft |\n|---|---|\n| Author | Ana Lima |\n| Date | 2021-03-04 |\n\nOurs.\n",
        "# A\n\n- Status: draft\n- Author: Ana Lima\n- Date: 2021-03-04\n\nOurs.\n",
        "# A\n\n> Status: draft\n> Author: Ana Lima\n> Date: 2021-03-04\n\nOurs.\n",
        "# A\n\n**Status:** draft\n**Author:** Ana Lima\n**Date:** 2021-03-04\n\nOurs.\n",
        "# A\n\n**Status**: draft  \n**Author**: Ana Lima\\\n**Date**: 2021-03-04<br>\n\nOurs.\n",
        "# A\n\n*Status: draft | Author: Ana Lima | Date: 4 March 2021*\n\nOurs.\n",
        "# A\n\n**Status:** draft **Author:** Ana Lima **Date:** 2021-03-04\n\nOurs.\n",
        "# A\n\n__Status:__ draft\n\n__Author:__ Ana Lima\n\n__Date:__ 2021-03-04\n\nOurs.\n",
        "A\n===\n\nStatus: draft\nAuthor: Ana Lima\nDate: 2021-03-04\n\nOurs.\n",
        "# A\n\n<!-- a comment -->\n\nStatus: draft\nAuthor: Ana Lima\nDate: 2021-03-04\n\nOurs.\n",
        "# A\n\n## Status\n\nDraft\n\n## Authors\n\n- Ana Lima\n\n## Date\n\n4 March 2021\n\n## Why\n\nOurs.\n",
        "# A\n\nStatus\n------\n\n**Draft**\n\nAuthor\n------\n\nAna Lima\n\nDate\n----\n\n2021-03-04\n\nWhy\n---\n\nOurs.\n",
        "# A\n\nDate: 2021-03-04\n\n## 1. Status\n\n- [x] Draft\n- [ ] Approved\n\n## Author\n\nAna Lima\n\nWhy\n---\n\nOurs.\n",
        "# A\n\n## Status\n\n2021-03-01 proposed\n\n2021-03-04 draft\n\n## Datum\n\n4. März 2021\n\n## Autoren\n\nAna Lima\n\n## Warum\n\nOurs.\n"})
    void whateverTheFormTheMetadataAreRead(String text) {
        ParseOutcome.Parsed parsed = parsed(text);
        Metadata metadata = parsed.document().metadata();
        assertEquals("draft", metadata.status());
        assertEquals(LocalDate.of(2021, 3, 4), metadata.created());
        assertEquals("Ana Lima", metadata.authors().getFirst().name());
        assertEquals("A", parsed.document().title());
        assertEquals("Ours.", parsed.document().summary());
        assertEquals(List.of(), parsed.notices());
    }

    @ParameterizedTest
    @ValueSource(strings = {
        "# A\n\n**Summary:** Keys come to the tenant.\n\nMore.\n", "# A\n\nNote: keys are late.\n\nMore.\n",
        "# A\n\n**Date:** Leeds, one day in June\n\nMore.\n", "# A\n\n## Status\n\nWe looked at the status quo and found it bad.\n\nMore.\n",
        "# A\n\n## Authors\n\nAll authors of the study agree: nothing of it is true.\n\nMore.\n", "# A\n\n```\n## Status\n\nAccepted\n```\n"})
    void whatOnlyLooksLikeItIsText(String text) {
        assertEquals(RawMetadata.NONE, parsed(text).raw());
    }

    @Test
    void proseInTheSameParagraphStays() {
        ParseOutcome.Parsed parsed = parsed("# A\n\n**Status:** Draft\nThis is about keys.\n\nMore.\n");
        assertEquals("draft", parsed.document().metadata().status());
        assertTrue(parsed.document().blocks().stream().anyMatch(block -> block.html().contains("This is about keys.")));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
        Superseded by [ADR-7](0007-b.md)        | superseded | content/0007-b.md |  |
        Superseded by\\n[Queues](0007-b.md#top)  | superseded | content/0007-b.md |  |
        superceded by ADR-7                     | superseded | ADR-7 |  |
        **Deprecated** in favour of 0007        | deprecated |  |  |
        Replaced by ADR-7 and ADR-8             | replaced   | ADR-7,ADR-8 |  |
        Ersetzt durch [7. Queues](0007-b.md)    | ersetzt    | content/0007-b.md |  |
        Accepted\\n\\nSupersedes [2. Q](0002-b.md) | accepted |  | content/0002-b.md |
        Accepted\\nSupercedes [2. Q](0002-b.md)  | accepted   |  | content/0002-b.md |
        Accepted, supersedes ADR-2              | accepted   |  | ADR-2 |
        Accepted\\n\\nAmends [3. R](0003-c.md)   | accepted   |  |  | content/0003-c.md
        """)
    void aStatusNamesOtherDocuments(String status, String word, String by, String supersedes, String related) {
        Metadata metadata = metadata("# A\n\n## Status\n\n" + status.replace("\\n", "\n") + "\n\n## Context\n\nWords.\n");
        assertEquals(word, metadata.status());
        assertEquals(by == null ? "" : by, String.join(",", metadata.supersededBy()));
        assertEquals(supersedes == null ? "" : supersedes, String.join(",", metadata.supersedes()));
        assertEquals(related == null ? "" : related, String.join(",", metadata.related()));
    }

    @Test
    void theFirstInTheStatedOrderCountsAndTheOtherIsSaid() {
        ParseOutcome.Parsed parsed = parsed("---\nstatus: draft\n---\n# A\n\n**Status:** Approved\n**Team:** Keys\n\n## Status\n\nDraft\n\nOurs.\n");
        assertEquals("draft", parsed.document().metadata().status());
        assertEquals("Keys", parsed.document().metadata().team());
        assertEquals(List.of("meta-contradiction: a line under the title says `Approved` for `status`, and the front matter says `draft`, which counts"),
            parsed.notices().stream().map(notice -> notice.rule() + ": " + notice.message()).toList());
    }

    @ParameterizedTest
    @ValueSource(strings = {
        "+++\ntitle = \"A\"\nvisibility = \"restricted\"\n+++\n\nWords.\n", "+++\ntitle = A\nvisibility = 'restricted'\n+++\n\nWords.\n",
        "# A\n\n**Status:** Draft **Visibility:** restricted\n\nWords.\n", "# A\n\n## Visibility\n\nrestricted\n\nWords.\n",
        "---\nvisibility: internal\n---\n# A\n\n**Visibility:** restricted\n\nWords.\n", "Title: A\nVisibility: restricted\n\nWords.\n",
        "---\nvisibility: internal\n---\n# A\n\nStatus: draft\nVisibility: restricted\n\nWords.\n"})
    void whateverSaysRestrictedHidesTheDocument(String text) {
        assertEquals(Visibility.RESTRICTED, PARSER.head(file(text)).visibility());
    }

    @Test
    void tomlThatCannotBeReadIsFoundAtItsPlace() {
        Notice notice = parsed("+++\ntitle = \"A\"\nstatus = draft\n+++\n\n# A\n").notices().getFirst();
        assertEquals("meta-front-matter-unreadable", notice.rule());
        assertEquals(3, notice.position().line());
        assertEquals("the front matter is not TOML: a text is not in quotes", notice.message());
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
        31.12.2020 | 2020-12-31
        27/01/2020 | 2020-01-27
        01/27/2020 | 2020-01-27
        20230531 | 2023-05-31
        06-Aug-2001 | 2001-08-06
        2021年3月4日 | 2021-03-04
        2021년 3월 4일 | 2021-03-04
        5. März 2024 | 2024-03-05
        Tuesday, 5 March 2024 | 2024-03-05
        Dienstag, den 5. März 2024 | 2024-03-05
        Tue, 05 Mar 2024 10:00:00 +0100 | 2024-03-05
        24 de Abril de 2026 | 2026-04-24
        1er février 2024 | 2024-02-01
        March 5th, 2024 | 2024-03-05
        2024/3/5 | 2024-03-05
        Thursday, 5 March 2024 | -
        3/4/2026 | -
        31.02.2020 | -
        next spring | -
        """)
    void datesThatCanBeReadInOneWayAreRead(String written, String day) {
        assertEquals(day, WrittenDate.of(written, false).orElse("-"));
    }

    @Test
    void theReferenceHasTheTableOfTheWordsOfOtherHouses() throws IOException {
        String reference = Files.readString(Path.of("src/docs/reference/metadata.md"));
        HouseWords.BY_MEANING.forEach((meaning, words) ->
            assertTrue(reference.contains("| " + String.join(", ", words) + " | " + meaning + " |"), meaning));
    }

    @Test
    void wordsOfOtherHousesKeepTheirNames() {
        assertEquals("rejected", metadata("# A\n\nStatus: ❌ Rejected\n").status());
        assertEquals("wip", metadata("---\nstatus: WIP\n---\n# A\n").status());
        assertEquals("in-review", Configuration.DEFAULT.vocabulary().status().meaningOf("last-call"));
        assertNull(metadata("---\nstatus: bananas\n---\n# A\n").status());
    }
}
