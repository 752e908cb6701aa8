package org.pressroom.rules;

import java.util.Locale;

/// What a rule is about, in the order in which rules are listed.
public enum Category {
    METADATA, PARTS, PRESS_RELEASE, FAQ, WORKING_BACKWARDS, CONTENT, LIFECYCLE, ARCHIVE, TEXT;

    /// The name for pages: `press release`.
    public String label() {
        return this == FAQ ? "FAQ" : name().toLowerCase(Locale.ROOT).replace('_', ' ');
    }

    /// Whether its rules are about form, which a light document (`size: light`) need not keep: they weigh one step
    /// less then.
    public boolean form() {
        return this == PARTS || this == PRESS_RELEASE || this == FAQ;
    }

    /// Whether its rules are about PR/FAQs alone, so that they are silent on documents of another kind.
    public boolean ofPrfaqs() {
        return this == PRESS_RELEASE || this == FAQ || this == WORKING_BACKWARDS;
    }
}
