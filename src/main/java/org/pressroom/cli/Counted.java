package org.pressroom.cli;

/// A number of things as one says it: "1 document", "2 documents".
final class Counted {

    private Counted() { }

    /// @param noun takes an s when there is not exactly one
    static String of(long number, String noun) {
        return number + " " + noun + (number == 1 ? "" : "s");
    }
}
