package org.pressroom.cli;

import picocli.CommandLine.Model.CommandSpec;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Map;

/// The commands as picocli knows them, for tests outside this room.
public final class CommandModel {

    private CommandModel() { }

    /// `pressroom` itself, with all commands below it.
    public static CommandSpec root() {
        PrintStream nowhere = new PrintStream(new ByteArrayOutputStream());
        return Commands.all(new Terminal(nowhere, nowhere, false, Map.of(), Path.of("").toAbsolutePath(), Clock.systemUTC())).getCommandSpec();
    }
}
