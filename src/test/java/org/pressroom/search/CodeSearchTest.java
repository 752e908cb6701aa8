package org.pressroom.search;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.pressroom.Site;

/// The names that stand in code are found, behind the same names in prose.
class CodeSearchTest {

    private static final String CODE = "-- content/0001-a.md --\n---\ntitle: Api\nstatus: draft\n---\n\nIntro with `inlineName`.\n\n- item\n\n  ```js\n  const secretFunction = \"a\" < 'b' && 1;\n  ```\n\n"
        + "<details>\n\n    indentedName();\n\n</details>\n";

    @ParameterizedTest
    @ValueSource(strings = {"secretFunction", "inlineName", "indentedName", "\"const secretFunction\""})
    void namesInCodeAreFound(String query) {
        try (Site site = Site.of(CODE)) {
            String found = site.run("search", query, site.archive().toString()).out();
            assertTrue(found.startsWith("0001"), found);
        }
    }

    @Test
    void proseComesFirst() {
        String prose = "-- content/0002-b.md --\n---\ntitle: Other\nstatus: draft\n---\n\nIntro: secretFunction is what the words of this text are about.\n";
        String title = "-- content/0003-c.md --\n---\ntitle: The secretFunction\nstatus: draft\n---\n\nIntro.\n";
        try (Site site = Site.of(CODE + prose + title)) {
            String found = site.run("search", "secretFunction", site.archive().toString()).out();
            assertTrue(found.startsWith("0003"), found);
            assertTrue(found.contains("const <") || found.contains("secretFunction = \"a\" < 'b' && 1"), found);
        }
    }

    @Test
    void codeIsReadAsItWasWritten() {
        assertEquals("a < \"b\" && 'c'\n\nx\n", CodeText.of("<p>no</p><pre tabindex=\"0\"><code class=\"language-js\">a &lt; &quot;b&quot; &amp;&amp; &#39;c&#39;\n</code></pre><p>no</p>"
            + "<pre tabindex=\"0\" data-language=\"mermaid\"><code>x</code></pre>"));
        assertEquals("", CodeText.of("<p>no</p><pre>raw</pre>"));
    }
}
