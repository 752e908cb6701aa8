package org.pressroom.files;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/// What can't be provoked from outside: a file that somebody else changes while it is being mended.
class AtomicFileTest {

    @TempDir
    private Path temp;

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    private List<String> names() throws IOException {
        try (Stream<Path> files = Files.list(temp.toRealPath())) {
            return files.map(file -> file.getFileName().toString()).sorted().toList();
        }
    }

    @Test
    void whatWasChangedMeanwhileIsLeftAlone() throws Exception {
        Path file = Files.writeString(temp.toRealPath().resolve("a.md"), "theirs");
        IOException e = assertThrows(IOException.class, () -> AtomicFile.replace(file, bytes("read"), bytes("ours")));
        assertTrue(String.valueOf(e.getMessage()).startsWith("it was changed while it was being checked"), String.valueOf(e.getMessage()));
        assertEquals("theirs", Files.readString(file));
        assertEquals(List.of("a.md"), names());
    }

    @Test
    void whatBecameALinkMeanwhileIsLeftAlone() throws Exception {
        Path folder = temp.toRealPath();
        Path target = Files.writeString(folder.resolve("target.md"), "read");
        Path link = Files.createSymbolicLink(folder.resolve("link.md"), target);
        assertEquals("it is a symbolic link",
            assertThrows(IOException.class, () -> AtomicFile.replace(link, bytes("read"), bytes("ours"))).getMessage());
        Path inside = Files.createDirectory(folder.resolve("inside"));
        Files.writeString(inside.resolve("b.md"), "read");
        Path way = Files.createSymbolicLink(folder.resolve("way"), inside);
        assertEquals("its folder " + way + " is a symbolic link", assertThrows(IOException.class,
            () -> AtomicFile.replace(way.resolve("b.md"), bytes("read"), bytes("ours"))).getMessage());
        assertEquals("read", Files.readString(target));
        assertEquals("read", Files.readString(inside.resolve("b.md")));
    }

    @Test
    void whatIsGoneIsNotMadeAnew() throws Exception {
        Path file = temp.toRealPath().resolve("gone.md");
        assertThrows(IOException.class, () -> AtomicFile.replace(file, bytes("read"), bytes("ours")));
        assertEquals(List.of(), names());
    }
}
