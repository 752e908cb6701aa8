package org.pressroom.model;

import java.util.Locale;

/// The parts of a press release that have a name.
public enum PartKind {
    PROBLEM, SOLUTION, LEADER_QUOTE, HOW_IT_WORKS, CUSTOMER_QUOTE, CALL_TO_ACTION;

    /// The name in page models and CSS: `leader-quote`.
    public String label() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
