package org.pressroom.build;

import java.util.Locale;

/// The stages of a build, in their order.
public enum Stage {
    OPEN, HISTORY, READ, INDEX, BAKE, PUBLISH;

    /// Its name in timings: `read`.
    public String label() {
        return name().toLowerCase(Locale.ROOT);
    }
}
