package org.pressroom.model;

import org.jspecify.annotations.Nullable;
import org.pressroom.source.LineSpan;

/// A part of the press release.
///
/// @param lines      where it stands; a heading or label on a line of its own is left out
/// @param carrier    what marks it
/// @param confidence how sure the recogniser is
/// @param text       its prose without markup, paragraphs separated by a blank line
/// @param speaker    who is quoted, for quotes that say so
public record Part(
        PartKind kind, LineSpan lines, Carrier carrier, Confidence confidence, String text, @Nullable String speaker) { }
