package org.pressroom.cli;

import picocli.CommandLine;
import picocli.CommandLine.Option;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/// The option that names what a site is made with beside Pressroom. Filled by picocli.
final class JarOption {

    @Option(names = "--jar", paramLabel = "FILE",
        description = "A jar with templates, JBake template engines or rendering tools. Its code runs, so use only jars that you trust.")
    List<Path> jars = List.of();

    /// The jars in the order of the command line.
    ///
    /// @throws CommandLine.ParameterException when one is not a file
    List<Path> jars(CommandLine line) {
        for (Path jar : jars) {
            if (!Files.isRegularFile(jar)) {
                throw new CommandLine.ParameterException(line, "--jar " + jar + " is not a file");
            }
        }
        return jars;
    }
}
