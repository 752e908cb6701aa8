package org.pressroom.diagnostic;

import java.util.Locale;
import java.util.Optional;

/// How much a finding weighs, heaviest first.
public enum Severity {
    ERROR, WARNING, INFO;

    /// The name in configuration, text and JSON: `error`, `warning`, `info`.
    public String label() {
        return name().toLowerCase(Locale.ROOT);
    }

    public static Optional<Severity> of(String label) {
        for (Severity severity : values()) {
            if (severity.label().equals(label)) {
                return Optional.of(severity);
            }
        }
        return Optional.empty();
    }

    public boolean atLeast(Severity bar) {
        return compareTo(bar) <= 0;
    }

    /// One step lighter; info stays info.
    public Severity lowered() {
        return this == ERROR ? WARNING : INFO;
    }
}
