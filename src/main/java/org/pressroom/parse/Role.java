package org.pressroom.parse;

import org.jspecify.annotations.Nullable;
import org.pressroom.model.BlockKind;

import java.util.Locale;

/// What a block of a press release can be to the [Labeller].
public enum Role {
    /// Anything that is no part of its own: headings, prose, metadata.
    OTHER,
    HEADLINE, SUBHEADING, DATELINE, PROBLEM, SOLUTION, LEADER_QUOTE, CUSTOMER_QUOTE, CALL_TO_ACTION;

    static final int COUNT = values().length;

    /// Whether it may reach over several blocks.
    boolean reaches() {
        return ordinal() >= PROBLEM.ordinal();
    }

    /// The name in the file of weights: `leader-quote`.
    public String label() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    BlockKind kind() {
        return this == OTHER ? BlockKind.PROSE : BlockKind.valueOf(name());
    }

    /// The role of blocks of a kind; null for kinds that the labeller doesn't know.
    static @Nullable Role of(BlockKind kind) {
        return switch (kind) {
            case HEADLINE -> HEADLINE;
            case SUBHEADING -> SUBHEADING;
            case DATELINE -> DATELINE;
            case PROBLEM -> PROBLEM;
            case SOLUTION -> SOLUTION;
            case LEADER_QUOTE -> LEADER_QUOTE;
            case CUSTOMER_QUOTE -> CUSTOMER_QUOTE;
            case CALL_TO_ACTION -> CALL_TO_ACTION;
            case PROSE, HEADING, HOW_IT_WORKS, FAQ_GROUP, QUESTION, FOOTNOTES -> null;
        };
    }
}
