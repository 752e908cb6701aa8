package org.pressroom.model;

import org.pressroom.source.SourceSpan;

import java.util.regex.Pattern;

/// A reference that needs the catalog: a relative link, a fragment or an image of the archive.
///
/// In a block's HTML the n-th link (zero-based, over the whole document) opens with [#OPEN]` n `[#MARK], and ends with
/// [#CLOSE]; an image stands as [#IMAGE]` n `[#MARK]. Absolute links to other hosts are plain HTML already.
///
/// @param target as written, percent-decoded: path and fragment; a `#` or `?` of a file's name stays encoded (see [#nameOf])
/// @param image  whether it is an image
/// @param alt    an image's alternative text; a link's text
/// @param title  its title; empty when it has none
/// @param span   where it stands in the document's text
public record Link(String target, boolean image, String alt, String title, SourceSpan span) {

    private static final Pattern ENCODED = Pattern.compile("%(?:23|3F|25)");

    public static final char OPEN = '\u0001';
    public static final char MARK = '\u0002';
    public static final char CLOSE = '\u0003';
    public static final char IMAGE = '\u0004';

    /// The path of a target for a decoded one, in which `#` and `?` are a name's.
    public static String pathOf(String name) {
        return name.indexOf('#') < 0 && name.indexOf('?') < 0 && name.indexOf('%') < 0 ? name
            : name.replaceAll("%(?=23|3F|25)", "%25").replace("#", "%23").replace("?", "%3F");
    }

    /// The name that the path of a target stands for.
    public static String nameOf(String path) {
        return path.indexOf('%') < 0 ? path : ENCODED.matcher(path).replaceAll(m -> switch (m.group()) {
            case "%23" -> "#";
            case "%3F" -> "?";
            default -> "%";
        });
    }
}
