/// From bytes to a [Document][org.pressroom.model.Document].
///
/// [DocumentParser][org.pressroom.parse.DocumentParser] decodes, reads front matter, parses markdown, recognises the parts
/// of a PR/FAQ and writes safe HTML, all in one pass over flexmark's tree, which is then let go.
/// The recogniser begins with [Sectioner][org.pressroom.parse.Sectioner], which finds what authors named; for what they
/// didn't name, [Inference][org.pressroom.parse.Inference] weighs the evidence of
/// [BareParagraph][org.pressroom.parse.BareParagraph]. Its words stand in `labels/` and `cues/`, one file a language.
/// [MetadataReader][org.pressroom.parse.MetadataReader] reads the metadata alone, cheaply, without markdown.
/// What only a reader can see (bytes that are no UTF-8, a tag that was removed, a date that is none) becomes a
/// [Notice][org.pressroom.parse.Notice]; the room `rules` makes diagnostics of them.
///
/// Nothing here throws for what an author wrote. Everything is linear in the document's size, and a document that is
/// nested beyond bounds or takes too long is refused with a notice.
///
/// May import: `source`, `parallel`, `diagnostic`, `model`, `config`, flexmark, jsoup.
@NullMarked
package org.pressroom.parse;

import org.jspecify.annotations.NullMarked;
