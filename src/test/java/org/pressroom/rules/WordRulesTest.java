package org.pressroom.rules;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.pressroom.config.Configuration;
import org.pressroom.config.Scope;
import org.pressroom.diagnostic.Diagnostic;
import org.pressroom.diagnostic.Severity;
import org.pressroom.model.Document;
import org.pressroom.parse.DocumentParser;
import org.pressroom.parse.ParseOutcome;
import org.pressroom.source.SourceFile;
import org.pressroom.source.SourcePath;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// Rules that look for words: what they find, where, and what they leave alone.
class WordRulesTest {

    private static final String HEAD = "---\ntitle: Keys\nstatus: draft\n---\n\n# Keys\n\n## Press release\n\n### The problem\n\n"
        + "A family of four looks for its keys 2.5 times a week, eleven minutes each time.\n\n### The solution\n\n";

    private static List<String> found(List<Diagnostic> findings, String rule) {
        return findings.stream().filter(f -> f.rule().equals(rule))
            .map(f -> f.position().line() + ":" + f.position().column() + " " + f.message()).toList();
    }

    private static List<String> found(String solution, String rule) {
        return found(ExampleArchive.check(HEAD + solution + "\n"), rule);
    }

    @Test
    void aWeaselWordIsShownWithItsPlace() {
        assertEquals(List.of("16:12 'significantly faster' has no number"),
            found("Finding is *significantly* faster.".replace("*", ""), "pr-weasel-words"));
        assertEquals(List.of("17:9 'much easier' has no number (2 times in all)"),
            found("Call it:\nit is **much** easier, much\neasier.", "pr-weasel-words"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"Finding is significantly faster: 4 seconds instead of 11 minutes.", "`significantly faster`",
        "It is significantly faster, in half the time.", "<!-- significantly faster -->", "```\nsignificantly faster\n```",
        "“It is significantly faster,” says Jonas Lie.", "> It is significantly faster.", "    significantly faster",
        "[Ring](significantly-faster.md)", "See https://a.example/significantly-faster", "<img alt=\"significantly faster\">"})
    void whatIsNumberedQuotedOrNoProseIsLeftAlone(String solution) {
        assertEquals(List.of(), found(solution, "pr-weasel-words"));
    }

    @Test
    void onlyThePressReleaseIsSearchedForHype() {
        String text = HEAD + "A ring.\n\n## FAQ\n\n### Is it groundbreaking?\n\nIt is revolutionary.\n";
        assertEquals(List.of(), found(ExampleArchive.check(text), "pr-hype-words"));
        assertEquals(List.of("16:3 'groundbreaking' is praise that proves nothing"),
            found("A groundbreaking ring.", "pr-hype-words"));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
        Ein bahnbrechender Ring, der die Schlüssel für die Familie findet. | deutlich schneller
        Un anneau révolutionnaire pour les clés de la famille qui est dans le sac. | nettement mieux
        Un anillo revolucionario para las llaves de la familia con el que se busca. | mucho mejor
        Um anel revolucionário para as chaves da família que não se perde mais. | muito melhor
        家族の鍵を見つける革新的なリングです。時間が短くなります。 | 大幅に
        가족의 열쇠를 찾아 주는 혁신적인 고리입니다. 시간이 줄어듭니다. | 훨씬 더
        这是一个颠覆性的钥匙环，帮助家人找到钥匙。 | 大幅
        """)
    void hypeAndWeaselWordsAreKnownInEveryLanguageWithLabels(String hype, String weasel) {
        String text = "# X\n\n## Press release\n\n" + hype + "\n\n" + hype.replaceAll("\\p{P}", "") + " " + weasel
            + ".\n\n## FAQ\n\n### X?\n\nX.\n";
        List<Diagnostic> findings = ExampleArchive.check(text);
        assertEquals(1, found(findings, "pr-hype-words").size(), findings::toString);
        assertEquals(1, found(findings, "pr-weasel-words").size(), findings::toString);
    }

    @Test
    void wordsAreAddedAndRemovedByTheConfiguration() {
        String text = HEAD + "A sparkling, groundbreaking ring.\n";
        List<Diagnostic> findings = ExampleArchive.of("keys.md", text)
            .with("pressroom.yaml", "words: {hype: {add: [\"sparkl*\"], remove: [groundbreaking]}}").check();
        assertEquals(List.of("16:3 'sparkling' is praise that proves nothing"), found(findings, "pr-hype-words"));
        assertEquals(List.of(), found(findings, "config-bad-value"));
    }

    @Test
    void aWordThatNoListHoldsCannotBeRemoved() {
        List<Diagnostic> findings = ExampleArchive.of("keys.md", HEAD + "A ring.\n")
            .with("pressroom.yaml", "words: {hype: {remove: [groundbraking]}, hipe: {add: [a]}}").check();
        assertEquals(List.of("1:25 the word list `hype` does not contain `groundbraking`"), found(findings, "config-bad-value"));
        assertEquals("did you mean `groundbreaking`?", findings.stream().filter(f -> f.rule().equals("config-bad-value"))
            .findFirst().flatMap(f -> Optional.ofNullable(f.fix())).orElseThrow().description());
        assertEquals(List.of("1:42 the configuration has no key `words.hipe`"), found(findings, "config-unknown-key"));
    }

    @Test
    void aLanguageWithoutWordsIsNeverPassedInSilence() {
        ParseOutcome.Parsed english = parsed(HEAD + "Een revolutionaire ring.\n\n## FAQ\n\n### Hoe luid is hij?\n\n70 dB.\n");
        ParseOutcome.Parsed dutch = inLanguage(english, "nl");
        List<Diagnostic> notes = check(dutch, Configuration.DEFAULT).stream()
            .filter(f -> f.message().startsWith("not checked for nl")).toList();
        assertEquals(List.of("faq-not-a-question", "plan-no-failure-reason", "plan-softball-risk", "plan-topics-missing",
                "pr-hype-words", "pr-problem-unquantified", "pr-quote-marketing", "pr-quote-unattributed",
                "pr-solution-technology-first", "pr-weasel-words"),
            notes.stream().map(Diagnostic::rule).sorted().toList());
        assertTrue(notes.stream().allMatch(f -> f.severity() == Severity.INFO));
    }

    @Test
    void whatWasNotCheckedBlocksNoBuildUnlessItIsOff() {
        ParseOutcome.Parsed dutch = inLanguage(parsed(HEAD + "Een revolutionaire ring.\n"), "nl");
        assertEquals(List.of(Severity.INFO), severities(dutch, Optional.of(Severity.ERROR)));
        assertEquals(List.of(), severities(dutch, Optional.empty()));
    }

    @Test
    void addedWordsServeALanguageThatHasNone() {
        List<Diagnostic> findings = ExampleArchive.of("keys.md", HEAD + "A ring.\n").check();
        assertTrue(findings.stream().noneMatch(f -> f.message().startsWith("not checked")), findings::toString);
    }

    private static List<Severity> severities(ParseOutcome.Parsed parsed, Optional<Severity> configured) {
        Configuration plain = Configuration.DEFAULT;
        Configuration configuration = new Configuration(plain.site(), null, null, List.of(), plain.vocabulary(),
            plain.kind(), List.of(), Map.of("pr-hype-words", configured), plain.thresholds(), Map.of(), null, List.of(),
            List.of(), plain.diffs(), Scope.ALL, org.pressroom.config.Conventions.NONE, List.of(), "");
        return check(parsed, configuration).stream().filter(f -> f.rule().equals("pr-hype-words"))
            .map(Diagnostic::severity).toList();
    }

    private static List<Diagnostic> check(ParseOutcome.Parsed parsed, Configuration configuration) {
        return new RuleEngine(configuration, ExampleArchive.TODAY).check(parsed, null).findings();
    }

    private static ParseOutcome.Parsed parsed(String text) {
        return (ParseOutcome.Parsed) new DocumentParser(Configuration.DEFAULT, _ -> false).parse(
            new SourceFile(SourcePath.of("keys.md"), "0".repeat(40), text.getBytes(StandardCharsets.UTF_8)));
    }

    private static ParseOutcome.Parsed inLanguage(ParseOutcome.Parsed parsed, String language) {
        Document d = parsed.document();
        Document other = new Document(d.path(), d.id(), d.metadata(), d.title(), d.summary(), language, d.prfaq(),
            d.pressRelease(), d.faq(), d.blocks(), d.links(), d.anchors(), d.placeholders());
        return new ParseOutcome.Parsed(other, parsed.text(), parsed.raw(), parsed.notices(), parsed.suppressions(), parsed.discreet(), parsed.problem());
    }

    // acronyms

    @ParameterizedTest
    @ValueSource(strings = {"The real-time board (RTPI) shows it.", "The RTPI (real-time board) shows it.",
        "Real Time Passenger Information says so. The RTPI shows it.", "The GPS shows it.", "The RTPI-2 shows it.",
        "“The RTPI shows it,” says Jonas Lie.", "`RTPI`", "FOR IMMEDIATE RTPI", "The rtpi, or RTPI, shows it.",
        "The RTPI shows it.\n\n## FAQ\n\n### What is the RTPI?\n\nA board."})
    void anAcronymThatIsKnownExplainedOrNoneIsLeftAlone(String solution) {
        assertEquals(List.of(), found(solution, "pr-jargon"));
    }

    @Test
    void anAcronymIsReportedOnce() {
        assertEquals(List.of("16:5 'RTPI' is never spelled out"), found("The RTPI shows it. So do two RTPIs.", "pr-jargon"));
    }
}
