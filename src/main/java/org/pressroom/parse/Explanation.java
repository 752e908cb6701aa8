package org.pressroom.parse;

import org.pressroom.source.LineSpan;

import java.util.List;

/// Why blocks of a press release were taken for a part that nothing names.
///
/// @param lines       of the part
/// @param probability that a reader would say the same; 0 to 1
/// @param runnerUp    what else its first block may be
/// @param second      how probable that is
/// @param reasons     what speaks most for it, the weightiest first
public record Explanation(Role role, LineSpan lines, double probability, Role runnerUp, double second, List<Trait> reasons) {

    public Explanation {
        reasons = List.copyOf(reasons);
    }
}
