package org.pressroom.cli;

import picocli.CommandLine.Option;

/// Options of every command. Filled by picocli.
class MessageOptions {

    @Option(names = {"-q", "--quiet"}, description = "Print no progress and no remarks.")
    boolean quiet;

    @Option(names = "--color", paramLabel = "WHEN", description = "auto, always or never. Default: auto.")
    ColourChoice colour = ColourChoice.AUTO;

    /// Says something to the person at the terminal that was not asked for.
    void remark(Terminal terminal, String sentence) {
        if (!quiet) {
            terminal.err().println("pressroom: " + sentence);
        }
    }
}
