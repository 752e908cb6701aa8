package org.pressroom.edit;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/// Values as they are written in YAML 1.2: plain where nobody could take them for something else, else in double quotes.
final class YamlText {

    private static final Pattern PLAIN = Pattern.compile("[\\p{L}\\p{N}](?:[\\p{L}\\p{M}\\p{N} ._/@'()%+-]*[\\p{L}\\p{M}\\p{N}._/@'()%+-])?");
    /// What other readers take for a number: `0042` would be 34.
    private static final Pattern ZERO = Pattern.compile("0[0-9_]+|0[xob].*");
    private static final Set<String> WORDS = Set.of("null", "true", "false", "yes", "no", "on", "off", "y", "n");

    private YamlText() { }

    static String of(String text) {
        if (PLAIN.matcher(text).matches() && !ZERO.matcher(text).matches() && !WORDS.contains(text.toLowerCase(java.util.Locale.ROOT))) {
            return text;
        }
        return quoted(text);
    }

    /// In double quotes, with escapes that JSON and TOML have too.
    static String quoted(String text) {
        StringBuilder quoted = new StringBuilder("\"");
        text.codePoints().forEach(c -> {
            switch (c) {
                case '"' -> quoted.append("\\\"");
                case '\\' -> quoted.append("\\\\");
                case '\n' -> quoted.append("\\n");
                case '\t' -> quoted.append("\\t");
                default -> {
                    if (c < 0x20 || c >= 0x7f && c < 0xa0 || c == 0x2028 || c == 0x2029 || c == 0xfeff) {
                        quoted.append(String.format("\\u%04x", c));
                    } else {
                        quoted.appendCodePoint(c);
                    }
                }
            }
        });
        return quoted.append('"').toString();
    }

    static String of(List<?> texts) {
        return texts.stream().map(text -> of(String.valueOf(text))).collect(Collectors.joining(", ", "[", "]"));
    }

    static String of(Map<String, Object> fields) {
        return fields.entrySet().stream().map(field -> field.getKey() + ": " + value(field.getValue())).collect(Collectors.joining(", ", "{", "}"));
    }

    /// @param value a text or a list of texts
    static String value(Object value) {
        return value instanceof List<?> list ? of(list) : of(String.valueOf(value));
    }
}
