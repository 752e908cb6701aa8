package org.pressroom.build;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.pressroom.ChildProcess;
import org.pressroom.Site;
import org.pressroom.bench.ArchiveGenerator;
import org.pressroom.history.Histories;
import org.pressroom.parallel.Workers;

import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;

/// `mvn -Pbench verify`: how long the history of an archive takes in a fresh process, whole, when nothing is new, and when one
/// commit is, beside what `git log` takes alone. Nothing is asserted of time.
///
/// - `-Dbench.history=10000,25000`: documents and commits
/// - `-Dbench.archive=FOLDER`: a generated archive that is there already; it gets one commit a run
/// - `-Dbench.runs=3`
/// - `-Dbench.heap=1g`: the processes' `-Xmx`
@Tag("benchmark")
public class HistoryBenchmarkIT {

    @TempDir
    Path home;

    @Test
    void history() throws Exception {
        String[] size = System.getProperty("bench.history", "10000,25000").split(",");
        Path archive = Path.of(System.getProperty("bench.archive", home.resolve("archive").toString()));
        if (!Files.exists(archive)) {
            ArchiveGenerator.generate(archive, Integer.parseInt(size[0]), Integer.parseInt(size[1]), 7);
        }
        for (int run = 0; run < Integer.getInteger("bench.runs", 3); run++) {
            long begin = System.nanoTime();
            new ProcessBuilder("git", "--no-pager", "log", "--raw", "-z", "--no-renames", "--no-abbrev", "--root", "--format=%H").directory(archive.toFile())
                .redirectOutput(home.resolve("log").toFile()).start().waitFor();
            print("git log alone     " + (System.nanoTime() - begin) / 1_000_000 + " ms");
            Path kept = Files.createDirectories(home.resolve("kept-" + run));
            String whole = ask("whole", archive, kept);
            assertEquals(whole, ask("nothing new", archive, kept));
            Path document;
            try (Stream<Path> files = Files.walk(archive.resolve("content"))) {
                document = files.filter(file -> file.toString().endsWith(".md")).sorted().findFirst().orElseThrow();
            }
            Files.writeString(document, "\nOne line more.\n", StandardOpenOption.APPEND);
            Site.git(archive, Map.of(), "commit", "-q", "-a", "-m", "One line more");
            assertEquals(Long.parseLong(whole) + 1, Long.parseLong(ask("one commit more", archive, kept)));
        }
    }

    private String ask(String what, Path archive, Path kept) throws Exception {
        List<String> command = new ArrayList<>(ChildProcess.command(home, HistoryBenchmarkIT.class.getName(), archive.toString(), kept.toString()));
        // As the launcher starts a build.
        command.removeAll(List.of("-XX:TieredStopAtLevel=1", "-XX:+UseSerialGC"));
        command.addAll(1, List.of("-Xmx" + System.getProperty("bench.heap", "1g"), "-XX:+UseParallelGC", "-Xmn64m", "-XX:MaxInlineLevel=5", "-XX:InlineSmallCode=1000",
            "-XX:FreqInlineSize=200", "-XX:Tier4InvocationThreshold=20000", "-XX:Tier4MinInvocationThreshold=2400", "-XX:Tier4CompileThreshold=60000",
            "-XX:Tier4BackEdgeThreshold=160000"));
        assertEquals(0, ChildProcess.start(home, command).waitFor(), () -> printed());
        String[] figures = printed().lines().toList().getLast().split(" ");
        print(String.format(Locale.ROOT, "%-16s  %s ms, %s ms of processor in Java, heap after it %s MB, %s revisions", what, figures[0], figures[1], figures[2], figures[3]));
        return figures[3];
    }

    private String printed() {
        try {
            return Files.readString(home.resolve("printed"));
        } catch (IOException e) {
            return e.toString();
        }
    }

    @SuppressWarnings("SystemOut")
    private static void print(String line) {
        System.out.println(line);
    }

    /// One question, with the archive open already: milliseconds, those of the processor, megabytes and the number of revisions.
    ///
    /// @param arguments the archive, and where its history is kept
    public static void main(String[] arguments) {
        try (ArchiveSession session = ArchiveSession.open(ArchiveRequest.of(Path.of(arguments[0])))) {
            long begin = System.nanoTime();
            long processor = processor();
            Histories histories = Objects.requireNonNull(
                Past.of(session, new HistoryCache(Path.of(arguments[1]), "bench"), Map.of(), new Workers(2), new ArrayList<>()));
            long elapsed = System.nanoTime() - begin;
            long used = processor() - processor;
            System.gc();
            long heap = ManagementFactory.getMemoryMXBean().getHeapMemoryUsage().getUsed();
            print(elapsed / 1_000_000 + " " + used / 1_000_000 + " " + heap / 1_000_000 + " "
                + histories.files().values().stream().mapToInt(history -> history.revisions().size()).sum());
        }
    }

    private static long processor() {
        return ProcessHandle.current().info().totalCpuDuration().orElseThrow().toNanos();
    }
}
