package org.pressroom.cli;

import org.jspecify.annotations.Nullable;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/// Asks the person at the terminal. Where nobody is, or nobody wants to be asked, what would be the default is the answer.
final class Questions {

    private final Terminal terminal;
    private final boolean asking;
    private final BufferedReader in;

    /// @param silent whether nobody wants to be asked
    Questions(Terminal terminal, boolean silent) {
        this.terminal = terminal;
        this.asking = terminal.interactive() && !silent;
        this.in = new BufferedReader(new InputStreamReader(terminal.in(), StandardCharsets.UTF_8));
    }

    /// Whether somebody is asked.
    boolean asking() {
        return asking;
    }

    /// Asks for a text.
    ///
    /// @param ifNone the answer of who just presses Return; null for none
    Optional<String> text(String question, @Nullable String ifNone) throws IOException {
        if (!asking) {
            return Optional.ofNullable(ifNone);
        }
        terminal.err().print(question + (ifNone == null || ifNone.isEmpty() ? "" : " [" + ifNone + "]") + ": ");
        terminal.err().flush();
        String line = in.readLine();
        return line == null || line.isBlank() ? Optional.ofNullable(ifNone) : Optional.of(line.strip());
    }

    /// Asks for one of some words, until one of them is named.
    String word(String question, List<String> words, String ifNone) throws IOException {
        while (true) {
            String answer = text(question + " (" + String.join(", ", words) + ")", ifNone).orElse(ifNone);
            Optional<String> known = words.stream().filter(word -> word.equalsIgnoreCase(answer)).findFirst();
            if (known.isPresent()) {
                return known.get();
            }
            terminal.err().println("`" + answer + "` is not one of them");
        }
    }

    /// Asks whether to go on.
    boolean yes(String question) throws IOException {
        return !asking || !text(question + " [Y/n]", "").orElse("").toLowerCase(Locale.ROOT).startsWith("n");
    }
}
