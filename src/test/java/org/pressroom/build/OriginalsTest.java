package org.pressroom.build;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;
import org.pressroom.Site;

class OriginalsTest {

    private static final String OPEN = Site.document("0001", "Keys by post");
    private static final String SECRET = "-- content/0002-secret.md --\n---\nid: \"0002\"\ntitle: Secret\nstatus: draft\n"
        + "visibility: restricted\n---\n\n# Secret\n\n## FAQ\n";

    @Test
    void theMarkdownOfAnIdeaIsItsFileByteForByte() {
        try (Site site = Site.of(OPEN)) {
            site.build();
            assertEquals(site.archiveText("content/0001.md"), site.page("raw/0001.md"));
            assertTrue(site.page("ideas/0001.html").contains("href=\"../raw/0001.md\""));
        }
    }

    @Test
    void mailAddressesOfMetadataAreTakenOut() {
        String front = """
            -- content/0001.md --
            ---
            id: "0001"
            title: Keys
            status: draft
            authors: ["Ana Lima <ana@example.org>", bo@example.org]
            sponsor: Jo Park <jo@example.org>
            x-owner: Kim <kim@example.org>
            discussion: "https://talk.example.org/@keys"
            ---

            # Keys

            Write to keys@example.org.
            """;
        try (Site site = Site.of(front)) {
            site.build();
            String raw = site.page("raw/0001.md");
            for (String mail : new String[] {"ana@", "bo@", "jo@", "kim@"}) {
                assertFalse(raw.contains(mail), raw);
            }
            assertTrue(raw.contains("authors: [\"Ana Lima\", bo]\nsponsor: Jo Park\n"), raw);
            assertTrue(raw.contains("https://talk.example.org/@keys") && raw.contains("Write to keys@example.org."), raw);
        }
    }

    @Test
    void whatLeadsToARestrictedDocumentIsKeptBack() {
        for (String line : new String[] {"related: [\"0002\"]", "decision: {link: 0002-secret.md}", "x-notes: see 0002-secret.md"}) {
            try (Site site = Site.of(SECRET + OPEN.replace("status: draft\n", "status: draft\n" + line + "\n"))) {
                site.build();
                assertFalse(site.files().containsKey("raw/0001.md"), line);
                assertFalse(site.page("ideas/0001.html").contains("../raw/"), line);
                assertFalse(site.page("api/0001.json").contains("0002"), line);
            }
        }
    }

    /// A server that says nothing of its type would have a browser run it.
    @Test
    void whatABrowserCouldTakeForAPageIsKeptBack() {
        try (Site site = Site.of("-- content/0001.md --\n\n<script>alert(1)</script>\n\n# Keys\n\n## FAQ\n")) {
            site.build();
            assertTrue(site.files().containsKey("ideas/0001.html"));
            assertFalse(site.files().containsKey("raw/0001.md"));
        }
    }

    @Test
    void theHostsPagesOfTheFileAreLinked() {
        String configuration = "-- pressroom.yaml --\nsource-url: https://git.example/blob/{ref}/{path}\n"
            + "history-url: https://git.example/log?file={path}\n";
        String document = OPEN.replace("content/0001.md", "content/a b/#1 \"<鍵>.md");
        try (Site site = Site.of(configuration + document)) {
            site.build();
            String page = site.page("ideas/0001.html");
            assertTrue(page.contains("href=\"https://git.example/blob/HEAD/content/a%20b/%231%20%22%3C%E9%8D%B5%3E.md\""), page);
            assertTrue(page.contains("href=\"https://git.example/log?file=content/a%20b/%231%20%22%3C%E9%8D%B5%3E.md\""), page);
            assertFalse(page.contains("Edit this page"));
        }
    }

    @Test
    void picturesHaveTheirSize() {
        try (Site site = Site.of(OPEN.replace("## Press release", "![Keys](keys.svg)\n\n## Press release")
                + "-- content/keys.svg --\n<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 640 240\"/>\n")) {
            site.build();
            assertTrue(site.page("ideas/0001.html").contains("<img src=\"../files/keys.svg\" alt=\"Keys\" width=\"640\" height=\"240\" loading=\"lazy\" decoding=\"async\">"));
        }
    }
}
