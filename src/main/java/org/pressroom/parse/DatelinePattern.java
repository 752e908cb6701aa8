package org.pressroom.parse;

import org.jspecify.annotations.Nullable;

import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Finds dates as press releases write them: a day, a month, a quarter or a year, in several languages.
final class DatelinePattern {

    private static final String MONTHS = "jan(?:uary|uar|eiro)?|feb(?:ruary|ruar)?|fevereiro|mar(?:ch|zo|ço)?|märz|apr(?:il)?|abril"
        + "|may|mai|mayo|maio|june?|juni|junio|junho|july?|juli|julio|julho|aug(?:ust)?|agosto|sept?(?:ember|iembre|embro)?|setembro"
        + "|oct(?:ober|ubre)?|okt(?:ober)?|outubro|nov(?:ember|iembre|embro)?|dec(?:ember)?|dez(?:ember|embro)?|diciembre"
        + "|janvier|février|mars|avril|juin|juillet|août|septembre|octobre|novembre|décembre|enero|febrero";
    private static final String YEAR = "(?:19|20)\\d\\d";
    private static final Pattern DATE = Pattern.compile(
        YEAR + "\\s*[年년](?:\\s*\\d{1,2}\\s*[月월](?:\\s*\\d{1,2}\\s*[日일])?|\\s*第?\\s*\\d\\s*(?:분기|四半期|季度))?"
            + "|" + YEAR + "-\\d\\d(?:-\\d\\d)?|" + YEAR + "[-/ ]?q[1-4]|(?:q[1-4]|h[12])[ ,/-]*" + YEAR
            + "|(?:\\d{1,2}(?:st|nd|rd|th|\\.|º)?\\s+(?:de\\s+)?)?(?:" + MONTHS + ")\\.?(?:\\s+\\d{1,2}(?:st|nd|rd|th)?)?,?\\s+(?:de\\s+|of\\s+)?" + YEAR
            + "|\\d{1,2}[./]\\d{1,2}[./]" + YEAR + "|\\b" + YEAR + "\\b",
        Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE);
    private static final List<String> SLOTS = List.of("date", "month", "day", "year", "datum", "fecha", "data", "日付", "年", "날짜", "日期", "city", "ort]");
    /// A sentence may begin with these, a place doesn't.
    private static final Set<String> PREPOSITIONS = Set.of("in", "on", "by", "since", "from", "until", "why", "how", "im", "am", "seit", "en", "depuis", "desde", "em");
    private static final int MAX_LENGTH = 140;
    private static final int MAX_WORDS = 8;
    /// No date is written in more words.
    private static final int DATE_WORDS = 10;
    /// No date has more before its year: a month's name, a day, and words between.
    private static final int LONGEST = 60;

    private DatelinePattern() { }

    /// The first date in a text, as written; null when there is none.
    static @Nullable String dateIn(String text) {
        int year = year(text);
        Matcher m = DATE.matcher(text).useTransparentBounds(true).region(Math.max(0, year - LONGEST), text.length());
        return year >= 0 && m.find() ? m.group().strip() : null;
    }

    /// Whether a text holds a date; a year that stands by itself is one.
    static boolean holdsDate(String text) {
        int year = year(text);
        boolean alone = year >= 0 && (year == 0 || !isWordCharacter(text.charAt(year - 1))) && (year + 4 == text.length() || !isWordCharacter(text.charAt(year + 4)));
        return alone || year >= 0 && dateIn(text) != null;
    }

    private static boolean isWordCharacter(char c) {
        return c == '_' || c >= 'a' && c <= 'z' || c >= 'A' && c <= 'Z' || isDigit(c);
    }

    /// Where the first year begins; -1 when there is none. Every form of a date has a year in it, and most texts have none.
    private static int year(String text) {
        for (int i = 0; i + 3 < text.length(); i++) {
            if ((text.charAt(i) == '1' && text.charAt(i + 1) == '9' || text.charAt(i) == '2' && text.charAt(i + 1) == '0')
                    && isDigit(text.charAt(i + 2)) && isDigit(text.charAt(i + 3))) {
                return i;
            }
        }
        return -1;
    }

    private static boolean isDigit(char c) {
        return c >= '0' && c <= '9';
    }

    /// Whether a whole paragraph, or its beginning, is a dateline: short, with a date or an unfilled slot for one, and hardly
    /// a word more than a place.
    static boolean isDateline(String text) {
        String line = text.strip();
        if (line.isEmpty() || line.length() > MAX_LENGTH || line.indexOf('?') >= 0) {
            return false;
        }
        if (holdsSlot(line)) {
            return Words.count(line) <= MAX_WORDS + 4;
        }
        int year = year(line);
        if (year < 0 || Words.count(line) > MAX_WORDS + DATE_WORDS) {
            return false;
        }
        Matcher m = DATE.matcher(line).useTransparentBounds(true).region(Math.max(0, year - LONGEST), line.length());
        return m.find() && Words.count(line.substring(0, m.start()) + " " + line.substring(m.end())) <= MAX_WORDS;
    }

    /// `[Date]`, `[CITY, STATE]`, `City, Month Day, Year`: a dateline that nobody filled.
    private static boolean holdsSlot(String line) {
        String lower = line.toLowerCase(Locale.ROOT);
        int open = lower.indexOf('[');
        if (open >= 0 && lower.indexOf(']', open) > open) {
            int close = lower.lastIndexOf(']');
            return holdsAny(lower.substring(open, close), SLOTS);
        }
        return (lower.contains("city") || lower.contains("location")) && holdsAny(lower, List.of("month", "date", "year"));
    }

    private static boolean holdsAny(String text, List<String> words) {
        for (String word : words) {
            if (text.contains(word)) {
                return true;
            }
        }
        return false;
    }

    /// The end of the dateline with which a plain paragraph begins: before the dash behind which the news follow. The dash and
    /// what precedes it is a date, or a place in capitals.
    ///
    /// @return index into the text, of the dash; -1 when it begins with none
    static int runIn(String text) {
        int space = text.indexOf(' ');
        if (space > 0 && PREPOSITIONS.contains(text.substring(0, space).toLowerCase(Locale.ROOT))) {
            return -1;
        }
        int best = -1;
        int limit = Math.min(text.length() - 1, MAX_LENGTH);
        for (int i = 1; i < limit; i++) {
            char c = text.charAt(i);
            if ((c == '.' || c == '。') && text.charAt(i + 1) == ' ' && i > 40) {
                break;
            }
            boolean dash = c == '—' || c == '–' || c == '―'
                || c == '-' && (text.charAt(i - 1) == ' ' && text.charAt(i + 1) == ' ' || text.charAt(i - 1) == '-');
            if (dash && isDateline(text.substring(0, i))) {
                best = i;
                break;
            }
            if (dash && best < 0 && isPlace(text.substring(0, i))) {
                best = i;
            }
        }
        return best;
    }

    /// `SEATTLE, WASH.`: a few words, all in capitals.
    private static boolean isPlace(String text) {
        int letters = 0;
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (Character.isLowerCase(c) || Character.isDigit(c)) {
                return false;
            }
            letters += Character.isUpperCase(c) ? 1 : 0;
        }
        return letters >= 3 && text.length() <= 40;
    }
}
