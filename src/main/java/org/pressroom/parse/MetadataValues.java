package org.pressroom.parse;

import org.pressroom.config.Terms;
import org.pressroom.config.Vocabulary;
import org.pressroom.config.YamlValue;
import org.pressroom.model.LinkedText;
import org.pressroom.model.LooseDate;
import org.pressroom.model.Person;
import org.pressroom.source.MailAddresses;
import org.pressroom.source.SourceSpan;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/// Reads single values of metadata; empty for what can't be read. Stateless; safe for several threads.
public final class MetadataValues {

    private static final Pattern DAY = Pattern.compile("\\d{4}-\\d{2}-\\d{2}(?:[T ].*)?");
    private static final Pattern MARKS = Pattern.compile("[\\[*_`<]");
    private static final Pattern UNSAFE_SCHEME = Pattern.compile("(?:javascript|vbscript|data|file|blob):.*", Pattern.DOTALL);
    private static final Pattern IGNORED_IN_SCHEMES = Pattern.compile("[\\p{Cntrl}\\p{Z}]");

    private MetadataValues() { }

    /// A text on one line. Mail addresses are never published, so that of each only the part before the `@` is left.
    public static Optional<String> text(YamlValue value) {
        return written(value).map(MailAddresses::without);
    }

    private static Optional<String> written(YamlValue value) {
        return value instanceof YamlValue.Scalar scalar && !scalar.absent() && !scalar.text().isBlank()
            ? Optional.of(Words.flat(scalar.text().strip())) : Optional.empty();
    }

    /// The address of a page: not a mail address, and not one that runs code or opens files.
    public static Optional<String> address(YamlValue value) {
        return written(value).filter(text -> !unsafe(text) && !MailAddresses.in(text));
    }

    /// Whether a browser would take a text for an address that runs code or opens files.
    public static boolean unsafe(String address) {
        String scheme = IGNORED_IN_SCHEMES.matcher(address).replaceAll("").toLowerCase(Locale.ROOT);
        return UNSAFE_SCHEME.matcher(scheme).matches();
    }

    /// A day; a time of day after it is left out. One in another form than `2027-06-30` counts when it can be read in one way only.
    public static Optional<LocalDate> day(YamlValue value) {
        return plain(value).flatMap(text -> isoDay(text).or(() -> WrittenDate.of(text, false).map(LocalDate::parse)));
    }

    private static Optional<LocalDate> isoDay(String text) {
        if (!DAY.matcher(text).matches()) {
            return Optional.empty();
        }
        try {
            return Optional.of(LocalDate.parse(text.substring(0, 10)));
        } catch (DateTimeException e) {
            return Optional.empty();
        }
    }

    /// A day, month, quarter or year; likewise.
    public static Optional<LooseDate> looseDay(YamlValue value) {
        return plain(value).flatMap(text -> looseIso(text).or(() -> WrittenDate.of(text, true).flatMap(LooseDate::parse)));
    }

    private static Optional<LooseDate> looseIso(String text) {
        Optional<LocalDate> day = isoDay(text);
        return day.isPresent() ? LooseDate.parse(day.get().toString()) : LooseDate.parse(text);
    }

    /// Whether a date stands there in the form in which it should be written.
    public static boolean isIso(YamlValue value) {
        return text(value).filter(text -> looseIso(text).isPresent()).isPresent();
    }

    /// The word of a vocabulary that is meant: case and the difference of `_`, space and `-` don't count.
    public static Optional<String> word(YamlValue value, List<String> words) {
        return text(value).flatMap(text -> {
            String wanted = Vocabulary.normal(text);
            return words.stream().filter(word -> Vocabulary.normal(word).equals(wanted)).findFirst();
        });
    }

    /// The word of a vocabulary that is meant, and what stands beside it; marks of emphasis and links left out.
    public static Optional<Terms.Match> term(YamlValue value, Terms terms) {
        return plain(value).flatMap(terms::match);
    }

    /// A text on one line, as it reads without the marks of markdown.
    public static Optional<String> plain(YamlValue value) {
        return text(value).map(text -> MARKS.matcher(text).find() ? LinkedText.of(text).plain() : text);
    }

    /// The texts of a list, or those between the commas of an unquoted text; each with its place.
    ///
    /// Elements that are no text are left out.
    public static List<YamlValue.Scalar> items(YamlValue value) {
        List<YamlValue.Scalar> items = new ArrayList<>();
        switch (value) {
            case YamlValue.Sequence sequence -> {
                for (YamlValue element : sequence.values()) {
                    if (element instanceof YamlValue.Scalar scalar && text(scalar).isPresent()) {
                        items.add(scalar);
                    }
                }
            }
            case YamlValue.Scalar scalar -> split(scalar, items);
            case YamlValue.Mapping _ -> { }
        }
        return items;
    }

    private static void split(YamlValue.Scalar scalar, List<YamlValue.Scalar> items) {
        if (text(scalar).isEmpty()) {
            return;
        }
        if (scalar.quoted()) {
            items.add(scalar);
            return;
        }
        String text = scalar.text();
        // Only where the text stands in the file as it is can its pieces have places of their own.
        boolean verbatim = scalar.span().length() == text.length();
        for (int from = 0; from <= text.length(); ) {
            int to = from;
            while (to < text.length() && text.charAt(to) != ',' && text.charAt(to) != ';') {
                to++;
            }
            String piece = text.substring(from, to);
            if (!piece.isBlank()) {
                int start = scalar.span().start() + from + piece.length() - piece.stripLeading().length();
                SourceSpan span = verbatim ? new SourceSpan(start, start + piece.strip().length()) : scalar.span();
                items.add(new YamlValue.Scalar(piece.strip(), false, span));
            }
            from = to + 1;
        }
    }

    /// The texts of a list, on one line each.
    public static List<String> texts(YamlValue value) {
        return items(value).stream().flatMap(item -> text(item).stream()).toList();
    }

    /// One person.
    public static Optional<Person> person(YamlValue value) {
        return written(value).filter(MetadataValues::hasName).map(Person::parse);
    }

    /// The people of a list.
    public static List<Person> people(YamlValue value) {
        return items(value).stream().flatMap(item -> person(item).stream()).toList();
    }

    private static boolean hasName(String text) {
        return text.chars().anyMatch(c -> c != '<' && c != '>' && !Character.isWhitespace(c));
    }
}
