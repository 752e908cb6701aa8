package org.pressroom.diagnostic;

import org.jspecify.annotations.Nullable;
import org.pressroom.json.Json;
import org.pressroom.source.SourcePath;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/// Findings that were there before anybody looked, so that an old archive can start clean: they don't count as long as
/// they stay. One line of the file each, sorted, so that changes to it are easy to read and to merge:
///
/// ```
/// {
/// "version": 1,
/// "findings": [
/// {"rule":"pr-dateline-missing","file":"ideas/0042.md","message":"…","fingerprint":"0f1e…","count":1}
/// ]
/// }
/// ```
///
/// A finding is known by its rule, its file and its [Fingerprint], so it survives that lines move. One whose words were
/// changed and whose message is still the same takes the place of the one that is gone.
///
/// @param entries in the order of the file
public record Baseline(List<Entry> entries) {

    private static final long VERSION = 1;

    /// Never known, however often they come: the tool's own faults, and what is wrong with the baseline itself.
    private static final List<String> NEVER = List.of("rule-crashed", Entry.UNUSED);

    public Baseline {
        entries = List.copyOf(entries);
    }

    /// Findings that can't be told apart.
    ///
    /// @param file    null for what is about no file
    /// @param message without the numbers that change
    /// @param count   how many, at least 1
    /// @param line    where it stands in the file that was read, one-based; 0 before it is written
    public record Entry(String rule, @Nullable String file, String message, String fingerprint, int count, int line) {

        /// The rule that is about entries that no longer occur.
        public static final String UNUSED = "baseline-unused";

        private static final Comparator<Entry> ORDER =
            Comparator.comparing(Entry::file, Comparator.nullsFirst(Comparator.<String>naturalOrder()))
                .thenComparing(Entry::rule).thenComparing(Entry::message).thenComparing(Entry::fingerprint);

        private String exact() {
            return rule + "\n" + file + "\n" + fingerprint;
        }

        private String alike() {
            return rule + "\n" + file + "\n" + message;
        }

        private Entry times(int other) {
            return new Entry(rule, file, message, fingerprint, other, line);
        }

        private static Entry of(Diagnostic finding) {
            SourcePath file = finding.file();
            return new Entry(finding.rule(), file == null ? null : file.toString(), Fingerprint.message(finding),
                Fingerprint.of(finding), 1, 0);
        }
    }

    /// What is left when a baseline has had its say.
    ///
    /// @param fresh  findings that count, in the order given
    /// @param known  findings of the baseline, in the order given
    /// @param unused entries that no longer occur, with the number that is too much
    public record Comparison(List<Diagnostic> fresh, List<Suppressed> known, List<Entry> unused) { }

    /// Everything that was found.
    public static Baseline of(List<Diagnostic> findings) {
        Map<Entry, Integer> counts = new TreeMap<>(Entry.ORDER);
        findings.stream().filter(finding -> !NEVER.contains(finding.rule()))
            .forEach(finding -> counts.merge(Entry.of(finding), 1, Integer::sum));
        return new Baseline(counts.entrySet().stream().map(e -> e.getKey().times(e.getValue())).toList());
    }

    /// Tells what is new from what is known.
    ///
    /// @param findings in the order of [Diagnostic#ORDER]
    public Comparison compare(List<Diagnostic> findings) {
        Map<String, Integer> exact = new HashMap<>();
        entries.forEach(entry -> exact.merge(entry.exact(), entry.count(), Integer::sum));
        boolean[] known = new boolean[findings.size()];
        for (int i = 0; i < known.length; i++) {
            known[i] = !NEVER.contains(findings.get(i).rule()) && take(exact, Entry.of(findings.get(i)).exact());
        }
        Map<Entry, Integer> left = new LinkedHashMap<>();
        Map<String, Integer> alike = new HashMap<>();
        for (Entry entry : entries) {
            int rest = Math.min(entry.count(), exact.getOrDefault(entry.exact(), 0));
            exact.merge(entry.exact(), -rest, Integer::sum);
            left.merge(entry, rest, Integer::sum);
            alike.merge(entry.alike(), rest, Integer::sum);
        }
        List<Diagnostic> fresh = new ArrayList<>();
        List<Suppressed> suppressed = new ArrayList<>();
        for (int i = 0; i < known.length; i++) {
            Diagnostic finding = findings.get(i);
            if (known[i] || !NEVER.contains(finding.rule()) && take(alike, Entry.of(finding).alike())) {
                suppressed.add(new Suppressed(finding, Suppressed.Kind.BASELINE, "in the baseline"));
            } else {
                fresh.add(finding);
            }
        }
        List<Entry> unused = new ArrayList<>();
        left.forEach((entry, rest) -> {
            int unneeded = Math.min(rest, alike.getOrDefault(entry.alike(), 0));
            alike.merge(entry.alike(), -unneeded, Integer::sum);
            if (unneeded > 0) {
                unused.add(entry.times(unneeded));
            }
        });
        return new Comparison(List.copyOf(fresh), List.copyOf(suppressed), List.copyOf(unused));
    }

    private static boolean take(Map<String, Integer> counts, String key) {
        int count = counts.getOrDefault(key, 0);
        if (count > 0) {
            counts.put(key, count - 1);
        }
        return count > 0;
    }

    /// The file's text.
    public String text() {
        StringBuilder text = new StringBuilder("{\n\"version\": " + VERSION + ",\n\"findings\": [\n");
        for (int i = 0; i < entries.size(); i++) {
            Entry entry = entries.get(i);
            text.append(Json.compact(Json.object("rule", entry.rule(), "file", entry.file(), "message", entry.message(),
                "fingerprint", entry.fingerprint(), "count", entry.count()))).append(i + 1 < entries.size() ? ",\n" : "\n");
        }
        return text.append("]\n}\n").toString();
    }

    /// Reads a file's text.
    ///
    /// @throws IOException when it is no baseline; the message says why, as a phrase
    public static Baseline read(String text) throws IOException {
        Object tree;
        try {
            tree = Json.read(text);
        } catch (IOException e) {
            throw new IOException("it is not JSON", e);
        }
        if (!(tree instanceof Map<?, ?> root) || !(root.get("findings") instanceof List<?> list)) {
            throw new IOException("it has no list `findings`");
        }
        if (!Long.valueOf(VERSION).equals(root.get("version"))) {
            throw new IOException("its version is not " + VERSION);
        }
        Lines lines = new Lines(text);
        List<Entry> entries = new ArrayList<>();
        for (Object one : list) {
            entries.add(entry(one, lines));
        }
        return new Baseline(entries);
    }

    private static Entry entry(@Nullable Object tree, Lines lines) throws IOException {
        if (tree instanceof Map<?, ?> map && map.get("rule") instanceof String rule
                && (map.get("file") == null || map.get("file") instanceof String)
                && map.get("message") instanceof String message && map.get("fingerprint") instanceof String fingerprint
                && map.get("count") instanceof Long count && count > 0 && count <= Integer.MAX_VALUE) {
            String file = (String) map.get("file");
            return new Entry(rule, file, message, fingerprint, Math.toIntExact(count), lines.next(fingerprint));
        }
        throw new IOException("an entry is not valid: " + Json.compact(tree));
    }

    /// Finds the lines on which entries stand, in their order, also in a file that was formatted anew.
    private static final class Lines {

        private final String text;
        private int at;
        private int line = 1;

        Lines(String text) {
            this.text = text;
        }

        int next(String fingerprint) {
            int found = text.indexOf('"' + fingerprint + '"', at);
            if (found >= 0) {
                line += Math.toIntExact(text.substring(at, found).chars().filter(c -> c == '\n').count());
                at = found + 1;
            }
            return line;
        }
    }
}
