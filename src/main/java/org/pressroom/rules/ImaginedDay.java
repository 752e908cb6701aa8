package org.pressroom.rules;

import org.jspecify.annotations.Nullable;
import org.pressroom.model.LooseDate;
import org.pressroom.parse.WrittenDate;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Reads the date of a dateline, which is written for people: `March 3, 2027`, `3. März 2027`, `2027年4月1日`, `2026년 4분기`.
/// What is understood only in part is taken as coarsely as it is sure, at worst as its year.
final class ImaginedDay {

    private static final Pattern YEAR = Pattern.compile("(?<!\\d)(?:19|20)\\d\\d(?!\\d)");
    private static final Pattern EAST =
        Pattern.compile("(\\d{4})\\s*[年년]\\s*(?:(\\d{1,2})\\s*[月월]\\s*(?:(\\d{1,2})\\s*[日일])?|第?\\s*([1-4])\\s*(?:四半期|분기|季度))");
    private static final Pattern ISO = Pattern.compile("\\d{4}-\\d\\d(?:-\\d\\d)?");
    private static final Pattern NAMED =
        Pattern.compile("(?:(\\d{1,2})[.º]?(?:er|st|nd|rd|th)?\\s+(?:de\\s+)?)?(\\p{L}{3,10})\\.?,?\\s+(?:(\\d{1,2})(?:st|nd|rd|th)?,?\\s+)?(?:de\\s+|of\\s+)?(\\d{4})");

    /// How the names of months begin in English, German, French, Spanish and Portuguese.
    private static final List<List<String>> MONTHS = List.of(List.of("jan", "ene"), List.of("feb", "fév", "fev"),
        List.of("mar", "mär"), List.of("apr", "avr", "abr"), List.of("may", "mai"), List.of("jun", "juin"),
        List.of("jul", "juil"), List.of("aug", "aoû", "ago"), List.of("sep", "set"), List.of("oct", "okt", "out"),
        List.of("nov"), List.of("dec", "dez", "déc", "dic"));

    private ImaginedDay() { }

    static Optional<LooseDate> of(String written) {
        Matcher iso = ISO.matcher(written);
        if (iso.find()) {
            return LooseDate.parse(iso.group());
        }
        Matcher east = EAST.matcher(written);
        if (east.find()) {
            return LooseDate.parse(east.group(4) != null ? east.group(1) + "-Q" + east.group(4)
                : day(east.group(1), Integer.parseInt(east.group(2)), east.group(3)));
        }
        Optional<String> quarter = WrittenDate.of(written, true);
        if (quarter.isPresent()) {
            return LooseDate.parse(quarter.get());
        }
        Matcher named = NAMED.matcher(written);
        if (named.find() && month(named.group(2)) > 0) {
            String dayOfMonth = named.group(1) != null ? named.group(1) : named.group(3);
            Optional<LooseDate> date = LooseDate.parse(day(named.group(4), month(named.group(2)), dayOfMonth));
            if (date.isPresent()) {
                return date;
            }
        }
        Matcher year = YEAR.matcher(written);
        return year.find() ? LooseDate.parse(year.group()) : Optional.empty();
    }

    private static String day(String year, int month, @Nullable String day) {
        String date = year + String.format(Locale.ROOT, "-%02d", month);
        return day == null ? date : date + String.format(Locale.ROOT, "-%02d", Integer.parseInt(day));
    }

    /// One-based; 0 for a word that is no month.
    private static int month(String word) {
        String lower = word.toLowerCase(Locale.ROOT);
        for (int month = 1; month <= MONTHS.size(); month++) {
            if (MONTHS.get(month - 1).stream().anyMatch(lower::startsWith)) {
                return month;
            }
        }
        return 0;
    }
}
