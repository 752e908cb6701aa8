/// Commands, terminal, exit codes: the only room that prints, reads the environment and ends the process.
///
/// May import: all rooms, picocli, progressbar.
@NullMarked
package org.pressroom.cli;

import org.jspecify.annotations.NullMarked;
