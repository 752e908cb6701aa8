package org.pressroom.search;

import org.pressroom.search.SimilarResult.Verdict;

/// How near is near: read off the scores of problems that were known and of some that nobody had had.
///
/// @param possible below it, nothing alike was found
/// @param likely   above it, nothing that was found for a problem that nobody had had
record Closeness(double possible, double likely) {

    /// Below it lie half of the problems that nobody had had, and one in seven of the others.
    static final Closeness BY_TABLE = new Closeness(0.315, 0.435);
    /// Below it lie seven in ten of the problems that nobody had had, and one in seven of the others.
    static final Closeness BY_MODEL = new Closeness(0.31, 0.42);

    /// @param score of the best hit
    Verdict verdict(double score) {
        return score >= likely ? Verdict.LIKELY : score >= possible ? Verdict.POSSIBLE : Verdict.NONE;
    }
}
