package org.pressroom.parse;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import java.util.List;

/// Ways to write a name.
class NameScanTest {

    private static final NameScan NAMES = new NameScan(List.of("Zoë Vexworth", "Anne-Marie O'Quill", "山田 太郎", "İpek Işık", "Weiß Groß", "q.vex@mail.example"));

    @ParameterizedTest
    @ValueSource(strings = {"Zoë Vexworth", "zoë vexworth", "ZOË VEXWORTH", "Zoe\u0308 Vexworth", "Zoe Vexworth", "Zoë\u00a0Vexworth", "Zoë\u2009Vexworth", "Zoë\u3000Vexworth",
        "Zoë\u202fVexworth", "Zoë  \t Vexworth", "Zoë\nVexworth", "Zoë\r\n> > Vexworth", "Zoë&nbsp;Vexworth", "Zoë&nbspVexworth", "Zoë&#160;Vexworth", "Zoë&#xA0;Vexworth",
        "Zoë&thinsp;Vexworth", "Zo&euml; Vexworth", "Zo&#235; Vexworth", "&#90;o&#xeb; V&#101;xworth", "Zo\u00adë Vex\u200bworth", "Zoë\u200bVexworth", "Zoë &shy;Vexworth",
        "Zoë\u2060 Vexworth", "\u202aZoë Vexworth\u202c", "**Zoë** Vexworth", "**Zoë** **Vexworth**", "*Z*oë Vexworth", "_Zoë_ _Vexworth_", "__Zoë__ Vexworth", "`Zoë` Vexworth", "~~Zoë~~ Vexworth",
        "Zoë*Vexworth*", "Zoë<br>Vexworth", "Zoë<br/>\nVexworth", "Zoë<wbr> Vexworth", "<b>Zoë</b> <i>Vexworth</i>", "<span class=\"a\">Zo</span>ë Vexworth", "Zoë<!-- x --> Vexworth",
        "Zoë <!-- Vex --> Vexworth", "[Zoë](https://x.example) Vexworth", "[Zoë][1] Vexworth", "Zoë[^1] Vexworth", "[Zoë] Vexworth", "Zoë\\ Vexworth", "Zo\\ë Vexworth", "Zoë\\\nVexworth", "Zoë\\_Vexworth",
        "Vexworth, Zoë", "Vexworth,Zoë", "VEXWORTH ,\nZoë", "Zoë Vexworth's", "Zoë Vexworth’s", "zoe.vexworth@mail.example", "zoe-vexworth", "zoe_vexworth", "Zoë+Vexworth", "Zo%C3%AB%20Vexworth", "%5Aoe%20Vexworth",
        "x/zoe-vexworth.md", "[x](zoe-vexworth.md)", "<img alt=\"Zoë Vexworth\">", "![Zoë Vexworth](x.png)", "<!-- Zoë Vexworth -->", "<mailto:zoe.vexworth@mail.example>", "#zoe-vexworth",
        "Ｚｏë Ｖｅｘｗｏｒｔｈ", "𝐙𝐨𝐞 𝐕𝐞𝐱𝐰𝐨𝐫𝐭𝐡", "\"Zo\\u00eb Vexworth\"", "\"Zoe\\x20Vexworth\"", "\"Zoe\\tVexworth\"", "Zoë—Vexworth", "Zoë・Vexworth", "(Zoë Vexworth)", "“Zoë Vexworth”",
        "Anne-Marie O'Quill", "Anne Marie O’Quill", "anne-marie-oquill", "O'Quill, Anne-Marie", "Anne‑Marie O&apos;Quill", "ANNE‐MARIE O'QUILL",
        "山田太郎", "山田 太郎さん", "は山田　太郎です", "山 田太郎", "山 田 太 郎", "山**田太**郎", "ipek ışık", "İPEK IŞIK", "ipek isik", "weiss gross", "WEISS GROSS", "WEIẞ GROẞ", "q.vex@mail.example", "Q.VEX&#64;mail.example"})
    void isFound(String written) {
        assertTrue(NAMES.finds(written));
        for (String text : new String[] {"- " + written + ".", "| " + written + " |", "# By: " + written + "\n"}) {
            assertTrue(NAMES.finds(text), text);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"Zoë", "Vexworth", "Zoëvexworth", "Zoë Vexworthy", "AZoë Vexworth", "Zoë (Vexworth)", "Zoë: Vexworth", "| Zoë | Vexworth |", "Zoë; Vexworth", "- Zoë\n- Vexworth", "Zoë, Vexworth",
        "Zoë and Vexworth", "Vexworth Zoë", "Quill", "山田", "q.vex", "q.vex@mail.examples"})
    void isNotFound(String written) {
        assertFalse(NAMES.finds(written));
        assertEquals(written, NAMES.replace(written, "Someone"));
    }

    @Test
    void markupAndLinesStay() {
        assertEquals("By **Someone**, and _Someone_.", NAMES.replace("By **Zoë** Vexworth, and _Zoë Vexworth_.", "Someone"));
        assertEquals("Someone\n>  said", NAMES.replace("Zoë\n> Vexworth said", "Someone"));
        assertEquals("[Someone](x) <b>Someone</b><br>!", NAMES.replace("[Zoë](x) Vexworth <b>Zoë</b><br>Vexworth!", "Someone"));
        assertEquals("Someone Someone's [Someone.md](Someone.md)", NAMES.replace("Zoë Vexworth Zoe\u0308&nbsp;Vexworth's [Zoe Vexworth.md](zoe-vexworth.md)", "Someone"));
        assertEquals("Someone", NAMES.replace("zoe.vexworth", "Someone"));
    }

    /// Each would take hours if it were tried from every place.
    @Test
    void longTextsTakeOneLook() {
        NameScan scan = new NameScan(List.of("a ".repeat(2_000) + "b", "a a", "z"));
        for (String piece : new String[] {"a ", "<a", "<!--", "](", "[^", "&#", "%4", "\\", "<", "a<br", "][", "&nbsp"}) {
            String text = piece.repeat(1_000_000 / piece.length());
            assertEquals(piece.equals("a "), scan.finds(text), piece);
        }
    }
}
