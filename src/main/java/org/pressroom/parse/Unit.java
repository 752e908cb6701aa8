package org.pressroom.parse;

import com.vladsch.flexmark.util.ast.Node;
import org.jspecify.annotations.Nullable;
import org.pressroom.source.LineSpan;

/// A block of a document outside its FAQ, or a piece of one, as the [Labeller] sees it.
///
/// @param section in which it stands; null for the document's title
/// @param body    its place in the section's body; -1 for the section's own title, or what stands behind its label
/// @param piece   what of the block it is: null for all of it
/// @param node    the block, or what holds the words; null when nothing holds them alone
/// @param text    its words without markup, as far as they matter
record Unit(@Nullable Section section, int body, @Nullable Piece piece, Shape shape, @Nullable Node node, LineSpan lines, String text) {

    enum Shape { TITLE, HEADING, PARAGRAPH, LINE, RUN_IN, LIST, QUOTE, TABLE, CODE, OTHER }

    /// A piece of a paragraph: one of its lines, the dateline with which it begins, or what stands behind that.
    ///
    /// @param line its line when it is one; null otherwise
    /// @param rest what follows a dateline; null when it is none
    record Piece(int index, Lines.@Nullable Line line, Lines.@Nullable Cut rest) { }

    boolean isHeading() {
        return shape == Shape.TITLE || shape == Shape.HEADING;
    }

    boolean isWords() {
        return shape == Shape.PARAGRAPH || shape == Shape.LINE || shape == Shape.RUN_IN;
    }
}
