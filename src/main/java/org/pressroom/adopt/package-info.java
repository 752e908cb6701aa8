/// A first configuration for an archive that is there already.
///
/// [Adoption][org.pressroom.adopt.Adoption] is the door: it makes a [Survey][org.pressroom.adopt.Survey] of what the documents are and how they
/// say what they say, lets [ConfigurationDraft][org.pressroom.adopt.ConfigurationDraft] write the `pressroom.yaml` that makes sense of it, and
/// counts the findings without and with it. Each guess is a comment with its evidence.
///
/// May import: `source`, `files`, `parallel`, `diagnostic`, `config`, `model`, `git`, `parse`, `catalog`, `cache`, `build`.
@NullMarked
package org.pressroom.adopt;

import org.jspecify.annotations.NullMarked;
