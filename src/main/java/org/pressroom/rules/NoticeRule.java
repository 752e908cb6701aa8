package org.pressroom.rules;

import org.pressroom.diagnostic.Severity;
import org.pressroom.parse.ParseOutcome;

/// A rule whose evidence only a reader of the bytes sees: the parser's [Notice][org.pressroom.parse.Notice]s under its
/// id are its findings.
public non-sealed interface NoticeRule extends Rule {

    /// How much a notice weighs in what came of parsing.
    default Severity severity(ParseOutcome outcome) {
        return info().severity();
    }
}
