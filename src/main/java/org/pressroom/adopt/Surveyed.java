package org.pressroom.adopt;

import org.jspecify.annotations.Nullable;
import org.pressroom.parse.RawMetadata;
import org.pressroom.source.SourcePath;

import java.util.List;

/// What a survey sees of one document.
///
/// @param title    as it is shown
/// @param prfaq    whether it is a PR/FAQ
/// @param status   a word that is understood; null without one
/// @param raw      its metadata as written
/// @param headings of its sections, without numbers, in order
record Surveyed(SourcePath path, String title, boolean prfaq, @Nullable String status, RawMetadata raw, List<String> headings) {

    Surveyed {
        headings = List.copyOf(headings);
    }
}
