package org.pressroom.build;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.Test;
import org.pressroom.Site;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.text.Normalizer;
import java.util.List;

/// Links lead to what authors mean: folders, files that are no documents, names in any form of Unicode.
class ArchiveLinksTest {

    private static final String SOURCE = "-- pressroom.yaml --\nsource-url: https://git.example.com/x/blob/main/{path}\n";
    private static final String HEAD = "---\ntitle: A title\nstatus: draft\n---\n\n";
    private static final String FILES = """
        -- LICENSE.md --
        CC0
        -- content/README.md --
        # About
        -- content/other/README.md --
        # Other
        -- content/other/run.sh --
        echo
        -- src/main.py --
        x
        -- content/sub/index.md --
        ---
        title: Sub
        status: draft
        ---

        ## Part one

        Text.
        -- content/hidden/index.md --
        ---
        title: Canary
        status: draft
        visibility: restricted
        ---

        Text.
        """;

    private static Document page(Site site) {
        return Jsoup.parse(site.page("ideas/0001.html"));
    }

    private static List<String> links(Site site) {
        return page(site).select(".prose a").eachAttr("href");
    }

    @Test
    void filesThatAreNoPagesAreReadAtTheHostOfTheArchive() {
        try (Site site = Site.of(SOURCE + FILES + "-- content/0001-a.md --\n" + HEAD
                + "[1](../LICENSE.md) [2](README.md#about) [3](other/README.md) [4](other/run.sh) [5](../src/main.py) [6](other/) [7](../src) [8](sub) [9](sub/#part-one)\n")) {
            String findings = site.build().err();
            assertFalse(findings.contains("arc-link") || findings.contains("arc-file"), findings);
            String host = "https://git.example.com/x/";
            assertEquals(List.of(host + "blob/main/LICENSE.md", host + "blob/main/content/README.md#about", host + "blob/main/content/other/README.md",
                host + "blob/main/content/other/run.sh", host + "blob/main/src/main.py", host + "tree/main/content/other", host + "tree/main/src",
                "../ideas/sub.html", "../ideas/sub.html#part-one"), links(site));
            assertEquals(List.of(), site.files().keySet().stream().filter(name -> name.startsWith("files/")).toList());
        }
    }

    @Test
    void withoutAHostTheyAreWordsAndNoError() {
        try (Site site = Site.of(FILES + "-- content/0001-a.md --\n" + HEAD + "[1](../LICENSE.md) [2](README.md) [3](../src/main.py) [4](other)\n")) {
            assertEquals(0, site.build().code());
            assertEquals(List.of(), links(site));
            String said = site.check().out();
            assertTrue(said.contains("the file `../LICENSE.md` is not published: it lies outside the content folder"), said);
            assertTrue(said.contains("the file `README.md` is not published: it is not a document"), said);
            assertTrue(said.contains("the file `other` is not published: it is a folder"), said);
            assertFalse(said.contains("there is no file"), said);
        }
    }

    @Test
    void aFolderOrFileThatNobodyMayKnowOfIsNotThere() {
        for (String host : List.of(SOURCE, "")) {
            try (Site site = Site.of(host + FILES + "-- content/0001-a.md --\n" + HEAD + "See [this](hidden/) and [that](hidden/index.md) and [it](hidden).\n")) {
                site.build();
                assertEquals(List.of(), links(site));
                site.files().forEach((name, content) -> assertFalse(content.contains("anary") || content.contains("hidden/"), name));
            }
        }
    }

    @Test
    void linksOfTheFileSystemAreNamedAndNotFollowed() throws IOException {
        try (Site site = Site.of("-- content/0001-a.md --\n" + HEAD + "![l](link.png) [x](way/passwd)\n")) {
            Files.createSymbolicLink(site.archive().resolve("content/link.png"), Path.of("pic.png"));
            Files.createSymbolicLink(site.archive().resolve("content/way"), Path.of("/etc"));
            String said = site.check().out();
            assertTrue(said.contains("content/link.png is a symbolic link, which is not followed"), said);
            assertTrue(said.contains("content/way is a symbolic link, which is not followed"), said);
        }
    }

    @Test
    void namesAreFoundInEveryFormOfUnicodeAndWithEveryMark() {
        String decomposed = Normalizer.normalize("Idée", Normalizer.Form.NFD);
        String text = "[1](Id%C3%A9e.md) [2](<" + decomposed + ".md>) [3](c%23%3F.md) [4](100%25.md#p)\n";
        for (String name : List.of("Idée", decomposed)) {
            try (Site site = Site.of("-- content/0001-a.md --\n" + HEAD + text + "-- content/" + name + ".md --\n" + HEAD + "x\n-- content/c#?.md --\n" + HEAD
                    + "x\n-- content/100%.md --\n" + HEAD + "# P\n\nx\n")) {
                String findings = site.build().err();
                assertFalse(findings.contains("arc-link-broken"), findings);
                assertEquals(4, links(site).size());
            }
        }
    }

    @Test
    void picturesBesideAboveAndOutsideArePublishedWhenTheyAreShown() {
        String svg = "<svg xmlns=\"http://www.w3.org/2000/svg\" width=\"10\" height=\"10\"><rect width=\"5\" height=\"5\"/></svg>\n";
        try (Site site = Site.of(SOURCE + "-- content/a/0001-a.md --\n" + HEAD + "![1](../images/x.svg) ![2](../../assets/plan.svg) ![3](/images/y.svg)\n\n<picture><source srcset=\"../../images/dark.svg\"><img src=\"../../images/z.svg\" alt=\"z\"></picture>\n"
                + "-- content/images/x.svg --\n" + svg + "-- assets/plan.svg --\n" + svg + "-- images/y.svg --\n" + svg + "-- images/z.svg --\n" + svg
                + "-- images/dark.svg --\n" + svg + "-- assets/unused.svg --\n" + svg + "-- assets/tool.py --\nx\n")) {
            String findings = site.build().err();
            assertFalse(findings.contains("arc-link") || findings.contains("text-unsafe"), findings);
            assertEquals(4, page(site).select(".prose img").size());
            assertEquals(4, site.files().keySet().stream().filter(name -> name.startsWith("files/")).count());
            assertTrue(site.files().keySet().stream().noneMatch(name -> name.matches("(?:assets|files)/.*(?:tool|unused|dark).*")), site.files().keySet().toString());
        }
    }

    @Test
    void fragmentsAndQueriesOfFilesStay() {
        try (Site site = Site.of(SOURCE + FILES + "-- content/x.csv --\na,b\n-- content/0001-a.md --\n" + HEAD
                + "[1](x.csv#row=3) [2](../src/main.py#L10-L12) [3](sub/index.md?plain=1#part-one) [4](x.csv?raw=true) [5](/content/x.csv) [6](./sub/../x.csv)\n")) {
            String findings = site.build().err();
            assertFalse(findings.contains("arc-link") || findings.contains("arc-file"), findings);
            assertEquals(List.of("../files/x.csv#row=3", "https://git.example.com/x/blob/main/src/main.py#L10-L12", "../ideas/sub.html#part-one", "../files/x.csv", "../files/x.csv",
                "../files/x.csv"), links(site));
        }
    }
}
