package org.pressroom.parse;

import org.pressroom.model.LooseDate;

import java.time.DateTimeException;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// A date as people write it in the languages of the product, where it can be read in one way only: `31.12.2020`, `06-Aug-2001`,
/// `2021年3月4日`, `5. März 2024`. `3/4/2026` is a different day on either side of the Atlantic, and a day of the week that doesn't fit
/// says that something is wrong: neither is read.
public final class WrittenDate {

    private static final String WORD = "(\\p{L}{3,12})\\.?";
    private static final String OF = "(?:\\s+(?:de|do|del|of))?";
    private static final Pattern YEAR_FIRST = Pattern.compile("(\\d{4})\\s*[./ -]\\s*(\\d{1,2})\\s*[./ -]\\s*(\\d{1,2})\\.?");
    private static final Pattern YEAR_LAST = Pattern.compile("(\\d{1,2})(?:\\.\\s?|[/-])(\\d{1,2})(?:\\.\\s?|[/-])(\\d{4})");
    private static final Pattern COMPACT = Pattern.compile("((?:19|20)\\d{2})(\\d{2})(\\d{2})");
    private static final Pattern EAST = Pattern.compile("(\\d{4})\\s?[年년]\\s?(\\d{1,2})\\s?[月월]\\s?(\\d{1,2})\\s?[日일号]");
    private static final Pattern EAST_MONTH = Pattern.compile("(\\d{4})\\s?[年년]\\s?(\\d{1,2})\\s?[月월]");
    private static final Pattern DAY_FIRST = Pattern.compile("(\\d{1,2})(?:st|nd|rd|th|er|º|°|\\.)?" + OF + "[\\s-]+" + WORD + ",?" + OF + "[\\s-]+(\\d{4})");
    private static final Pattern MONTH_FIRST = Pattern.compile(WORD + "[\\s-]+(\\d{1,2})(?:st|nd|rd|th)?(?:,\\s*|[\\s-]+)(\\d{4})");
    private static final Pattern YEAR_MONTH_DAY = Pattern.compile("(\\d{4})[\\s-]+" + WORD + "[\\s-]+(\\d{1,2})(?:st|nd|rd|th)?");
    private static final Pattern MONTH_AND_YEAR = Pattern.compile(WORD + ",?" + OF + "\\s+(\\d{4})");
    private static final Pattern QUARTER = Pattern.compile("[Qq]([1-4])[ /,-]{1,2}(\\d{4})|(\\d{4})[ /,-]{0,2}[Qq]([1-4])|(\\d{4})\\s?[年년]\\s?(?:第\\s?)?([1-4])\\s?(?:四半期|분기|季度)");
    private static final Pattern WEEKDAY = Pattern.compile("(\\p{L}{2,12})\\.?,?\\s{1,3}(?:den\\s|le\\s|el\\s)?(\\S.*)", Pattern.DOTALL);
    private static final Pattern TIME = Pattern.compile("[,T]?\\s{1,3}(?:at\\s|um\\s|à\\s)?\\d{1,2}:\\d{2}(?::\\d{2})?(?:\\s?[AaPp][Mm])?(?:\\s?(?:Uhr|[A-Z]{2,4}|[+-]\\d{2}:?\\d{2}|Z)){0,3}$");

    private static final Map<String, Integer> MONTHS = months();
    private static final Map<String, DayOfWeek> WEEKDAYS = weekdays();

    private static final int LONGEST = 60;

    private WrittenDate() { }

    private static Map<String, Integer> months() {
        List<String> names = List.of(
            "jan january januar jänner janvier enero ene janeiro", "feb february februar février fevrier févr fév febrero fevereiro fev",
            "mar march märz maerz mrz mär mars marzo março marco", "apr april avril avr abril abr", "may mai mayo maio",
            "jun june juni juin junio junho", "jul july juli juillet juil julio julho", "aug august août aout agosto ago",
            "sep sept september septembre septiembre setiembre setembro set", "oct october oktober okt octobre octubre outubro out",
            "nov november novembre noviembre novembro", "dec december dezember dez décembre decembre déc diciembre dic dezembro");
        Map<String, Integer> months = new HashMap<>();
        for (int i = 0; i < names.size(); i++) {
            for (String name : names.get(i).split(" ")) {
                months.put(name, i + 1);
            }
        }
        return Map.copyOf(months);
    }

    private static Map<String, DayOfWeek> weekdays() {
        List<String> names = List.of("mon monday montag mo lundi lun lunes segunda", "tue tues tuesday dienstag di mardi martes terça", "wed wednesday mittwoch mi mercredi mer miércoles miercoles quarta",
            "thu thur thurs thursday donnerstag do jeudi jueves jue quinta", "fri friday freitag fr vendredi ven viernes vie sexta", "sat saturday samstag sonnabend sa samedi sam sábado sabado",
            "sun sunday sonntag so dimanche dim domingo dom");
        Map<String, DayOfWeek> days = new HashMap<>();
        for (int i = 0; i < names.size(); i++) {
            for (String name : names.get(i).split(" ")) {
                days.put(name, DayOfWeek.of(i + 1));
            }
        }
        return Map.copyOf(days);
    }

    /// The date in the form in which it should be written: `2027-06-30`, and, where a month, quarter or year will do, `2027-06` or `2027-Q2`.
    ///
    /// @param loose whether it will do
    public static Optional<String> of(String written, boolean loose) {
        if (written.strip().length() > LONGEST) {
            return Optional.empty();
        }
        String text = TIME.matcher(written.strip()).replaceFirst("").strip();
        try {
            Optional<LocalDate> day = day(text);
            if (day.isPresent()) {
                return day.map(LocalDate::toString);
            }
            Matcher m = WEEKDAY.matcher(text);
            if (m.matches() && WEEKDAYS.get(m.group(1).toLowerCase(Locale.ROOT)) instanceof DayOfWeek weekday) {
                return day(m.group(2).strip()).filter(its -> its.getDayOfWeek() == weekday).map(LocalDate::toString);
            }
            return loose ? coarse(text) : Optional.empty();
        } catch (DateTimeException e) {
            return Optional.empty();
        }
    }

    private static Optional<LocalDate> day(String text) {
        for (Pattern form : List.of(YEAR_FIRST, COMPACT, EAST)) {
            Matcher m = form.matcher(text);
            if (m.matches()) {
                return Optional.of(LocalDate.of(number(m, 1), number(m, 2), number(m, 3)));
            }
        }
        Matcher m = YEAR_LAST.matcher(text);
        if (m.matches()) {
            return yearLast(number(m, 1), number(m, 2), number(m, 3));
        }
        m = DAY_FIRST.matcher(text);
        if (m.matches()) {
            return named(number(m, 3), m.group(2), number(m, 1));
        }
        m = MONTH_FIRST.matcher(text);
        if (m.matches()) {
            return named(number(m, 3), m.group(1), number(m, 2));
        }
        m = YEAR_MONTH_DAY.matcher(text);
        return m.matches() ? named(number(m, 1), m.group(2), number(m, 3)) : Optional.empty();
    }

    private static int number(Matcher m, int group) {
        return Integer.parseInt(m.group(group));
    }

    /// One of the two numbers must be a day and no month, or both the same.
    private static Optional<LocalDate> yearLast(int first, int second, int year) {
        if (first > 12 || first == second) {
            return Optional.of(LocalDate.of(year, second, first));
        }
        return second > 12 ? Optional.of(LocalDate.of(year, first, second)) : Optional.empty();
    }

    private static Optional<LocalDate> named(int year, String month, int day) {
        Integer number = MONTHS.get(month.toLowerCase(Locale.ROOT));
        return number == null ? Optional.empty() : Optional.of(LocalDate.of(year, number, day));
    }

    private static Optional<String> coarse(String text) {
        Matcher m = MONTH_AND_YEAR.matcher(text);
        if (m.matches()) {
            Integer month = MONTHS.get(m.group(1).toLowerCase(Locale.ROOT));
            return month == null ? Optional.empty() : Optional.of(YearMonth.of(number(m, 2), month).toString());
        }
        m = EAST_MONTH.matcher(text);
        if (m.matches()) {
            return Optional.of(YearMonth.of(number(m, 1), number(m, 2)).toString());
        }
        m = QUARTER.matcher(text);
        if (!m.matches()) {
            return Optional.empty();
        }
        int year = m.group(1) != null ? 2 : m.group(3) != null ? 3 : 5;
        int quarter = m.group(1) != null ? 1 : m.group(3) != null ? 4 : 6;
        return LooseDate.parse(m.group(year) + "-Q" + m.group(quarter)).map(LooseDate::text);
    }
}
