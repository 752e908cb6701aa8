package org.pressroom.parse;

import org.jspecify.annotations.Nullable;
import org.pressroom.model.Visibility;

/// A document as far as it can be known without parsing its markdown: what its metadata say to readers, and its text as
/// written. Two that are equal read the same.
///
/// @param visibility restricted also when the metadata can't be read and may say so
/// @param title      of metadata; null without one
/// @param summary    likewise
/// @param text       without the metadata
public record SourceProse(Visibility visibility, @Nullable String title, @Nullable String summary, String text) { }
