package org.pressroom.build;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;
import static org.pressroom.Site.document;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.pressroom.ChildProcess;
import org.pressroom.Site;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;

/// What is only kept, and what is made on the way, may find no room: the site is made without it. A disk of the site that is full leaves
/// the old site, and says so in a sentence. The disks are real ones, mounted for a process of its own.
class SmallDiskTest {

    private static Site site() {
        return Site.of(document("0001", "Keys by post") + document("0002", "Locks by post"));
    }

    /// @param options of `mount`, such as `size=64k`
    /// @param made    what the process is to do before the build; `$D` is the disk
    /// @return what the build printed; its exit code is that of the process
    private static String build(Site site, String folder, String options, String made, int code) throws IOException, InterruptedException {
        Path disk = Files.createDirectories(site.home().resolve(folder));
        List<String> command = new ArrayList<>(List.of("unshare", "-rm", "sh", "-c", "mount -t tmpfs -o \"$O\" tmpfs \"$D\" && " + made + " exec \"$@\"", "sh"));
        command.addAll(ChildProcess.command(site.home(), "org.pressroom.cli.Main", "build", "-o", site.output().toString(), "--as-of", "2026-06-01",
            "--clean", site.archive().toString()));
        ProcessBuilder builder = new ProcessBuilder(command).redirectErrorStream(true).redirectOutput(site.home().resolve("printed").toFile());
        builder.environment().putAll(Map.of("PRESSROOM_CACHE", site.home().resolve("cache").toString(), "D", disk.toString(), "O", options));
        int exit = builder.start().waitFor();
        String printed = Files.readString(site.home().resolve("printed"));
        assertEquals(code, exit, printed);
        assertFalse(printed.contains("\tat ") || printed.contains("Exception") || printed.contains("internal error"), printed);
        return printed;
    }

    private static void assumeDisks() throws IOException, InterruptedException {
        try {
            assumeTrue(new ProcessBuilder("unshare", "-rm", "mount", "-t", "tmpfs", "tmpfs", "/mnt").start().waitFor() == 0, "nothing can be mounted here");
        } catch (IOException e) {
            assumeTrue(false, "there is no `unshare`");
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"size=4k", "size=16k", "size=64k", "size=256k", "nr_inodes=4", "nr_inodes=20"})
    void aCacheWithoutRoomCostsASentence(String options) throws Exception {
        assumeDisks();
        try (Site site = site(); Site other = site()) {
            assertEquals(0, other.build().code());
            String printed = build(site, "cache", options, "", 0);
            assertEquals(1, printed.lines().filter(line -> line.contains("stored") || line.contains("can't be used")).count(), printed);
            assertEquals(other.files(), site.files());
            try (var own = Files.list(site.output().resolve(".pressroom"))) {
                assertEquals(List.of("lock", "manifest.json"), own.map(file -> file.getFileName().toString()).sorted().toList());
            }
        }
    }

    @Test
    void aCacheThatIsReadOnlyCostsASentence() throws Exception {
        assumeDisks();
        try (Site site = site(); Site other = site()) {
            assertEquals(0, other.build().code());
            String printed = build(site, "cache", "size=1m", "mount -o remount,ro \"$D\" &&", 0);
            assertTrue(printed.contains("can't be used") && printed.contains("read-only file system"), printed);
            assertEquals(other.files(), site.files());
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"size=4k", "size=64k", "size=400k", "size=1m", "nr_inodes=10"})
    void aDiskOfTheSiteWithoutRoomIsNamed(String options) throws Exception {
        assumeDisks();
        try (Site site = site()) {
            String printed = build(site, "site", options, "", 3);
            assertTrue(printed.contains("No space left on device") || printed.contains("no space left on device"), printed);
        }
    }

    @Test
    void anOldSiteStaysOnADiskWithoutRoom() throws Exception {
        assumeDisks();
        try (Site site = site()) {
            assertEquals(0, site.build().code());
            SortedMap<String, String> before = site.files();
            Path copy = Files.move(site.output(), site.home().resolve("copy"));
            site.with(document("0003", "Doors by post"));
            // Room for half of it; what is there afterwards comes back with what the shell prints last.
            build(site, "site", "size=100m", "cp -a " + copy + "/. \"$D\" && mount -o remount,size=$(( $(du -sk \"$D\" | cut -f1) + 300 ))k \"$D\" &&"
                + " trap 'rm -rf " + copy + "; cp -a \"$D\" " + copy + "' EXIT; run() { \"$@\"; }; run \"$@\"; exit $?;", 3);
            assertEquals(before, Site.filesOf(copy));
        }
    }
}
