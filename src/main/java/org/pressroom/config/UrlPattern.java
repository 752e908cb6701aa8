package org.pressroom.config;

import java.nio.charset.StandardCharsets;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// A web address with places for a file's path and the state of the archive:
/// `https://git.example.com/ideas/blob/{ref}/{path}`.
public record UrlPattern(String text) {

    /// `http` or `https`, a host without user, and `{path}` somewhere behind it.
    static final Pattern FORM = Pattern.compile(
        "https?://[^\\s/?#{}@\\\\<>\"'`]+(?=[^\\s]*\\{path\\})[/?#](?:[^\\s{}\\\\<>\"'`]|\\{path\\}|\\{ref\\})*");

    private static final Pattern PLACE = Pattern.compile("\\{(path|ref)\\}");
    private static final String KEPT = "-._~/";

    /// @throws IllegalArgumentException when it is no such pattern
    public UrlPattern {
        if (!FORM.matcher(text).matches()) {
            throw new IllegalArgumentException("not a pattern of addresses: " + text);
        }
    }

    /// The address for a file; each name of its path is percent-encoded.
    ///
    /// @param ref a commit, branch or tag
    public String fill(String path, String ref) {
        return PLACE.matcher(text).replaceAll(m -> Matcher.quoteReplacement(encoded(m.group(1).equals("path") ? path : ref)));
    }

    private static String encoded(String names) {
        StringBuilder encoded = new StringBuilder();
        for (byte b : names.getBytes(StandardCharsets.UTF_8)) {
            char c = (char) (b & 0xff);
            if (c >= 'a' && c <= 'z' || c >= 'A' && c <= 'Z' || c >= '0' && c <= '9' || KEPT.indexOf(c) >= 0) {
                encoded.append(c);
            } else {
                encoded.append('%').append(Character.toUpperCase(Character.forDigit(c >> 4, 16)))
                    .append(Character.toUpperCase(Character.forDigit(c & 15, 16)));
            }
        }
        return encoded.toString();
    }
}
