package org.pressroom.rules;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/// The word lists that rules read, one section each in a language's [WordPack].
enum WordList {
    /// Praise that says nothing: `groundbreaking`.
    HYPE,
    /// Words that stand where a number should: `significantly faster`.
    WEASEL,
    /// What a brochure says and no customer ever did: `streamline`.
    MARKETING,
    /// Ingredients of a solution: `blockchain`.
    TECHNOLOGY,
    /// Acronyms that everybody knows: `FAQ`.
    ACRONYMS,
    /// Words that count: `half`, `every week`.
    QUANTITY,
    /// Words by which a sentence asks: `how`.
    QUESTION,
    /// Nobody in particular: `a customer`.
    ANONYMOUS,
    /// Words by which a plan says why it may fail: `go wrong`.
    FAILURE,
    /// Words that play a risk down: `minimal risk`.
    SOFTBALL,
    DEMAND, ECONOMICS, DEPENDENCIES, FEASIBILITY, RISKS, SUCCESS;

    /// The name in packs and in `pressroom.yaml`: `hype`.
    String label() {
        return name().toLowerCase(Locale.ROOT);
    }

    static Optional<WordList> of(String label) {
        return Arrays.stream(values()).filter(list -> list.label().equals(label)).findFirst();
    }
}
