/// What git knows about every document: its revisions under all the names that it had, and each change of its status.
///
/// [Histories][org.pressroom.history.Histories] is the door. It walks git's raw log once for the documents of today:
/// [Following][org.pressroom.history.Following] goes from the newest commit to the oldest and takes each document along
/// when it was renamed, which [Pairing][org.pressroom.history.Pairing] tells from the files themselves. Revisions come from
/// all commits; what a document was at a time comes from the line of first parents alone, so that work on a branch counts
/// when it arrives. Statuses are read by the metadata reader, never by parsing whole documents.
/// [Learned][org.pressroom.history.Learned] is what one walk found out that spares the next.
///
/// May import: `source`, `parallel`, `git`, `parse`, `model`.
@NullMarked
package org.pressroom.history;

import org.jspecify.annotations.NullMarked;
