package org.pressroom.rules;

import org.pressroom.model.LooseDate;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// The date that an author probably meant, in the form that is understood. Only what can be read in one way is guessed:
/// `3/4/2026` is a different day on either side of the Atlantic.
final class DateGuess {

    private static final List<String> MONTHS =
        List.of("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec");

    private static final String MONTH = "([A-Za-z]{3,9})\\.?";
    private static final Pattern YEAR_FIRST = Pattern.compile("(\\d{4})[./ -](\\d{1,2})[./ -](\\d{1,2})");
    private static final Pattern DAY_FIRST = Pattern.compile("(\\d{1,2})(?:st|nd|rd|th|\\.)? " + MONTH + ",? (\\d{4})");
    private static final Pattern MONTH_FIRST = Pattern.compile(MONTH + " (\\d{1,2})(?:st|nd|rd|th)?,? (\\d{4})");
    private static final Pattern MONTH_AND_YEAR = Pattern.compile(MONTH + ",? (\\d{4})");
    private static final Pattern QUARTER =
        Pattern.compile("[Qq]([1-4])[ /,-]{1,2}(\\d{4})|(\\d{4})[ /,-]{0,2}[Qq]([1-4])");

    private DateGuess() { }

    /// @param loose whether a month, quarter or year will do
    static Optional<String> of(String written, boolean loose) {
        String text = written.strip();
        try {
            Matcher m = YEAR_FIRST.matcher(text);
            if (m.matches()) {
                return day(m.group(1), Integer.parseInt(m.group(2)), m.group(3));
            }
            m = DAY_FIRST.matcher(text);
            if (m.matches()) {
                return day(m.group(3), month(m.group(2)), m.group(1));
            }
            m = MONTH_FIRST.matcher(text);
            if (m.matches()) {
                return day(m.group(3), month(m.group(1)), m.group(2));
            }
            return loose ? coarse(text) : Optional.empty();
        } catch (DateTimeException e) {
            return Optional.empty();
        }
    }

    private static Optional<String> day(String year, int month, String day) {
        return Optional.of(LocalDate.of(Integer.parseInt(year), month, Integer.parseInt(day)).toString());
    }

    private static Optional<String> coarse(String text) {
        Matcher m = MONTH_AND_YEAR.matcher(text);
        if (m.matches()) {
            return Optional.of(YearMonth.of(Integer.parseInt(m.group(2)), month(m.group(1))).toString());
        }
        m = QUARTER.matcher(text);
        return !m.matches() ? Optional.empty() : m.group(1) != null
            ? LooseDate.parse(m.group(2) + "-Q" + m.group(1)).map(LooseDate::text)
            : LooseDate.parse(m.group(3) + "-Q" + m.group(4)).map(LooseDate::text);
    }

    /// One-based; 0, which is no month, for a word that is none.
    private static int month(String word) {
        return MONTHS.indexOf(word.substring(0, 3).toLowerCase(Locale.ROOT)) + 1;
    }
}
