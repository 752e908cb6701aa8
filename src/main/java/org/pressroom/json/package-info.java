/// The one place that knows the JSON library.
///
/// [Json][org.pressroom.json.Json] writes and reads trees of `Map`, `List`, `String`, `Number`, `Boolean` and null.
/// Maps are written in their own order, so use a `LinkedHashMap` or [Json#object][org.pressroom.json.Json].
///
/// May import: the JDK, Jackson's streaming core.
@NullMarked
package org.pressroom.json;

import org.jspecify.annotations.NullMarked;
