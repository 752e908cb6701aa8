package org.pressroom.rules;

import org.pressroom.config.Configuration;
import org.pressroom.parse.ParseOutcome;

/// A rule that judges one document by itself.
public non-sealed interface DocumentRule extends Rule {

    /// Reports what is wrong in a document.
    void check(ParseOutcome.Parsed parsed, Configuration configuration, Reporter reporter);
}
