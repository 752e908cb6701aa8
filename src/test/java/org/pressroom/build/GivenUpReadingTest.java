package org.pressroom.build;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;
import org.pressroom.Site;
import org.pressroom.bake.SitePage;
import org.pressroom.cache.ResultStore;
import org.pressroom.diagnostic.Diagnostic;
import org.pressroom.parallel.Watch;
import org.pressroom.parallel.Workers;

import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.List;

/// Where the work on one file is given up, the others are published, and the file is told of.
///
/// Time is counted in check points, which a file of many parts has many of.
class GivenUpReadingTest {

    /// More than the other files have.
    private static final int POINTS = 1_000;
    private static final String PARTS = "## A part\n\nIt goes on.\n\n".repeat(2 * POINTS);

    private static Site site() {
        return Site.of(SiteBuildTest.KEYS + """
            -- pages/about.md --
            # About us
            """)
            .write("content/0002-parts.md", ("# Parts\n\n" + PARTS).getBytes(StandardCharsets.UTF_8))
            .write("content/0003-head.md", ("# Head\n\nSome areas are restricted here.\n\n" + PARTS).getBytes(StandardCharsets.UTF_8))
            .write("pages/parts.md", ("# Parts\n\n" + PARTS).getBytes(StandardCharsets.UTF_8));
    }

    private static Reading read(Site site, boolean forAuthors, Watch watch) {
        try (ArchiveSession session = ArchiveSession.open(ArchiveRequest.of(site.archive())); watch) {
            return Reading.of(session, new Workers(2), _ -> null, ResultStore.none(), forAuthors, LocalDate.EPOCH, new Semantics.Words(), Progress.NONE, watch);
        }
    }

    private static List<String> titles(Reading reading) {
        return reading.catalog().entries().stream().map(entry -> entry.facts().title()).sorted().toList();
    }

    private static List<String> givenUp(List<Diagnostic> findings) {
        return findings.stream().filter(finding -> finding.rule().equals("text-too-complex")).map(finding -> String.valueOf(finding.file())).sorted().toList();
    }

    @Test
    void othersArePublishedAndTheFileIsToldOf() {
        try (Site site = site()) {
            Reading reading = read(site, false, Watch.counting(POINTS));
            assertEquals(List.of("Keys by post"), titles(reading));
            assertEquals(List.of("pages/about.html"), reading.pages().stream().map(SitePage::address).toList());
            assertEquals(List.of("content/0002-parts.md", "pages/parts.md"), givenUp(reading.findings()));
        }
    }

    /// Whom it is for was not found out, so nobody but its authors learns of it.
    @Test
    void aFileWhoseHeadIsGivenUpIsHidden() {
        try (Site site = site()) {
            Reading reading = read(site, true, Watch.counting(POINTS));
            assertEquals(List.of("content/0003-head.md"), givenUp(reading.restrictedFindings()));
        }
    }

    @Test
    void withTimeEnoughAllArePublished() {
        try (Site site = site()) {
            Reading reading = read(site, false, Watch.counting(Long.MAX_VALUE));
            assertEquals(List.of("Head", "Keys by post", "Parts"), titles(reading));
            assertEquals(List.of(), givenUp(reading.findings()));
            assertTrue(reading.restricted().isEmpty());
        }
    }
}
