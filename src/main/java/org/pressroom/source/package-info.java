/// What was read, and where in it something stands.
///
/// A source is one repository or folder; one site may be made from several, so a [SourceId][org.pressroom.source.SourceId]
/// is part of every path. [SourceFile][org.pressroom.source.SourceFile] holds bytes as they were read;
/// [SourceText][org.pressroom.source.SourceText] holds them decoded, with a [LineMap][org.pressroom.source.LineMap].
///
/// Offsets are zero-based UTF-16 code units of the decoded text, spans are half-open; lines and columns are one-based,
/// columns count code points. Only `\n` ends a line (a `\r` before it belongs to the line's end).
///
/// How far two words are apart is told by [EditDistance][org.pressroom.source.EditDistance], for all rooms above.
///
/// May import: the JDK.
@NullMarked
package org.pressroom.source;

import org.jspecify.annotations.NullMarked;
