@NullMarked
package org.pressroom.search;

import org.jspecify.annotations.NullMarked;
