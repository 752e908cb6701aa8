/// From a staged site to the live folder, without ever leaving half a page or touching a file that is not ours.
///
/// [Publisher][org.pressroom.publish.Publisher] compares the staged files with the
/// [Manifest][org.pressroom.publish.Manifest] of the last publication, moves what changed (hashed files first, then pages,
/// the search root last; a folder that was not there in one move) and deletes what only the old manifest names.
///
/// May import: `files`, `diagnostic`, `json`.
@NullMarked
package org.pressroom.publish;

import org.jspecify.annotations.NullMarked;
