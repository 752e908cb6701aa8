package org.pressroom.source;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/// A file's place inside its source: relative to the source's root, `/` between names, never leaving the root.
///
/// Ordered by source, then by the path's UTF-16 code units, so the order is the same on every machine.
///
/// @param source the repository or folder
/// @param path   non-empty; no empty, `.` or `..` names
public record SourcePath(SourceId source, String path) implements Comparable<SourcePath> {

    private static final int LONGEST_ENDING = ".markdown".length();
    private static final Comparator<SourcePath> ORDER =
        Comparator.comparing(SourcePath::source).thenComparing(SourcePath::path);

    /// @throws IllegalArgumentException when the path is empty, absolute or leaves the root
    public SourcePath {
        if (!isInside(path)) {
            throw new IllegalArgumentException("not a path inside a source: '" + path + "'");
        }
    }

    /// Whether a text can be a path: relative, of names none of which is empty, `.` or `..`.
    public static boolean isInside(String path) {
        int from = 0;
        for (int end = 0; end <= path.length(); end++) {
            if (end == path.length() || path.charAt(end) == '/') {
                int length = end - from;
                if (length == 0 || path.charAt(from) == '.' && (length == 1 || length == 2 && path.charAt(from + 1) == '.')) {
                    return false;
                }
                from = end + 1;
            }
        }
        return true;
    }

    /// A path in the only source.
    public static SourcePath of(String path) {
        return new SourcePath(SourceId.MAIN, path);
    }

    /// The last name, `0042-melinda.md` of `ideas/0042-melinda.md`.
    public String fileName() {
        return path.substring(path.lastIndexOf('/') + 1);
    }

    /// Whether its name is that of markdown.
    public boolean isMarkdown() {
        return isMarkdown(path);
    }

    /// Whether a path or name is that of markdown: it ends in `.md` or `.markdown`, in capitals or not.
    public static boolean isMarkdown(String path) {
        String end = path.substring(Math.max(0, path.length() - LONGEST_ENDING)).toLowerCase(Locale.ROOT);
        return end.endsWith(".md") || end.endsWith(".markdown");
    }

    /// The folder, without a final slash; empty for a file at the root.
    public String folder() {
        int slash = path.lastIndexOf('/');
        return slash < 0 ? "" : path.substring(0, slash);
    }

    /// Resolves a relative reference as a link in this file would be.
    ///
    /// @param reference a decoded path without query or fragment; a leading `/` means the source's root
    /// @return empty when the reference is empty or leaves the root
    public Optional<SourcePath> resolve(String reference) {
        List<String> names = new ArrayList<>();
        String start = reference.startsWith("/") || folder().isEmpty() ? "" : folder() + "/";
        for (String name : (start + reference).split("/", -1)) {
            switch (name) {
                case "", "." -> { }
                case ".." -> {
                    if (names.isEmpty()) {
                        return Optional.empty();
                    }
                    names.removeLast();
                }
                default -> names.add(name);
            }
        }
        return names.isEmpty() ? Optional.empty() : Optional.of(new SourcePath(source, String.join("/", names)));
    }

    @Override
    public int compareTo(SourcePath other) {
        return ORDER.compare(this, other);
    }

    @Override
    public String toString() {
        return source.equals(SourceId.MAIN) ? path : source + ":" + path;
    }
}
