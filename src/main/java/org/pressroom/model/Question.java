package org.pressroom.model;

import org.jspecify.annotations.Nullable;
import org.pressroom.source.LineSpan;

/// A question of the FAQ with its answer.
///
/// @param anchor   `q-` and the slug of the question, unique in the document
/// @param lines    question and answer
/// @param text     the question without markup, numbering and `Q:`
/// @param group    index into the FAQ's groups; null when it stands in none
/// @param answered whether there is an answer other than a placeholder
/// @param answer   the answer's prose without markup
public record Question(
        String anchor, LineSpan lines, String text, @Nullable Integer group, boolean answered, String answer) {

    /// The line on which the question begins.
    public int line() {
        return lines.from();
    }
}
