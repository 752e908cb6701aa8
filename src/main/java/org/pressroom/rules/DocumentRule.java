package org.pressroom.rules;

/// A rule that judges one document by itself.
public non-sealed interface DocumentRule extends Rule {

    /// Reports what is wrong in a document.
    void check(Manuscript manuscript, Reporter reporter);
}
