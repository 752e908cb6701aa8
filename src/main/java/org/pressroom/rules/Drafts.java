package org.pressroom.rules;

import org.pressroom.config.Configuration;
import org.pressroom.diagnostic.Severity;
import org.pressroom.model.Document;

/// How much it weighs that a document is not finished.
final class Drafts {

    private Drafts() { }

    /// A warning in a draft, and in a document that does not say where it stands; an error as soon as others are asked
    /// to read it.
    static Severity severity(Document document, Configuration configuration) {
        String status = document.metadata().status();
        boolean draft = status == null || "draft".equals(configuration.vocabulary().status().meaningOf(status));
        return draft ? Severity.WARNING : Severity.ERROR;
    }
}
