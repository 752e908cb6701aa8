/// What is wrong in a document, said to its author: file, line, column, rule, message, fix.
///
/// An author's mistake is a [Diagnostic][org.pressroom.diagnostic.Diagnostic], collected and sorted, never thrown.
/// The environment's failures (no such folder, disk full) are exceptions and have no place here.
///
/// May import: `source`, `json`.
@NullMarked
package org.pressroom.diagnostic;

import org.jspecify.annotations.NullMarked;
