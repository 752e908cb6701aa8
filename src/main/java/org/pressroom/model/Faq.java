package org.pressroom.model;

import org.jspecify.annotations.Nullable;
import org.pressroom.source.LineSpan;

import java.util.List;

/// The FAQ as it was recognised.
///
/// @param lines from its heading (else the first question) to its last line; null when the document has none
/// @param words of prose in questions and answers
public record Faq(@Nullable LineSpan lines, List<FaqGroup> groups, List<Question> questions, int words) {

    public Faq {
        groups = List.copyOf(groups);
        questions = List.copyOf(questions);
    }
}
