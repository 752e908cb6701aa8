package org.pressroom.git;

import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;

/// What is never read: files with certain names, and sites that Pressroom made.
final class Hidden {

    private Hidden() { }

    /// A folder that holds this is a site that Pressroom made.
    static final String MANIFEST = ".pressroom/manifest.json";

    /// Whether a folder on disk is a site that Pressroom made: nothing in it is a document, whatever its name.
    static boolean isSite(Path folder) {
        return Files.isRegularFile(folder.resolve(MANIFEST), LinkOption.NOFOLLOW_LINKS);
    }

    /// Whether any name of a path begins with a full stop.
    static boolean hides(String path) {
        return path.startsWith(".") || path.contains("/.");
    }
}
