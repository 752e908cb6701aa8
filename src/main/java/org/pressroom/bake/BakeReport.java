package org.pressroom.bake;

import java.util.List;

/// What a baking has written.
///
/// @param addresses every file, relative to the site's root with `/` between names, sorted
/// @param pages     how many of them are pages for readers
/// @param unused    files of the archive's templates folder that aren't templates, relative to it, sorted
public record BakeReport(List<String> addresses, int pages, List<String> unused) {

    public BakeReport {
        addresses = List.copyOf(addresses);
        unused = List.copyOf(unused);
    }
}
