package org.pressroom.model;

import java.util.Locale;

/// What tells a reader that a part begins.
public enum Carrier {
    /// A markdown heading.
    HEADING,
    /// A run-in label (`**The problem.** Every …`) or a bold line that stands alone.
    LABEL,
    /// Nothing: a paragraph that says it by its content.
    BARE;

    public String label() {
        return name().toLowerCase(Locale.ROOT);
    }
}
