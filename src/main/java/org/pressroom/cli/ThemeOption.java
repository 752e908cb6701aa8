package org.pressroom.cli;

import picocli.CommandLine.Option;

/// The option that lets an archive's theme run scripts. Filled by picocli.
final class ThemeOption {

    @Option(names = "--allow-theme-scripts",
        description = "Take scripts and pages from the archive's templates/ and assets/. Whoever may change these folders then owns the site.")
    boolean scripts;
}
