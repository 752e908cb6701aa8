package org.pressroom.build;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.pressroom.Site.document;

import org.junit.jupiter.api.Test;
import org.pressroom.Site;
import org.pressroom.cli.CommandLineRun;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;

/// A site is not an archive: what Pressroom made is never read as documents.
class OwnSiteTest {

    private static void assertDocuments(int count, CommandLineRun run) {
        assertEquals(0, run.code(), run.err());
        assertEquals((long) count, ((Map<?, ?>) run.json()).get("documents"), run.out());
    }

    /// In a plain folder, in a working tree and in a commit.
    @Test
    void sitesInTheArchiveAreNotReadWhereverTheyLie() {
        try (Site site = Site.of(document("0001", "Keys by post").replace("content/", "") + document("0002", "Locks by post").replace("content/", "sub/"))) {
            String archive = site.archive().toString();
            for (String output : new String[] {"output", "site", "sub/site", "output"}) {
                assertDocuments(2, site.run("build", "--format", "json", "-o", site.archive().resolve(output).toString(), archive));
                assertTrue(Files.exists(site.archive().resolve(output).resolve("raw/0001.md")));
            }
            assertDocuments(2, site.check("--format", "json"));
            assertDocuments(2, site.run("stats", "--format", "json", archive));
            site.commit("2024-03-01T10:00:00Z", "Ana <a@x>");
            assertDocuments(2, site.check("--format", "json"));
            assertDocuments(2, site.check("--format", "json", "--ref", "main"));
            assertDocuments(1, site.run("check", "--format", "json", "--content", "sub", archive));
            assertDocuments(2, site.run("build", "--format", "json", "--ref", "main", "-o", site.home().resolve("elsewhere").toString(), archive));
            assertFalse(Files.exists(site.home().resolve("elsewhere/ideas/output-raw-0001.html")));
        }
    }

    @Test
    void ofASourceToo() {
        try (Site other = Site.of(document("0007", "Doors by post")); Site site = Site.of(document("0001", "Keys by post"))) {
            assertEquals(0, other.run("build", "-o", other.archive().resolve("content/site").toString(), other.archive().toString()).code());
            Path at = site.home().resolve("other");
            site.with("-- pressroom.yaml --\nsources:\n  other: {location: other/content}\n");
            Site.filesOf(other.archive()).forEach((path, text) -> site.write("other/" + path, text.getBytes(java.nio.charset.StandardCharsets.ISO_8859_1)));
            site.write("other/content/site/.pressroom/manifest.json", "{\"form\":1,\"files\":{}}".getBytes(java.nio.charset.StandardCharsets.UTF_8));
            assertFalse(Files.exists(at));
            assertDocuments(2, site.run("build", "--format", "json", "-o", site.output().toString(), site.archive().toString()));
        }
    }

    @Test
    void aSiteItselfHasNoDocuments() {
        try (Site site = Site.of(document("0001", "Keys by post"))) {
            site.build();
            CommandLineRun run = site.run("check", site.output().toString());
            assertEquals(3, run.code());
            assertTrue(run.err().contains("there are no documents in folder " + site.output()), run.err());
        }
    }
}
