/// A preview: the built site over HTTP, the watch over the files that it is made from, and what open pages are told of changes.
///
/// May import: `bake` (the headers of a site), `build` (where an archive lies), `files`, `json`, the JDK's HTTP server.
/// Start reading at `PreviewServer` and `ArchiveWatch`.
@NullMarked
package org.pressroom.serve;

import org.jspecify.annotations.NullMarked;
