package org.pressroom.config;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.pressroom.diagnostic.Diagnostic;
import org.pressroom.diagnostic.Severity;
import org.pressroom.source.SourcePath;
import org.pressroom.source.SourceText;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

class ConfigurationReaderTest {

    private static final ConfigurationReader READER = new ConfigurationReader(
        Set.of("pr-missing", "faq-missing"), Set.of("title", "status", "authors", "decision.date"),
        Map.of("hype", Set.of("game changing", "revolution*"), "weasel", Set.of("much …")));

    private static ConfigurationReader.Result read(String yaml) {
        return READER.read(SourceText.of(SourcePath.of("pressroom.yaml"), yaml));
    }

    @Test
    void everyKeyIsRead() {
        ConfigurationReader.Result result = read("""
            site: {name: Acme ideas, tagline: What we tried, menu: [timeline, tried, timeline]}
            source-url: https://git.example.com/ideas/blob/{ref}/{path}
            edit-url: https://git.example.com/edit?file={path}&branch=main
            history-url: http://localhost:3000/log/{path}
            content: docs/ideas/
            exclude: ["old/**", "*.draft.md"]
            statuses: [draft, accepted]
            outcomes: [shipped]
            results: [good]
            reasons: [no-money]
            required: [title, Authors]
            aliases: {Written by: authors, Decided On: decision.date}
            severities: {pr-missing: off, faq-missing: info}
            thresholds: {document-max-bytes: 2_000_000, faq-words: 3000}
            synonyms: [[van, lorry], [refund, money back]]
            people: {Ana Lima: {also: [A. Lima, a. lima]}, Bo Reed: {hidden: true}}
            diffs: {revisions: 0, pages: 500}
            keep-image-metadata: true
            words: {hype: {add: [bigger than life], remove: [Game-changing, revolution]}, weasel: {add: [soon]}}
            """);
        assertEquals(List.of(), result.findings());
        Configuration configuration = result.configuration();
        assertEquals(new SiteSettings("Acme ideas", "What we tried", "en", null, null, List.of("timeline", "tried"), false, true,
            new UrlPattern("https://git.example.com/ideas/blob/{ref}/{path}"),
            new UrlPattern("https://git.example.com/edit?file={path}&branch=main"),
            new UrlPattern("http://localhost:3000/log/{path}")), configuration.site());
        assertEquals("docs/ideas", configuration.content());
        assertEquals(List.of("old/**", "*.draft.md"), configuration.exclude().stream().map(Object::toString).toList());
        Vocabulary vocabulary = configuration.vocabulary();
        assertEquals(List.of("draft", "accepted"), vocabulary.statuses());
        assertEquals(List.of("shipped"), vocabulary.outcomes());
        assertEquals(List.of("good"), vocabulary.results());
        assertEquals(List.of("no-money"), vocabulary.reasons());
        assertEquals(List.of("title", "authors"), vocabulary.required());
        assertEquals("authors", vocabulary.aliases().get("written-by"));
        assertEquals("decision.date", vocabulary.aliases().get("decided-on"));
        assertEquals("authors", vocabulary.aliases().get("author"));
        assertEquals(Map.of("pr-missing", Optional.empty(), "faq-missing", Optional.of(Severity.INFO)),
            configuration.severities());
        assertEquals(new Thresholds(1_000_000, 2_000_000, 300, 18, 120, 25, 500, 3_000, 180, 180, 90), configuration.thresholds());
        assertEquals(List.of(new KnownPerson("Ana Lima", List.of("A. Lima"), false), new KnownPerson("Bo Reed", List.of(), true)), configuration.people());
        assertEquals(new DiffBounds(0, 500, 10_000), configuration.diffs());
        assertEquals(List.of(List.of("van", "lorry"), List.of("refund", "money back")), configuration.synonyms());
        assertEquals(Map.of("hype", new WordChanges(List.of("bigger than life"), List.of("Game-changing", "revolution")),
            "weasel", new WordChanges(List.of("soon"), List.of())), configuration.words());
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "\n", "# nothing\n", "---\n"})
    void anEmptyFileGivesTheDefaults(String yaml) {
        ConfigurationReader.Result result = read(yaml);
        assertEquals(List.of(), result.findings());
        assertEquals(Vocabulary.PRFAQ, result.configuration().vocabulary());
        assertEquals(Thresholds.DEFAULT, result.configuration().thresholds());
    }

    @Test
    void theFingerprintFollowsTheText() {
        String fingerprint = read("content: a").configuration().fingerprint();
        assertEquals(fingerprint, read("content: a").configuration().fingerprint());
        assertNotEquals(fingerprint, read("content: b").configuration().fingerprint());
        assertEquals(64, read("").configuration().fingerprint().length());
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
        statusses: [a]                    | config-unknown-key | 1 | 1  | did you mean `statuses`?
        site: {nmae: a}                   | config-unknown-key | 1 | 8  | did you mean `name`?
        source-url: javascript:x/{path}   | config-bad-value   | 1 | 13 | {path} where the file's path goes
        edit-url: https://a/{file}/{path} | config-bad-value   | 1 | 11 | {path} where the file's path goes
        history-url: https://git.example/ | config-bad-value   | 1 | 14 | {path} where the file's path goes
        source-url: https://u@a/{path}    | config-bad-value   | 1 | 13 | {path} where the file's path goes
        source-url: https:///{path}       | config-bad-value   | 1 | 13 | {path} where the file's path goes
        colour: red                       | config-unknown-key | 1 | 1  | use one of
        severities: {pr-mising: off}      | config-unknown-key | 1 | 14 | did you mean `pr-missing`?
        severities: {pr-missing: wraning} | config-bad-value   | 1 | 26 | did you mean `warning`?
        severities: {pr-missing: [off]}   | config-bad-value   | 1 | 26 | use one of error, warning, info, off
        severities: off                   | config-bad-value   | 1 | 13 | key: value
        required: [titel]                 | config-bad-value   | 1 | 12 | did you mean `title`?
        aliases: {by: autors}             | config-bad-value   | 1 | 15 | did you mean `authors`?
        aliases: {title: authors}         | config-bad-value   | 1 | 11 | another name
        thresholds: {document-max-bytes: many} | config-bad-value | 1 | 34 | 10000000
        thresholds: {document-max-bytes: 0} | config-bad-value | 1 | 34 | 10000000
        content: ../elsewhere             | config-bad-value   | 1 | 10 | relative
        content: /etc                     | config-bad-value   | 1 | 10 | relative
        content: [a]                      | config-bad-value   | 1 | 10 | content:
        exclude: a/**, b/**               | config-bad-value   | 1 | 10 | exclude: [one
        exclude:                          | config-bad-value   | 1 | 1  | write a value
        exclude: ['a[']                   | config-bad-value   | 1 | 11 | glob
        statuses: [a, A]                  | config-bad-value   | 1 | 15 | remove one
        statuses: []                      | config-bad-value   | 1 | 11 | at least one
        statuses: [[a], b]                | config-bad-value   | 1 | 12 | one text
        statuses: {draft: {next: [dnoe]}, done: } | config-bad-value | 1 | 27 | did you mean `done`?
        statuses: {a: {written: [go]}, b: {written: [GO]}} | config-bad-value | 1 | 46 | remove it
        statuses: {a: {as: aproved}}      | config-bad-value   | 1 | 20 | did you mean `approved`?
        statuses: {a: {colour: '#ffffff'}} | config-bad-value  | 1 | 24 | {light: "#939393", dark: "#ffffff"}
        statuses: {a: {colour: {light: '#111', dark: '#111'}}} | config-bad-value | 1 | 46 | {light: "#111111", dark: "#
        statuses: {a: {labl: A}}          | config-unknown-key | 1 | 16 | did you mean `label`?
        keys: {title: text}               | config-bad-value   | 1 | 8  | another name
        keys: {bug: txt}                  | config-bad-value   | 1 | 13 | did you mean `text`?
        aliases: {Bug: }                  | config-bad-value   | 1 | 11 | write `Bug: authors`
        kinds: {rfc: {fils: [a]}}         | config-unknown-key | 1 | 15 | did you mean `files`?
        kinds: {rfc: {id: RFC}}           | config-bad-value   | 1 | 19 | {number}
        kinds: {rfc: {statuses: [aproved]}} | config-bad-value | 1 | 26 | did you mean `approved`?
        kinds: {rfc: {required: [titel]}} | config-bad-value   | 1 | 26 | did you mean `title`?
        kinds: {rfc: , adr: }             | config-bad-value   | 1 | 16 | files:
        kinds: {rfc: {parts: {a: {labels: [X]}, b: {labels: [x]}}}} | config-bad-value | 1 | 54 | remove it
        kinds: {rfc: {parts: {a: {as: problm}}}} | config-bad-value | 1 | 31 | did you mean `problem`?
        words: {hipe: {add: [a]}}         | config-unknown-key | 1 | 9  | did you mean `hype`?
        words: {hype: {ad: [a]}}          | config-unknown-key | 1 | 16 | did you mean `add`?
        words: {hype: [a]}                | config-bad-value   | 1 | 15 | key: value
        words: {hype: {add: a}}           | config-bad-value   | 1 | 21 | add: [one
        words: {hype: {add: ['!']}}       | config-bad-value   | 1 | 22 | game-changing
        words: {hype: {remove: [game chanching]}} | config-bad-value | 1 | 25 | did you mean `game changing`?
        - a                               | config-bad-value   | 1 | 1  | key: value
        site: {name: 'a                   | config-bad-value   | 1 | 16 | YAML
        """)
    void whatCannotBeUsedIsReportedWithPlaceAndAdvice(String yaml, String rule, int line, int column, String fix) {
        ConfigurationReader.Result result = read(yaml);
        assertEquals(1, result.findings().size(), () -> result.findings().toString());
        Diagnostic finding = result.findings().getFirst();
        assertEquals(rule, finding.rule());
        assertEquals(line + ":" + column, finding.position().line() + ":" + finding.position().column());
        assertEquals(yaml, finding.sourceLine());
        String advice = finding.fix() == null ? "" : finding.fix().description();
        assertTrue(advice.contains(fix), advice);
    }

    @Test
    void aKeyWrittenTwiceIsReportedAndTheFirstCounts() {
        ConfigurationReader.Result result = read("content: a\ncontent: b\n");
        assertEquals("a", result.configuration().content());
        assertEquals(2, result.findings().getFirst().position().line());
    }

    @Test
    void kindsAreRead() {
        Configuration configuration = read("""
            statuses: {draft: {next: [agreed]}, agreed: {as: approved, written: [ok], label: Agreed, about: Settled., next: []}}
            keys: {Seen by: people}
            required: [title]
            kinds:
              rfc:
                files: ["rfc/**"]
                id: RFC-{number}
                statuses: [agreed]
                required: [title, Seen by]
                parts:
                  context: {labels: [Context, Background], as: problem, required: true}
                  Open Questions:
              page: {prfaq: true}
            """).configuration();
        Kind rfc = configuration.kinds().getFirst();
        assertEquals("rfc", rfc.name());
        assertEquals("RFC-{number}", rfc.id());
        assertEquals(List.of("agreed"), rfc.vocabulary().statuses());
        assertEquals(List.of("title", "seen-by"), rfc.vocabulary().required());
        assertEquals(List.of(new PartForm("context", List.of("Context", "Background"), "problem", true),
            new PartForm("open-questions", List.of("Open Questions"), null, false)), rfc.parts());
        Kind page = configuration.kind();
        assertEquals("page", page.name());
        assertTrue(page.prfaq() && !rfc.prfaq());
        assertEquals(List.of("draft", "agreed"), page.vocabulary().statuses());
        assertEquals(new Term("agreed", "approved", List.of("ok"), List.of(), "Agreed", "Settled.", null),
            page.vocabulary().status().find("agreed").orElseThrow());
        assertEquals(List.of(new MetadataExtra("seen-by", MetadataExtra.Type.PEOPLE)), page.vocabulary().extras());
    }

    @Test
    void aDocumentIsOfTheFirstKindThatTakesItsFile() {
        Configuration configuration = read("""
            kinds: {rfc: {files: ["rfc/**"]}, note: {files: ["**/note-*.md", "*.md"]}}
            """).configuration();
        assertEquals("rfc", configuration.kindOf(SourcePath.of("content/rfc/note-1.md")).name());
        assertEquals("note", configuration.kindOf(SourcePath.of("content/7.md")).name());
        assertEquals("prfaq", configuration.kindOf(SourcePath.of("content/ideas/7.md")).name());
        assertEquals("rfc", configuration.withContent("docs/").of(SourcePath.of("docs/rfc/7.md")).kind().name());
        assertEquals("rfc", configuration.withContent("").of(SourcePath.of("rfc/7.md")).kind().name());
    }
}
