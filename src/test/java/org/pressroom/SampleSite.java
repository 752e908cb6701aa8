package org.pressroom;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.pressroom.cli.CommandLineRun;
import org.pressroom.files.SafeFolder;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;

/// The sample archive's site of 2026-06-01, built by the program, once for all tests that only look at it.
public final class SampleSite {

    private SampleSite() { }

    private static final class Built {

        static final Path FOLDER = build();

        private static Path build() {
            try {
                Path home = TestFolders.make();
                Runtime.getRuntime().addShutdownHook(new Thread(() -> delete(home)));
                Path site = home.resolve("site");
                CommandLineRun run = CommandLineRun.of(home, "build", "-o", site.toString(), "--as-of", "2026-06-01", ".");
                assertEquals(0, run.code(), run.err());
                return site;
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }

        private static void delete(Path folder) {
            try {
                SafeFolder.at(folder.toAbsolutePath().getParent()).remove(folder.getFileName().toString());
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }

    public static Path folder() {
        return Built.FOLDER;
    }
}
