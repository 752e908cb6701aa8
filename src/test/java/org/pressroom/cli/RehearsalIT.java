package org.pressroom.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/// The jar rehearses with the sample in it, and Java can use what it learned.
class RehearsalIT {

    private static final Path JAR = Path.of("target/pressroom.jar").toAbsolutePath();

    @TempDir
    Path folder;

    private String java(String... arguments) throws IOException, InterruptedException {
        List<String> command = new ArrayList<>(List.of(Path.of(System.getProperty("java.home"), "bin/java").toString()));
        command.addAll(List.of(arguments));
        ProcessBuilder builder = new ProcessBuilder(command).redirectErrorStream(true);
        builder.environment().put("PRESSROOM_CACHE", folder.resolve("cache").toString());
        Process process = builder.start();
        String out = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertEquals(0, process.waitFor(), out);
        return out;
    }

    @Test
    void javaUsesWhatItLearned() throws Exception {
        Path start = folder.resolve("start.aot");
        Path work = Files.createDirectories(folder.resolve("work"));
        java("-XX:+UseParallelGC", "-XX:AOTCacheOutput=" + start, "-cp", JAR.toString(), "org.pressroom.cli.Rehearsal", work.toString());
        assertTrue(Files.size(work.resolve("site/index.html")) > 0 && Files.size(start) > 0);
        assertUsed(start, work);

        Path searches = folder.resolve("search.aot");
        java("-XX:+UseSerialGC", "-XX:TieredStopAtLevel=1", "-XX:AOTCacheOutput=" + searches, "-cp", JAR.toString(),
            "org.pressroom.cli.Rehearsal", work.toString(), "search");
        assertTrue(Files.size(searches) < Files.size(start), "what searches need is less than what all needs");
        assertUsed(searches, work);
    }

    private void assertUsed(Path start, Path work) throws IOException, InterruptedException {
        // With AOTMode=on, Java refuses to run when the file can't be used.
        String hits = java("-XX:+UseSerialGC", "-XX:TieredStopAtLevel=1", "-XX:+UnlockDiagnosticVMOptions", "-XX:ArchiveRelocationMode=0", "-XX:AOTMode=on", "-XX:AOTCache=" + start,
            "-jar", JAR.toString(), "search", "--quiet", "second visit", work.resolve("sample").toString());
        assertTrue(hits.contains("second visit"), hits);
    }
}
