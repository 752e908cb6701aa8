package org.pressroom.rules;

import org.pressroom.model.Dateline;
import org.pressroom.model.Question;
import org.pressroom.source.LineSpan;
import org.pressroom.source.SourceSpan;

import java.util.Collections;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/// An acronym in the press release that is spelled out nowhere in the document, and that not everybody knows.
///
/// It is spelled out by brackets on either side (`service level objective (SLO)`), by capitals (`Service Level
/// Objective`) or by a short question that asks for it. The list `acronyms` holds what everybody knows.
final class PrJargon implements DocumentRule {

    static final RuleInfo INFO = RuleInfo.info("pr-jargon", Category.PRESS_RELEASE).byLikelihood();

    private static final int SHORTEST = 2;
    private static final int LONGEST = 5;

    /// Different acronyms of one document that are looked up.
    private static final int MOST = 50;

    /// Characters of a question that asks for nothing but the acronym.
    private static final int SHORT_QUESTION = 40;

    @Override
    public RuleInfo info() {
        return INFO;
    }

    @Override
    public void check(Manuscript manuscript, Reporter reporter) {
        LineSpan lines = manuscript.document().pressRelease().lines();
        if (!manuscript.document().prfaq() || lines == null) {
            return;
        }
        Acronyms found = new Acronyms(manuscript);
        found.in(lines).forEach((acronym, span) -> {
            if (!manuscript.lexicon().holds(WordList.ACRONYMS, acronym) && !found.explained(acronym)) {
                reporter.report(reporter.at(span), "'" + acronym + "' is never spelled out",
                    "write it out where it first stands, with the acronym in brackets, or use plain words");
            }
        });
    }

    /// The words of one document that are written in capitals.
    private static final class Acronyms {

        private final Manuscript manuscript;
        private final String text;
        /// First letters of all words that have a capital; of others a space. Small words between are left out.
        private final StringBuilder initials = new StringBuilder();
        private final Set<String> bracketed = new HashSet<>();
        /// Words as short as acronyms that are written in small letters, so that `LATE` is known for a word.
        private final Set<String> ordinary = new HashSet<>();

        private static final Set<String> SMALL = Set.of("of", "and", "the", "for", "de", "der", "und", "et", "y", "e", "in", "to");

        Acronyms(Manuscript manuscript) {
            this.manuscript = manuscript;
            this.text = manuscript.text().text();
            Prose prose = manuscript.prose();
            for (int i = 0; i < prose.length(); i++) {
                if (isLetter(prose.charAt(i)) && (i == 0 || !isLetter(prose.charAt(i - 1)))) {
                    int end = i;
                    while (end < prose.length() && isLetter(prose.charAt(end))) {
                        end++;
                    }
                    word(prose.offset(i), prose.offset(end - 1) + 1);
                    i = end - 1;
                }
            }
        }

        private void word(int start, int end) {
            char initial = text.charAt(start);
            if (Character.isUpperCase(initial)) {
                initials.append(initial);
            } else if (end - start > 3 || !SMALL.contains(text.substring(start, end))) {
                initials.append(' ');
            }
            if (end - start <= LONGEST && Character.isLowerCase(initial)) {
                ordinary.add(text.substring(start, end));
            }
            String acronym = acronym(start, end);
            if (!acronym.isEmpty() && (at(start - 1) == '(' || at(start - 1) == '（' || at(end) == '（'
                    || at(end) == '(' || at(end) == ' ' && at(end + 1) == '(')) {
                bracketed.add(acronym);
            }
        }

        private char at(int offset) {
            return offset >= 0 && offset < text.length() ? text.charAt(offset) : ' ';
        }

        /// The acronym at a word, without a plural's `s`; empty when it is none.
        private String acronym(int start, int end) {
            int last = end - start > SHORTEST && text.charAt(end - 1) == 's' ? end - 1 : end;
            if (last - start < SHORTEST || last - start > LONGEST || joined(at(start - 1)) || joined(at(end))) {
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
        private static boolean joined(char c) {
            return c == '-' || c == '_' || c == '/' || c == '&' || c == '+' || c >= '0' && c <= '9';
        }

        /// The acronyms of some lines with their first places, in order; without those that are quoted, stand in a dateline or
        /// beside a placeholder, or are part of words that are all in capitals.
        Map<String, SourceSpan> in(LineSpan lines) {
            Map<String, SourceSpan> found = new LinkedHashMap<>();
            Prose prose = manuscript.prose();
            SourceSpan range = prose.range(manuscript.text(), lines);
            Dateline dateline = manuscript.document().pressRelease().dateline();
            for (int i = range.start(); i < range.end() && found.size() < MOST; i++) {
                if (!isLetter(prose.charAt(i)) || i > 0 && isLetter(prose.charAt(i - 1))) {
                    continue;
                }
                int end = i;
                while (end < prose.length() && isLetter(prose.charAt(end))) {
                    end++;
                }
                int start = prose.offset(i);
                String acronym = acronym(start, prose.offset(end - 1) + 1);
                int line = manuscript.text().lines().lineAt(start);
                boolean place = dateline != null && line == dateline.line()
                    || Collections.binarySearch(manuscript.document().placeholders(), line) >= 0;
                if (!acronym.isEmpty() && !prose.isQuoted(i) && !place && !shouted(i, end)) {
                    found.putIfAbsent(acronym, new SourceSpan(start, start + acronym.length()));
                }
            }
            return found;
        }

        /// Whether a neighbour is in capitals too.
        private boolean shouted(int start, int end) {
            Prose prose = manuscript.prose();
            int before = start - 2;
            int after = end + 1;
            return before > 0 && prose.charAt(start - 1) == ' ' && isCapital(before) && isCapital(before - 1)
                || after + 1 < prose.length() && prose.charAt(end) == ' ' && isCapital(after) && isCapital(after + 1);
        }

        private boolean isCapital(int index) {
            return isLetter(manuscript.prose().charAt(index)) && Character.isUpperCase(text.charAt(manuscript.prose().offset(index)));
        }

        boolean explained(String acronym) {
            String title = manuscript.document().title();
            List<Question> questions = manuscript.document().faq().questions();
            return ordinary.contains(acronym.toLowerCase(Locale.ROOT)) || bracketed.contains(acronym) || initials.indexOf(acronym) >= 0
                || title.contains(acronym)
                || questions.stream().anyMatch(q -> q.text().length() <= SHORT_QUESTION && q.text().contains(acronym));
        }

        private static boolean isLetter(char c) {
            return c >= 'a' && c <= 'z' || c >= '\u00c0' && c < '\u0250' && Character.isLetter(c);
        }
    }
}
