package org.pressroom.build;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

class ScratchTest {

    @TempDir
    Path parent;

    private List<String> folders() throws IOException {
        try (Stream<Path> folders = Files.list(parent)) {
            return folders.map(folder -> String.valueOf(folder.getFileName())).sorted().toList();
        }
    }

    @Test
    void isGoneAtTheEnd() throws IOException {
        try (Scratch scratch = Scratch.open(parent)) {
            Files.createDirectories(scratch.folder().resolve("a/b"));
            Files.writeString(scratch.folder().resolve("a/b/c"), "c");
        }
        assertEquals(List.of(), folders());
    }

    @Test
    void whatAKilledBuildLeftIsRemovedByTheNext() throws IOException {
        Path left = parent.resolve("pressroom-1234");
        Files.createDirectories(left.resolve("index"));
        Files.writeString(left.resolve("index/segment"), "old");
        Files.createFile(left.resolve("in-use"));
        try (Scratch scratch = Scratch.open(parent)) {
            assertFalse(Files.exists(left));
            assertTrue(Files.isDirectory(scratch.folder()));
        }
    }

    @Test
    void foldersInUseAndFoldersOfOthersStay() throws IOException {
        Files.createDirectories(parent.resolve("pressroom-of-somebody"));
        Files.createDirectories(parent.resolve("elsewhere"));
        Files.createFile(parent.resolve("elsewhere/in-use"));
        Files.createDirectories(parent.resolve("pressroom-link"));
        Files.createSymbolicLink(parent.resolve("pressroom-link/in-use"), parent.resolve("elsewhere/in-use"));
        try (Scratch first = Scratch.open(parent); Scratch second = Scratch.open(parent)) {
            assertTrue(Files.isDirectory(first.folder()) && Files.isDirectory(second.folder()));
            assertEquals(5, folders().size());
        }
        assertEquals(List.of("elsewhere", "pressroom-link", "pressroom-of-somebody"), folders());
    }
}
