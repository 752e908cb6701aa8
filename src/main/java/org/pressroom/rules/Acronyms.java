package org.pressroom.rules;

import org.pressroom.model.Dateline;
import org.pressroom.model.Document;
import org.pressroom.source.LineSpan;
import org.pressroom.source.SourceSpan;

import java.util.Collections;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/// The words of one document that are written in capitals, and what explains them. For one thread.
final class Acronyms {

    private static final int SHORTEST = 2;
    private static final int LONGEST = 5;

    /// Different acronyms of one document that are looked up.
    private static final int MOST = 50;

    /// Characters of a question that asks for nothing but the acronym.
    private static final int SHORT_QUESTION = 40;

    /// Words that leave no letter in an acronym.
    private static final Set<String> SMALL = Set.of("of", "and", "the", "for", "de", "der", "und", "et", "y", "e", "in", "to");

    private final Manuscript manuscript;
    private final Prose prose;
    private final String text;
    /// First letters of all words that have a capital; of others a space. Small words between are left out.
    private final StringBuilder initials = new StringBuilder();
    private final Set<String> bracketed = new HashSet<>();
    /// Words as short as acronyms that are written in small letters, so that `LATE` is known for a word.
    private final Set<String> ordinary = new HashSet<>();

    private Acronyms(Manuscript manuscript) {
        this.manuscript = manuscript;
        this.prose = manuscript.prose();
        this.text = manuscript.text().text();
    }

    /// The acronyms of some lines that nothing in the document explains, with their first places, in order. Left out are
    /// those that are quoted, stand in a dateline or beside a placeholder, or are part of words all in capitals.
    static Map<String, SourceSpan> unexplained(Manuscript manuscript, LineSpan lines) {
        Acronyms acronyms = new Acronyms(manuscript);
        Map<String, SourceSpan> found = acronyms.in(lines);
        found.keySet().removeIf(acronym -> manuscript.lexicon().holds(WordList.ACRONYMS, acronym));
        if (!found.isEmpty()) {
            acronyms.readAll();
            found.keySet().removeIf(acronyms::explained);
        }
        return found;
    }

    private Map<String, SourceSpan> in(LineSpan lines) {
        Map<String, SourceSpan> found = new LinkedHashMap<>();
        SourceSpan range = prose.range(manuscript.text(), lines);
        for (int i = range.start(); i < range.end() && found.size() < MOST; ) {
            int end = endOfWord(i);
            if (end > i) {
                String acronym = acronym(prose.offset(i), prose.offset(end - 1) + 1);
                if (!acronym.isEmpty() && !prose.isQuoted(i) && !isSetApart(prose.offset(i)) && !isShouted(i, end)) {
                    found.putIfAbsent(acronym, new SourceSpan(prose.offset(i), prose.offset(i) + acronym.length()));
                }
            }
            i = end + 1;
        }
        return found;
    }

    private boolean isSetApart(int offset) {
        int line = manuscript.text().lines().lineAt(offset);
        Dateline dateline = manuscript.document().pressRelease().dateline();
        return dateline != null && line == dateline.line()
            || Collections.binarySearch(manuscript.document().placeholders(), line) >= 0;
    }

    /// Whether a neighbour is in capitals too.
    private boolean isShouted(int start, int end) {
        return start > 2 && prose.charAt(start - 1) == ' ' && isCapital(start - 2) && isCapital(start - 3)
            || end + 2 < prose.length() && prose.charAt(end) == ' ' && isCapital(end + 1) && isCapital(end + 2);
    }

    private boolean isCapital(int index) {
        return isLetter(prose.charAt(index)) && Character.isUpperCase(text.charAt(prose.offset(index)));
    }

    private int endOfWord(int start) {
        int end = start;
        while (end < prose.length() && isLetter(prose.charAt(end))) {
            end++;
        }
        return end;
    }

    private static boolean isLetter(char c) {
        return c >= 'a' && c <= 'z' || c >= '\u00c0' && c < '\u0250' && Character.isLetter(c);
    }

    /// The acronym at a word, without a plural's `s`; empty when it is none.
    private String acronym(int start, int end) {
        int last = end - start > SHORTEST && text.charAt(end - 1) == 's' ? end - 1 : end;
        if (last - start < SHORTEST || last - start > LONGEST || isJoined(at(start - 1)) || isJoined(at(end))) {
            return "";
        }
        for (int i = start; i < last; i++) {
            if (text.charAt(i) < 'A' || text.charAt(i) > 'Z') {
                return "";
            }
        }
        return text.substring(start, last);
    }

    /// Whether a word goes on in a name or number: `GPT-4`, `IEC_61508`, `H2`.
    private static boolean isJoined(char c) {
        return c == '-' || c == '_' || c == '/' || c == '&' || c == '+' || c >= '0' && c <= '9';
    }

    private char at(int offset) {
        return offset >= 0 && offset < text.length() ? text.charAt(offset) : ' ';
    }

    private void readAll() {
        for (int i = 0; i < prose.length(); ) {
            int end = endOfWord(i);
            if (end > i) {
                readWord(prose.offset(i), prose.offset(end - 1) + 1);
            }
            i = end + 1;
        }
    }

    private void readWord(int start, int end) {
        char initial = text.charAt(start);
        if (Character.isUpperCase(initial)) {
            initials.append(initial);
        } else if (end - start > 3 || !SMALL.contains(text.substring(start, end))) {
            initials.append(' ');
        }
        if (end - start <= LONGEST && Character.isLowerCase(initial)) {
            ordinary.add(text.substring(start, end));
        }
        char behind = at(end) == ' ' ? at(end + 1) : at(end);
        String acronym = acronym(start, end);
        if (!acronym.isEmpty() && (at(start - 1) == '(' || at(start - 1) == '（' || behind == '(' || behind == '（')) {
            bracketed.add(acronym);
        }
    }

    private boolean explained(String acronym) {
        Document document = manuscript.document();
        return ordinary.contains(acronym.toLowerCase(Locale.ROOT)) || bracketed.contains(acronym)
            || initials.indexOf(acronym) >= 0 || document.title().contains(acronym)
            || document.faq().questions().stream().anyMatch(q -> q.text().length() <= SHORT_QUESTION && q.text().contains(acronym));
    }
}
