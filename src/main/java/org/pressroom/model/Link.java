package org.pressroom.model;

import org.pressroom.source.SourceSpan;

/// A reference that needs the catalog: a relative link, a fragment or an image of the archive.
///
/// In a block's HTML the n-th link (zero-based, over the whole document) opens with [#OPEN]` n `[#MARK], and ends with
/// [#CLOSE]; an image stands as [#IMAGE]` n `[#MARK]. Absolute links to other hosts are plain HTML already.
///
/// @param target as written, percent-decoded: path and fragment
/// @param image  whether it is an image
/// @param alt    an image's alternative text; a link's text
/// @param title  its title; empty when it has none
/// @param span   where it stands in the document's text
public record Link(String target, boolean image, String alt, String title, SourceSpan span) {

    public static final char OPEN = '\u0001';
    public static final char MARK = '\u0002';
    public static final char CLOSE = '\u0003';
    public static final char IMAGE = '\u0004';
}
