/// Commands, terminal, exit codes: the only room that prints, reads the environment and ends the process.
///
/// May import: `source`, `files`, `parallel`, `diagnostic`, `json`, `config`, `model`, `git`, `parse`, `history`, `catalog`, `meaning`,
/// `search`, `rules`, `cache`, `publish`, `build`, `adopt`, `demo`, `serve`, `edit`, picocli, progressbar.
@NullMarked
package org.pressroom.cli;

import org.jspecify.annotations.NullMarked;
