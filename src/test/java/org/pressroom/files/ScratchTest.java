package org.pressroom.files;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.stream.Stream;

class ScratchTest {

    @TempDir
    Path temp;

    private Path own() {
        return temp.resolve("cache/tmp");
    }

    private List<String> folders() throws IOException {
        try (Stream<Path> folders = Files.list(own())) {
            return folders.map(folder -> String.valueOf(folder.getFileName())).sorted().toList();
        }
    }

    /// As a killed command leaves it.
    private Path leftover(String name, String permissions) throws IOException {
        Path left = Files.createDirectories(OwnFolder.open(own()).path().resolve(name));
        Files.createDirectories(left.resolve("index"));
        Files.writeString(left.resolve("index/segment"), "old");
        Files.createFile(left.resolve("in-use"));
        Files.setPosixFilePermissions(left, PosixFilePermissions.fromString(permissions));
        return left;
    }

    private static String permissions(Path path) throws IOException {
        return PosixFilePermissions.toString(Files.getPosixFilePermissions(path));
    }

    @Test
    void isGoneAtTheEnd() throws IOException {
        try (Scratch scratch = Scratch.open(own())) {
            scratch.folder().create("a/b/c", new byte[1]);
        }
        assertEquals(List.of(), folders());
    }

    @Test
    void isForItsOwnerAlone() throws IOException {
        try (Scratch scratch = Scratch.open(own())) {
            scratch.folder().create("a/b", new byte[1]);
            Path folder = scratch.folder().path();
            assertEquals("rwx------", permissions(own()));
            assertEquals("rwx------", permissions(folder));
            assertEquals("rwx------", permissions(folder.resolve("a")));
            assertEquals("rw-------", permissions(folder.resolve("a/b")));
        }
    }

    @Test
    void whatAKilledCommandLeftIsRemovedByTheNext() throws IOException {
        Path left = leftover("pressroom-1234", "rwx------");
        Path precious = Files.writeString(temp.resolve("precious"), "precious");
        Files.createSymbolicLink(left.resolve("link"), temp);
        Files.createSymbolicLink(left.resolve("index/link"), precious);
        try (Scratch scratch = Scratch.open(own())) {
            assertFalse(Files.exists(left));
            assertTrue(Files.isDirectory(scratch.folder().path()));
        }
        assertEquals("precious", Files.readString(precious));
    }

    @Test
    void whatOthersCanChangeIsLeftAlone() throws IOException {
        Path shared = leftover("pressroom-shared", "rwxrwxrwx");
        Path link = own().resolve("pressroom-link");
        Files.createSymbolicLink(link, leftover("elsewhere", "rwx------"));
        Path lock = leftover("pressroom-lock", "rwx------").resolve("in-use");
        Files.delete(lock);
        Files.createSymbolicLink(lock, own().resolve("elsewhere/in-use"));
        try (Scratch first = Scratch.open(own()); Scratch second = Scratch.open(own())) {
            assertTrue(Files.isDirectory(first.folder().path()) && Files.isDirectory(second.folder().path()));
            assertEquals(6, folders().size(), folders().toString());
        }
        assertEquals(List.of("elsewhere", "pressroom-link", "pressroom-lock", "pressroom-shared"), folders());
        assertEquals("old", Files.readString(shared.resolve("index/segment")));
        assertEquals("old", Files.readString(own().resolve("elsewhere/index/segment")));
    }

    @Test
    void whereTheUserHasNoFolderItStandsAmongTheTemporaryFoldersOfAll() throws IOException {
        Path file = Files.writeString(temp.resolve("file"), "a file");
        for (Path own : new Path[] {null, file, file.resolve("tmp")}) {
            try (Scratch scratch = Scratch.open(own)) {
                Path folder = scratch.folder().path();
                assertEquals(Path.of(System.getProperty("java.io.tmpdir")), folder.getParent());
                assertEquals("rwx------", permissions(folder));
            }
        }
        assertEquals("a file", Files.readString(file));
    }
}
