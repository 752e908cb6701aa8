package org.pressroom.bench;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/// `mvn -Pbench verify`: documents a second, for each stage of a clean build and for the whole.
///
/// The program runs as its users run it, through the launcher, with one gigabyte of heap. Nothing is asserted of time,
/// which is the machine's as much as ours; that every document came out is.
///
/// - `-Dbench.documents=1000,10000`: sizes; there are 2.5 commits a document
/// - `-Dbench.runs=3`: clean builds of each size
/// - `-Dbench.heap=1g`: the program's `-Xmx`
@Tag("benchmark")
class BuildBenchmarkIT {

    private static final long SEED = 7;

    @TempDir
    Path home;

    @Test
    void cleanBuild() throws Exception {
        int runs = Integer.getInteger("bench.runs", 3);
        String heap = System.getProperty("bench.heap", "1g");
        Map<Integer, List<ProgramRun>> all = new LinkedHashMap<>();
        for (String size : System.getProperty("bench.documents", "1000,10000").split(",")) {
            int documents = Integer.parseInt(size.strip());
            Path archive = home.resolve("archive-" + documents);
            long begin = System.nanoTime();
            ArchiveGenerator.generate(archive, documents, documents * 5 / 2, SEED);
            print("generated %d documents in %d commits in %d ms", documents, documents * 5 / 2, (System.nanoTime() - begin) / 1_000_000);
            List<ProgramRun> measured = new ArrayList<>();
            for (int run = 0; run < runs; run++) {
                ProgramRun one = ProgramRun.build(archive, home, heap);
                print("  run %d: %.1f s, %.1f s of processor, peak %d MB", run + 1, one.seconds(), one.processorSeconds(), one.peakMegabytes());
                measured.add(one);
            }
            all.put(documents, measured);
        }
        all.forEach(BuildBenchmarkIT::table);
        linear(all);
        for (Map.Entry<Integer, List<ProgramRun>> size : all.entrySet()) {
            long published = size.getValue().getFirst().documents();
            assertTrue(published > size.getKey() * 9L / 10 && published <= size.getKey(), "published " + published);
            size.getValue().forEach(run -> assertEquals(published, run.documents()));
        }
    }

    private static void table(int documents, List<ProgramRun> runs) {
        print("%n%d documents (%d runs)      median ms        spread ms   documents/s", documents, runs.size());
        for (String stage : runs.getFirst().stages().keySet()) {
            line(stage, documents, runs.stream().mapToLong(run -> run.stages().getOrDefault(stage, 0L)).toArray());
        }
        line("whole process", documents, runs.stream().mapToLong(run -> Math.round(run.seconds() * 1000)).toArray());
        line("processor time", documents, runs.stream().mapToLong(run -> Math.round(run.processorSeconds() * 1000)).toArray());
        print("%-16s %20d MB", "peak RSS", runs.stream().mapToLong(ProgramRun::peakMegabytes).max().orElse(0));
    }

    private static void line(String name, int documents, long[] millis) {
        long[] sorted = millis.clone();
        Arrays.sort(sorted);
        long median = median(sorted);
        print("%-16s %20d %16s %13d", name, median, sorted[0] + "-" + sorted[sorted.length - 1],
            documents * 1000L / Math.max(1, median));
    }

    private static long median(long[] sorted) {
        return sorted[sorted.length / 2];
    }

    /// A ratio near 1 or below says that time is linear; a small archive also pays the program's start.
    private static void linear(Map<Integer, List<ProgramRun>> all) {
        List<Integer> sizes = List.copyOf(all.keySet());
        for (int i = 1; i < sizes.size(); i++) {
            print("%nprocessor time a document, %d against %d documents: %.2f", sizes.get(i), sizes.get(i - 1),
                perDocument(sizes.get(i), all) / perDocument(sizes.get(i - 1), all));
        }
    }

    private static double perDocument(int documents, Map<Integer, List<ProgramRun>> all) {
        long[] millis = all.getOrDefault(documents, List.of()).stream()
            .mapToLong(run -> Math.round(run.processorSeconds() * 1000)).sorted().toArray();
        return (double) median(millis) / documents;
    }

    @SuppressWarnings("SystemOut")
    private static void print(String form, Object... values) {
        System.out.println(String.format(Locale.ROOT, form, values));
    }

    /// Documents of up to 9 MB, each in an archive of its own.
    @Test
    void largeDocuments() throws IOException {
        for (int megabytes : new int[] {1, 3, 9}) {
            Path archive = home.resolve("large-" + megabytes);
            LargeDocument.write(archive, megabytes * 1_000_000, SEED);
            ProgramRun run = ProgramRun.build(archive, home, "1g");
            print("one document of %d MB: read %d ms, whole %.1f s, peak %d MB", megabytes, run.stages().getOrDefault("read", 0L),
                run.seconds(), run.peakMegabytes());
            assertEquals(1, run.documents());
        }
    }
}
