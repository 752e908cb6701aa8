package org.pressroom.search;

import java.util.List;

/// What came of a question for earlier proposals.
///
/// @param verdict     whether somebody had the problem, as far as can be told
/// @param hits        the nearest, best first, whatever the verdict
/// @param byWordsOnly whether only words were compared, since the question isn't in English
public record SimilarResult(Verdict verdict, List<SimilarHit> hits, boolean byWordsOnly) {

    /// How sure it is that the best hit had the same problem.
    public enum Verdict {
        LIKELY, POSSIBLE, NONE
    }

    public SimilarResult {
        hits = List.copyOf(hits);
    }
}
