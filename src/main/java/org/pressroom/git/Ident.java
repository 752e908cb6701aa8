package org.pressroom.git;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Who did something to a commit, and when, read from its line as the `git` program reads it, whatever stands there.
record Ident(RawCommit.Author author, GitTime when) {

    private static final Pattern NAME_AND_MAIL = Pattern.compile("([^<]*)<([^>]*)>.*", Pattern.DOTALL);
    private static final Pattern TIME = Pattern.compile("\\s*(\\d+)\\s+([+-]\\d+).*", Pattern.DOTALL);

    /// @param line without its first word: `Ana Lima <ana@example.org> 1700000000 +0100`
    static Ident of(String line) {
        Matcher person = NAME_AND_MAIL.matcher(line);
        if (!person.matches()) {
            return new Ident(new RawCommit.Author("", ""), GitTime.of(""));
        }
        Matcher time = TIME.matcher(line.substring(line.lastIndexOf('>') + 1));
        return new Ident(new RawCommit.Author(person.group(1).stripTrailing(), person.group(2)),
            GitTime.of(time.matches() ? time.group(1) + " " + time.group(2) : ""));
    }
}
