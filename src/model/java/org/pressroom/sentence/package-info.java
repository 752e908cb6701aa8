/// What stands beside Pressroom for those who ask for `--semantic model`: a sentence model and what runs it.
///
/// [MiniLm][org.pressroom.sentence.MiniLm] is all of it. Pressroom finds it by `java.util.ServiceLoader`.
@NullMarked
package org.pressroom.sentence;

import org.jspecify.annotations.NullMarked;
