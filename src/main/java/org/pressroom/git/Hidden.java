package org.pressroom.git;

/// Which names are never read.
final class Hidden {

    private Hidden() { }

    /// Whether any name of a path begins with a full stop.
    static boolean hides(String path) {
        return path.startsWith(".") || path.contains("/.");
    }
}
