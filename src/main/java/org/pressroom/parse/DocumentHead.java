package org.pressroom.parse;

import org.jspecify.annotations.Nullable;
import org.pressroom.model.DocumentId;
import org.pressroom.model.Visibility;
import org.pressroom.source.SourcePath;

/// What can be known of a document without parsing it.
///
/// @param id         the author's, or the default from the path
/// @param status     a word of the vocabulary; null when missing or unknown
/// @param outcome    likewise
/// @param visibility restricted also when the configuration hides drafts and it is one, and when the metadata can't be read and may say so
public record DocumentHead(SourcePath path, DocumentId id, @Nullable String status, @Nullable String outcome, Visibility visibility) { }
