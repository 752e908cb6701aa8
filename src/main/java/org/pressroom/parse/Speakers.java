package org.pressroom.parse;

import org.jspecify.annotations.Nullable;

import java.util.List;
import java.util.Locale;

/// Finds who is quoted: after a dash, beside "said", behind or before the quotation.
final class Speakers {

    private static final int MAX_LENGTH = 120;
    private static final int MAX_WORDS = 20;
    private static final String DASHES = "-—–―";
    private static final String BETWEEN = " ,.、。\u00a0\n*_";
    /// Before the speaker's name.
    private static final List<String> VERBS = List.of("said", "says", "explained", "explains", "adds", "added", "comments", "commented", "noted", "notes",
        "according to", "sagte", "sagt", "erklärt", "erklärte", "so", "meint", "explique", "a déclaré", "déclare", "dit", "affirme", "dijo", "dice",
        "afirma", "afirmó", "explica", "disse", "diz", "afirmou", "explicou", "comenta", "表示", "说", "称");
    /// Between a quotation and its speaker, in Japanese and Korean.
    private static final List<String> PARTICLES = List.of("と、", "と", "이라고", "라고", "고");
    /// Behind the speaker's name.
    private static final List<String> TOPICS = List.of("は話", "は語", "は述", "は言", "はコメント", "が話", "が語", "は、", "는 말", "은 말", "는 밝", "은 밝", "는 전", "은 전",
        "는 설명", "은 설명", "이 말", "가 말", "이 밝", "가 밝", "는 ", "은 ");

    private Speakers() { }

    /// @param text of a quotation with what stands around it
    static @Nullable String in(String text) {
        return in(text, Quoted.all(text));
    }

    /// The same, where the speech in the text is known.
    static @Nullable String in(String text, List<Quoted.Range> speech) {
        String dashed = dashed(text);
        if (dashed != null || speech.isEmpty()) {
            return dashed;
        }
        Quoted.Range first = speech.getFirst();
        int end = speech.size() > 1 ? speech.get(1).from() : text.length();
        String behind = behind(text.substring(first.to(), end));
        if (behind == null && speech.size() > 1) {
            behind = behind(text.substring(speech.getLast().to()));
        }
        return behind == null ? before(text.substring(0, first.from())) : behind;
    }

    /// Whether a speaker is more than "he" or "the page".
    static boolean isNamed(@Nullable String speaker) {
        return speaker != null && (Character.isUpperCase(speaker.codePointAt(0)) || Words.isWide(speaker.codePointAt(0)) || speaker.charAt(0) == '[')
            && !speaker.startsWith("The ");
    }

    /// `— Name, role` on the last line, or the one before.
    private static @Nullable String dashed(String text) {
        int end = text.length();
        for (int line = 0; line < 2 && end > 0; line++) {
            int start = text.lastIndexOf('\n', end - 1) + 1;
            String last = text.substring(start, end).strip();
            int at = 0;
            while (at < last.length() && DASHES.indexOf(last.charAt(at)) >= 0) {
                at++;
            }
            if (at > 0 && at <= 2) {
                return named(last.substring(at));
            }
            end = start - 1;
        }
        return null;
    }

    private static @Nullable String behind(String tail) {
        int at = 0;
        while (at < tail.length() && BETWEEN.indexOf(tail.charAt(at)) >= 0) {
            at++;
        }
        String words = tail.substring(at).strip();
        if (words.isEmpty()) {
            return null;
        }
        if (DASHES.indexOf(words.charAt(0)) >= 0 || "(（~".indexOf(words.charAt(0)) >= 0) {
            int skip = 1;
            while (skip < words.length() && DASHES.indexOf(words.charAt(skip)) >= 0) {
                skip++;
            }
            return named(firstLine(words.substring(skip)));
        }
        for (String particle : PARTICLES) {
            if (words.startsWith(particle)) {
                return topic(words.substring(particle.length()));
            }
        }
        int verb = verb(words);
        if (verb == 0) {
            int space = words.indexOf(' ', verbEnd(words) - 1);
            return space < 0 ? null : named(sentence(words.substring(space)));
        }
        if (verb > 0) {
            return named(words.substring(0, verb));
        }
        boolean name = Character.isUpperCase(words.codePointAt(0)) || words.charAt(0) == '[' || Words.isWide(words.codePointAt(0));
        String line = firstLine(words);
        return name && Words.count(line) <= MAX_WORDS && (line.length() == words.length()) ? named(sentenceOfName(line)) : null;
    }

    /// `Name, role, said: "` and `Name: "`.
    private static @Nullable String before(String head) {
        String words = head.strip();
        int sentence = Math.max(Math.max(words.lastIndexOf(". "), words.lastIndexOf('。')), words.lastIndexOf('\n'));
        String last = words.substring(sentence < 0 ? 0 : Math.min(words.length(), sentence + 1)).strip();
        if (last.isEmpty()) {
            return null;
        }
        if (last.endsWith("は") || last.endsWith("는") || last.endsWith("은")) {
            return named(last.substring(0, last.length() - 1));
        }
        int verb = verb(last);
        if (verb == 0) {
            return named(last.substring(Math.min(last.length(), verbEnd(last))));
        }
        if (verb > 0) {
            return named(last.substring(0, verb));
        }
        return last.endsWith(":") || last.endsWith("：") ? named(last.substring(0, last.length() - 1)) : null;
    }

    private static @Nullable String topic(String words) {
        String strip = words.strip();
        int best = -1;
        for (String topic : TOPICS) {
            int at = strip.indexOf(topic);
            best = at > 0 && (best < 0 || at < best) ? at : best;
        }
        return best < 0 ? null : named(strip.substring(0, best));
    }

    /// Where a verb of saying stands as a word of its own; -1 when there is none in the first words.
    private static int verb(String text) {
        String words = text.substring(0, Math.min(text.length(), 2 * MAX_LENGTH)).toLowerCase(Locale.ROOT);
        int best = -1;
        for (String verb : VERBS) {
            int at = words.indexOf(verb);
            boolean alone = at >= 0 && at < MAX_LENGTH && (at == 0 || !Character.isLetter(words.charAt(at - 1)) || Words.isWide(verb.codePointAt(0)))
                && (at + verb.length() == words.length() || !Character.isLetter(words.charAt(at + verb.length())) || Words.isWide(verb.codePointAt(0)));
            best = alone && (best < 0 || at < best) ? at : best;
        }
        return best;
    }

    private static int verbEnd(String words) {
        int longest = 0;
        for (String verb : VERBS) {
            longest = words.regionMatches(true, 0, verb, 0, verb.length()) ? Math.max(longest, verb.length()) : longest;
        }
        return longest;
    }

    private static String firstLine(String text) {
        int end = text.indexOf('\n');
        return end < 0 ? text : text.substring(0, end);
    }

    /// Up to the end of the sentence or the next quotation.
    private static String sentence(String text) {
        for (int i = 1; i < text.length(); i++) {
            char c = text.charAt(i);
            if (Quoted.isMark(c) || c == '\n' || c == ':' || c == '.' && endsSentence(text, i)) {
                return text.substring(0, i);
            }
        }
        return text;
    }

    /// A full stop behind a word of four letters and more, or at the end, is no abbreviation's.
    private static boolean endsSentence(String text, int stop) {
        int start = stop;
        while (start > 0 && Character.isLetter(text.charAt(start - 1))) {
            start--;
        }
        return stop + 1 >= text.length() || text.charAt(stop + 1) == ' ' && stop - start > 3;
    }

    private static String sentenceOfName(String line) {
        return line.endsWith(".") ? line.substring(0, line.length() - 1) : line;
    }

    private static @Nullable String named(String words) {
        int start = 0;
        int end = words.length();
        while (start < end && (Character.isWhitespace(words.charAt(start)) || ",-—–―*_".indexOf(words.charAt(start)) >= 0)) {
            start++;
        }
        boolean bracketed = words.indexOf('(', start) >= 0 || words.indexOf('（', start) >= 0;
        while (end > start && (Character.isWhitespace(words.charAt(end - 1)) || ",.。、*_".indexOf(words.charAt(end - 1)) >= 0
                || !bracketed && ")）".indexOf(words.charAt(end - 1)) >= 0)) {
            end--;
        }
        String name = words.substring(start, end);
        boolean says = !name.isEmpty() && (Character.isLetterOrDigit(name.codePointAt(0)) || name.charAt(0) == '[' || name.charAt(0) == '<');
        return says && name.length() >= 2 && name.length() <= MAX_LENGTH ? Words.flat(name) : null;
    }
}
