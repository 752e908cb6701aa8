@NullMarked
package org.pressroom.search.shard;

import org.jspecify.annotations.NullMarked;
