package org.pressroom.search;

import org.pressroom.model.BlockKind;

import java.util.Locale;
import java.util.Optional;

/// A part of a document to which a query can be narrowed: `problem:refund`.
///
/// In the index, the words of a region stand together: their positions begin at [#base] of the region. What is told by
/// no other region is in [#OTHER].
enum Region {
    OTHER, TITLE, ID, PEOPLE, CUSTOMER, PROBLEM, SOLUTION, QUOTE, FAQ;

    /// Bits of a position inside its region.
    static final int BITS = 26;

    /// The position of the region's first word.
    int base() {
        return ordinal() << BITS;
    }

    /// The region that a query names: `title`, `author`; empty for other words.
    static Optional<Region> named(String name) {
        return switch (name.toLowerCase(Locale.ROOT)) {
            case "title" -> Optional.of(TITLE);
            case "id" -> Optional.of(ID);
            case "author" -> Optional.of(PEOPLE);
            case "customer" -> Optional.of(CUSTOMER);
            case "problem" -> Optional.of(PROBLEM);
            case "solution" -> Optional.of(SOLUTION);
            case "quote" -> Optional.of(QUOTE);
            case "faq" -> Optional.of(FAQ);
            default -> Optional.empty();
        };
    }

    /// Where the words of a block stand.
    static Region of(BlockKind kind) {
        return switch (kind) {
            case HEADLINE -> TITLE;
            case PROBLEM -> PROBLEM;
            case SOLUTION, HOW_IT_WORKS -> SOLUTION;
            case LEADER_QUOTE, CUSTOMER_QUOTE -> QUOTE;
            case FAQ_GROUP, QUESTION -> FAQ;
            case PROSE, HEADING, SUBHEADING, DATELINE, CALL_TO_ACTION, FOOTNOTES -> OTHER;
        };
    }
}
