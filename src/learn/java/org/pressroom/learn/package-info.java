/// Learns the weights by which the recogniser tells the parts of a press release that nobody named.
@NullMarked
package org.pressroom.learn;

import org.jspecify.annotations.NullMarked;
