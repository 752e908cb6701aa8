package org.pressroom.picture;

import java.util.List;
import java.util.Random;

/// Drawings put together at random from what draws, what drawing programs add, and what attacks.
final class HostileDrawings {

    private static final List<String> PARTS = List.of(
        "<g>", "</g>", "<g><rect width='3' height='3' fill='red'/></g>", "<text>words</text>", "<style>rect{fill:red}</style>", "<title>&lt;script>top.__hit=1&lt;/script></title>",
        "<style>a{fill:url(#x)}</style>", "<style>/*", "*/</style>", "<defs><linearGradient id='x'/></defs>", "<use href='#x'/>", "<!-- x -->", "<metadata><x:y xmlns:x='urn:x'>z</x:y></metadata>",
        "<![CDATA[<script>top.__hit=1</script>]]>", "<x:script xmlns:x='urn:x'/>", "<rect style='fill:red;x:y' data-x='javascript:top.__hit=1'/>", "<a href='https://elsewhere.example/'><text>t</text></a>",
        "<switch><foreignObject width='9' height='9'><div xmlns='http://www.w3.org/1999/xhtml'>t<br/>u</div></foreignObject><text>t</text></switch>",
        "<foreignObject><p xmlns='http://www.w3.org/1999/xhtml'>&lt;img src=x onerror=top.__hit=1></p></foreignObject>", "<x:foreignObject xmlns:x='http://www.w3.org/2000/svg'>t</x:foreignObject>",
        "<font><glyph d='M0 0'/></font>", "<animate attributeName='x' to='3'/>", "<style>@font-face{font-family:x;src:url(data:font/woff;base64,AA)}</style>", "<style>rect{fill:\\72 ed;content:'\\3c script>'}</style>",
        "<image href='data:image/png;base64,iVBORw0KGgo='/>", "<desc>\"' onload='top.__hit=1'</desc>", "<rect id='\" onload=\"top.__hit=1' width='1'/>", "<rect class='&lt;script>top.__hit=1&lt;/script>'/>",
        "<path d='M0 0\"/>&lt;script>'/>", "<text xml:space='preserve'>&#10; &#13;</text>", "<rect style='font-family:&quot;&lt;/style>&quot;'/>", "<style>&lt;/style>&lt;script>top.__hit=1&lt;/script></style>");

    private static final List<String> ATTACKS = List.of(
        "<script>top.__hit=1</script>", "<g onload='top.__hit=1'/>", "<image href='https://elsewhere.example/x'/>", "<style>@import 'https://elsewhere.example/x'</style>",
        "<a href='javascript:top.__hit=1'/>", "<animate attributeName='href' to='javascript:top.__hit=1'/>", "<h:script xmlns:h='http://www.w3.org/1999/xhtml'>top.__hit=1</h:script>");

    private HostileDrawings() { }

    /// The same for the same seed; some are not well-formed.
    static String mixed(long seed) {
        Random random = new Random(seed);
        StringBuilder svg = new StringBuilder("<svg xmlns='http://www.w3.org/2000/svg' width='20' height='20'>");
        for (int i = random.nextInt(1, 9); i > 0; i--) {
            String part = random.nextInt(12) == 0 ? ATTACKS.get(random.nextInt(ATTACKS.size())) : PARTS.get(random.nextInt(2, PARTS.size()));
            boolean within = random.nextInt(4) == 0;
            svg.append(within ? PARTS.get(0) : "").append(part).append(within ? PARTS.get(1) : "");
        }
        svg.append("</svg>");
        if (random.nextInt(3) == 0) {
            int at = random.nextInt(svg.length());
            svg.insert(at, "<>\"'&/=: ".charAt(random.nextInt(9)));
        }
        return svg.toString();
    }
}
