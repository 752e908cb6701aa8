package org.pressroom.cli;

import picocli.CommandLine.Option;

/// The option that lets an archive's theme run scripts. Filled by picocli.
final class ThemeOption {

    @Option(names = "--allow-theme-scripts",
        description = "Use scripts and HTML pages from the archive's templates/ and assets/. Anyone who can change these folders then controls the site.")
    boolean scripts;
}
