package org.pressroom.model;

import java.util.Locale;

/// How sure the recogniser is of a part.
public enum Confidence {
    /// The author named it.
    LABELLED,
    /// Concluded from position and wording.
    INFERRED;

    public String label() {
        return name().toLowerCase(Locale.ROOT);
    }
}
