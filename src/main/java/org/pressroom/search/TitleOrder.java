package org.pressroom.search;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

/// The order in which ideas are listed by title: word by word, folded as [WordScanner] folds them, so that case, accents and
/// punctuation don't count; numbers by their value and before words. The scanner's characters are frozen, so the order
/// is the same on every machine; a collator's is not.
final class TitleOrder {

    private static final Comparator<List<String>> ORDER = (a, b) -> {
        for (int i = 0; i < Math.min(a.size(), b.size()); i++) {
            int order = compare(a.get(i), b.get(i));
            if (order != 0) {
                return order;
            }
        }
        return Integer.compare(a.size(), b.size());
    };

    private TitleOrder() { }

    /// For each title its place among all of them, from 0; equal titles share one.
    static int[] ranks(List<String> titles) {
        Map<String, List<String>> words = new HashMap<>();
        WordScanner scanner = new WordScanner();
        titles.forEach(title -> words.computeIfAbsent(Analysis.normal(title), normal -> words(scanner, normal)));
        List<Map.Entry<String, List<String>>> sorted = words.entrySet().stream()
            .sorted(Map.Entry.<String, List<String>>comparingByValue(ORDER).thenComparing(Map.Entry.comparingByKey())).toList();
        Map<String, Integer> ranks = new HashMap<>();
        IntStream.range(0, sorted.size()).forEach(rank -> ranks.put(sorted.get(rank).getKey(), rank));
        return titles.stream().mapToInt(title -> ranks.getOrDefault(Analysis.normal(title), 0)).toArray();
    }

    private static List<String> words(WordScanner scanner, String title) {
        List<String> words = new ArrayList<>();
        scanner.reset(title);
        while (scanner.next()) {
            if (scanner.ownPlace()) {
                words.add(scanner.term().toString());
            }
        }
        return words;
    }

    private static int compare(String a, String b) {
        String left = number(a);
        String right = number(b);
        if (left.isEmpty() || right.isEmpty()) {
            return left.isEmpty() && right.isEmpty() ? a.compareTo(b) : left.isEmpty() ? 1 : -1;
        }
        return left.length() != right.length() ? Integer.compare(left.length(), right.length()) : left.compareTo(right);
    }

    /// The digits of a whole number without zeros in front, but for the last; empty for other words.
    private static String number(String word) {
        return word.chars().allMatch(c -> c >= '0' && c <= '9') ? word.replaceFirst("^0+(?=.)", "") : "";
    }
}
