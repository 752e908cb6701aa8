package org.pressroom.publish;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Instant;

/// What the system's own `tar` makes of it.
class TarWriterTest {

    private static final Instant TIME = Instant.parse("2026-11-30T17:28:09Z");

    @TempDir
    Path folder;

    private byte[] tar(Path program) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (TarWriter tar = new TarWriter(bytes, TIME.getEpochSecond())) {
            tar.folder("bin/", 0755);
            tar.file("bin/program", program, 0755);
            tar.file("größe/" + "x".repeat(120) + ".txt", "Größe\n".getBytes(StandardCharsets.UTF_8), 0640);
            tar.link("bin/other", "program");
            tar.file("empty", new byte[0], 0644);
        }
        return bytes.toByteArray();
    }

    @Test
    void modesLinksTimesAndLongNamesArrive() throws Exception {
        Path program = Files.writeString(folder.resolve("program"), "#!/bin/sh\necho ran\n");
        byte[] tar = tar(program);
        assertArrayEquals(tar, tar(program), "the same calls give the same bytes");
        Path file = Files.write(folder.resolve("a.tar"), tar);
        Path to = Files.createDirectory(folder.resolve("to"));
        Process process = new ProcessBuilder("tar", "-xpf", file.toString(), "-C", to.toString()).redirectErrorStream(true).start();
        assertEquals("", new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8));
        assertEquals(0, process.waitFor());
        assertEquals("rwxr-xr-x", PosixFilePermissions.toString(Files.getPosixFilePermissions(to.resolve("bin/program"))));
        assertEquals("program", Files.readSymbolicLink(to.resolve("bin/other")).toString());
        Path named = to.resolve("größe/" + "x".repeat(120) + ".txt");
        assertEquals("Größe\n", Files.readString(named));
        assertEquals("rw-r-----", PosixFilePermissions.toString(Files.getPosixFilePermissions(named)));
        assertEquals(TIME, Files.getLastModifiedTime(named, LinkOption.NOFOLLOW_LINKS).toInstant());
        assertEquals(0, Files.size(to.resolve("empty")));
        assertTrue(Files.isDirectory(to.resolve("bin")));
    }

    @Test
    void whatIsNotThereIsNoFile() {
        assertThrows(NoSuchFileException.class, () -> tar(folder.resolve("nothing")));
    }
}
