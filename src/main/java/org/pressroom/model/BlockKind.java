package org.pressroom.model;

import java.util.Locale;

/// What a block of a page is.
public enum BlockKind {
    /// Text that has no part of its own.
    PROSE,
    /// A heading; what stands under it follows in blocks of its own.
    HEADING,
    /// The headline of the press release, when it differs from the document's title.
    HEADLINE,
    SUBHEADING, DATELINE,
    PROBLEM, SOLUTION, LEADER_QUOTE, HOW_IT_WORKS, CUSTOMER_QUOTE, CALL_TO_ACTION,
    /// The heading of a group of questions.
    FAQ_GROUP,
    /// One question with its answer.
    QUESTION,
    /// The notes that the text refers to, at the document's foot.
    FOOTNOTES;

    /// The name in page models and CSS: `leader-quote`.
    public String label() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
