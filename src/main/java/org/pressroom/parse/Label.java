package org.pressroom.parse;

import java.util.Locale;
import java.util.Optional;

/// What a heading or a run-in label can announce.
enum Label {
    PRESS_RELEASE, HEADLINE, SUBHEADING, DATELINE, PROBLEM, SOLUTION, LEADER_QUOTE, CUSTOMER_QUOTE, QUOTE, HOW_IT_WORKS,
    CALL_TO_ACTION, FAQ, FAQ_EXTERNAL, FAQ_PRESS, FAQ_INTERNAL, APPENDIX;

    static Optional<Label> of(String name) {
        for (Label label : values()) {
            if (label.name().equals(name.toUpperCase(Locale.ROOT).replace('-', '_'))) {
                return Optional.of(label);
            }
        }
        return Optional.empty();
    }

    /// Whether it announces a part of the press release.
    boolean isPart() {
        return switch (this) {
            case PROBLEM, SOLUTION, LEADER_QUOTE, CUSTOMER_QUOTE, QUOTE, HOW_IT_WORKS, CALL_TO_ACTION -> true;
            case PRESS_RELEASE, HEADLINE, SUBHEADING, DATELINE, FAQ, FAQ_EXTERNAL, FAQ_PRESS, FAQ_INTERNAL, APPENDIX -> false;
        };
    }

    boolean isFaq() {
        return this == FAQ || isFaqGroup();
    }

    boolean isFaqGroup() {
        return this == FAQ_EXTERNAL || this == FAQ_PRESS || this == FAQ_INTERNAL;
    }
}
