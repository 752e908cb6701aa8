/// Distils a sentence model to a table of pieces of words. Start with [Distill][org.pressroom.distill.Distill].
@NullMarked
package org.pressroom.distill;

import org.jspecify.annotations.NullMarked;
