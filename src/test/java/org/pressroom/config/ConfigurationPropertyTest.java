package org.pressroom.config;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.EdgeCasesMode;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.pressroom.Noise;
import org.pressroom.source.SourcePath;
import org.pressroom.source.SourceText;

import java.nio.file.FileSystems;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.PatternSyntaxException;

/// Whatever stands in `pressroom.yaml`, it is read the same each time, and findings lie in the file. Patterns of paths mean what they mean
/// to Java.
class ConfigurationPropertyTest {

    private static final ConfigurationReader READER = new ConfigurationReader(
        Set.of("pr-missing"), Set.of("title", "status", "decision.date"), Map.of("hype", Set.of("revolution*")));
    private static final List<String> PIECES = List.of("site: ", "{name: A}", "name", "\n", "\n  ", "\n- ", ": ", "[", "]", "{", "}", ", ", "\"", "'", "&a ", "*a", "<<: ", "!!str ", "---\n", "#", "\\", "|\n  ",
        "exclude: ", "[\"**/*.md\"]", "*", "**", "?", "[a-z]", "{a,b}", "drafts: hide\n", "content: ", "a/", "../", "source-url: https://x/{path}\n", "{path}", "kinds: {a: {id: \"{number}\"}}\n", "statuses: ",
        "people: {A B: {hidden: true}}\n", "hidden: true", "severities: {pr-missing: off}\n", "thresholds: {faq-words: 1_0}\n", "words: {hype: {add: [x]}}\n", "since: 2024-01-01\n", "aliases: {a: title}\n", "keys: {spec: text}\n",
        "true", "null", "~", "1e9", "\u0000", "\uD83D", "課題", "\u2028", "\t");

    @Provide
    Arbitrary<String> configurations() {
        return Noise.text(PIECES, 60);
    }

    @Property(seed = "20261130", tries = 500, edgeCases = EdgeCasesMode.NONE)
    void anyTextIsReadTheSameTwice(@ForAll("configurations") String text) {
        SourceText source = SourceText.of(SourcePath.of("pressroom.yaml"), text);
        ConfigurationReader.Result first = READER.read(source);
        ConfigurationReader.Result second = READER.read(source);
        assertEquals(first.findings(), second.findings());
        first.findings().forEach(finding -> assertTrue(finding.position().endLine() <= source.lines().count(), finding::toString));
        first.configuration().exclude().forEach(glob -> assertEquals(glob.matches("a/b.md"), glob.matches("a/b.md")));
    }

    /// A pattern and a path.
    record Case(String pattern, String path) { }

    @Provide
    Arbitrary<Case> globs() {
        Arbitrary<String> pattern = Arbitraries.of("a", "b", ".", "/", "*", "**", "?", "[ab]", "[!a]", "[a-c]", "{a,b}", "{a*,b/}", "\\*", "é", "-", ",").list().ofMaxSize(9).map(list -> String.join("", list));
        Arbitrary<String> path = Arbitraries.of("a", "b", "c", ".", "/a", "*", "é", "-", ",", "ab").list().ofMinSize(1).ofMaxSize(9).map(list -> "a" + String.join("", list));
        return Combinators.combine(pattern, path).as(Case::new);
    }

    @Property(seed = "20261130", tries = 3_000, edgeCases = EdgeCasesMode.NONE)
    void patternsOfPathsMeanWhatTheyMeanToJavaButThatFoldersMayBeNone(@ForAll("globs") Case one) {
        boolean expected = FileSystems.getDefault().getPathMatcher("glob:" + one.pattern()).matches(Path.of(one.path()));
        boolean matches = new PathGlob(one.pattern()).matches(one.path());
        assertTrue(matches || !expected, one::toString);
        assertTrue(expected == matches || one.pattern().contains("**/"), one::toString);
    }

    @Provide
    Arbitrary<String> brokenGlobs() {
        return Arbitraries.of("a", "*", "[", "]", "{", "}", ",", "!", "-", "\\", "/", "[a", "{a").list().ofMaxSize(12).map(list -> String.join("", list));
    }

    /// What is a pattern here is one to Java, too.
    @Property(seed = "20261130", tries = 1_000, edgeCases = EdgeCasesMode.NONE)
    void whatIsNoPatternIsRefused(@ForAll("brokenGlobs") String text) {
        try {
            PathGlob glob = new PathGlob(text);
            FileSystems.getDefault().getPathMatcher("glob:" + text);
            assertEquals(glob, new PathGlob(text));
        } catch (PatternSyntaxException e) {
            assertTrue(!e.getDescription().isBlank());
        }
    }
}
