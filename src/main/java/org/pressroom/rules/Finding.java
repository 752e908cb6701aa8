package org.pressroom.rules;

import org.jspecify.annotations.Nullable;
import org.pressroom.config.Configuration;
import org.pressroom.diagnostic.Diagnostic;
import org.pressroom.diagnostic.Fix;
import org.pressroom.diagnostic.Position;
import org.pressroom.diagnostic.Severity;
import org.pressroom.source.SourcePath;
import org.pressroom.source.SourceText;

import java.util.Optional;

/// What a rule found, before configuration and author have their say.
///
/// @param severity as the rule weighs it here
/// @param note     whether it only says what was not checked: no configuration makes that weigh more
/// @param path     the document; null when it is about the archive as a whole
record Finding(
        RuleInfo rule, Severity severity, boolean note, @Nullable SourcePath path, Position position, String message,
        @Nullable Fix fix) {

    /// What is wrong.
    static Finding of(
            RuleInfo rule, Severity severity, @Nullable SourcePath path, Position position, String message,
            @Nullable Fix fix) {
        return new Finding(rule, severity, false, path, position, message, fix);
    }

    /// How much it weighs at last; empty when it is switched off.
    ///
    /// @param light whether the document need not keep the form
    Optional<Severity> weighed(Configuration configuration, boolean light) {
        Optional<Severity> severity = configuration.severityOf(rule.id(), this.severity);
        return note ? severity.map(_ -> Severity.INFO) : light && rule.lightens() ? severity.map(Severity::lowered) : severity;
    }

    /// The diagnostic, with its source line when the text is at hand.
    Diagnostic diagnostic(Severity weight, @Nullable SourceText text) {
        return text == null
            ? new Diagnostic(rule.id(), weight, path, position, message, fix, null)
            : Diagnostic.in(text, rule.id(), weight, position, message, fix);
    }
}
