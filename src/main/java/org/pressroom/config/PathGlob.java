package org.pressroom.config;

import java.nio.file.FileSystems;
import java.nio.file.Path;
import java.nio.file.PathMatcher;

/// A pattern of paths below the content folder, as in a shell: `archive/**`, `*.draft.md`.
public final class PathGlob {

    private final String text;
    private final PathMatcher matcher;

    /// @throws java.util.regex.PatternSyntaxException when it is no pattern
    public PathGlob(String text) {
        this.text = text;
        this.matcher = FileSystems.getDefault().getPathMatcher("glob:" + text);
    }

    /// @param path below the content folder, with `/` between names
    public boolean matches(String path) {
        return matcher.matches(Path.of(path));
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof PathGlob glob && glob.text.equals(text);
    }

    @Override
    public int hashCode() {
        return text.hashCode();
    }

    @Override
    public String toString() {
        return text;
    }
}
