/// What is kept outside the archive: in the user's cache folder, one folder an archive.
///
/// [CacheFolder][org.pressroom.cache.CacheFolder] finds it; [BodyStore][org.pressroom.cache.BodyStore] holds the bodies of
/// documents while a build runs, so that no stage has all of them in memory. A cache that can't be used costs time, never
/// a build.
///
/// May import: `source`, H2's MVStore.
@NullMarked
package org.pressroom.cache;

import org.jspecify.annotations.NullMarked;
