package org.pressroom.build;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.pressroom.Site.document;

import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.pressroom.Site;
import org.pressroom.cli.CommandLineRun;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.stream.Stream;

/// What lies in the cache folder can be made again, whatever happened to it, and is for its owner alone.
class DamagedCacheTest {

    private interface Damage {
        void to(Path file) throws IOException;
    }

    private record Way(String name, Damage damage) { }

    private static final List<Way> WAYS = List.of(
        new Way("gone", Files::delete),
        new Way("empty", file -> Files.write(file, new byte[0])),
        new Way("half", file -> Files.write(file, java.util.Arrays.copyOf(Files.readAllBytes(file), (int) (Files.size(file) / 2)))),
        new Way("zeroes", file -> Files.write(file, new byte[(int) Files.size(file)])),
        new Way("one byte", file -> {
            try (RandomAccessFile bytes = new RandomAccessFile(file.toFile(), "rw")) {
                if (bytes.length() > 0) {
                    bytes.seek(bytes.length() / 2);
                    int was = bytes.read();
                    bytes.seek(bytes.length() / 2);
                    bytes.write(was ^ 0x55);
                }
            }
        }),
        new Way("noise", file -> Files.writeString(file, "noise ".repeat(100))),
        new Way("a folder", file -> {
            Files.delete(file);
            Files.createDirectories(file.resolve("below"));
        }),
        new Way("a link", file -> {
            Files.delete(file);
            Files.createSymbolicLink(file, Path.of("nowhere"));
        }));

    private static Path cache(Site site) throws IOException {
        try (Stream<Path> folders = Files.list(site.home().resolve("cache"))) {
            return folders.filter(folder -> Files.exists(folder.resolve("index"))).findFirst().orElseThrow();
        }
    }

    private static List<Path> files(Path folder) throws IOException {
        try (Stream<Path> files = Files.walk(folder)) {
            return files.filter(Files::isRegularFile).sorted().toList();
        }
    }

    private static void assertFound(Site site, String what) {
        CommandLineRun run = site.run("search", "--format", "json", "morning", site.archive().toString());
        assertEquals(0, run.code(), what + ": " + run.err());
        assertTrue(run.out().contains("\"total\" : 2"), what + ": " + run.out() + run.err());
    }

    @TestFactory
    Stream<DynamicTest> aDamagedFileCostsTimeAndNoAnswer() {
        return WAYS.stream().map(way -> DynamicTest.dynamicTest(way.name, () -> {
            try (Site site = Site.of(document("0001", "Keys by post") + document("0002", "Locks by post"))) {
                assertFound(site, "fresh");
                Path cache = cache(site);
                for (Path file : files(cache)) {
                    if (Files.isRegularFile(file)) {
                        way.damage.to(file);
                        assertFound(site, way.name + " " + cache.relativize(file));
                    }
                }
                CommandLineRun build = site.build();
                assertEquals(0, build.code(), build.err());
            }
        }));
    }

    @Test
    void anIndexThatIsNoFolderIsMadeAgain() throws IOException {
        try (Site site = Site.of(document("0001", "Keys by post") + document("0002", "Locks by post"))) {
            assertFound(site, "fresh");
            Path index = cache(site).resolve("index");
            Path moved = Files.move(index, site.home().resolve("moved"));
            Files.writeString(index, "a file");
            assertFound(site, "a file");
            assertTrue(Files.isDirectory(index));
            Files.move(index, site.home().resolve("again"));
            Files.createSymbolicLink(index, moved);
            long before = files(moved).size();
            site.with(document("0003", "Doors by post")).remove("content/0001.md");
            assertFound(site, "a link");
            assertEquals(before, files(moved).size(), "nothing was written through the link");
        }
    }

    @Test
    void theCacheIsForItsOwnerAlone() throws IOException {
        try (Site site = Site.of(document("0001", "Keys by post") + document("0002", "Locks by post"))) {
            Path old = Files.createDirectories(site.home().resolve("cache/0123456789abcdef0123"));
            Files.setPosixFilePermissions(old.getParent(), PosixFilePermissions.fromString("rwxr-xr-x"));
            site.build();
            assertFound(site, "built");
            try (Stream<Path> all = Files.walk(site.home().resolve("cache"))) {
                for (Path path : all.filter(path -> !path.equals(old)).toList()) {
                    String wanted = Files.isDirectory(path) ? "rwx------" : "rw-------";
                    assertEquals(wanted, PosixFilePermissions.toString(Files.getPosixFilePermissions(path)), path.toString());
                }
            }
        }
    }

    @Test
    void aFolderThatHoldsOtherThingsKeepsItsPermissions() throws IOException {
        try (Site site = Site.of(document("0001", "Keys by post") + document("0002", "Locks by post"))) {
            Path shared = Files.createDirectories(site.home().resolve("cache"));
            Files.writeString(shared.resolve("theirs"), "theirs");
            Files.setPosixFilePermissions(shared, PosixFilePermissions.fromString("rwxr-xr-x"));
            site.build();
            assertEquals("rwxr-xr-x", PosixFilePermissions.toString(Files.getPosixFilePermissions(shared)));
            assertEquals("rwx------", PosixFilePermissions.toString(Files.getPosixFilePermissions(cache(site))));
        }
    }

    /// Java says of a full disk nothing but that, so the places are named, and what helps.
    @Test
    void aFullDiskIsNamed() {
        String message = SiteBuild.failure(new IOException("No space left on device"), Path.of("cache", "tmp"), Path.of("output"));
        assertTrue(message.contains(Path.of("cache", "tmp").toString()) && message.contains("output") && message.contains("PRESSROOM_CACHE"), message);
        assertEquals("cannot make the pages: a/b: No space left on device", SiteBuild.failure(
            new FileSystemException("a/b", null, "No space left on device"), Path.of("cache"), Path.of("output")).replace("no space", "No space"));
    }
}
