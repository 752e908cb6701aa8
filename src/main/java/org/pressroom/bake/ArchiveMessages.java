package org.pressroom.bake;

import org.jspecify.annotations.Nullable;
import org.pressroom.config.Nearest;

import java.io.IOException;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Properties;
import java.util.Set;
import java.util.TreeMap;

/// An archive's own messages: a `.properties` file in UTF-8 with keys of the English ones. What can't be used is told and
/// left out, so that the English text stands in its place.
///
/// @param texts    by key
/// @param problems in order of line
public record ArchiveMessages(Map<String, String> texts, List<Problem> problems) {

    /// Messages that are patterns of a date.
    private static final Set<String> DATES = Set.of("date", "month");

    /// @param line    one-based
    /// @param unknown whether the key is none of those there are
    public record Problem(int line, boolean unknown, String message, String fix) { }

    public ArchiveMessages {
        texts = Map.copyOf(texts);
        problems = List.copyOf(problems);
    }

    /// Reads the text of a file.
    public static ArchiveMessages of(String text) {
        Properties written = new Properties();
        try {
            written.load(new StringReader(text.startsWith("\uFEFF") ? text.substring(1) : text));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (IllegalArgumentException e) {
            return new ArchiveMessages(Map.of(), List.of(new Problem(1, false, "the messages can't be read: a \\u is not followed by four digits",
                "write the character itself, in UTF-8")));
        }
        Map<String, String> english = Messages.shipped(Messages.ENGLISH);
        Map<String, String> texts = new TreeMap<>();
        List<Problem> problems = new ArrayList<>();
        for (String key : written.stringPropertyNames().stream().sorted().toList()) {
            Problem problem = problem(key, written.getProperty(key), english, line(text, key));
            if (problem == null) {
                texts.put(key, written.getProperty(key));
            } else {
                problems.add(problem);
            }
        }
        problems.sort((a, b) -> Integer.compare(a.line, b.line));
        return new ArchiveMessages(texts, problems);
    }

    private static @Nullable Problem problem(String key, String text, Map<String, String> english, int line) {
        String model = english.get(key);
        if (model == null) {
            return new Problem(line, true, "there is no message `" + key + "`",
                Nearest.of(key, english.keySet()).map(near -> "did you mean `" + near + "`?").orElse("remove it"));
        }
        Set<String> unknown = Messages.arguments(text);
        unknown.removeAll(Messages.arguments(model));
        if (!unknown.isEmpty()) {
            return new Problem(line, false, "the message `" + key + "` has no argument {" + unknown.iterator().next() + "}",
                "use the arguments of the English text: " + model);
        }
        if (text.isBlank()) {
            return new Problem(line, false, "the message `" + key + "` is empty", "write a text, or remove the line to use the English one");
        }
        return DATES.contains(key) && !isDate(text)
            ? new Problem(line, false, "`" + text + "` is not a date pattern", "write it like the English one: " + model) : null;
    }

    private static boolean isDate(String pattern) {
        try {
            return !DateTimeFormatter.ofPattern(pattern, Locale.ROOT).format(LocalDate.EPOCH).isEmpty();
        } catch (RuntimeException e) {
            return false;
        }
    }

    private static int line(String text, String key) {
        List<String> lines = text.lines().toList();
        for (int i = 0; i < lines.size(); i++) {
            String rest = lines.get(i).strip();
            if (rest.startsWith(key) && (rest.length() == key.length() || " \t=:".indexOf(rest.charAt(key.length())) >= 0)) {
                return i + 1;
            }
        }
        return 1;
    }
}
