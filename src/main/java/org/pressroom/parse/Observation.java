package org.pressroom.parse;

import org.pressroom.source.LineSpan;

import java.util.List;

/// What the recogniser sees of a document before it decides: what a trainer learns from.
///
/// @param blocks    in the order of the document
/// @param questions lines on which questions were found
public record Observation(List<Block> blocks, List<Integer> questions) {

    public Observation {
        blocks = List.copyOf(blocks);
        questions = List.copyOf(questions);
    }

    /// A block, or a piece of one.
    ///
    /// @param heading  whether it is a heading or the title
    /// @param dateline whether it is what a paragraph begins with, before a dash
    /// @param piece    whether it is one of several pieces of a paragraph
    public record Block(LineSpan lines, boolean heading, boolean dateline, boolean piece, String text, List<Trait> traits) { }

    /// The traits as the [Chain] takes them.
    public int[][] traits() {
        return blocks.stream().map(b -> b.traits().stream().mapToInt(Trait::ordinal).toArray()).toArray(int[][]::new);
    }
}
