package org.pressroom.cli;

import org.pressroom.build.ConfigurationException;
import org.pressroom.diagnostic.TextRendering;
import org.pressroom.diagnostic.VisibleText;
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
        Thread.setDefaultUncaughtExceptionHandler(new Uncaught(terminal, isDebugging(arguments)));
        int code = run(terminal, arguments);
        terminal.out().flush();
        terminal.err().flush();
        System.exit(code);
    }

    /// Of threads that nobody waits for. A lambda would take a searcher longer to start.
    private record Uncaught(Terminal terminal, boolean debug) implements Thread.UncaughtExceptionHandler {
        @Override
        public void uncaughtException(Thread thread, Throwable e) {
            failure(terminal, e, debug);
        }
    }

    /// Runs one command. No error is left to the JVM, which would print a trace and end with the code of findings.
    ///
    /// @return its exit code
    static int run(Terminal terminal, String... arguments) {
        try {
            Optional<Search> search = PlainSearch.read(arguments);
            return search.isEmpty() ? Commands.run(terminal, arguments) : search.get().run(terminal);
        } catch (Throwable e) {
            return failure(terminal, e, isDebugging(arguments));
        }
    }

    static boolean isDebugging(String... arguments) {
        for (String argument : arguments) {
            if (argument.equals("--debug") || argument.equals("--")) {
                return argument.equals("--debug");
            }
        }
        return false;
    }

    /// What is foreseen gets a sentence, the rest a request to report it.
    ///
    /// @param debug whether to tell where in the program it happened
    static int failure(Terminal terminal, Throwable e, boolean debug) {
        if (e instanceof ConfigurationException broken) {
            TextRendering text = new TextRendering(terminal.colour(ColourChoice.AUTO));
            broken.findings().forEach(finding -> terminal.err().print(text.render(finding)));
        }
        terminal.err().println("pressroom: " + VisibleText.of(sentence(e, debug)));
        if (debug) {
            e.printStackTrace(terminal.err());
        }
        return e instanceof UsageException ? ExitCodes.USAGE : ExitCodes.FAILURE;
    }

    /// A class whose making ran out of memory is missing ever after, with that as the cause.
    private static boolean isOfMemory(Throwable e) {
        for (Throwable one = e; one != null; one = one.getCause()) {
            if (one instanceof OutOfMemoryError || String.valueOf(one.getMessage()).contains(OutOfMemoryError.class.getName())) {
                return true;
            }
        }
        return false;
    }

    /// What went wrong, for a person.
    static String sentence(Throwable e, boolean debug) {
        if (isOfMemory(e)) {
            return "there is not enough memory: Java may use " + (Runtime.getRuntime().maxMemory() >> 20)
                + " MB; allow more, for example 4 GB, with PRESSROOM_JAVA_OPTS=-Xmx4g";
        }
        if (e instanceof ArchiveException || e instanceof ConfigurationException || e instanceof UsageException || e instanceof PublishException) {
            return String.valueOf(e.getMessage());
        }
        if (e instanceof UncheckedIOException unchecked) {
            return FileProblem.of(unchecked);
        }
        if (e instanceof IOException io) {
            return FileProblem.of(io);
        }
        return "an internal error (" + e.getClass().getSimpleName() + "). This is a bug in Pressroom; please report it to its issue tracker with "
            + (debug ? "what follows" : "what the same command prints with --debug") + " and the version, " + Version.made();
    }
}
