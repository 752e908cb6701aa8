package org.pressroom.diagnostic;

import org.jspecify.annotations.Nullable;
import org.pressroom.source.SourcePath;
import org.pressroom.source.SourceText;

import java.util.Comparator;

/// One finding.
///
/// @param rule     the rule's id, `pr-problem-missing`
/// @param severity how much it weighs
/// @param file     the document it is about; null when it is about no file
/// @param position where in the file
/// @param message  one sentence without a final full stop
/// @param fix      what to do, where that can be said
/// @param sourceLine the first line of the position as it stands in the file, of a long line the 200 characters around
///     the column; null when unknown
public record Diagnostic(
        String rule, Severity severity, @Nullable SourcePath file, Position position, String message,
        @Nullable Fix fix, @Nullable String sourceLine) {

    /// By file (findings about no file first), place, rule, message: the same whatever thread found it.
    public static final Comparator<Diagnostic> ORDER =
        Comparator.comparing(Diagnostic::file, Comparator.nullsFirst(Comparator.naturalOrder()))
            .thenComparing(d -> d.position().line())
            .thenComparing(d -> d.position().column())
            .thenComparing(Diagnostic::rule)
            .thenComparing(Diagnostic::message);

    public Diagnostic {
        message = Shortened.of(message);
    }

    /// A finding in a text, which gives the source line.
    public static Diagnostic in(
            SourceText text, String rule, Severity severity, Position position, String message, @Nullable Fix fix) {
        return new Diagnostic(rule, severity, text.path(), position, message, fix, SourceExcerpt.of(text, position));
    }

    public Diagnostic withSeverity(Severity other) {
        return other == severity ? this : new Diagnostic(rule, other, file, position, message, fix, sourceLine);
    }

    public Diagnostic withMessage(String other) {
        return other.equals(message) ? this : new Diagnostic(rule, severity, file, position, other, fix, sourceLine);
    }

    /// The same without what the file says there.
    public Diagnostic withoutSourceLine() {
        return sourceLine == null ? this : new Diagnostic(rule, severity, file, position, message, fix, null);
    }
}
