package org.pressroom.build;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.pressroom.Site;
import org.pressroom.history.FileHistory;
import org.pressroom.history.Histories;
import org.pressroom.history.Transition;
import org.pressroom.parallel.Workers;
import org.pressroom.source.SourcePath;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Compares the timelines of a real archive, the proposals for the Swift language, with another reading of `git log`: one that
/// follows no renames, and takes statuses from files by regular expressions.
///
/// `-Dpressroom.swift-evolution=swift-evolution.bundle` names a bundle or clone of
/// <https://github.com/swiftlang/swift-evolution>; without it, nothing is done.
@Tag("benchmark")
class SwiftEvolutionIT {

    private static final Pattern STATUS = Pattern.compile("(?m)^\\s*[*-]\\s+(?:\\*\\*)?Status(?:\\*\\*)?\\s*:[ \\t]*(.*(?:\\n[ \\t]+\\S.*)*)$");
    private static final Pattern HEADING = Pattern.compile("(?m)^## ");

    /// In this order, the status of a text without its markup that begins so.
    private static final Map<Pattern, String> WORDS = words();

    private static Map<Pattern, String> words() {
        Map<Pattern, String> words = new LinkedHashMap<>();
        for (String word : List.of("active review", "previewing", "returned for revision", "accepted", "implemented", "rejected", "withdrawn", "expired")) {
            words.put(Pattern.compile(word.replace(" ", "[ -]") + "( *\\(.*\\))?"), word.replace(' ', '-'));
        }
        words.put(Pattern.compile("accepted .*"), "accepted");
        words.put(Pattern.compile("(implemented |partially implemented).*"), "implemented");
        return words;
    }

    @TempDir
    Path home;

    private Path cloned() {
        String place = System.getProperty("pressroom.swift-evolution", "");
        Assumptions.assumeFalse(place.isEmpty(), "no -Dpressroom.swift-evolution");
        Path clone = home.resolve("clone");
        Site.git(home, Map.of(), "clone", "-q", place, clone.toString());
        return clone;
    }

    @Test
    void timelinesAreThoseOfTheLog() throws IOException {
        Path clone = cloned();
        Map<String, List<String>> read = Reading.of(clone);
        Histories histories;
        try (ArchiveSession session = ArchiveSession.open(
                new ArchiveRequest(clone, null, "proposals", Path.of("src/docs/examples/swift-evolution.yaml"), null))) {
            histories = Objects.requireNonNull(Past.of(session, Map.of(), new Workers(2)));
        }
        int renamed = 0;
        Map<String, String> others = new TreeMap<>();
        Map<String, String> differences = new TreeMap<>();
        for (Map.Entry<SourcePath, FileHistory> document : new TreeMap<>(histories.files()).entrySet()) {
            String path = document.getKey().path();
            FileHistory history = document.getValue();
            List<String> told = history.timeline().stream().map(SwiftEvolutionIT::line).toList();
            boolean moved = !history.renames().isEmpty();
            renamed += moved ? 1 : 0;
            if (!told.equals(read.getOrDefault(path, List.of()))) {
                (moved ? others : differences).put(path, "\n  told " + String.join("\n       ", told)
                    + "\n  read " + String.join("\n       ", read.getOrDefault(path, List.of())));
            }
        }
        System.out.printf(Locale.ROOT, "%d documents, %d of them renamed; %d of the renamed differ%n", histories.files().size(), renamed, others.size());
        others.forEach((path, how) -> System.out.println(path + how));
        assertTrue(histories.files().size() > 400, "only " + histories.files().size());
        assertEquals(Map.of(), differences);
    }

    private static String line(Transition transition) {
        return transition.day() + " " + transition.status() + " " + transition.author() + " " + transition.commit();
    }

    /// The other reading: by path, each change of status as [#line] has it.
    private static final class Reading {
        private final Process contents;
        private final InputStream in;
        private final Map<String, List<String>> timelines = new TreeMap<>();
        private final Map<String, String> last = new TreeMap<>();

        private Reading(Path clone) throws IOException {
            contents = new ProcessBuilder("git", "cat-file", "--batch").directory(clone.toFile()).start();
            in = new BufferedInputStream(contents.getInputStream());
        }

        static Map<String, List<String>> of(Path clone) throws IOException {
            Reading reading = new Reading(clone);
            String commit = "";
            for (String row : Site.git(clone, Map.of(), "-c", "core.quotePath=false", "log", "--first-parent", "--reverse", "--raw", "--no-renames", "--no-abbrev",
                    "--diff-merges=first-parent", "--date=short", "--format=%ad|%aN|%H", "--", "proposals").lines().toList()) {
                if (row.startsWith(":")) {
                    String[] part = row.split("[ \t]", 6);
                    reading.change(part[5], part[4].equals("D") ? null : part[3], commit);
                } else if (!row.isEmpty()) {
                    commit = row;
                }
            }
            reading.contents.destroy();
            return reading.timelines;
        }

        private void change(String path, @Nullable String blob, String commit) throws IOException {
            if (blob == null) {
                return;
            }
            String now = status(text(blob));
            if (!Objects.equals(now, last.get(path))) {
                String[] part = commit.split("\\|");
                timelines.computeIfAbsent(path, _ -> new ArrayList<>()).add(part[0] + " " + now + " " + part[1] + " " + part[2]);
            }
            last.put(path, String.valueOf(now).equals("null") ? null : now);
        }

        private String text(String blob) throws IOException {
            OutputStream out = contents.getOutputStream();
            out.write((blob + "\n").getBytes(StandardCharsets.US_ASCII));
            out.flush();
            StringBuilder header = new StringBuilder();
            for (int c = in.read(); c != '\n'; c = in.read()) {
                header.append((char) c);
            }
            byte[] bytes = in.readNBytes(Integer.parseInt(header.substring(header.lastIndexOf(" ") + 1)));
            in.skipNBytes(1);
            return new String(bytes, StandardCharsets.UTF_8).replace("\r", "");
        }

        private static @Nullable String status(String text) {
            Matcher heading = HEADING.matcher(text);
            Matcher status = STATUS.matcher(text.substring(0, heading.find() ? heading.start() : text.length()));
            if (!status.find()) {
                return null;
            }
            String plain = status.group(1).replaceAll("\\[([^\\]]*)\\]\\([^)]*\\)", "$1").replaceAll("[*_`]", "").replaceAll("\\s+", " ").strip().toLowerCase(Locale.ROOT);
            return WORDS.entrySet().stream().filter(word -> word.getKey().matcher(plain).matches()).map(Map.Entry::getValue).findFirst().orElse(null);
        }
    }
}
