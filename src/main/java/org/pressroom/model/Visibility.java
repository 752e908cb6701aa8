package org.pressroom.model;

/// Who may read a document.
public enum Visibility {
    /// Everyone who can open the site.
    INTERNAL,
    /// Nobody through the site: no trace of the document in any output.
    RESTRICTED
}
