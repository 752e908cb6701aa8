package org.pressroom.parse;

import java.util.Locale;
import java.util.Optional;

/// What a heading or a run-in label can announce.
enum Label {
    /// The document as a whole: `PR/FAQ`.
    PRFAQ,
    PRESS_RELEASE, HEADLINE, SUBHEADING, DATELINE,
    /// `FOR IMMEDIATE RELEASE`.
    RELEASE_NOTICE,
    /// The paragraph with which a release begins, and summaries: text of the release that is no part of its own.
    OPENING,
    PROBLEM, SOLUTION,
    /// Features and benefits: the solution, unless another paragraph tells it.
    FEATURES,
    LEADER_QUOTE, CUSTOMER_QUOTE,
    /// Somebody speaks; who, the words tell.
    QUOTE,
    HOW_IT_WORKS, CALL_TO_ACTION,
    /// How to begin: the call to action, unless one is named besides.
    GETTING_STARTED,
    /// What stands below every release of a company: `About Acme`, whom journalists may call.
    BOILERPLATE,
    FAQ, FAQ_EXTERNAL, FAQ_PRESS, FAQ_INTERNAL, APPENDIX,
    /// What is said before the press release about the document itself: `Context`, `Note`.
    PREFACE;

    static Optional<Label> of(String name) {
        for (Label label : values()) {
            if (label.name().equals(name.toUpperCase(Locale.ROOT).replace('-', '_'))) {
                return Optional.of(label);
            }
        }
        return Optional.empty();
    }

    /// Whether it announces a part of the press release.
    boolean isPart() {
        return switch (this) {
            case PROBLEM, SOLUTION, FEATURES, LEADER_QUOTE, CUSTOMER_QUOTE, QUOTE, HOW_IT_WORKS, CALL_TO_ACTION, GETTING_STARTED -> true;
            case PRFAQ, PRESS_RELEASE, HEADLINE, SUBHEADING, DATELINE, RELEASE_NOTICE, OPENING, BOILERPLATE, FAQ, FAQ_EXTERNAL, FAQ_PRESS,
                FAQ_INTERNAL, APPENDIX, PREFACE -> false;
        };
    }

    boolean isFaq() {
        return this == FAQ || isFaqGroup();
    }

    boolean isFaqGroup() {
        return this == FAQ_EXTERNAL || this == FAQ_PRESS || this == FAQ_INTERNAL;
    }
}
