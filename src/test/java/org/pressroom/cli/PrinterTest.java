package org.pressroom.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.pressroom.Site;
import org.pressroom.json.Json;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.Map;

/// Nothing that an archive's authors write can act on the terminal of whoever runs a command.
class PrinterTest {

    private static final String HOSTILE = "a\u001b]0;t\u0007\u001b[31mb\u009bc\u202ed\u2066e\u2028f\u007fg\rh\u00adi";

    private static String printed(Printer.Form form, String text) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        new Printer(out).in(form).print(text);
        return out.toString(StandardCharsets.UTF_8);
    }

    @Test
    void controlsBecomeVisible() {
        assertEquals("a␛]0;t␇␛[31mb<U+009B>c<U+202E>d<U+2066>e<U+2028>f␡g␍h<U+00AD>i", printed(Printer.Form.TEXT, HOSTILE));
        assertEquals("größe 課題 😀 \u200d\tx\n\r\n", printed(Printer.Form.TEXT, "größe 課題 😀 \u200d\tx\n\r\n"));
        assertEquals("<U+E0041>", printed(Printer.Form.TEXT, "\udb40\udc41"));
        assertEquals("\ufdd1a\ufdd0", printed(Printer.Form.TEXT, Style.BOLD.of("a")), "marks are colours only where colours are wanted");
        assertEquals("\u001b[1ma␛[31m\u001b[0m", printed(Printer.Form.STYLED, Style.BOLD.of("a\u001b[31m")));
    }

    @Test
    void aCharacterMayComeInPieces() {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        Printer printer = new Printer(out);
        for (byte b : "\u202e😀é\r\n\u009b".getBytes(StandardCharsets.UTF_8)) {
            printer.write(b);
        }
        printer.write(0x9b);
        printer.write(0xc3);
        printer.write('x');
        assertEquals("<U+202E>😀é\r\n<U+009B>\ufffd\ufffdx", out.toString(StandardCharsets.UTF_8));
    }

    @Test
    void aFormThatAProgramReadsKeepsItsMeaning() throws Exception {
        String json = Json.pretty(Json.object("a", HOSTILE + "\udb40\udc41"));
        String safe = printed(Printer.Form.JSON, json);
        assertEquals(Json.read(json), Json.read(safe));
        assertTrue(safe.chars().allMatch(c -> c == '\n' || c >= ' ' && c < 0x7f), safe);
        assertEquals("&#x202E;&#x9B;", printed(Printer.Form.XML, "\u202e\u009b"));
        assertEquals("␛<U+202E>\u00ad\u200f\r\n", printed(Printer.Form.PATCH, "\u001b\u202e\u00ad\u200f\r\n"));
    }

    @ParameterizedTest
    @EnumSource(Printer.Form.class)
    void noFormLetsAControlPass(Printer.Form form) {
        StringBuilder all = new StringBuilder();
        for (int c = 0; c <= Character.MAX_CODE_POINT; c++) {
            boolean surrogate = c >= Character.MIN_SURROGATE && c <= Character.MAX_SURROGATE;
            all.appendCodePoint(surrogate || c >= 0xfdd0 && c <= 0xfdef ? 'x' : c);
        }
        printed(form, all.toString()).codePoints().forEach(c -> assertFalse(c < ' ' && c != '\n' && c != '\t' || c >= 0x7f && c < 0xa0
            || c >= 0x202a && c <= 0x202e || c >= 0x2066 && c <= 0x2069 || c == 0x2028, () -> Integer.toHexString(c)));
    }

    /// An archive with escapes in whatever is printed: titles, ids, statuses, paths, names from git, settings.
    private static Site hostile() throws Exception {
        String e = "\\x1b]52;c;eA==\\x07\\u202E\\u009b31m";
        Site site = Site.of("-- content/1.md --\n---\nid: \"" + e + "x\"\ntitle: \"zebra " + e + "\"\nstatus: \"s" + e + "\"\nowner: \"" + e + "\"\nteam: \"t" + e + "\"\n---\n"
            + "# zebra \u001b[31m\u202e\n\n## Problem\n\nA zebra \u001b]0;x\u0007 is lost each week.\n\n## FAQ\n\n### \u001b[5mWhy?\n\nNo [l](\u001b[1mx.md) ![](\u009b.png)\n"
            + "-- pressroom.yaml --\nthresholds: {\"" + e + "\": 1}\nsources: {\"a" + e + "\": {location: x}, b: {location: \"" + e + "\"}}\nstatuses: {\"z" + e + "\": {}}\n");
        Files.writeString(site.archive().resolve("content/2\u001b[31m.md"), "---\ntitle: T\n---\nzebra\n");
        site.commit("2024-03-01T10:00:00Z", "A\u001b[2J <a@x>");
        Site.git(site.archive(), Map.of(), "commit", "-q", "--allow-empty", "-m", "m\n\nCo-authored-by: \u001b[31mX <c@b.example>");
        return site;
    }

    @Test
    void noCommandPrintsAnEscapeOfTheArchive() throws Exception {
        try (Site site = hostile()) {
            String archive = site.archive().toString();
            String id = "\u001b]52;c;eA==\u0007\u202e\u009b31mx";
            String file = site.archive().resolve("content/2\u001b[31m.md").toString();
            List<List<String>> commands = List.of(List.of("build", "-o", site.output().toString(), archive),
                List.of("check", archive), List.of("check", "--format", "github", archive), List.of("check", "--format", "json", archive),
                List.of("check", "--format", "sarif", archive), List.of("check", "--format", "junit", archive), List.of("check", "--fix", "--dry-run", archive),
                List.of("search", "zebra", archive), List.of("search", "--format", "json", "zebra", archive), List.of("search", "--color", "never", "\u001b[31m", archive),
                List.of("similar", "--file", site.archive().resolve("content/1.md").toString(), archive), List.of("history", id, archive), List.of("history", id + "\u001b", archive),
                List.of("history", "--format", "json", id, archive), List.of("stats", archive), List.of("stats", "--format", "json", archive), List.of("outline", file),
                List.of("outline", site.archive().resolve("content/1.md").toString()), List.of("outline", "--format", "json", file), List.of("outline", "\u001b[31mx"),
                List.of("explain", "\u001b[31mx"), List.of("\u001b[31mx"), List.of("check", "--\u001b[31mx"), List.of("check", "--as-of", "\u001b[31mx"),
                List.of("check", "--threads", "\u009bx"), List.of("check", "--ref", "\u001b[31mx", archive), List.of("check", "--config", "\u001b[31mx", archive),
                List.of("check", "a\u001b[31m", "b\u202e"), List.of("check", "--allow-source", "x://\u001b"), List.of("check", "https://\u001b[31m"));
            for (List<String> command : commands) {
                for (String debug : new String[] {"", "--debug"}) {
                    String[] arguments = debug.isEmpty() ? command.toArray(String[]::new)
                        : java.util.stream.Stream.concat(command.stream().limit(1), java.util.stream.Stream.concat(java.util.stream.Stream.of(debug), command.stream().skip(1))).toArray(String[]::new);
                    CommandLineRun run = site.run(arguments);
                    (run.out() + run.err()).codePoints().forEach(c -> assertFalse(c < ' ' && c != '\n' && c != '\t' || c >= 0x7f && c < 0xa0 || c == 0x202e,
                        () -> String.join(" ", arguments) + "\n" + Integer.toHexString(c) + "\n" + run.out() + run.err()));
                }
            }
        }
    }

    @Test
    void onATerminalOnlyColoursOfItsOwnPass() throws Exception {
        try (Site site = hostile()) {
            for (List<String> command : List.of(List.of("search", "zebra"), List.of("check"), List.of("check", "--fix", "--dry-run"), List.of("build", "-q", "-o", site.output().toString()),
                    List.of("similar", "--batch", site.archive().resolve("content/1.md").toString()))) {
                ByteArrayOutputStream out = new ByteArrayOutputStream();
                PrintStream stream = new PrintStream(out, true, StandardCharsets.UTF_8);
                Terminal terminal = new Terminal(stream, stream, true, Map.of("PRESSROOM_CACHE", site.home().resolve("cache").toString()), site.home(), Clock.systemUTC());
                Main.run(terminal, java.util.stream.Stream.concat(command.stream(), java.util.stream.Stream.of("--color", "always", site.archive().toString())).toArray(String[]::new));
                String text = out.toString(StandardCharsets.UTF_8).replaceAll("\u001b\\[(?:0|1|33|32|1;31|1;33|1;36)m", "").replaceAll("\r[^\n]*?\r|\u001b\\[\\d*[KA]", "");
                assertFalse(text.contains("\u001b") || text.contains("\u0007") || text.contains("\u009b") || text.contains("\u202e"), text);
            }
        }
    }

    @Test
    void aLineBreakDoesNotForgeALine() {
        try (Site site = Site.of(Site.document("1", "Keys"))) {
            CommandLineRun run = site.run("check", Path.of("no\npressroom: all is well").toString());
            assertEquals(1, run.err().lines().count(), run.err());
        }
    }
}
