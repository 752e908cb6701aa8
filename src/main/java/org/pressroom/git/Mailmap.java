package org.pressroom.git;

import org.pressroom.source.MailAddresses;

import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// A repository's `.mailmap`: under which name people go whatever their commits say. Its form is that of gitmailmap(5).
public final class Mailmap {

    public static final Mailmap EMPTY = new Mailmap(Map.of());

    /// `Name <mail>`, then perhaps ` Name <mail>` as commits say it.
    private static final Pattern LINE = Pattern.compile("([^<>#]*)<([^<>]*)>(?:([^<>]*)<([^<>]*)>)?.*");
    static final int LONGEST = 1 << 20;

    /// Proper name by mail, or by name and mail, as commits say them.
    private final Map<String, String> names;

    private Mailmap(Map<String, String> names) {
        this.names = names;
    }

    static Mailmap of(Optional<byte[]> file) {
        if (file.isEmpty() || file.get().length > LONGEST) {
            return EMPTY;
        }
        Map<String, String> names = new HashMap<>();
        for (String line : new String(file.get(), StandardCharsets.UTF_8).lines().map(String::strip).toList()) {
            Matcher m = LINE.matcher(line);
            if (line.startsWith("#") || !m.matches() || m.group(1).isBlank()) {
                continue;
            }
            boolean twice = m.group(4) != null;
            String written = twice ? m.group(3).strip() : "";
            names.put(key(written, twice ? m.group(4) : m.group(2)), MailAddresses.name(m.group(1).strip()));
        }
        return new Mailmap(Map.copyOf(names));
    }

    private static String key(String name, String mail) {
        return MailAddresses.name(name).toLowerCase(Locale.ROOT) + "\n" + mail.strip().toLowerCase(Locale.ROOT);
    }

    /// All that it says, in one text.
    public String text() {
        return new TreeMap<>(names).toString();
    }

    /// The proper name of an author.
    public String name(RawCommit.Author author) {
        for (String name : List.of(author.name(), "")) {
            String proper = names.get(key(name, author.mail()));
            if (proper != null) {
                return proper;
            }
        }
        return author.name();
    }
}
