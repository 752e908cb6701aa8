package org.pressroom.rules;

import org.pressroom.diagnostic.Severity;
import org.pressroom.model.Document;

/// How much it weighs that a document is not finished.
final class Drafts {

    private Drafts() { }

    /// A warning in a draft, and in a document that does not say where it stands; an error as soon as others are asked
    /// to read it.
    static Severity severity(Document document) {
        String status = document.metadata().status();
        return status == null || status.equals("draft") ? Severity.WARNING : Severity.ERROR;
    }
}
