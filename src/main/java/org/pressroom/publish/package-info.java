/// From a staged site to the live folder, without ever leaving half a page or touching a file that is not ours.
///
/// [Publisher][org.pressroom.publish.Publisher] compares the staged files with the
/// [Manifest][org.pressroom.publish.Manifest] of the last publication, moves what changed (hashed files first, then pages,
/// the search root last; a folder that was not there in one move) and deletes what only the old manifest names.
///
/// From there it goes elsewhere: as one file ([SiteArchive][org.pressroom.publish.SiteArchive]), by [Rsync][org.pressroom.publish.Rsync], or
/// to a bucket ([S3Bucket][org.pressroom.publish.S3Bucket]). A branch of a repository is git's matter.
///
/// May import: `diagnostic`, `files`, `json`, the JDK's cryptography.
@NullMarked
package org.pressroom.publish;

import org.jspecify.annotations.NullMarked;
