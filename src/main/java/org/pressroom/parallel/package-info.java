/// The same work for many numbers, on several threads.
///
/// May import: the JDK.
@NullMarked
package org.pressroom.parallel;

import org.jspecify.annotations.NullMarked;
