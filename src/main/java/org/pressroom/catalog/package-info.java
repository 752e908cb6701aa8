/// What the house knows about the archive as a whole: compact facts of every document, and what follows from all of them.
///
/// [DocumentFacts][org.pressroom.catalog.DocumentFacts] is what stays in memory of a document once its body has streamed
/// by: about 2 kB at most. [Catalog][org.pressroom.catalog.Catalog] orders them, gives each its
/// [address][org.pressroom.catalog.AddressBook], resolves ids and links, and derives backlinks, supersession and facets.
/// A catalog is immutable and safe for several threads. Restricted documents never come here.
///
/// May import: `source`, `diagnostic`, `model`, `history`.
@NullMarked
package org.pressroom.catalog;

import org.jspecify.annotations.NullMarked;
