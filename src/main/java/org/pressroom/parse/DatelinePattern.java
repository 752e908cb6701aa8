package org.pressroom.parse;

import org.jspecify.annotations.Nullable;

import java.util.Locale;
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
    private static final int MAX_LENGTH = 140;

    private DatelinePattern() { }

    /// The first date in a text, as written; null when there is none.
    static @Nullable String dateIn(String text) {
        Matcher m = DATE.matcher(text);
        return holdsYear(text) && m.find() ? m.group().strip() : null;
    }

    /// Every form of a date has a year in it, and most texts have none.
    private static boolean holdsYear(String text) {
        for (int i = 0; i + 3 < text.length(); i++) {
            if ((text.charAt(i) == '1' && text.charAt(i + 1) == '9' || text.charAt(i) == '2' && text.charAt(i + 1) == '0')
                    && isDigit(text.charAt(i + 2)) && isDigit(text.charAt(i + 3))) {
                return true;
            }
        }
        return false;
    }

    private static boolean isDigit(char c) {
        return c >= '0' && c <= '9';
    }

    /// Whether a whole paragraph, or its bold beginning, is a dateline: short, with a date, and hardly a word more
    /// than a place.
    static boolean isDateline(String text) {
        String line = text.strip();
        if (line.length() > MAX_LENGTH) {
            return false;
        }
        if (line.toLowerCase(Locale.ROOT).startsWith("for immediate release")) {
            return true;
        }
        Matcher m = DATE.matcher(line);
        if (!holdsYear(line) || !m.find()) {
            return false;
        }
        String rest = (line.substring(0, m.start()) + " " + line.substring(m.end())).strip();
        return Words.count(rest) <= 8 && !rest.contains("?");
    }
}
