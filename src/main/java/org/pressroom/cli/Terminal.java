package org.pressroom.cli;

import org.jspecify.annotations.Nullable;

import java.io.InputStream;
import java.io.PrintStream;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Map;

/// The world around a command: its streams, variables, folders and clock.
///
/// @param in          what the person types
/// @param out         takes what was asked for
/// @param err         takes progress and diagnostics
/// @param interactive whether a person is watching `err`, and `out`
/// @param environment variables of the process
/// @param home        the user's home folder
/// @param clock       tells what day it is
record Terminal(
        InputStream in, Printer out, Printer err, boolean interactive, Map<String, String> environment, Path home, Clock clock) {

    /// With nothing to read.
    Terminal(PrintStream out, PrintStream err, boolean interactive, Map<String, String> environment, Path home, Clock clock) {
        this(InputStream.nullInputStream(), new Printer(out), new Printer(err), interactive, environment, home, clock);
    }

    /// Of this process: UTF-8 whatever the locale.
    static Terminal ofProcess() {
        return new Terminal(System.in, new Printer(System.out), new Printer(System.err), isTerminal(), System.getenv(),
            Path.of(System.getProperty("user.home", ".")), Clock.systemUTC());
    }

    private static boolean isTerminal() {
        java.io.@Nullable Console console = System.console();
        return console != null && console.isTerminal();
    }

    /// Whether to write in colour.
    ///
    /// @param when `auto`, `always` or `never`
    boolean colour(ColourChoice when) {
        return switch (when) {
            case ALWAYS -> true;
            case NEVER -> false;
            case AUTO -> interactive && environment.getOrDefault("NO_COLOR", "").isEmpty()
                && !"dumb".equals(environment.get("TERM"));
        };
    }
}
