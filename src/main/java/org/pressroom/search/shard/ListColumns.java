package org.pressroom.search.shard;

import org.jspecify.annotations.Nullable;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.function.Function;
import java.util.stream.LongStream;

/// What the list of ideas sorts by and shows, and what is neither a facet nor stored.
///
/// @param rows      one for each document
/// @param addresses for each kind of facet, in the order of the root, and each of its values the last part of the address of its page
public record ListColumns(List<Row> rows, List<List<String>> addresses) {

    /// @param rank     of the title among all titles; equal titles share one
    /// @param decided  when it was decided on; null when it was not
    /// @param changed  when it was last changed; null when nobody knows
    /// @param language in which it is written, as in HTML
    public record Row(int rank, @Nullable LocalDate decided, @Nullable LocalDate changed, String language) { }

    public ListColumns {
        rows = List.copyOf(rows);
        addresses = addresses.stream().map(List::copyOf).toList();
    }

    /// @param values for each kind of facet those that the addresses are of
    byte[] toBytes(List<List<String>> values) {
        ShardOutput out = new ShardOutput().octet('L');
        split(out, rows.stream().mapToLong(Row::rank).toArray());
        LongStream.of(days(Row::decided, _ -> null)).forEach(out::number);
        split(out, days(Row::changed, Row::decided));
        List<String> languages = List.copyOf(new LinkedHashSet<>(rows.stream().map(Row::language).toList()));
        out.number(languages.size());
        languages.forEach(out::text);
        if (languages.size() > 1) {
            rows.forEach(row -> out.number(languages.indexOf(row.language)));
        }
        for (int kind = 0; kind < addresses.size(); kind++) {
            List<String> of = addresses.get(kind);
            out.number(of.size());
            for (int i = 0; i < of.size(); i++) {
                out.text(of.get(i).equals(plain(values.get(kind).get(i))) ? "" : of.get(i));
            }
        }
        return out.toByteArray();
    }

    /// All of a column without their last eight bits, then these.
    private static void split(ShardOutput out, long[] values) {
        LongStream.of(values).forEach(value -> out.number(value >>> 8));
        LongStream.of(values).forEach(value -> out.octet((int) value));
    }

    /// How many days each is after the one before it, zigzag and one more; 0 for none.
    ///
    /// @param near the day to count from where a row has it
    private long[] days(Function<Row, @Nullable LocalDate> column, Function<Row, @Nullable LocalDate> near) {
        long[] numbers = new long[rows.size()];
        long before = 0;
        for (int d = 0; d < numbers.length; d++) {
            LocalDate day = column.apply(rows.get(d));
            LocalDate from = near.apply(rows.get(d));
            if (day != null) {
                long delta = day.toEpochDay() - (from != null ? from.toEpochDay() : before);
                numbers[d] = (delta << 1 ^ delta >> 63) + 1;
                before = day.toEpochDay();
            }
        }
        return numbers;
    }

    /// The address that most values have, which need not be written.
    private static String plain(String value) {
        StringBuilder plain = new StringBuilder(value);
        for (int i = 0; i < plain.length(); i++) {
            char c = plain.charAt(i);
            plain.setCharAt(i, c == ' ' ? '-' : c >= 'A' && c <= 'Z' ? (char) (c | 32) : c);
        }
        return plain.toString();
    }

    /// @param values of each kind of facet, in the order of the root
    static ListColumns read(int documents, List<List<String>> values, ShardInput in) {
        long[] ranks = split(documents, in);
        @Nullable LocalDate[] decided = days(numbers(documents, in), new LocalDate[documents]);
        @Nullable LocalDate[] changed = days(split(documents, in), decided);
        List<String> languages = new ArrayList<>();
        for (int i = in.number(); i > 0; i--) {
            languages.add(in.text());
        }
        List<Row> rows = new ArrayList<>();
        for (int d = 0; d < documents; d++) {
            String language = languages.get(languages.size() > 1 ? in.number() : 0);
            rows.add(new Row((int) ranks[d], decided[d], changed[d], language));
        }
        List<List<String>> addresses = new ArrayList<>();
        for (List<String> of : values) {
            List<String> made = new ArrayList<>();
            for (int i = in.number(); i > 0; i--) {
                String address = in.text();
                made.add(address.isEmpty() ? plain(of.get(made.size())) : address);
            }
            addresses.add(made);
        }
        return new ListColumns(rows, addresses);
    }

    private static long[] numbers(int documents, ShardInput in) {
        long[] numbers = new long[documents];
        for (int d = 0; d < documents; d++) {
            numbers[d] = in.longNumber();
        }
        return numbers;
    }

    private static long[] split(int documents, ShardInput in) {
        long[] numbers = numbers(documents, in);
        for (int d = 0; d < documents; d++) {
            numbers[d] = numbers[d] << 8 | in.octet();
        }
        return numbers;
    }

    private static @Nullable LocalDate[] days(long[] numbers, @Nullable LocalDate[] near) {
        @Nullable LocalDate[] days = new LocalDate[numbers.length];
        long before = 0;
        for (int d = 0; d < numbers.length; d++) {
            long number = numbers[d] - 1;
            if (number >= 0) {
                LocalDate from = near[d];
                before = (from != null ? from.toEpochDay() : before) + (number >>> 1 ^ -(number & 1));
                days[d] = LocalDate.ofEpochDay(before);
            }
        }
        return days;
    }
}
