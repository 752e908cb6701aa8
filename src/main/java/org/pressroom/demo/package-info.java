/// A sample archive as a git repository, with the ten years in which it would have come about.
///
/// [Demo][org.pressroom.demo.Demo] is the door. The documents are those of the [sample][org.pressroom.demo.Sample], packed
/// with the program; [Life][org.pressroom.demo.Life] tells from a document's own dates what it went through, and
/// [Manuscript][org.pressroom.demo.Manuscript] what it said at each time. In the end every document is as the sample has it.
///
/// May import: `source`, `files`, `config`, `model`, `parse`, `git`.
@NullMarked
package org.pressroom.demo;

import org.jspecify.annotations.NullMarked;
