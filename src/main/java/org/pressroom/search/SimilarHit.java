package org.pressroom.search;

import org.jspecify.annotations.Nullable;

/// An earlier proposal that may have had the same problem.
///
/// @param score   0 to about 1.4; see [Similar]
/// @param url     of its page, relative to the site's root
/// @param status  null when it has none
/// @param outcome null when it has none
public record SimilarHit(
        String id, String title, String url, double score, @Nullable String status, @Nullable String outcome, ProblemRecord told) { }
