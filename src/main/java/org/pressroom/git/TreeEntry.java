package org.pressroom.git;

import org.jspecify.annotations.Nullable;
import org.pressroom.source.SourcePath;

/// A file in a tree, not yet read.
///
/// @param blobId git's object id where the tree knows it without reading; null in folders
public record TreeEntry(SourcePath path, @Nullable String blobId) implements Comparable<TreeEntry> {

    @Override
    public int compareTo(TreeEntry other) {
        return path.compareTo(other.path);
    }
}
