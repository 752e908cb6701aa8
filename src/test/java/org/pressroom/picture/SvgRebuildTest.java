package org.pressroom.picture;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.jsoup.Jsoup;
import org.jsoup.nodes.Attribute;
import org.jsoup.nodes.Element;
import org.jsoup.parser.Parser;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.pressroom.Site;
import org.pressroom.cli.CommandLineRun;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/// What can act is never published; what only draws is, whatever program wrote it.
class SvgRebuildTest {

    private static final String NAMESPACES = "xmlns='http://www.w3.org/2000/svg' xmlns:xlink='http://www.w3.org/1999/xlink'";
    private static final String HTML = "xmlns='http://www.w3.org/1999/xhtml'";

    private static SvgOutcome outcome(String svg) {
        return SvgRebuild.of(svg.getBytes(StandardCharsets.UTF_8), false);
    }

    private static String drawing(String content) {
        return "<svg " + NAMESPACES + " viewBox='0 0 10 10'>" + content + "</svg>";
    }

    /// The rebuilt drawing, which must be as it is when it's rebuilt once more.
    private static String rebuilt(String svg) {
        SvgOutcome outcome = outcome(svg);
        byte[] bytes = assertInstanceOf(SvgOutcome.Rebuilt.class, outcome, outcome::toString).bytes();
        String text = new String(bytes, StandardCharsets.UTF_8);
        SvgOutcome again = SvgRebuild.of(bytes, false);
        assertEquals(text, new String(assertInstanceOf(SvgOutcome.Rebuilt.class, again, text).bytes(), StandardCharsets.UTF_8));
        return text;
    }

    static Stream<String> hostile() {
        Stream<String> contents = Stream.of(
            // Scripts.
            "<script>a()</script>", "<script href='#x'/>", "<SCRIPT>a()</SCRIPT>", "<g><defs><script/></defs></g>",
            "<q:script xmlns:q='http://www.w3.org/2000/svg'/>", "<_:script xmlns:_='http://www.w3.org/2000/svg'/>",
            "<a-b.c:script xmlns:a-b.c='http://www.w3.org/2000/svg'/>", "<metadata><script/></metadata>", "<x:y xmlns:x='urn:x'><script/></x:y>",
            "<h:script xmlns:h='http://www.w3.org/1999/xhtml'>a()</h:script>", "<script xmlns='urn:other'/>",
            "<handler xmlns:ev='http://www.w3.org/2001/xml-events' ev:event='load'>a()</handler>", "<listener event='load'/>",
            "<switch><foreignObject><script " + HTML + "/></foreignObject><text>x</text></switch>",
            // Handlers of events.
            "<g onload='a()'/>", "<rect ONCLICK='a()'/>", "<animate onbegin='a()'/>", "<metadata onload='a()'/>",
            "<foreignObject><div " + HTML + " onmouseover='a()'>x</div></foreignObject>", "<x:y xmlns:x='urn:x' onload='a()'/>",
            // HTML.
            "<div " + HTML + ">x</div>", "<iframe " + HTML + " srcdoc='&lt;script>'/>", "<h:meta xmlns:h='http://www.w3.org/1999/xhtml' http-equiv='refresh'/>",
            "<desc><p " + HTML + ">x</p></desc>", "<foreignObject><iframe " + HTML + "/></foreignObject>", "<foreignObject><meta " + HTML + "/></foreignObject>",
            "<foreignObject><body " + HTML + "><form action='x'/></body></foreignObject>", "<foreignObject><object " + HTML + " data='x'/></foreignObject>",
            "<foreignObject><embed " + HTML + " src='x'/></foreignObject>", "<foreignObject><base " + HTML + " href='/'/></foreignObject>",
            "<foreignObject><link " + HTML + " rel='stylesheet' href='x'/></foreignObject>", "<foreignObject><style " + HTML + ">x</style></foreignObject>",
            "<foreignObject><img " + HTML + " src='x'/></foreignObject>", "<foreignObject><video " + HTML + "/></foreignObject>",
            "<foreignObject><input " + HTML + " autofocus=''/></foreignObject>", "<foreignObject><table " + HTML + " background='https://elsewhere.example/x'/></foreignObject>",
            "<foreignObject><p " + HTML + " style='background:url(//elsewhere.example/x)'>x</p></foreignObject>",
            "<foreignObject><a " + HTML + " href='java&#10;script:a()'>x</a></foreignObject>",
            // Links that run.
            "<a href='javascript:a()'><text>x</text></a>", "<a xlink:href='JAVASCRIPT:a()'/>", "<a xlink:href=' java&#9;script&#58;a()'/>",
            "<a l:href='javascript:a()' xmlns:l='http://www.w3.org/1999/xlink'/>", "<a href='&#32;&#10;javascript:a()'/>",
            "<a href='vbscript:a'/>", "<a href='data:text/html,x'/>", "<a href='data:image/svg+xml,x'/>", "<a href='file:///etc/hosts'/>", "<a href='blob:x'/>",
            // Vocabularies that act, wherever they stand, and formulas outside of a label.
            "<m:math xmlns:m='http://www.w3.org/1998/Math/MathML'><m:mi>x</m:mi></m:math>", "<desc><math xmlns='http://www.w3.org/1998/Math/MathML' href='javascript:a()'/></desc>",
            "<metadata><m:maction xmlns:m='http://www.w3.org/1998/Math/MathML' actiontype='statusline'/></metadata>",
            "<xi:fallback xmlns:xi='http://www.w3.org/2001/XInclude'/>", "<foreignObject><xi:include xmlns:xi='http://www.w3.org/2001/XInclude'/></foreignObject>",
            "<ev:action xmlns:ev='http://www.w3.org/2001/xml-events'/>", "<g xmlns:ev='http://www.w3.org/2001/xml-events' ev:event='click' ev:handler='#a'/>",
            "<metadata><x:template xmlns:x='http://www.w3.org/1999/XSL/Transform'/></metadata>",
            // Animations of what acts.
            "<a><set attributeName='href' to='x'/></a>", "<animate attributeName='xlink:href' values='x'/>", "<animate attributeName='onclick' to='a()'/>",
            "<s:animate xmlns:s='http://www.w3.org/2000/svg' attributeName=' href ' from='x'/>", "<set attributeName='style' to='x'/>",
            "<animate attributeName='fill' values='url(https://elsewhere.example/#a)'/>", "<animate attributeName='x' to='javascript:a()'/>",
            "<animateMotion><mpath href='https://elsewhere.example/#a'/></animateMotion>",
            // Things from elsewhere.
            "<image href='https://elsewhere.example/x.png'/>", "<image xlink:href='//elsewhere.example/x.png'/>", "<image href='beside.png'/>", "<image href='data:text/html,x'/>",
            "<use href='https://elsewhere.example/#a'/>", "<use href='other.svg#a'/>", "<use href='data:image/svg+xml,x#a'/>", "<use href='data:image/png;base64,AA'/>",
            "<feImage href='https://elsewhere.example/x'/>", "<textPath href='other.svg#a'/>", "<linearGradient xlink:href='http://elsewhere.example/#a'/>",
            "<cursor href='https://elsewhere.example/x'/>", "<font-face-uri href='https://elsewhere.example/x'/>", "<image src='https://elsewhere.example/x'/>", "<video href='https://elsewhere.example/x'/>",
            "<xi:include xmlns:xi='http://www.w3.org/2001/XInclude' href='x.svg'/>", "<x:y xmlns:x='urn:x' xlink:href='https://elsewhere.example/'/>",
            "<g xml:base='https://elsewhere.example/'/>", "<?xml-stylesheet href='https://elsewhere.example/x.css'?>",
            "<rect fill='url(https://elsewhere.example/#a)'/>", "<rect cursor='url(https://elsewhere.example/x), auto'/>", "<rect filter='u\\72l(//elsewhere.example)'/>",
            "<rect style='fill:url(\"https://elsewhere.example/#a\")'/>", "<rect style='background:image-set(\"https://elsewhere.example/a\" 1x)'/>",
            "<rect style='behavior:url(x.htc)'/>", "<rect style='-moz-binding:url(x.xml#a)'/>", "<rect style='width:expression(a())'/>", "<rect style='--a:url(https://elsewhere.example)'/>",
            "<style>@import 'https://elsewhere.example/x.css';</style>", "<style>@im\\70ort 'x.css';</style>", "<style>@IMPORT url(x.css);</style>", "<style>&#64;import 'x'</style>",
            "<style><![CDATA[@import 'x']]></style>", "<style>@im<!-- -->port 'x'</style>", "<style>rect{}/**/@import url(x)</style>", "<style><!--x-->@import 'x'</style>",
            "<style>@font-face{font-family:a;src:url(https://elsewhere.example/x.woff2)}</style>", "<style>@media print{rect{fill:url(https://elsewhere.example/a)}}</style>",
            "<style>rect{fill:u\\72 l(https://elsewhere.example/a)}</style>", "<style>rect{fill:URL( 'x.svg#a' )}</style>", "<style>rect{fill:url(\n//elsewhere.example/a</style>",
            "<style>rect{background:src('https://elsewhere.example')}</style>", "<style>rect{background:-webkit-image-set('https://elsewhere.example' 1x)}</style>",
            "<style>rect{background:cross-fade(url(a.png), url(b.png))}</style>", "<defs><style type='text/css'>a{list-style:url(a.png)}</style></defs>",
            // Bombs.
            "<g>".repeat(300) + "</g>".repeat(300), "<image href='data:image/svg+xml;base64," + base64(drawing("<script/>")) + "'/>",
            "<image href='data:image/svg+xml,%3Csvg onload=%22a()%22/%3E'/>", "&nbsp;", "<g " + prefixes(150) + "/>");
        Stream<String> files = Stream.of(
            "", "words", "<svg", "<svg/><svg/>", "<html " + HTML + "/>", "<svg xmlns='urn:x'/>", "<svg " + HTML + "/>", "<?xml version='1.0'?>", "<svg><g></svg>", "<svg \0/>",
            "<!DOCTYPE svg [<!ENTITY a 'b'>]><svg xmlns='http://www.w3.org/2000/svg'>&a;</svg>", "<!DOCTYPE svg [<!ENTITY a SYSTEM 'file:///etc/hosts'>]><svg>&a;</svg>",
            "<!DOCTYPE svg [<!ATTLIST svg onload CDATA 'a()'>]><svg/>", "<!DOCTYPE svg [<!ENTITY % p SYSTEM 'https://elsewhere.example/x'>%p;]><svg/>",
            "<!DOCTYPE svg [<!ELEMENT svg ANY>]><svg/>", "<!DOCTYPE svg [<!NOTATION n SYSTEM 'x'>]><svg/>",
            "<?xml version='1.0' encoding='UTF-7'?><svg/>", "<?xml version='1.0' encoding='ISO-2022-JP'?><svg/>", "<?xml version='1.0' encoding='utf-16'?><svg/>",
            "<?xml version='1.0' encoding='hz-gb-2312'?><svg/>", "<?xml version='1.0' encoding='iso-8859-1'?><svg><title>é</title></svg>",
            "<?xml-stylesheet type='text/css' href='x.css'?><svg/>", "<?xml version='1.0'?><?xml-stylesheet href='#a'?><svg/>", "\u001b$B<svg/>", "\u001f\u008b\b compressed");
        return Stream.concat(contents.map(SvgRebuildTest::drawing), files);
    }

    private static String base64(String svg) {
        return Base64.getEncoder().encodeToString(svg.getBytes(StandardCharsets.UTF_8));
    }

    private static String prefixes(int count) {
        StringBuilder declarations = new StringBuilder();
        for (int i = 0; i < count; i++) {
            declarations.append(" xmlns:p").append(i).append("='urn:p'");
        }
        return declarations.toString();
    }

    @ParameterizedTest
    @MethodSource("hostile")
    void whatCouldActIsRefusedWithAReason(String svg) {
        SvgOutcome outcome = outcome(svg);
        SvgOutcome.Refused refused = assertInstanceOf(SvgOutcome.Refused.class, outcome, outcome::toString);
        assertTrue(refused.reason().matches("(?:has|is|loads|runs|changes|declares|uses) [ -~…]{3,120}"), refused.reason());
    }

    @Test
    void aReasonHasItsLine() {
        assertEquals(new SvgOutcome.Refused("has a script", 3), outcome("<svg " + NAMESPACES + ">\n<g/>\n<script/>\n</svg>"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"UTF-16", "UTF-16LE", "UTF-32BE", "ISO-8859-1"})
    void onlyUtf8IsRead(String encoding) {
        byte[] svg = drawing("<title>é</title>").getBytes(Charset.forName(encoding));
        assertInstanceOf(SvgOutcome.Refused.class, SvgRebuild.of(svg, false));
    }

    @Test
    void aDrawingThatIsTooLargeIsRefused() {
        byte[] large = drawing("<path d='" + "M0 0".repeat(SvgRebuild.MAX_BYTES / 4) + "'/>").getBytes(StandardCharsets.UTF_8);
        assertEquals(new SvgOutcome.Refused("has more than 4 MB", 0), SvgRebuild.of(large, false));
        assertInstanceOf(SvgOutcome.Refused.class, outcome(drawing("<g/>".repeat(300_000))));
    }

    /// None of them is read more than once.
    @ParameterizedTest
    @ValueSource(strings = {"<!doctype", "<!DOCTYPE svg [", "<!--", "<![CDATA[", "<svg ", "<svg a='", "&", "&#", "url(", "<style>@", "<a:b xmlns:a='x'>", " a='b'"})
    void repetitionsAreRefusedSoon(String part) {
        assertInstanceOf(SvgOutcome.Refused.class, outcome("<svg " + part.repeat(200_000)));
        assertInstanceOf(SvgOutcome.Refused.class, outcome("<svg " + NAMESPACES + ">" + part.repeat(200_000)));
    }

    @ParameterizedTest
    @ValueSource(strings = {"url(", "url(#a ", "/*", "\\", "\"", "a{", "@a ", "@media{", "((", "a{b:c(", "-", "--", "#", "<!--", "1e", "a:not(", ";", "\\0 ", "'\\\n"})
    void stylesAreReadInStepsThatGrowWithTheirLength(String part) throws Exception {
        long[] steps = new long[2];
        for (int i = 0; i < 2; i++) {
            String css = part.repeat(2_000 << i);
            Counted counted = new Counted(css);
            try {
                CssRebuild.sheet(counted);
            } catch (SvgRefusal e) {
                assertTrue(e.getMessage() != null);
            }
            steps[i] = counted.looks;
            assertTrue(counted.looks <= 40L * css.length() + 100, counted.looks + " looks at " + css.length() + " characters");
        }
        assertTrue(steps[1] <= steps[0] * 22 / 10 + 100, steps[0] + " then " + steps[1]);
    }

    /// Counts how often a character is looked at.
    private static final class Counted implements CharSequence {

        private final String text;
        private long looks;

        Counted(String text) {
            this.text = text;
        }

        @Override
        public int length() {
            return text.length();
        }

        @Override
        public char charAt(int index) {
            looks++;
            return text.charAt(index);
        }

        @Override
        public CharSequence subSequence(int start, int end) {
            looks += end - start;
            return text.substring(start, end);
        }

        @Override
        public String toString() {
            return text;
        }
    }

    /// Read by another parser, what is written has nothing but what is on the lists.
    @Test
    void ofAnyMixtureOnlyWhatIsAllowedIsWritten() {
        int rebuilt = 0;
        for (int seed = 0; seed < 4_000; seed++) {
            String source = HostileDrawings.mixed(seed);
            if (outcome(source) instanceof SvgOutcome.Rebuilt drawing) {
                rebuilt++;
                String svg = new String(drawing.bytes(), StandardCharsets.UTF_8);
                for (Element element : Jsoup.parse(svg, Parser.xmlParser()).select("*")) {
                    assertTrue(element.tagName().equals("#root") || SvgNames.ELEMENTS.contains(element.tagName()), element.tagName() + " of " + source);
                    String style = element.tagName().equals("style") ? element.wholeText() + element.data() : "";
                    assertFalse(style.contains("@") || style.contains("elsewhere"), svg);
                    for (Attribute attribute : element.attributes()) {
                        String name = attribute.getKey();
                        assertTrue(SvgNames.ATTRIBUTES.contains(name) || SvgNames.PRESENTATION.contains(name) || Set.of("xmlns", "style", "xml:space", "href").contains(name), name + " of " + source);
                        assertFalse(attribute.getValue().contains("elsewhere"), svg);
                        assertTrue(!name.equals("href") || attribute.getValue().startsWith("#"), source);
                    }
                }
            }
        }
        assertTrue(rebuilt > 500, rebuilt + " were rebuilt");
    }

    @Test
    void shapesStayAsTheyAre() {
        String svg = rebuilt("""
            <?xml version="1.0" encoding="UTF-8" standalone="no"?>
            <!-- made by hand -->
            <!DOCTYPE svg PUBLIC "-//W3C//DTD SVG 1.1//EN" "http://www.w3.org/Graphics/SVG/1.1/DTD/svg11.dtd">
            <svg xmlns="http://www.w3.org/2000/svg" xmlns:xlink="http://www.w3.org/1999/xlink" width="40" height="20" viewBox="0 0 40 20">
            <defs><linearGradient id="a"><stop offset="0" stop-color="#fff"/></linearGradient>
            <clipPath id="c"><circle r="3"/></clipPath></defs>
            <g transform="translate(1,2)" fill="url(#a)" clip-path="url('#c')"><path d="M0 0L1 1Z"/><use xlink:href="#a" x="3"/></g>
            <text x="1" y="2" font-family="Arial, 'Noto Sans'" xml:space="preserve">a &lt; b &amp; c ü 課</text></svg>
            """);
        assertEquals("""
            <?xml version="1.0" encoding="UTF-8"?>
            <svg xmlns="http://www.w3.org/2000/svg" width="40" height="20" viewBox="0 0 40 20">
            <defs><linearGradient id="a"><stop offset="0" stop-color="#fff"/></linearGradient>
            <clipPath id="c"><circle r="3"/></clipPath></defs>
            <g transform="translate(1,2)" fill="url(#a)" clip-path="url(#c)"><path d="M0 0L1 1Z"/><use href="#a" x="3"/></g>
            <text x="1" y="2" font-family="Arial, &quot;Noto Sans&quot;" xml:space="preserve">a &lt; b &amp; c ü 課</text></svg>
            """, svg);
    }

    @Test
    void whatProgramsKeepForThemselvesGoes() {
        String svg = """
            <svg xmlns="http://www.w3.org/2000/svg" xmlns:inkscape="http://www.inkscape.org/namespaces/inkscape"
                xmlns:sodipodi="http://sodipodi.sourceforge.net/DTD/sodipodi-0.dtd" xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#"
                sodipodi:docname="plan.svg" inkscape:export-filename="/home/dora/secret/plan.png" content="&lt;mxfile&gt;Another page&lt;/mxfile&gt;" data-x="y">
            <?plantuml-src SoWkIImgAStDuNBAJrBGjLDmpCbCJbMmKiX8pSd9vt98pKi1IW80?>
            <!-- drawn for the board of directors -->
            <sodipodi:namedview id="base"><inkscape:grid type="xygrid"/></sodipodi:namedview>
            <metadata><rdf:RDF><creator>Dora Lane</creator></rdf:RDF></metadata>
            <title>A plan</title><g inkscape:label="Layer 1" style="display:inline;-inkscape-stroke:none;fill:#f00"><rect width="3"><animate attributeName="x" to="3"/></rect></g>
            </svg>
            """;
        String text = rebuilt(svg);
        for (String gone : List.of("dora", "Dora", "board", "mxfile", "inkscape", "sodipodi", "rdf", "plantuml", "data-x", "animate", "plan.svg")) {
            assertFalse(text.contains(gone), text);
        }
        assertTrue(text.contains("<title>A plan</title><g style=\"display:inline;fill:#f00;\"><rect width=\"3\"/></g>"), text);
        SvgOutcome.Rebuilt outcome = assertInstanceOf(SvgOutcome.Rebuilt.class, outcome(svg));
        assertEquals(List.of("animations", "comments", "metadata", "parts of other vocabularies", "processing instructions"), outcome.removed());
    }

    @Test
    void stylesStayAsFarAsTheyAreKnown() {
        String svg = rebuilt(drawing("""
            <style>
              @charset "utf-8"; @namespace svg url(http://www.w3.org/2000/svg);
              @font-face { font-family: "Virgil"; src: url(data:font/woff2;base64,d09GMgABAAAAA) }
              @keyframes dash { to { stroke-dashoffset: 0 } }
              /* a comment */ .a > rect.b:hover, #c [data-look="neo"] { fill: url( '#g' ) !important; stroke: rgba(1, 2, 3, .5); animation: dash 1s; position: fixed }
              text { font: bold 12px/1.2 "Trebuchet MS", serif; --size: 3px; transform: translate(calc(1px + 2%), -3px) rotate(4deg) }
              .x\\:y { fill: red } .z { fill: url(data:image/png;base64,AA) }
            </style><rect class="b" style="fill: light-dark(#fff, var(--ge-dark, #000)); mix-blend-mode: multiply; -webkit-x: y"/>"""));
        assertTrue(svg.contains("""
            <style>
            .a &gt; rect.b:hover, #c [data-look="neo"] {fill:url(#g) !important;stroke:rgba(1, 2, 3, .5);}
            text {font:bold 12px/1.2 "Trebuchet MS", serif;--size:3px;transform:translate(calc(1px + 2%), -3px) rotate(4deg);}
            </style>"""), svg);
        assertTrue(svg.contains("style=\"fill:light-dark(#fff, var(--ge-dark, #000));mix-blend-mode:multiply;\""), svg);
    }

    @Test
    void aLabelInHtmlIsTheTextBesideIt() {
        String svg = rebuilt(drawing("""
            <switch><foreignObject width="100%" height="100%" requiredFeatures="http://www.w3.org/TR/SVG11/feature#Extensibility">\
            <div xmlns="http://www.w3.org/1999/xhtml" style="display: flex" data-drawio-colors="color: #000;"><b>Orders</b></div></foreignObject>\
            <text x="1">Orders</text></switch>"""));
        assertTrue(svg.contains("<switch><text x=\"1\">Orders</text></switch>"), svg);
    }

    @Test
    void aLabelInHtmlAloneBecomesLinesOfText() {
        String label = """
            <foreignObject x="10" width="42.5" height="24"><div xmlns="http://www.w3.org/1999/xhtml" style="display: table-cell; line-height: 1.5">\
            <span class="nodeLabel"><p>Orders &amp;<br/>  and\n their   <i>payment</i></p></span></div></foreignObject>""";
        String text = "<text x=\"31.25\" y=\"12\" text-anchor=\"middle\"><tspan x=\"31.25\" dy=\"-0.25em\">Orders &amp;</tspan>"
            + "<tspan x=\"31.25\" dy=\"1.2em\">and their payment</tspan></text>";
        assertTrue(rebuilt(drawing("<g class='label'>" + label + "</g>")).contains("<g class=\"label\">" + text + "</g>"));
        assertTrue(rebuilt(drawing("<switch>" + label + "</switch>")).contains("<switch>" + text + "</switch>"));
        assertTrue(rebuilt(drawing("<switch>" + label + "<g id='fallback'/></switch>")).contains("<switch><g id=\"fallback\"/></switch>"));
    }

    @Test
    void linksForAClickGoAndTheirWordsStay() {
        String svg = rebuilt(drawing("<a xlink:href='https://elsewhere.example/' target='_top' xlink:title='x'><text>words</text></a><a href='#part'><g/></a>"));
        assertTrue(svg.contains("<a><text>words</text></a><a href=\"#part\"><g/></a>"), svg);
    }

    @Test
    void picturesInADrawingStayWhenTheyAreData() {
        String inner = drawing("<!-- private --><rect width='1'/>");
        String svg = rebuilt(drawing("<image width='3' xlink:href='data:image/svg+xml;base64," + base64(inner) + "'/>"));
        String kept = new String(Base64.getDecoder().decode(svg.replaceAll("(?s).*base64,([^\"]*)\".*", "$1")), StandardCharsets.UTF_8);
        assertTrue(kept.contains("<rect width=\"1\"/>") && !kept.contains("private"), kept);
        assertTrue(rebuilt(drawing("<image href='data:image/svg+xml,%3Csvg xmlns=%22http://www.w3.org/2000/svg%22/%3E'/>")).contains("data:image/svg+xml;base64,"));
    }

    @Test
    void aDrawingWithoutItsNamespaceGetsIt() {
        assertTrue(rebuilt("<svg viewBox='0 0 1 1'><g/></svg>").contains("<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 1 1\"><g/></svg>"));
    }

    @Test
    void theLatinEncodingsOfOlderProgramsAreReadWhereAllIsAscii() {
        assertTrue(rebuilt("<?xml version='1.0' encoding='iso-8859-1'?><svg xmlns='http://www.w3.org/2000/svg'><title>&#233;</title></svg>").contains("<title>é</title>"));
        assertTrue(rebuilt("\uFEFF<?xml version='1.0' encoding='utf-8'?><svg xmlns='http://www.w3.org/2000/svg'/>").contains("<svg "));
    }

    @Test
    void whatOnlyXml11KnowsIsLeftOut() {
        assertTrue(rebuilt("<?xml version='1.1'?><svg xmlns='http://www.w3.org/2000/svg'><text>a&#1;b</text></svg>").contains("<text>ab</text>"));
    }

    /// A drawing from which HTML is gone says so, and one that never had any says nothing.
    @Test
    void checkNamesDrawingsThatLackTheirHtml() {
        String html = "<foreignObject width=\"10\" height=\"10\"><div xmlns=\"http://www.w3.org/1999/xhtml\">Box</div></foreignObject>";
        String svg = "<svg xmlns=\"http://www.w3.org/2000/svg\" width=\"10\" height=\"10\">%s</svg>";
        try (Site site = Site.of(Site.document("0001", "Keys").replace("# Keys\n", "# Keys\n\n![A](a.svg) ![B](b.svg) ![C](c.svg) ![D](d.svg)\n"))) {
            site.write("content/a.svg", svg.formatted(html).getBytes(StandardCharsets.UTF_8));
            site.write("content/b.svg", svg.formatted("<switch>" + html + "<text>Box</text></switch>").getBytes(StandardCharsets.UTF_8));
            site.write("content/c.svg", svg.formatted("<text>Box</text><!-- foreignObject -->").getBytes(StandardCharsets.UTF_8));
            site.write("content/d.svg", svg.formatted(html.replace("<div", "<script/><div")).getBytes(StandardCharsets.UTF_8));
            site.write("content/e.svg", svg.formatted(html).getBytes(StandardCharsets.UTF_8));
            assertEquals("info content/a.svg, info content/b.svg", labels(site));
            CommandLineRun build = site.build();
            assertEquals(1, build.code());
            assertTrue(build.err().contains("d.svg") || build.out().contains("d.svg"), build.err());
            assertTrue(site.page("files/a.svg").contains(">Box<"), site.page("files/a.svg"));
            assertFalse((site.page("files/a.svg") + site.page("files/b.svg")).contains("foreignObject"));
            site.with("-- pressroom.yaml --\nseverities: {picture-labels: off}\n");
            assertEquals("", labels(site));
        }
    }

    private static String labels(Site site) {
        return String.join(", ", site.check("--format", "json").findings().stream().filter(finding -> "picture-labels".equals(finding.get("rule")))
            .map(finding -> finding.get("severity") + " " + finding.get("file")).toList());
    }
}
