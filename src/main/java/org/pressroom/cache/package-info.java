/// What is kept outside the archive: in the user's cache folder, one folder an archive.
///
/// [CacheFolder][org.pressroom.cache.CacheFolder] finds it; [ResultStore][org.pressroom.cache.ResultStore] holds what
/// stages made of what, by a [Key][org.pressroom.cache.Key] of all that it depends on, so that it need not be made again and no
/// stage has all of it in memory. [RecordCodec][org.pressroom.cache.RecordCodec] writes records as bytes. A cache that can't be
/// used costs time, never a build.
///
/// May import: `source`, `files`, H2's MVStore and its LZF.
@NullMarked
package org.pressroom.cache;

import org.jspecify.annotations.NullMarked;
