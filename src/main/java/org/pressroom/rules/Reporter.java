package org.pressroom.rules;

import org.pressroom.diagnostic.Fix;
import org.pressroom.diagnostic.Position;
import org.pressroom.diagnostic.Severity;
import org.pressroom.parallel.Turn;
import org.pressroom.source.SourceSpan;
import org.pressroom.source.SourceText;

import java.util.List;

/// Takes what one rule finds in one document.
public final class Reporter {

    private final RuleInfo rule;
    private final SourceText text;
    private final List<Finding> findings;

    Reporter(RuleInfo rule, SourceText text, List<Finding> findings) {
        this.rule = rule;
        this.text = text;
        this.findings = findings;
    }

    /// Reports a finding of the rule's own severity.
    ///
    /// @param message one plain sentence that says what and where, without a final full stop
    /// @param fix     an imperative sentence that says how to mend it
    public void report(Position position, String message, String fix) {
        report(rule.severity(), position, message, fix);
    }

    /// Reports a finding that weighs other than the rule does by default; what `pressroom.yaml` says still goes first.
    public void report(Severity severity, Position position, String message, String fix) {
        Turn.go();
        report(severity, position, message, new Fix(fix));
    }

    /// The same with a fix that [#replacing] may be able to make.
    public void report(Severity severity, Position position, String message, Fix fix) {
        findings.add(Finding.of(rule, severity, text.path(), position, message, fix));
    }

    /// Says that something was not checked: an info, whatever `pressroom.yaml` says of the rule, unless it is off.
    public void note(Position position, String message, String fix) {
        findings.add(new Finding(rule, Severity.INFO, true, text.path(), position, message, new Fix(fix)));
    }

    /// Reports a finding of the rule's own severity that [#replacing] may be able to mend.
    public void report(Position position, String message, Fix fix) {
        Turn.go();
        findings.add(Finding.of(rule, rule.severity(), text.path(), position, message, fix));
    }

    /// Advice, with the exact change where one word gives way to another and nothing else needs to be touched.
    ///
    /// @param span    where the word stands, quotes included
    /// @param written what it says
    public Fix replacing(SourceSpan span, String written, String replacement, String description) {
        return new Fix(description, Replacement.of(text, span, written, replacement).orElse(null));
    }

    /// The place of a stretch of text.
    public Position at(SourceSpan span) {
        int length = text.text().length();
        return Position.of(new SourceSpan(Math.min(span.start(), length), Math.min(span.end(), length)), text.lines());
    }

    /// The place of a line; of the last one when there are not so many.
    public Position atLine(int line) {
        return Position.ofLine(Math.clamp(line, 1, text.lines().count()), text.lines());
    }

    /// The first line from `line` on that is not blank: where a document begins below its metadata.
    public Position atText(int line) {
        int count = text.lines().count();
        int at = Math.clamp(line, 1, count);
        while (at < count && text.lines().textOf(at).isBlank()) {
            at++;
        }
        return atLine(at);
    }
}
