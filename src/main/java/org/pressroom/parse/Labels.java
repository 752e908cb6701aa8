package org.pressroom.parse;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.text.Normalizer;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// The words by which authors announce the parts of a PR/FAQ, in all languages at once: `labels/<language>.txt`.
///
/// Compared without case, accents of width, numbering, articles and punctuation at the ends.
final class Labels {

    static final List<String> LANGUAGES = List.of("en", "de", "fr", "es", "pt", "ja", "ko", "zh");

    /// More words than this are a sentence, no label.
    private static final int MAX_LENGTH = 90;

    private static final Pattern NUMBERING =
        Pattern.compile("^(?:(?:[0-9]+(?:\\.[0-9]+)*|[ivx]{1,4}|[a-h])[.)]\\s+|(?:part|section|teil)\\s+[0-9ivx]+\\s*[:.—–-]\\s*)");
    private static final Pattern ARTICLE =
        Pattern.compile("^(?:the|a|an|our|der|die|das|ein|eine|le|la|les|un|une|el|los|las|o|os|as|l')\\s*(?<=[\\s'])");
    private static final Pattern SEPARATOR = Pattern.compile("\\s*[:：|]\\s*|\\s+[—–-]\\s+|\\s*[(（]");

    private static final Labels ALL = load();

    private final Map<String, Label> exact = new HashMap<>();
    private final List<Map.Entry<String, Label>> prefixes = new ArrayList<>();

    private Labels() { }

    private static Labels load() {
        Labels labels = new Labels();
        for (String language : LANGUAGES) {
            String name = "labels/" + language + ".txt";
            try (InputStream in = Labels.class.getResourceAsStream(name)) {
                if (in == null) {
                    throw new IllegalStateException("the jar lacks " + name);
                }
                try (BufferedReader lines = new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8))) {
                    lines.lines().filter(line -> !line.isBlank() && !line.startsWith("#")).forEach(labels::add);
                }
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
        return labels;
    }

    private void add(String line) {
        int colon = line.indexOf(':');
        Label label = Label.of(line.substring(0, colon).strip()).orElseThrow(() -> new IllegalStateException("no role: " + line));
        for (String word : line.substring(colon + 1).split("\\|")) {
            String written = word.strip();
            if (written.endsWith("*")) {
                prefixes.add(Map.entry(normal(written.substring(0, written.length() - 1)) + " ", label));
            } else {
                exact.putIfAbsent(normal(written), label);
            }
        }
    }

    /// What a heading or label announces, from all of it or from what stands before a colon, dash or bracket.
    static Optional<Label> of(String text) {
        if (text.isEmpty() || text.length() > MAX_LENGTH) {
            return Optional.empty();
        }
        Optional<Label> whole = ALL.find(normal(text));
        if (whole.isPresent()) {
            return whole;
        }
        String[] pieces = SEPARATOR.split(text, 2);
        return pieces.length == 2 && !pieces[0].isBlank() ? ALL.find(normal(pieces[0])) : Optional.empty();
    }

    private Optional<Label> find(String normal) {
        Label label = exact.get(normal);
        if (label != null) {
            return Optional.of(label);
        }
        return prefixes.stream().filter(p -> normal.startsWith(p.getKey())).map(Map.Entry::getValue).findFirst();
    }

    static String normal(String text) {
        String normal = Normalizer.normalize(text, Normalizer.Form.NFKC).toLowerCase(Locale.ROOT).replace('’', '\'').strip();
        normal = without(NUMBERING, normal);
        normal = without(ARTICLE, inner(normal));
        return Words.flat(normal).strip();
    }

    private static String without(Pattern beginning, String text) {
        Matcher m = beginning.matcher(text);
        return m.lookingAt() ? text.substring(m.end()) : text;
    }

    /// A text without what is no letter or digit at its ends; a closing bracket stays at the end.
    private static String inner(String text) {
        int start = 0;
        while (start < text.length() && !Character.isLetter(text.codePointAt(start)) && !isNumber(text.codePointAt(start))) {
            start += Character.charCount(text.codePointAt(start));
        }
        int end = text.length();
        while (end > start && !Character.isLetter(text.codePointBefore(end)) && !isNumber(text.codePointBefore(end))
                && text.charAt(end - 1) != ')') {
            end -= Character.charCount(text.codePointBefore(end));
        }
        return text.substring(start, end);
    }

    private static boolean isNumber(int c) {
        int type = Character.getType(c);
        return type == Character.DECIMAL_DIGIT_NUMBER || type == Character.LETTER_NUMBER || type == Character.OTHER_NUMBER;
    }
}
