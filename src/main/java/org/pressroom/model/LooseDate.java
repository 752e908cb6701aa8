package org.pressroom.model;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// A date that may be as coarse as a year: `2027`, `2027-Q2`, `2027-06` or `2027-06-30`.
///
/// @param text  in exactly one of these forms
/// @param first its first day
/// @param last  its last day
public record LooseDate(String text, LocalDate first, LocalDate last) {

    private static final Pattern FORM =
        Pattern.compile("(\\d{4})(?:-(?:Q([1-4])|(\\d{2})(?:-(\\d{2}))?))?", Pattern.CASE_INSENSITIVE);

    /// @return empty when the text has none of the four forms or names a day that there is not
    public static Optional<LooseDate> parse(String text) {
        Matcher m = FORM.matcher(text.strip());
        if (!m.matches()) {
            return Optional.empty();
        }
        try {
            int year = Integer.parseInt(m.group(1));
            String form = m.group().toUpperCase(Locale.ROOT);
            if (m.group(4) != null) {
                LocalDate day = LocalDate.parse(form);
                return Optional.of(new LooseDate(form, day, day));
            }
            int from = m.group(2) != null ? Integer.parseInt(m.group(2)) * 3 - 2 : m.group(3) != null ? Integer.parseInt(m.group(3)) : 1;
            int to = m.group(2) != null ? from + 2 : m.group(3) != null ? from : 12;
            return Optional.of(new LooseDate(form, LocalDate.of(year, from, 1), YearMonth.of(year, to).atEndOfMonth()));
        } catch (DateTimeException e) {
            return Optional.empty();
        }
    }

    @Override
    public String toString() {
        return text;
    }
}
