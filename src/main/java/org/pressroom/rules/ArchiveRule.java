package org.pressroom.rules;

/// A rule that judges documents by what the whole archive holds.
public non-sealed interface ArchiveRule extends Rule {

    /// Reports what is wrong, in any order.
    void check(Archive archive, ArchiveReporter reporter);
}
