package org.pressroom.build;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.pressroom.Site;

/// What a configuration that is tried makes of an archive.
class ArchiveSessionTest {

    private static final String FILES = Site.document("0042", "Keys") + Site.document("0043", "Locks") + "-- content/0000-template.md --\n# {Title}\n";

    private static boolean readsAs(String one, String other) {
        try (Site site = Site.of(FILES);
                ArchiveSession first = ArchiveSession.openToTry(ArchiveRequest.of(site.archive()), one);
                ArchiveSession second = ArchiveSession.openToTry(ArchiveRequest.of(site.archive()), other)) {
            return first.readsAs(second);
        }
    }

    @Test
    void commentsChangeNothing() {
        assertTrue(readsAs("", "# Nothing.\n"));
        assertTrue(readsAs("ignore: [milestone]\n", "# Ours.\nignore:\n  - milestone\n"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"severities: {text-missing-alt: off}", "exclude: ['0043.md']", "content: .", "status-from: folder", "templates: []", "ignore: [milestone]",
        "required: [team]", "site: {language: de}", "kinds: {adr: {files: ['*.md'], sections: {context: {labels: [Context]}}}}", "nothing: known",
        "document-max-bytes: 100", "drafts: false", "aliases: {stadium: status}"})
    void whatIsSaidIsReadAnew(String configuration) {
        assertFalse(readsAs("", configuration));
    }
}
