package org.pressroom.catalog;

import org.jspecify.annotations.Nullable;

/// What a relative link or an image leads to.
public sealed interface LinkTarget {

    /// @param fragment of its page, without `#`; null for its top
    record Idea(Entry entry, @Nullable String fragment) implements LinkTarget { }

    /// A file that is copied beside the pages.
    ///
    /// @param address relative to the site's root, URL-encoded: `files/2016/images/a.svg`
    /// @param size    of a picture; null when it isn't known
    record Asset(String address, @Nullable PictureSize size) implements LinkTarget { }

    /// Why a pointer of Git LFS is not published.
    String LFS = "it is a pointer of Git LFS, not the file itself";

    /// A file that is there and is not published.
    ///
    /// @param reason a clause: "web servers have no type for .toml"
    record Withheld(String reason) implements LinkTarget { }

    /// A file or folder that is read at the archive's host.
    ///
    /// @param address absolute
    record Source(String address) implements LinkTarget { }

    /// @param reason a phrase: "there is no file ideas/b.md"
    record Broken(String reason) implements LinkTarget { }
}
