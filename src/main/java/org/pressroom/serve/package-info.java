/// A preview on this machine: the built site over HTTP on the loopback address.
///
/// May import: `bake` (the headers of a site), `build`, the JDK's HTTP server.
@NullMarked
package org.pressroom.serve;

import org.jspecify.annotations.NullMarked;
