package org.pressroom.build;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.pressroom.Site;
import org.pressroom.cli.CommandLineRun;

import java.util.List;

/// Files that are not what they seem to be, or not all of it, are found and said.
class UnfinishedFilesTest {

    private static final String GOOD = "-- content/0001-good.md --\n---\ntitle: Good\nstatus: draft\n---\n\nA text.\n";
    private static final String OURS = "<".repeat(7) + " HEAD\n";
    private static final String BETWEEN = "=".repeat(7) + "\n";
    private static final String THEIRS = ">".repeat(7) + " branch\n";
    private static final String POINTER = "version https://git-lfs.github.com/spec/v1\noid sha256:4d7a214614ab2935c943f9e0ff69d22eadbb8f32b1258daaa5e2ca24d17e2393\nsize 12\n";

    private static List<String> found(Site site, String rule) {
        return site.check("--each").out().lines().filter(line -> line.endsWith("[" + rule + "]")).toList();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "||||||| base\nWhat it was.\n", "A heading\n---------\n"})
    void whatAMergeLeftOpenIsAnError(String more) {
        try (Site site = Site.of("-- content/0002-a.md --\n---\ntitle: A\nstatus: draft\n---\n\nText.\n\n" + OURS + "One.\n" + more + BETWEEN + "Two.\n" + THEIRS + "\nEnd.\n")) {
            assertEquals(1, found(site, "text-conflict-marker").size());
            assertTrue(found(site, "text-conflict-marker").getFirst().startsWith("content/0002-a.md:8:1: error: lines 8 to "));
            assertEquals(1, site.build().code());
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"```\n%s%s%s```\n", "~~~ text\n%s%s%s~~~\n", "%2$s%1$s%3$s", "%1$s%3$s", "    %s    %s    %s", "%2$s%3$s", "> %s> %s> %s"})
    void whatIsNoConflictIsNone(String form) {
        try (Site site = Site.of("-- content/0002-a.md --\n---\ntitle: A\nstatus: draft\n---\n\nText.\n\n" + form.formatted(OURS, BETWEEN, THEIRS))) {
            assertEquals(List.of(), found(site, "text-conflict-marker"));
        }
    }

    @Test
    void aConflictOfMetadataHidesWhatOneSideHides() {
        try (Site site = Site.of(GOOD + "-- content/0002-a.md --\n---\ntitle: Zebra\nstatus: draft\n" + OURS + "visibility: internal\n" + BETWEEN + "visibility: restricted\n" + THEIRS + "---\n\nZebra.\n")) {
            assertEquals(1, found(site, "text-conflict-marker").size());
            site.build();
            site.files().forEach((name, text) -> assertFalse(text.contains("Zebra"), name));
        }
    }

    @Test
    void aPointerIsNotTheDocument() {
        try (Site site = Site.of(GOOD + "-- content/0002-zebra.md --\n" + POINTER + "-- content/0003-c.md --\n# C\n\nText.\n-- content/0003-c.yaml --\n" + POINTER)) {
            assertTrue(found(site, "text-unreadable").getFirst().startsWith("content/0002-zebra.md:1:1: error: the file can't be read: it is a pointer of Git LFS"));
            CommandLineRun build = site.build();
            assertEquals(1, build.code());
            assertTrue(build.err().contains("a document can't be read and is left out: it is a pointer of Git LFS"), build.err());
            site.files().forEach((name, text) -> assertFalse(text.contains("zebra"), name + ": nobody can tell whether it is restricted"));
            assertFalse(site.files().containsKey("ideas/0003.html"), "nor can they of one whose metadata are elsewhere");
        }
    }

    @Test
    void metadataWithoutTheirTextAreFoundForAuthors() {
        try (Site site = Site.of(GOOD + "-- content/0001-good.yaml --\nteam: Web\n-- content/0002-zebra.yaml --\ntitle: Zebra\nvisibility: restricted\n"
                + "-- content/gone/kep.yaml --\ntitle: Gone\n-- content/there/README.md --\n# There\n-- content/there/kep.yaml --\ntitle: There\n-- content/api/openapi.yaml --\nopenapi: 3.1.0\n")) {
            assertEquals(List.of("content/0002-zebra.yaml:1:1: warning", "content/gone/kep.yaml:1:1: warning"),
                found(site, "arc-sidecar-alone").stream().map(line -> line.substring(0, line.indexOf(": the"))).toList());
            site.build();
            site.files().forEach((name, text) -> assertFalse(text.contains("0002-zebra"), name));
        }
    }

    @Test
    void aLinkToAFormSaysWhatItIs() {
        try (Site site = Site.of(GOOD.replace("A text.", "A text from [the form](0000-form.md).") + "-- content/0000-form.md --\n# Form\n")) {
            assertTrue(found(site, "arc-file-withheld").getFirst().contains("`0000-form.md` is not published: it is a form for new documents"), found(site, "arc-file-withheld")::toString);
        }
    }
}
