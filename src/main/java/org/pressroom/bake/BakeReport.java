package org.pressroom.bake;

import java.util.List;

/// What a baking has written.
///
/// @param pages  how many pages for readers
/// @param unused files of the archive's templates folder that aren't templates, relative to it, sorted
public record BakeReport(int pages, List<String> unused) {

    public BakeReport {
        unused = List.copyOf(unused);
    }
}
