/// What a text means, as numbers: texts about the same thing have vectors that point the same way, also when they share no word.
///
/// Start with [Encoder][org.pressroom.meaning.Encoder] (text to vector) and [MeaningVector][org.pressroom.meaning.MeaningVector]
/// (a document's, in 64 bytes). [PieceTable][org.pressroom.meaning.PieceTable] holds a vector for each piece of a word; it is
/// distilled from a sentence model by the tool in `src/distill`, whose README has the recipe.
///
/// For those who want the last points, [SentenceModel][org.pressroom.meaning.SentenceModel] is what reads a text as a whole. Pressroom has
/// none; `src/model` implements it, and [SentenceVector][org.pressroom.meaning.SentenceVector] is what it leaves of a document.
///
/// *Equal on both sides.* A piece's vector is a whole number (its scale) times one of sixteen whole numbers in each dimension (in a
/// question one of eight or four: [PieceBand][org.pressroom.meaning.PieceBand]), so sums are exact in any order. What follows is a fixed sequence of additions, multiplications, one division and one square root
/// of doubles, which IEEE 754 defines: `assets/tried-encoder.js` gets the same bits.
///
/// May import: the JDK.
@NullMarked
package org.pressroom.meaning;

import org.jspecify.annotations.NullMarked;
