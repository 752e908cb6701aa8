package org.pressroom.bench;

import org.pressroom.json.Json;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Stream;

/// One clean build by the program as its users call it, in a process of its own, with nothing kept from earlier ones.
///
/// @param seconds          from start to end of the process
/// @param processorSeconds user and system time; steadier than `seconds` on a machine that others use too
/// @param peakMegabytes    of memory that the process ever had resident; 0 where the system does not tell
/// @param documents        published
/// @param stages           milliseconds by stage
record ProgramRun(double seconds, double processorSeconds, long peakMegabytes, long documents, Map<String, Long> stages) {

    private static final Path PROGRAM = Path.of("pressroom");

    ProgramRun {
        stages = new LinkedHashMap<>(stages);
    }

    /// @param heap as for `-Xmx`
    static ProgramRun build(Path archive, Path home, String heap) throws IOException {
        ProgramRun run = build(archive, home, heap, home.resolve("output"));
        delete(home.resolve("output"));
        return run;
    }

    /// Builds an archive and keeps what was built.
    ///
    /// @return the site's folder
    static Path site(Path archive, Path home, String heap) throws IOException {
        Path output = home.resolve("site");
        build(archive, home, heap, output);
        return output;
    }

    private static ProgramRun build(Path archive, Path home, String heap, Path output) throws IOException {
        Path cache = home.resolve("cache");
        Path answer = home.resolve("answer.json");
        delete(output);
        delete(cache);
        ProcessBuilder builder = new ProcessBuilder(PROGRAM.toAbsolutePath().toString(), "build", "--quiet", "--format", "json",
            "--as-of", "2026-06-01", "-o", output.toString(), archive.toString());
        builder.environment().put("PRESSROOM_CACHE", cache.toString());
        builder.environment().put("PRESSROOM_JAVA_OPTS", "-Xmx" + heap);
        // A rehearsal behind one run would disturb the next.
        builder.environment().put("PRESSROOM_AOT", "off");
        builder.environment().put("JAVA_HOME", System.getProperty("java.home"));
        builder.redirectOutput(answer.toFile()).redirectError(ProcessBuilder.Redirect.DISCARD);
        long begin = System.nanoTime();
        Process process = builder.start();
        long peak = 0;
        Duration processor = Duration.ZERO;
        while (process.isAlive()) {
            peak = Math.max(peak, peakKilobytes(process.pid()));
            Duration now = process.info().totalCpuDuration().orElse(Duration.ZERO);
            processor = now.compareTo(processor) > 0 ? now : processor;
            pause();
        }
        double seconds = (System.nanoTime() - begin) / 1e9;
        if (process.exitValue() > 1) {
            throw new IOException("the build of " + archive + " ended with " + process.exitValue());
        }
        Map<?, ?> json = (Map<?, ?>) java.util.Objects.requireNonNull(Json.read(Files.readString(answer)));
        Map<String, Long> stages = new LinkedHashMap<>();
        if (json.get("timings") instanceof Map<?, ?> timings) {
            timings.forEach((stage, millis) -> stages.put(String.valueOf(stage), ((Number) millis).longValue()));
        }
        return new ProgramRun(seconds, processor.toMillis() / 1e3, peak / 1024,
            json.get("documents") instanceof Number documents ? documents.longValue() : 0, stages);
    }

    private static void pause() {
        try {
            Thread.sleep(20);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted", e);
        }
    }

    /// `VmHWM`, as far as it has come.
    private static long peakKilobytes(long pid) {
        try (Stream<String> lines = Files.lines(Path.of("/proc", Long.toString(pid), "status"), StandardCharsets.UTF_8)) {
            return lines.filter(line -> line.startsWith("VmHWM:")).map(line -> line.replaceAll("\\D", ""))
                .mapToLong(Long::parseLong).findFirst().orElse(0);
        } catch (IOException | UncheckedIOException e) {
            // It has ended, or there is no such file on this system.
            return 0;
        }
    }

    private static void delete(Path folder) throws IOException {
        if (Files.exists(folder)) {
            try (Stream<Path> files = Files.walk(folder)) {
                for (Path file : files.sorted((a, b) -> b.compareTo(a)).toList()) {
                    Files.delete(file);
                }
            }
        }
    }
}
