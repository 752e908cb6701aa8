package org.pressroom.publish;

import java.util.List;

/// What a publication did.
///
/// @param files    number of files of the site
/// @param replaced addresses of files written, new or different
/// @param removed  addresses of files of the last publication that are no longer part of the site
public record Publication(int files, List<String> replaced, List<String> removed) {

    public Publication {
        replaced = List.copyOf(replaced);
        removed = List.copyOf(removed);
    }

    /// How many files were written.
    public int changed() {
        return replaced.size();
    }

    /// How many files are no longer there.
    public int deleted() {
        return removed.size();
    }
}
