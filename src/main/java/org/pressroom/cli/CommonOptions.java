package org.pressroom.cli;

import picocli.CommandLine.Option;

/// Options of the commands that read an archive. Filled by picocli.
final class CommonOptions extends ArchiveOptions {

    @Option(names = "--format", paramLabel = "FORMAT", description = "text or json. Default: text.")
    OutputFormat format = OutputFormat.TEXT;
}
