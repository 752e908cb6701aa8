package org.pressroom.parse;

import org.pressroom.model.BlockKind;

import java.util.List;

/// Settles what `Getting started` and `Availability` are: the call to action, unless the author names one besides; then they
/// tell how it works.
final class GettingStarted {

    private GettingStarted() { }

    static List<Section> settle(List<Section> sections) {
        if (sections.stream().noneMatch(s -> s.label == Label.CALL_TO_ACTION)) {
            return sections;
        }
        return sections.stream().map(s -> s.label == Label.GETTING_STARTED ? s.as(BlockKind.HOW_IT_WORKS) : s).toList();
    }
}
