package org.pressroom.bake;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.zip.GZIPOutputStream;

class LightTextTest {

    /// The goal of the search: the engine in at most 12 kB, gzipped.
    private static final int MOST = 12_000;

    @Test
    void indentationAndCommentsGo() {
        assertEquals("""
            /*! Licence. */
            let a = 1; // stays
            let b = "// no comment";
            let c = `one` + a;
            let d="a  \\" + b",e=' = ';
            if(a- -1>+ +b)call((x)=>!x? .5:x< !--y);
            call();
            """, LightText.ofScript("""
            /*! Licence. */
            // What it does.
              let a = 1; // stays
            /**
             * More.
             */

                let b = "// no comment";
              /* short */ let c = `one` + a;
              let d = "a  \\" + b", e = ' = ';
              if (a - -1 > + +b) call((x) => !x ? .5 : x < !--y);
            /* over
               two */ call();
            """));
    }

    @ParameterizedTest
    @ValueSource(strings = {"let a = `\n  // text\n`;\n", "let a = \"`\";\n  b();\n", "let a = 'b \\\n  + c';\n"})
    void whatMayBeTextIsLeftAlone(String script) {
        assertEquals(script, LightText.ofScript(script));
    }

    @Test
    void styleSheetsLoseTheSame() {
        assertEquals("""
            /*! Licence. */
            a { color: red } /* stays */
            //b { color: green }
            """, LightText.ofStyles("""
            /*! Licence. */
            /* What it
               does. */
              a { color: red } /* stays */

              //b { color: green }
            """));
        String text = "a::after { content: 'x\\\n  y' }\n";
        assertEquals(text, LightText.ofStyles(text));
    }

    @Test
    void theEngineIsSmall() throws IOException {
        String engine = LightText.ofScript(EngineScript.text());
        ByteArrayOutputStream packed = new ByteArrayOutputStream();
        try (OutputStream gzip = new GZIPOutputStream(packed)) {
            gzip.write(engine.getBytes(StandardCharsets.UTF_8));
        }

        assertFalse(engine.contains("\n//") || engine.contains("\n "));
        assertTrue(packed.size() <= MOST, packed.size() + " bytes");
    }
}
