package org.pressroom.bake;

import org.jspecify.annotations.Nullable;
import org.pressroom.json.Json;

import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.text.NumberFormat;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Properties;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/// The interface's words in one language. Immutable; safe for several threads.
///
/// A text may hold `{0}`, `{1}` … for its arguments. A text that counts has two forms, `ideas.one` and `ideas.other`.
final class Messages {

    static final String ENGLISH = "en";

    private static final Pattern ARGUMENT = Pattern.compile("\\{(\\d)}");

    private final Locale locale;
    private final Map<String, String> texts;
    private final DateTimeFormatter date;
    private final DateTimeFormatter month;

    private Messages(Locale locale, Map<String, String> texts) {
        this.locale = locale;
        this.texts = texts;
        this.date = DateTimeFormatter.ofPattern(required("date"), locale);
        this.month = DateTimeFormatter.ofPattern(required("month"), locale);
    }

    /// The messages that Pressroom has in a language; what it has none of is in English.
    static Messages in(String language) {
        return in(language, Map.of());
    }

    /// The messages of a language: an archive's own, else Pressroom's, else those in English.
    ///
    /// @param language a BCP 47 tag
    /// @param own      the archive's messages in that language, as [ArchiveMessages] reads them
    static Messages in(String language, Map<String, String> own) {
        Map<String, String> texts = new TreeMap<>(shipped(ENGLISH));
        texts.putAll(shipped(language));
        texts.putAll(own);
        return new Messages(Locale.forLanguageTag(language), texts);
    }

    /// The texts that Pressroom brings in a language; empty when it brings none.
    static Map<String, String> shipped(String language) {
        String name = "messages_" + language + ".properties";
        try (InputStream in = Messages.class.getResourceAsStream(name)) {
            Map<String, String> texts = new TreeMap<>();
            if (in != null) {
                Properties properties = new Properties();
                properties.load(new InputStreamReader(in, StandardCharsets.UTF_8));
                properties.stringPropertyNames().forEach(key -> texts.put(key, properties.getProperty(key)));
            }
            return texts;
        } catch (IOException e) {
            throw new UncheckedIOException("can't read " + name, e);
        }
    }

    String language() {
        return locale.toLanguageTag();
    }

    /// The pattern of a key; null when there is none.
    @Nullable String find(String key) {
        return texts.get(key);
    }

    /// The pattern of a key.
    ///
    /// @throws IllegalArgumentException when there is none
    String required(String key) {
        String text = texts.get(key);
        if (text == null) {
            throw new IllegalArgumentException("no message '" + key + "'");
        }
        return text;
    }

    /// The texts whose keys begin with one of some prefixes, for scripts: a JSON object of key to pattern.
    String json(List<String> prefixes) {
        Map<String, String> chosen = new TreeMap<>(texts);
        chosen.keySet().removeIf(key -> prefixes.stream().noneMatch(key::startsWith));
        return Json.compact(chosen);
    }

    /// The numbers of the arguments in a pattern.
    static Set<String> arguments(String pattern) {
        return ARGUMENT.matcher(pattern).results().map(m -> m.group(1)).collect(Collectors.toCollection(TreeSet::new));
    }

    String text(String key, Object... arguments) {
        return fill(required(key), arguments);
    }

    static String fill(String pattern, Object... arguments) {
        if (arguments.length == 0 || pattern.indexOf('{') < 0) {
            return pattern;
        }
        return ARGUMENT.matcher(pattern).replaceAll(m -> {
            int n = Integer.parseInt(m.group(1));
            return Matcher.quoteReplacement(n < arguments.length ? arguments[n].toString() : m.group());
        });
    }

    /// A number of things in words: `1 idea`, `1,204 ideas`.
    String count(String key, long n) {
        return text(key + (n == 1 ? ".one" : ".other"), number(n));
    }

    /// A whole number with the language's marks for thousands.
    String number(long n) {
        return n > -1000 && n < 1000 ? Long.toString(n) : NumberFormat.getIntegerInstance(locale).format(n);
    }

    String date(LocalDate day) {
        return date.format(day);
    }

    String month(YearMonth month) {
        return this.month.format(month);
    }

    /// Names in a row: `A`, `A and B`, `A, B and C`.
    String list(List<String> names) {
        return switch (names.size()) {
            case 0 -> "";
            case 1 -> names.getFirst();
            default -> text("list.last",
                String.join(required("list.between"), names.subList(0, names.size() - 1)), names.getLast());
        };
    }
}
