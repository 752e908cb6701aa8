package org.pressroom.bake;

import java.util.Locale;

/// A piece of a document's text as readers see it, without markup: a paragraph, an element of a list, a row of a table.
///
/// @param text white space in a row stands as one space, but in code
record Stretch(Kind kind, String text) {

    enum Kind {
        HEADING, QUESTION, PARAGRAPH, ITEM, ROW, CODE;

        /// The name in page models and CSS.
        String label() {
            return name().toLowerCase(Locale.ROOT);
        }
    }
}
