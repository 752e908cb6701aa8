package org.pressroom.parse;

import org.pressroom.model.DocumentId;
import org.pressroom.model.Visibility;
import org.pressroom.source.SourcePath;

/// What must be known of a document before any other is read.
///
/// @param id         the author's, or the default from the path
/// @param visibility restricted also when the metadata can't be read and may say so
public record DocumentHead(SourcePath path, DocumentId id, Visibility visibility) { }
