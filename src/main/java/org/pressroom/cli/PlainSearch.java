package org.pressroom.cli;

import org.jspecify.annotations.Nullable;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/// Reads the arguments of a search as [SearchCommand] would, when they are written in the usual way.
final class PlainSearch {

    private static final String NUMBER = "0|[1-9][0-9]{0,8}";

    private final CommonOptions common = new CommonOptions();
    private final List<String> words = new ArrayList<>();
    private final Set<String> given = new HashSet<>();
    private int limit = Search.LIMIT;

    private PlainSearch() { }

    /// @return empty for another command, and for everything that needs a closer look: unusual options, mistakes, a call for help
    static Optional<Search> read(String[] arguments) {
        if (arguments.length == 0 || !arguments[0].equals("search")) {
            return Optional.empty();
        }
        PlainSearch plain = new PlainSearch();
        for (int i = 1; i < arguments.length; i++) {
            String argument = arguments[i];
            if (argument.equals("--limit") || argument.equals("--format") || argument.equals("--ref")) {
                i++;
                if (i == arguments.length || !plain.option(argument, arguments[i])) {
                    return Optional.empty();
                }
            } else if (!plain.word(argument)) {
                return Optional.empty();
            }
        }
        return plain.words.isEmpty() || plain.words.size() > 2 ? Optional.empty() : Optional.of(plain.search());
    }

    private boolean option(String name, String value) {
        if (isMarked(value) || !given.add(name)) {
            return false;
        }
        switch (name) {
            case "--limit" -> {
                if (!value.matches(NUMBER)) {
                    return false;
                }
                limit = Integer.parseInt(value);
            }
            case "--format" -> {
                if (!value.equals("json") && !value.equals("text")) {
                    return false;
                }
                common.format = value.equals("json") ? OutputFormat.JSON : OutputFormat.TEXT;
            }
            default -> common.ref = value;
        }
        return true;
    }

    private boolean word(String argument) {
        if (argument.equals("-q") || argument.equals("--quiet")) {
            common.quiet = true;
            return given.add("--quiet");
        }
        words.add(argument);
        return !isMarked(argument);
    }

    /// Whether a word may be an option, or the name of a file with more arguments.
    private static boolean isMarked(String word) {
        return word.isEmpty() || word.charAt(0) == '-' || word.charAt(0) == '@';
    }

    private Search search() {
        @Nullable String archive = words.size() < 2 ? null : words.get(1);
        return new Search(common, words.getFirst(), limit, archive);
    }
}
