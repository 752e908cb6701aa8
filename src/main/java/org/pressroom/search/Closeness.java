package org.pressroom.search;

import org.pressroom.search.SimilarResult.Verdict;

/// How near is near: read off the scores of problems that were known and of some that nobody had had.
final class Closeness {

    /// Below it: half of what was found for problems that nobody had had, and one in seven of what was found for the others.
    static final double POSSIBLE = 0.325;
    /// Above it, nothing that was found for a problem that nobody had had.
    static final double LIKELY = 0.45;

    private Closeness() { }

    /// @param score of the best hit
    static Verdict verdict(double score) {
        return score >= LIKELY ? Verdict.LIKELY : score >= POSSIBLE ? Verdict.POSSIBLE : Verdict.NONE;
    }
}
