/// What a PR/FAQ is to the rest of the house: immutable, with the lines it was found on, and without any parser's types.
///
/// [Document][org.pressroom.model.Document] holds [Metadata][org.pressroom.model.Metadata], the recognised
/// [PressRelease][org.pressroom.model.PressRelease] and [Faq][org.pressroom.model.Faq], and the
/// [Block][org.pressroom.model.Block]s from which a page and the search index are made.
///
/// May import: `source`.
@NullMarked
package org.pressroom.model;

import org.jspecify.annotations.NullMarked;
