/// The files in `src/ci`, which other people's pipelines are made of.
@NullMarked
package org.pressroom.ci;

import org.jspecify.annotations.NullMarked;
