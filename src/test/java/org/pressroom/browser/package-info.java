@NullMarked
package org.pressroom.browser;

import org.jspecify.annotations.NullMarked;
