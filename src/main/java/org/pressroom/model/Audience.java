package org.pressroom.model;

import java.util.Locale;

/// Whose questions a group of the FAQ answers.
public enum Audience {
    EXTERNAL, INTERNAL, PRESS, OTHER;

    public String label() {
        return name().toLowerCase(Locale.ROOT);
    }
}
