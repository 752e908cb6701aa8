package org.pressroom.build;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.jsoup.Jsoup;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.pressroom.Site;
import org.pressroom.cli.CommandLineRun;

import java.nio.charset.StandardCharsets;
import java.text.Normalizer;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;

/// People who have several names, and people whom no page may name.
class PeopleTest {

    private static final String HIDING = "people:\n  Quilla Vexworth: {also: [Quill V., qvexworth], hidden: true}\n";

    private static String idea(String id, String metadata) {
        return Site.document(id, "Keys " + id).replace("status: draft", "status: draft\n" + metadata);
    }

    @Test
    void severalNamesAreOnePerson() {
        try (Site site = Site.of("-- pressroom.yaml --\npeople:\n  Ana Lima: {also: [A. Lima, alima]}\n"
                + idea("0001", "authors: [A. Lima, \"ana lima <a@mail.example>\"]") + idea("0002", "authors: [Bo Reed]\nsponsor: alima"))
                .commit("2024-03-01T10:00:00Z", "alima <a@mail.example>").with(idea("0002", "authors: [Bo Reed]\nsponsor: alima\nteam: Homes")).commit("2024-03-02T10:00:00Z", "A. Lima <a@mail.example>")) {
            site.build();
            assertEquals(List.of("Ana Lima", "Bo Reed"), Jsoup.parse(site.page("people.html")).select("tbody th").eachText());
            String person = Jsoup.parse(site.page("person/ana-lima.html")).select("main").text();
            assertTrue(person.contains("Keys 0001") && person.contains("Keys 0002"), person);
            assertEquals("Ana Lima", Jsoup.parse(site.page("ideas/0001.html")).select(".about a").eachText().getFirst());
            assertEquals("Ana Lima", Jsoup.parse(site.page("ideas/0002.html")).select(".revisions li a").eachText().getFirst());
            site.files().forEach((name, text) -> assertFalse(text.contains("mail.example"), name));
            assertTrue(site.run("history", "0002", "--format", "json", site.archive().toString()).out().replaceAll("\\s", "").contains("\"authors\":[\"AnaLima\"]"));
        }
    }

    private static void assertUnnamed(String text, String where) {
        String small = text.toLowerCase(Locale.ROOT);
        for (String name : new String[] {"vexworth", "quill v"}) {
            int at = small.indexOf(name);
            assertTrue(at < 0, () -> where + ": …" + text.substring(Math.max(0, at - 80), Math.min(text.length(), at + 80)));
        }
    }

    @ParameterizedTest
    @CsvSource({"en,Someone", "de,Jemand", "ja,ある人"})
    void whoIsHiddenIsNamedNowhere(String language, String word) throws Exception {
        String first = idea("0001", "authors: [\"Quilla Vexworth <q@mail.example>\", Bo Reed]\nsponsor: qvexworth\nreviews: [{date: 2024-03-20, reviewers: [Quill V.], decision: revise}]\n"
            + "decision: {date: 2024-05-01, deciders: [QUILLA VEXWORTH], text: \"Quilla Vexworth said so\"}\nx-host: Quilla Vexworth")
            .replace("said Dora Lane", "said Quilla\nVexworth").replace("The lock is", "Quilla Vexworth's lock is")
            .replace("Because one", "Ask quilla vexworth. TODO. Because one");
        try (Site site = Site.of("-- pressroom.yaml --\nsite: {language: " + language + "}\nkeys: {host: people}\n" + HIDING + first + "-- pages/about.md --\n# About\n\nBy Quilla Vexworth.\n")
                .commit("2024-03-01T10:00:00Z", "Quilla Vexworth <q@mail.example>")
                .with(first.replace("at our cost", "at the cost of Quilla Vexworth").replace("status: draft", "status: in-review\nhost: [Quill V., Cy]")).commit("2024-03-02T10:00:00Z", "qvexworth <q@mail.example>")) {
            CommandLineRun run = site.build("--base-url", "https://ideas.example/", "--format", "json");
            assertUnnamed(run.out() + run.err(), "output");
            int shards = 0;
            for (var file : site.files().entrySet()) {
                String text = new String(file.getValue().getBytes(StandardCharsets.ISO_8859_1), StandardCharsets.UTF_8);
                assertUnnamed(file.getKey(), "an address");
                assertUnnamed(text, file.getKey());
                if (file.getKey().startsWith("search/")) {
                    assertUnnamed(RestrictedTest.inflated(file.getValue()), file.getKey());
                    shards++;
                }
            }
            assertTrue(shards > 1);
            assertTrue(site.page("diff/0001/2.html").contains("<bdi>" + word + "</bdi>"), site.page("diff/0001/2.html"));
            assertTrue(site.page("api/0001.json").contains(word));
            assertTrue(site.page("raw/0001.md").contains(word));
            assertEquals(List.of("Bo Reed"), Jsoup.parse(site.page("people.html")).select("tbody th").eachText());
            assertFalse(site.page("people.html").contains(word));
        }
    }

    @Test
    void attachedTextsNameNobodyWhoIsHidden() {
        String names = "Quilla Vexworth, VEXWORTH, QUILLA; quilla.vexworth; Zoë Quéant";
        try (Site site = Site.of("-- pressroom.yaml --\n" + HIDING + "  Zoë Quéant: {hidden: true}\n"
                + Site.document("0001", "Keys").replace("content/", "content/quilla-vexworth/").replace("The lock", "See [a](a.csv), [b](b.toml), [c](c.svg), [d](d.csv), [e](e.txt), [f](f.json), [g](long.txt), [h](sub/zoë-quéant.csv). The lock"))) {
            String folder = "content/quilla-vexworth/";
            site.write(folder + "a.csv", ("\ufeffName\n" + Normalizer.normalize(names, Normalizer.Form.NFD) + "\n").getBytes(StandardCharsets.UTF_8))
                .write(folder + "b.toml", ("who = \"" + names + "\"\n").getBytes(StandardCharsets.UTF_8))
                .write(folder + "c.svg", ("<svg xmlns=\"http://www.w3.org/2000/svg\"><title>Quilla Vexworth</title><text id=\"quilla-vexworth\">Quilla <tspan>Vexworth</tspan> Zo&#235; Qu&#xe9;ant</text></svg>").getBytes(StandardCharsets.UTF_8))
                .write(folder + "d.csv", ("Name;Ort\n" + names + "\n").getBytes(StandardCharsets.ISO_8859_1))
                .write(folder + "e.txt", names.getBytes(StandardCharsets.UTF_16))
                .write(folder + "f.json", ("{\"by\": \"" + names + "\"}").getBytes(StandardCharsets.UTF_8))
                .write(folder + "long.txt", ("x\n".repeat(5_000_001) + names).getBytes(StandardCharsets.UTF_8))
                .write(folder + "sub/zoë-quéant.csv", "1\n".getBytes(StandardCharsets.UTF_8));
            CommandLineRun run = site.build();
            // A link by the name of a hidden person breaks, and nothing else.
            assertEquals(List.of("arc-link-broken"), Pattern.compile("error: .*\\[([a-z-]+)\\]").matcher(run.err()).results().map(m -> m.group(1)).toList(), run.err());
            int attached = 0;
            for (var file : site.files().entrySet()) {
                byte[] bytes = file.getValue().getBytes(StandardCharsets.ISO_8859_1);
                for (var charset : List.of(StandardCharsets.UTF_8, StandardCharsets.UTF_16, StandardCharsets.ISO_8859_1)) {
                    String seen = Normalizer.normalize(new String(bytes, charset), Normalizer.Form.NFC).toLowerCase(Locale.ROOT);
                    assertFalse(file.getKey().startsWith("files/") && (seen.contains("vexworth") && !seen.contains("<tspan>") || seen.contains("quéant") || seen.contains("quilla vexworth")), () -> file.getKey() + ": " + seen);
                }
                assertFalse(file.getKey().contains("vexworth") || file.getKey().startsWith("files/") && file.getKey().contains("qu"), file.getKey());
                attached += file.getKey().startsWith("files/") ? 1 : 0;
            }
            assertEquals(6, attached, site.files().keySet().toString());
            assertTrue(site.page("ideas/0001.html").contains("too much to search for the names of hidden people"));
        }
    }

    /// In whatever carrier and form: what is read, what is named by it, and what was read once.
    @Test
    void noFormOfTheNameIsPublished() throws Exception {
        String metadata = """
            authors: ["Vexworth, Quilla", "Quilla\u2009Vexworth (q@mail.example)", "quilla.vexworth@mail.example"]
            sponsor: "Quilla\\u00a0Vexworth"
            team: "Quilla&nbsp;Vexworth's"
            customer: "**Quilla** Vexworth"
            tags: [quilla-vexworth, "Ｑuilla Ｖexworth"]
            aliases: [wiki/quilla-vexworth]
            related: [quilla_vexworth]
            x-host: {"Quilla Vexworth": [{"quilla vexworth": "Vexworth, Quilla"}]}
            """;
        String text = """
            ## Ask Quilla&nbsp;Vexworth

            **Quilla** Vexworth, Quilla<br>Vexworth, Qui\u00adlla\u2009Vex\u200bworth, [Quilla](https://x.example/quilla-vexworth) Vexworth,
            `quilla.vexworth`, ![Quilla Vexworth](quilla-vexworth.png) and [her](quilla-vexworth.md#quilla-vexworth), Quilla[^1] Vexworth.

            <details><summary>Q&#117;illa <b>Vexworth</b></summary><img src="x.png" alt="quilla vexworth" title="Quilla%20Vexworth"></details>

            <!-- Quilla Vexworth -->

            > Quilla
            > Vexworth

            ```
            quilla vexworth
            ```

            | Who |
            |---|
            | Q<b>uilla</b> Vexworth |

            [^1]: VEXWORTH, QUILLA.
            """;
        String first = idea("0001", metadata) + "\n" + text;
        try (Site site = Site.of("-- pressroom.yaml --\nsource-url: https://git.example/blob/{ref}/{path}\n" + HIDING + first + "-- content/quilla-vexworth.md --\n" + text.replace("[her]", "[a](gone.md) [her]")
                + "-- content/b/quilla.vexworth.md --\n# Keys\n\nWords.\n" + "-- pages/quilla-vexworth.md --\n" + text + "-- content/quilla-vexworth.png --\nx\n-- content/5-old-quilla-vexworth.md --\n" + text)
                .commit("2024-03-01T10:00:00Z", "Vexworth, Quilla <q@mail.example>").remove("content/5-old-quilla-vexworth.md")
                .with(first.replace("at our cost", "at Quilla's Vexworth").replace("> Quilla\n", "> Quilla&#8239;\n") + "-- content/5-new.md --\n" + text).commit("2024-03-02T10:00:00Z", "Quilla  Vexworth <q@mail.example>")) {
            CommandLineRun run = site.build("--base-url", "https://ideas.example/");
            assertEquals(4, site.files().keySet().stream().filter(name -> name.startsWith("raw/")).count(), run.err());
            int pages = 0;
            for (var file : site.files().entrySet()) {
                String content = new String(file.getValue().getBytes(StandardCharsets.ISO_8859_1), StandardCharsets.UTF_8);
                String seen = file.getKey().startsWith("search/") ? RestrictedTest.inflated(file.getValue()) : content;
                for (String some : new String[] {seen, file.getKey(), file.getKey().endsWith(".html") ? Jsoup.parse(content).text() : ""}) {
                    String small = Normalizer.normalize(some, Normalizer.Form.NFKC).toLowerCase(Locale.ROOT).replaceAll("[\\s.,_-]+|\\p{Cf}", " ");
                    assertFalse(small.matches("(?s).*(?:quilla|qui lla) ?(?:vexworth|vex worth).*|(?s).*vexworth quilla.*"), () -> file.getKey() + ": " + small.replaceAll("(?s).*(.{80}vexworth.{80}).*", "$1"));
                    pages++;
                }
            }
            assertTrue(pages > 100);
            assertTrue(Jsoup.parse(site.page("ideas/0001.html")).text().contains("Ask Someone"));
        }
    }

    @Test
    void theirAuthorsStillSeeTheirNamesInCheck() {
        try (Site site = Site.of("-- pressroom.yaml --\n" + HIDING + Site.document("0001", "Keys").replace("The lock is", "TODO Quilla Vexworth"))) {
            assertTrue(site.check().out().contains("TODO Quilla Vexworth"), site.check().out());
            assertTrue(site.build().err().contains("TODO Someone"));
        }
    }

    @Test
    void whatIsWrongIsSaid() {
        try (Site site = Site.of("-- pressroom.yaml --\npeople:\n  Ana Lima: {also: [Al]}\n  Bo Reed: {also: [al], hiden: true}\n  Cy:\n" + Site.document("0001", "Keys"))) {
            String out = site.check().out();
            assertTrue(out.contains("pressroom.yaml:3:20: error: `al` is already a name of `Ana Lima`"), out);
            assertTrue(out.contains("the configuration has no key `people.Bo Reed.hiden`") && out.contains("did you mean `hidden`?"), out);
            assertTrue(out.contains("there is no value for `Cy`"), out);
        }
    }
}
