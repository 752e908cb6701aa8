package org.pressroom.cli;

import org.pressroom.files.FileProblem;
import org.pressroom.git.ArchiveException;
import org.pressroom.publish.PublishException;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Optional;
import java.util.logging.Level;
import java.util.logging.Logger;

/// The program.
///
/// A plainly written search begins here without picocli, which takes as long to start as a search takes.
public final class Main {

    /// A logger that is let go of loses its level.
    private static final Logger LIBRARIES = Logger.getLogger("");

    private Main() { }

    /// Ends the process with the command's exit code.
    public static void main(String[] arguments) {
        LIBRARIES.setLevel(Level.SEVERE);
        Terminal terminal = Terminal.ofProcess();
        int code = run(terminal, arguments);
        terminal.out().flush();
        terminal.err().flush();
        System.exit(code);
    }

    /// Runs one command.
    ///
    /// @return its exit code
    static int run(Terminal terminal, String... arguments) {
        Optional<Search> search = PlainSearch.read(arguments);
        if (search.isEmpty()) {
            return Commands.run(terminal, arguments);
        }
        try {
            return search.get().run(terminal);
        } catch (Exception e) {
            return failure(terminal, e);
        }
    }

    /// What is foreseen gets a sentence, the rest a trace to report.
    static int failure(Terminal terminal, Exception e) {
        if (e instanceof ArchiveException || e instanceof PublishException || e instanceof UncheckedIOException
                || e instanceof IOException) {
            terminal.err().println("pressroom: " + (e instanceof IOException problem ? FileProblem.of(problem) : e.getMessage()));
        } else {
            terminal.err().println("pressroom: an internal error, which is a fault of Pressroom; please report it with what follows.");
            e.printStackTrace(terminal.err());
        }
        return ExitCodes.FAILURE;
    }
}
