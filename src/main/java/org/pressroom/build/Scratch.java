package org.pressroom.build;

import org.jspecify.annotations.Nullable;
import org.pressroom.cache.BodyStore;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.List;

/// A temporary folder for one build, removed at its end.
public record Scratch(Path folder) implements AutoCloseable {

    static Scratch open() {
        try {
            return new Scratch(Files.createTempDirectory("pressroom-"));
        } catch (IOException e) {
            throw new UncheckedIOException("cannot make a temporary folder: " + e.getMessage(), e);
        }
    }

    /// A store for bodies: in the cache, else in memory with a remark that says why.
    static BodyStore store(@Nullable Path cache, List<String> remarks) {
        try {
            return BodyStore.open(cache);
        } catch (IOException e) {
            remarks.add("the cache can't be used, so this build takes more memory: " + e.getMessage());
            return inMemory();
        }
    }

    static BodyStore inMemory() {
        try {
            return BodyStore.open(null);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void close() {
        try {
            Files.walkFileTree(folder, new SimpleFileVisitor<>() {
                @Override
                public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) throws IOException {
                    Files.delete(file);
                    return FileVisitResult.CONTINUE;
                }

                @Override
                public FileVisitResult postVisitDirectory(Path dir, @Nullable IOException failure) throws IOException {
                    Files.delete(dir);
                    return FileVisitResult.CONTINUE;
                }
            });
        } catch (IOException e) {
            throw new UncheckedIOException("cannot remove the temporary folder " + folder + ": " + e.getMessage(), e);
        }
    }
}
