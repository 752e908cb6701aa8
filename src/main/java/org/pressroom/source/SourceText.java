package org.pressroom.source;

/// A file's text, decoded once, with its lines.
///
/// @param path  where the file stands
/// @param text  the characters, without a byte order mark
/// @param lines the lines of `text`
public record SourceText(SourcePath path, String text, LineMap lines) {

    public static SourceText of(SourcePath path, String text) {
        return new SourceText(path, text, LineMap.of(text));
    }
}
