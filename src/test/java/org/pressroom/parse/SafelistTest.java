package org.pressroom.parse;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.safety.Cleaner;
import org.jsoup.safety.Safelist;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/// A second sanitiser, which others wrote and keep, finds nothing to take out of what ours has written.
class SafelistTest {

    private static final Pattern PLACEHOLDERS = Pattern.compile("[\u0001\u0004]\\d+\u0002|\u0003");

    private static final Pattern HOST = Pattern.compile("^https?://[a-z0-9.-]+(?:[/?#]|$)");

    /// What [HtmlWriter] and [RawHtml] may write.
    private static final Cleaner CLEANER = new Cleaner(new Safelist()
        .addTags("p", "div", "blockquote", "ul", "ol", "li", "dl", "dt", "dd", "pre", "table", "thead", "tbody", "tfoot", "tr", "th", "td", "caption",
            "details", "summary", "figure", "figcaption", "b", "i", "em", "strong", "code", "kbd", "samp", "var", "sub", "sup", "mark", "del", "ins", "s", "u",
            "small", "q", "cite", "abbr", "dfn", "br", "hr", "wbr", "a", "img", "span")
        .addAttributes(":all", "class", "id").addAttributes("a", "href", "title", "rel", "aria-label").addAttributes("details", "open").addAttributes("img", "src", "alt")
        .addAttributes("ol", "start").addAttributes("th", "scope").addAttributes("span", "role", "aria-label")
        .addAttributes("div", "tabindex").addAttributes("pre", "tabindex", "data-language")
        .addProtocols("a", "href", "http", "https", "mailto", "tel", "#").addProtocols("img", "src", "data"));

    private static void assertNothingToTakeOut(String html, String source) {
        String finished = PLACEHOLDERS.matcher(html).replaceAll("");
        Document before = Jsoup.parse(finished);
        before.outputSettings().prettyPrint(false);
        // The other sanitiser also takes out hosts that no browser finds; their scheme is one of those allowed.
        before.select("a[href~=^https?://]").forEach(link -> {
            if (!HOST.matcher(link.attr("href")).find()) {
                link.attr("href", "https://ok.example/");
            }
        });
        Document after = CLEANER.clean(before);
        after.outputSettings().prettyPrint(false);
        assertEquals(before.body().html(), after.body().html(), source);
        assertTrue(CLEANER.isValid(before), source);
    }

    static Stream<String> payloads() {
        return Payloads.all().stream();
    }

    @Test
    void thereAreManyKinds() {
        assertTrue(payloads().distinct().count() >= 240);
    }

    @ParameterizedTest
    @MethodSource("payloads")
    void ofAPayloadInAnyPlace(String payload) {
        for (String place : List.of("%s\n", "Words %s and words.\n", "# A title %s\n\ntext\n", "> %s\n", "- %s\n", "## FAQ\n\n### Is it %s?\n\n%s\n",
                "## Press release\n\n**The problem.** %s\n", "<div>\n\n%s\n\n</div>\n", "<div>%s</div>\n", "| a |\n|---|\n| %s |\n", "[%s](x.md)\n", "![%s](x.png)\n",
                "[t](x.md \"%s\")\n", "[t](<%s>)\n", "t[^1]\n\n[^1]: %s\n", "```%s\n%s\n```\n", "<a href=\"%s\">t</a>\n", "<img src=\"x\" alt=\"%s\">\n", "---\ntitle: T\nsummary: |\n  %s\n---\n# T\n\n%s\n")) {
            String source = place.replace("%s", payload);
            if (Parsing.outcome(source) instanceof ParseOutcome.Parsed parsed) {
                assertNothingToTakeOut(Parsing.html(parsed.document()), source);
            }
        }
    }

    @Test
    void ofPayloadsThatWereCutApartAndMixed() {
        IntStream.range(0, 1_500).forEach(seed -> {
            String source = Payloads.mixed(seed, 1 + seed % 12);
            if (Parsing.outcome(source) instanceof ParseOutcome.Parsed parsed) {
                assertNothingToTakeOut(Parsing.html(parsed.document()), source);
            }
        });
    }

    @Test
    void ofTheSampleArchive() throws IOException {
        try (Stream<Path> files = Files.walk(Path.of("content"))) {
            List<Path> documents = files.filter(file -> file.toString().endsWith(".md")).toList();
            assertTrue(documents.size() >= 36);
            for (Path file : documents) {
                String source = Files.readString(file, StandardCharsets.UTF_8);
                assertNothingToTakeOut(Parsing.html(assertInstanceOf(ParseOutcome.Parsed.class, Parsing.outcome(source)).document()), file.toString());
            }
        }
    }
}
