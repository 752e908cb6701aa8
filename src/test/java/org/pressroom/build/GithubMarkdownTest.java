package org.pressroom.build;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.jsoup.select.Elements;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.pressroom.Site;

import java.util.HashSet;
import java.util.List;
import java.util.Set;

/// Pages show what GitHub shows of the same markdown.
class GithubMarkdownTest {

    private static Document page(Site site, String address) {
        return Jsoup.parse(site.page(address));
    }

    private static Site site(String body) {
        return Site.of("-- content/0001-a.md --\n---\ntitle: A title\nstatus: draft\n---\n\n" + body + "\n-- content/0002-b.md --\n---\ntitle: Other\nstatus: draft\n---\n\nText.\n");
    }

    @Test
    void whatStandsBetweenTagsIsInsideThem() {
        try (Site site = site("""
            Before.

            <details>
            <summary>More **plain** words</summary>

            Inside **markdown**, [other](0002-b.md).

            ## Deep heading

            ```js
            let x = 1;
            ```

            </details>
            <details open><summary>Second</summary>

            - item

            </details>

            <div align="center">

            **centred**

            </div>

            After, see [deep](#deep-heading).
            """)) {
            String findings = site.build().err();
            assertFalse(findings.contains("arc-link-broken") || findings.contains("text-unsafe"), findings);
            Elements prose = page(site, "ideas/0001.html").select(".prose");
            List<Element> details = page(site, "ideas/0001.html").select(".prose > details");
            assertEquals(2, details.size(), prose.html());
            assertFalse(details.getFirst().hasAttr("open"));
            assertTrue(details.getLast().hasAttr("open"));
            assertEquals("markdown", details.getFirst().select("p:not(.heading) > strong").text());
            assertEquals("let x = 1;", details.getFirst().select("pre > code").text());
            assertEquals("deep-heading", details.getFirst().select("p.heading").attr("id"));
            assertEquals("../ideas/0002.html", details.getFirst().select("a").attr("href"));
            assertEquals("item", details.getLast().select("li").text());
            assertEquals("centred", prose.select("div.align-center strong").text());
            assertEquals("#deep-heading", prose.select("p > a[href^=#]").attr("href"));
        }
    }

    @Test
    void questionsInDetailsAreQuestionsAndDetailsInAnswersStay() {
        try (Site site = Site.of("""
            -- content/0001-a.md --
            # A title

            ## Press release

            ### The problem

            Tenants lose a morning to fetch a key, every week and in every town that has an office of ours.

            ## FAQ

            <details>
            <summary>How much is it?</summary>

            Nine euros.

            </details>
            <details>
            <summary>Why may it fail?</summary>

            It is loud.

            <details><summary>Figures</summary>

            Ninety *decibels*.

            </details>

            </details>
            """)) {
            site.build();
            Document page = page(site, "ideas/0001.html");
            assertEquals(List.of("How much is it?", "Why may it fail?"), page.select(".question > details > summary").eachText());
            assertEquals("Ninety decibels.", page.select(".answer > details > p").text(), page.select(".faq").html());
        }
    }

    @Test
    void linksAndNamesInHtmlWork() {
        try (Site site = site("""
            Read <a href="https://example.org/x" title="T">the **study**</a> and <a href="0002-b.md">the other</a>, [old](#old), [row](#row-7), [cell](#cell).

            <a name="old"></a>
            ## New name

            Text <a id="row-7"></a>here.

            <table><tr><td id="cell">c</td></tr></table>

            <p>Block <a href="https://example.org/y">link</a></p>
            """)) {
            String findings = site.build().err();
            assertFalse(findings.contains("arc-link-broken") || findings.contains("text-unsafe"), findings);
            Document page = page(site, "ideas/0001.html");
            assertEquals(List.of("https://example.org/x", "../ideas/0002.html", "#old", "#row-7", "#cell", "https://example.org/y"), page.select(".prose a").eachAttr("href"));
            assertEquals("study", page.select("a > strong").text());
            assertEquals(1, page.select("#row-7").size());
            assertEquals("c", page.select("#cell").text());
        }
    }

    @Test
    void everyFragmentIsOnThePageOnceAndEveryLinkArrives() {
        try (Site site = site("""
            # A title

            [1](#upgrade--downgrade) [2](#costs--benefits) [3](#-launch) [4](#goals) [5](#goals-1) [6](#goals-2) [7](#a-title) [8](#in-an-answer)
            [9](#how-much) [10](#how-much-1) [11](#c--net) [12](#UPGRADE-downgrade) [13](#note) [14](#%C3%A9t%C3%A9)

            ## Upgrade / Downgrade

            ## Costs & Benefits

            ## 🚀 Launch

            ## Goals

            ## Goals

            ## Goals

            ## C++ .NET

            ## Été

            <a name="goals"></a><p id="note">A note</p>

            ## FAQ

            ### How much?

            Nine.

            #### In an answer

            ### How much?

            Ten.
            """)) {
            String findings = site.build().err();
            assertFalse(findings.contains("arc-link-broken"), findings);
            for (String address : List.of("ideas/0001.html", "slides/0001.html")) {
                Document page = page(site, address);
                List<String> ids = page.select("[id]").eachAttr("id");
                Set<String> once = new HashSet<>(ids);
                assertEquals(once.size(), ids.size(), address + ids);
                if (address.startsWith("ideas")) {
                    List<String> links = page.select(".prose a[href^=#]").eachAttr("href");
                    assertEquals(14, links.size());
                    links.forEach(link -> assertTrue(once.contains(java.net.URLDecoder.decode(link.substring(1), java.nio.charset.StandardCharsets.UTF_8)), link + " in " + ids));
                    assertEquals("goals-1", page.select(":is(h2, h3, h4):contains(Goals)").get(1).id());
                    assertEquals("#q-how-much-2", "#" + page.select("#how-much-1").parents().select("details").attr("id"));
                }
            }
        }
    }

    @Test
    void aFirstHeadingThatSaysMoreThanTheTitleIsShown() {
        try (Site site = Site.of("""
            -- content/0001-a.md --
            ---
            title: Faster builds
            ---

            ## Nested

            See [nested](#nested).
            -- content/0002-b.md --
            ---
            title: Faster tests
            ---

            # RFC: Faster tests

            Text.
            """)) {
            site.build();
            assertEquals("nested", page(site, "ideas/0001.html").select("article h2:contains(Nested)").attr("id"));
            assertEquals(0, page(site, "ideas/0002.html").select("article h2:contains(Faster)").size());
        }
    }

    @ParameterizedTest
    @CsvSource({"'We write the words of this language, and the label is one of those.', Important", "'Wir schreiben die Wörter dieser Sprache, und das Wort darüber ist eines von ihnen, nicht anders.', Wichtig",
        "この文章は日本語で書かれていて見出しも日本語になります。, 重要"})
    void alertsHaveALabelInTheLanguageOfTheirDocumentAndAreNotTheSummary(String text, String label) {
        try (Site site = site("> [!important]\n> " + text + "\n> - and a list\n\n" + text + " Second.\n\n> [!NOTE] x\n> no alert\n")) {
            site.build();
            Document page = page(site, "ideas/0001.html");
            assertEquals(label, page.select(".alert-important > .alert-title").text());
            assertEquals("and a list", page.select(".alert li").text());
            assertEquals(1, page.select(".alert").size());
            assertEquals("[!NOTE] x no alert", page.select("blockquote").text());
            assertEquals(text, page.select("meta[name=description]").attr("content"));
        }
    }

    @Test
    void diagramsAndFormulasAreCodeUnderTheirName() {
        try (Site site = site("```mermaid\ngraph TD; A-->B\n```\n\n```math\n\\sqrt{3}\n```\n\n```java\nint a;\n```\n")) {
            site.build();
            Document page = page(site, "ideas/0001.html");
            assertEquals(List.of("mermaid", "math"), page.select("pre[data-language]").eachAttr("data-language"));
            assertEquals("graph TD; A-->B", page.select("pre").getFirst().text());
        }
    }
}
