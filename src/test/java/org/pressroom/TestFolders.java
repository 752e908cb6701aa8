package org.pressroom;

import org.junit.jupiter.api.extension.AnnotatedElementContext;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.io.TempDirFactory;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;

/// Where tests make their folders: in memory where there is plenty, since they write some hundred thousand small files, each of
/// which may cost a disk ten times as much; else where Java makes temporary folders. JUnit asks it for every `@TempDir`.
public final class TestFolders implements TempDirFactory {

    private static final Path MEMORY = Path.of("/dev/shm");
    /// Bytes; the tests of one class at a time need a small part of it.
    private static final long PLENTY = 4L << 30;

    /// Looked for once.
    private static final class Parent {

        static final Path FOLDER = isFit(MEMORY) ? MEMORY : Path.of(System.getProperty("java.io.tmpdir"));
    }

    /// A new folder, with its real path.
    public static Path make() throws IOException {
        return Files.createTempDirectory(Parent.FOLDER, "pressroom-test-").toRealPath();
    }

    @Override
    public Path createTempDirectory(AnnotatedElementContext element, ExtensionContext extension) throws IOException {
        return make();
    }

    /// Programs that tests write must run there, too.
    private static boolean isFit(Path folder) {
        if (!Files.isWritable(folder) || folder.toFile().getUsableSpace() < PLENTY) {
            return false;
        }
        try {
            Path program = Files.createTempFile(folder, "pressroom-test-", ".sh");
            try {
                Files.writeString(program, "#!/bin/sh\nexit 0\n");
                return program.toFile().setExecutable(true) && new ProcessBuilder(program.toString()).start().waitFor() == 0;
            } finally {
                Files.delete(program);
            }
        } catch (IOException e) {
            return false;
        } catch (InterruptedException e) {
            throw new UncheckedIOException(new IOException("interrupted while looking at " + folder, e));
        }
    }
}
