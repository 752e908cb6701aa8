package org.pressroom.rules;

import org.pressroom.source.SourceSpan;

/// Where an entry of a word list stands in a document.
///
/// @param term   what was found
/// @param span   in the document's text
/// @param quoted whether somebody is quoted there
/// @param index  of its first character in the [Prose]
record WordHit(Term term, SourceSpan span, boolean quoted, int index) { }
