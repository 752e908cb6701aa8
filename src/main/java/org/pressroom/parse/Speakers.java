package org.pressroom.parse;

import org.jspecify.annotations.Nullable;

import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Finds who is quoted: after a dash, or beside "said".
final class Speakers {

    private static final int MAX_LENGTH = 120;
    private static final Pattern DASH_LINE = Pattern.compile("(?:^|\\n)\\s*[-—–―]{1,2}\\s*(\\S[^\\n]{2,119})\\s*$");
    private static final List<String> VERBS = List.of("said", "says", "explained", "adds", "added", "comments", "sagte", "sagt", "erklärt",
        "explique", "a déclaré", "dit", "dijo", "dice", "afirma", "disse", "diz");
    private static final Pattern SAID = Pattern.compile(
        "[\"”»」]?,?\\s*\\b(?:" + String.join("|", VERBS) + ")\\s+"
            + "(\\p{Lu}[^.\"“”\\n]{2,119}?)(?=[.\"“”]|$)");
    private static final Pattern AFTER_QUOTE = Pattern.compile("[\"”»」]\\s*[-—–―,(（]+\\s*(\\p{L}[^\\n\"“”]{2,119}?)[)）.]?\\s*$");

    private Speakers() { }

    /// @param text of a quotation with what stands around it
    static @Nullable String in(String text) {
        for (Pattern pattern : new Pattern[] {DASH_LINE, SAID, AFTER_QUOTE}) {
            Matcher m = pattern.matcher(text);
            if ((pattern != SAID || VERBS.stream().anyMatch(text::contains)) && m.find()) {
                String speaker = m.group(1).strip();
                return speaker.length() > MAX_LENGTH ? null : speaker;
            }
        }
        return null;
    }
}
