package org.pressroom.cli;

import picocli.CommandLine.Option;

/// Options of commands that read no archive. Filled by picocli.
final class OutputOptions extends MessageOptions {

    @Option(names = "--format", paramLabel = "FORMAT", description = "text or json. Default: text.")
    OutputFormat format = OutputFormat.TEXT;
}
