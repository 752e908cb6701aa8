package org.pressroom.config;

import org.pressroom.diagnostic.Diagnostic;
import org.pressroom.diagnostic.Fix;
import org.pressroom.diagnostic.Position;
import org.pressroom.diagnostic.Severity;
import org.pressroom.source.SourceSpan;
import org.pressroom.source.SourceText;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;

/// What is wrong in one `pressroom.yaml`, as it is found.
final class ConfigurationFindings {

    private final SourceText source;
    private final List<Diagnostic> findings = new ArrayList<>();

    ConfigurationFindings(SourceText source) {
        this.source = source;
    }

    /// A key that nothing reads.
    ///
    /// @param path  the key with those above it: `site.nmae`
    /// @param key   the key alone
    /// @param known the keys that may stand there
    void unknownKey(SourceSpan span, String path, String key, Collection<String> known) {
        add("config-unknown-key", span, "the configuration has no key `" + path + "`", advice(key, known));
    }

    /// A value that can't be used.
    void badValue(SourceSpan span, String message, String fix) {
        add("config-bad-value", span, message, fix);
    }

    /// A word that is none of those there are.
    void unknownWord(SourceSpan span, String message, String word, Collection<String> known) {
        add("config-bad-value", span, message, advice(word, known));
    }

    private static String advice(String word, Collection<String> known) {
        List<String> sorted = known.stream().sorted().toList();
        Optional<String> nearest = Nearest.of(word, sorted);
        if (nearest.isPresent()) {
            return "did you mean `" + nearest.get() + "`?";
        }
        return known.size() > 45
            ? "remove it, or look up the right name" : "use one of " + String.join(", ", known);
    }

    private void add(String rule, SourceSpan span, String message, String fix) {
        findings.add(Diagnostic.in(source, rule, Severity.ERROR, at(span), message, new Fix(fix)));
    }

    Position at(SourceSpan span) {
        return Position.of(span, source.lines());
    }

    List<Diagnostic> sorted() {
        return findings.stream().sorted(Diagnostic.ORDER).toList();
    }
}
