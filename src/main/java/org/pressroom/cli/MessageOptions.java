package org.pressroom.cli;

import org.pressroom.diagnostic.VisibleText;
import picocli.CommandLine.Option;

/// Options of every command. Filled by picocli.
class MessageOptions {

    @Option(names = {"-q", "--quiet"}, description = "Print no progress and no remarks.")
    boolean quiet;

    @Option(names = "--color", paramLabel = "WHEN", description = "auto, always or never. Default: auto.")
    ColourChoice colour = ColourChoice.AUTO;

    @Option(names = "--debug", description = "If Pressroom itself fails, print where in the program it happened.")
    boolean debug;

    /// Says something to the person at the terminal that was not asked for.
    void remark(Terminal terminal, String sentence) {
        if (!quiet) {
            terminal.err().println("pressroom: " + VisibleText.of(sentence));
        }
    }
}
