package org.pressroom.build;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.jsoup.Jsoup;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.pressroom.Site;
import org.pressroom.cli.CommandLineRun;

import java.nio.charset.StandardCharsets;
import java.text.Normalizer;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;

/// The address of a document stays its own, and nothing that an author names as an address stops a build.
class AddressesTest {

    private static final String DAY = "2024-03-01T10:00:00Z";

    private static String idea(String path, String title) {
        return "-- content/" + path + " --\n---\ntitle: " + title + "\nstatus: draft\n---\n\n# " + title + "\n\nWords of " + title + ".\n";
    }

    private static String title(Site site, String address) {
        return Jsoup.parse(site.page("ideas/" + address + ".html")).select("h1").text();
    }

    private static Set<String> ideas(Site site) {
        Set<String> ideas = new TreeSet<>();
        site.files().keySet().stream().filter(name -> name.startsWith("ideas/") && name.endsWith(".html"))
            .forEach(name -> ideas.add(name.substring("ideas/".length(), name.length() - ".html".length())));
        return ideas;
    }

    @Test
    void aNewcomerByPathDoesNotTakeTheAddressOfADocument() {
        try (Site site = Site.of(idea("b/keys.md", "Old keys")).commit(DAY, "Ana <a@x>")) {
            site.build();
            assertEquals(Set.of("keys"), ideas(site));
            // On the same day, and from a file that comes first by path.
            site.with(idea("a/keys.md", "New keys")).commit(DAY, "Ana <a@x>").build();
            assertEquals(Set.of("keys", "content-a-keys"), ideas(site));
            assertEquals("Old keys", title(site, "keys"));
            site.with(idea("0/keys.md", "Not committed")).build();
            assertEquals("Old keys", title(site, "keys"));
            assertEquals("New keys", title(site, "content-a-keys"));
            site.build("--clean");
            assertEquals("Old keys", title(site, "keys"));
        }
    }

    @Test
    void whoComesByTheNameLaterIsTheNewcomerWhateverItsAge() {
        try (Site site = Site.of(idea("a/locks.md", "Locks")).commit(DAY, "Ana <a@x>")) {
            site.with(idea("b/keys.md", "Keys")).commit(DAY, "Ana <a@x>");
            site.remove("content/a/locks.md").with(idea("a/keys.md", "Locks")).commit(DAY, "Ana <a@x>").build();
            assertEquals("Keys", title(site, "keys"));
            assertEquals("Locks", title(site, "content-a-keys"));
        }
    }

    @Test
    void anIdThatIsWrittenDoesNotTakeTheAddressEither() {
        try (Site site = Site.of(idea("b/keys.md", "Keys")).commit(DAY, "Ana <a@x>")) {
            site.with(idea("a/locks.md", "Locks").replace("status:", "id: Keys\nstatus:")).commit(DAY, "Ana <a@x>");
            CommandLineRun run = site.build();
            assertEquals("Keys", title(site, "keys"));
            assertTrue(run.err().contains("content/a/locks.md"), run.err());
        }
    }

    @Test
    void withoutHistoryTheFirstByPathHasTheAddress() {
        try (Site site = Site.of(idea("b/keys.md", "B") + idea("a/keys.md", "A") + idea("c/a b.md", "Spaced") + idea("d/a-b.md", "Plain"))) {
            site.build();
            assertEquals("A", title(site, "keys"));
            assertEquals(4, ideas(site).size());
        }
    }

    @ParameterizedTest
    @CsvSource({"Keys.v1_2.md, keys-v1-2", "'a - b.. c__d.md', a-b-c-d", "'What (now)?.md', what-now", "鍵の郵送.md, 鍵の郵送", "melinda.pr-faq.md, melinda", "melinda-PRFAQ.md, melinda",
        "Melinda_prfaq.markdown, melinda", "my-prfaqs.md, my-prfaqs", "'_.md', ''", "u\u0308ber.md, über", "ÜBER.md, über", "'a\u00a0b.md', a-b", "'a\u200bb\ufe0fc.md', abc", "con.md, con-x3zfpo", "'--x--.md', x"})
    void oneRuleMakesTheNamesInAddresses(String file, String address) {
        String name = file.replaceAll("\\.[a-z]+$", "");
        try (Site site = Site.of("-- pressroom.yaml --\nkeys: {}\n" + idea("x/" + file, "File") + idea("9001.md", "Facets")
                .replace("status: draft", "status: draft\ntags: [\"" + name + "\"]\nteam: \"" + name + "\"\nauthors: [\"" + name + "\"]"))) {
            CommandLineRun run = site.build();
            assertEquals(address.isEmpty() ? Set.of("9001") : Set.of("9001", address), ideas(site), run.err());
            if (!name.toLowerCase(Locale.ROOT).contains("melinda") && !address.isEmpty() && !address.startsWith("con")) {
                assertTrue(site.files().keySet().containsAll(List.of("tag/" + address + ".html", "team/" + address + ".xml", "person/" + address + ".html")), site.files().keySet().toString());
            }
        }
    }

    @Test
    void whatTheRuleMakesAlikeIsToldApartByAHash() {
        try (Site site = Site.of(idea("1.md", "Keys").replace("status: draft", "status: draft\ntags: [c, C++, \"C#\", straße, STRASSE, ΟΔΟΣ, οδοσ, a.b, a_b, \"a b\"]")
                + idea("a.b.md", "Dotted") + idea("a_b.md", "Underscored") + idea("a-b.md", "Plain") + idea("x/keys.pr-faq.md", "Kind") + idea("y/keys.md", "Bare")
                + "-- pages/Terms.md --\n# Terms\n-- pages/terms.markdown --\n# Other terms\n-- pages/te.rms.md --\n# Third\n")) {
            CommandLineRun run = site.build();
            assertTrue(run.code() <= 1, run.err());
            Set<String> folded = new TreeSet<>();
            for (String name : site.files().keySet()) {
                assertTrue(folded.add(Normalizer.normalize(name.toUpperCase(Locale.ROOT), Normalizer.Form.NFC)), name);
            }
            assertEquals(10, site.files().keySet().stream().filter(name -> name.matches("tag/[^/]+\\.html")).count(), site.files().keySet().toString());
            assertEquals(6, ideas(site).size(), ideas(site).toString());
            assertEquals("Plain", title(site, "a-b"));
            assertTrue(site.files().containsKey("tag/c.html") && site.page("tag/c.html").contains("<h1>c</h1>") || site.page("tag/c.html").contains(">c<"));
            assertEquals(3, site.files().keySet().stream().filter(name -> name.matches("pages/te-?rms[^/]*\\.html")).count());
        }
    }

    @Test
    void aFormerAddressDoesNotShadowAPageOfToday() {
        try (Site site = Site.of(idea("a_b.md", "First")).commit(DAY, "Ana <a@x>")) {
            site.remove("content/a_b.md").with(idea("locks.md", "First")).commit(DAY, "Ana <a@x>");
            site.with(idea("a.b.md", "Second") + idea("3.md", "Third").replace("status:", "aliases: [ideas/a-b.html]\nstatus:")).commit(DAY, "Ana <a@x>").build();
            assertEquals("Second", title(site, "a-b"));
            String redirects = site.files().getOrDefault("_redirects", "");
            assertFalse(redirects.lines().anyMatch(line -> line.startsWith("/ideas/a-b.html ")), redirects);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"x/../../y", "..", "/", "a//b", "a/", ".hidden", "con", "x/AUX.txt", "a:b", "a\\\\b", "a?b", "a\\u0007b", "a\\u202eb", "a\\u200bb", "\\ud800x",
        "ideas/\\udfff", "ideas/x/y", "index.html/a", "sitemap.xml/a", "feed", "robots.txt/x", "Search.html/x", "a ./b", "a./b"})
    void whatIsNotAnAddressIsAFindingAndTheRestIsPublished(String alias) {
        try (Site site = Site.of(idea("1.md", "Keys").replace("status:", "aliases: [\"" + alias + "\", \"wiki/keys\"]\nstatus:") + idea("2.md", "Locks"))) {
            CommandLineRun run = site.build();
            assertEquals(0, run.code(), run.err());
            assertEquals(1, run.err().lines().filter(line -> line.contains("content/1.md") && line.contains("arc-redirect-collision")).count(), run.err());
            assertEquals(Set.of("1", "2"), ideas(site));
            assertTrue(site.files().containsKey("wiki/keys.html"));
        }
    }

    @Test
    void noPartOfAnAddressIsLongerThanFileSystemsAllow() {
        for (String piece : List.of("a", "ü", "鍵", "🔑")) {
            int size = piece.getBytes(StandardCharsets.UTF_8).length;
            String fits = piece.repeat(245 / size);
            String long1 = piece.repeat(246 / size + 1);
            try (Site site = Site.of(idea("1.md", "Keys").replace("status:", "aliases: [\"" + fits + "\", \"" + long1 + "\", \"x/" + piece.repeat(600) + "\"]\nid: " + piece.repeat(300)
                    + "\nteam: " + piece.repeat(300) + "\ntags: [" + piece.repeat(300) + "]\nauthors: [" + piece.repeat(300) + "]\nstatus:"))) {
                CommandLineRun run = site.build();
                assertTrue(site.files().containsKey(fits + ".html"), piece);
                assertEquals(2, run.err().lines().filter(line -> line.contains("arc-redirect-collision")).count(), run.err());
                site.files().keySet().forEach(name -> {
                    for (String part : name.split("/")) {
                        assertTrue(part.getBytes(StandardCharsets.UTF_8).length <= 250, name);
                    }
                });
            }
        }
    }

    @Test
    void aPageIsNotTheFolderOfAnother() {
        try (Site site = Site.of(idea("1.md", "Keys").replace("status:", "aliases: [a, A.html/b/c]\nstatus:")
                + idea("2.md", "Locks").replace("status:", "aliases: [\"x/y.html/z\"]\nstatus:") + idea("3.md", "Doors").replace("status:", "aliases: [x/y]\nstatus:"))) {
            CommandLineRun run = site.build();
            assertEquals(0, run.code());
            assertTrue(run.err().contains("`A.html` is a page, so nothing can be below it") && run.err().contains("`x/y.html` is a page, so nothing can be below it"), run.err());
            assertTrue(site.files().containsKey("a.html") && site.files().containsKey("x/y.html"));
            assertFalse(site.files().containsKey("x/y.html/z.html"));
        }
    }
}
