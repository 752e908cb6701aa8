package org.pressroom.publish;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;
import static org.pressroom.Site.document;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.pressroom.ChildProcess;
import org.pressroom.Site;
import org.pressroom.cli.CommandLineRun;
import org.pressroom.files.Staging;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

class PublishTest {

    private static Site site() {
        return Site.of(document("0001", "Keys by post") + document("0002", "Locks by post"));
    }

    private static void assertRefused(CommandLineRun run, String words) {
        assertEquals(3, run.code(), run.out() + run.err());
        assertTrue(run.err().contains(words), run.err());
        assertFalse(run.err().contains("\tat "), run.err());
    }

    // ---- whose folder it is

    @Test
    void aFolderWithFilesOfOthersIsRefusedAndLeftAlone() throws IOException {
        try (Site site = site()) {
            Files.createDirectories(site.output());
            Files.writeString(site.output().resolve("thesis.txt"), "ten years");
            assertRefused(site.build(), "holds files that Pressroom did not make");
            assertEquals(Map.of("thesis.txt", "ten years"), site.files());
            assertFalse(Files.exists(site.output().resolve(".pressroom")));
        }
    }

    @Test
    void aRepositoryIsNoOutputFolder() throws IOException {
        try (Site site = site().commit("2024-03-01T10:00:00Z", "Ana <a@x>")) {
            SortedMap<String, String> before = Site.filesOf(site.archive());
            assertRefused(site.run("build", "-o", site.archive().toString(), site.archive().toString()), "did not make");
            assertRefused(site.run("build", "-o", site.archive().resolve("content").toString(), site.archive().toString()), "did not make");
            assertEquals(before, Site.filesOf(site.archive()));
        }
    }

    @Test
    void whatTheUserAddsStaysAndOnlyOursIsDeleted() throws IOException {
        try (Site site = site()) {
            site.build();
            Files.writeString(site.output().resolve("CNAME"), "ideas.example");
            Files.writeString(site.output().resolve("ideas/notes.txt"), "mine");
            Files.delete(site.archive().resolve("content/0002.md"));
            assertEquals(1, site.build("--fail-on", "info").code());
            assertEquals("ideas.example", site.page("CNAME"));
            assertEquals("mine", site.page("ideas/notes.txt"));
            assertFalse(site.files().containsKey("ideas/0002.html"));
            assertTrue(site.files().containsKey("ideas/0001.html"));
        }
    }

    @Test
    void aFileOfOthersInTheWayIsNotOverwritten() throws IOException {
        try (Site site = site()) {
            site.build();
            Files.writeString(site.output().resolve("ideas/0003.html"), "mine");
            SortedMap<String, String> before = site.files();
            site.with(document("0003", "Doors by post"));
            assertRefused(site.build(), "0003.html is in the way");
            assertEquals(before, site.files());
            Files.delete(site.output().resolve("ideas/0003.html"));
            Files.createDirectory(site.output().resolve("ideas/0003.html"));
            assertRefused(site.build(), "0003.html is in the way");
        }
    }

    /// A manifest may come from a stranger with the folder: what it names is ours only with the content that it says.
    @Test
    void aForgedManifestDeletesAndReplacesNothing() throws IOException {
        String empty = "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855";
        for (String hash : List.of("\"\"", "\"0\"", "null", "[]", "\"" + empty + "\"")) {
            for (String name : List.of("notes.txt", "deep/er/notes.txt", "index.html", "ideas/0001.html", "ideas")) {
                try (Site site = site()) {
                    Path mine = site.output().resolve(name);
                    Files.createDirectories(mine.getParent());
                    Files.writeString(mine, "ten years");
                    Files.createDirectories(site.output().resolve(".pressroom"));
                    Files.writeString(site.output().resolve(".pressroom/manifest.json"),
                        "{\"form\": 1, \"files\": {\"" + name + "\": " + hash + "}, \"before\": {\"" + name + "\": " + hash + "}}");
                    SortedMap<String, String> before = site.files();
                    assertRefused(site.build(), name + " is not as Pressroom wrote it");
                    assertEquals(before, site.files());
                    Files.move(mine, site.home().resolve("mine"));
                    assertEquals(0, site.build().code());
                }
            }
        }
    }

    @Test
    void aForgedManifestDeletesNothingOfGit() throws IOException {
        try (Site site = site()) {
            Files.createDirectories(site.output());
            Site.git(site.output(), Map.of(), "init", "-q", "-b", "main");
            Files.createDirectories(site.output().resolve(".pressroom"));
            // The content of this file is known to anybody.
            Files.writeString(site.output().resolve(".pressroom/manifest.json"), "{\"form\": 1, \"files\": {\".git/HEAD\": \""
                + Staging.Content.of(site.output().resolve(".git/HEAD")).hash() + "\"}}");
            assertEquals(0, site.build().code());
            assertTrue(Files.exists(site.output().resolve(".git/HEAD")));
        }
    }

    @Test
    void aPageThatWasEditedInPlaceIsNotLost() throws IOException {
        try (Site site = site()) {
            site.build();
            Files.writeString(site.output().resolve("ideas/0001.html"), "edited");
            Files.writeString(site.output().resolve("ideas/0002.html"), "edited");
            SortedMap<String, String> before = site.files();
            assertRefused(site.build(), "0001.html and 1 other file are not as Pressroom wrote them");
            Files.delete(site.output().resolve("ideas/0001.html"));
            before.remove("ideas/0001.html");
            Files.delete(site.archive().resolve("content/0002.md"));
            assertRefused(site.build(), "0002.html is not as Pressroom wrote it");
            assertEquals(before, site.files());
            Files.delete(site.output().resolve("ideas/0002.html"));
            assertEquals(0, site.build().code());
            assertTrue(site.page("ideas/0001.html").contains("Keys by post"));
        }
    }

    @Test
    void symbolicLinksInTheOutputAreNotFollowed() throws IOException {
        try (Site site = site()) {
            site.build();
            Path outside = Files.createDirectories(site.home().resolve("outside"));
            for (String name : List.of("0001.html", "0002.html")) {
                Files.move(site.output().resolve("ideas").resolve(name), outside.resolve(name));
            }
            Files.delete(site.output().resolve("ideas"));
            Files.createSymbolicLink(site.output().resolve("ideas"), outside);
            SortedMap<String, String> before = Site.filesOf(outside);
            site.with(document("0001", "Keys by courier"));
            assertRefused(site.build(), "is in the way");
            Files.delete(site.archive().resolve("content/0002.md"));
            site.with(document("0001", "Keys by post"));
            site.build();
            assertEquals(before, Site.filesOf(outside));
        }
    }

    @Test
    void ourOwnFolderMustBeNoLink() throws IOException {
        try (Site site = site()) {
            site.build();
            Path elsewhere = Files.move(site.output().resolve(".pressroom"), site.home().resolve("elsewhere"));
            Files.createSymbolicLink(site.output().resolve(".pressroom"), elsewhere);
            assertRefused(site.build(), "is a symbolic link");
        }
    }

    @Test
    void anEditedManifestDeletesNothingOutside() throws IOException {
        try (Site site = site()) {
            site.build();
            Path precious = Files.writeString(site.home().resolve("precious.txt"), "precious");
            Path manifest = site.output().resolve(".pressroom/manifest.json");
            String absolute = precious.toString();
            Files.writeString(manifest, Files.readString(manifest).replaceFirst("\"files\"\\s*:\\s*\\{",
                "\"files\" : {\"../precious.txt\": \"0\", \"ideas/../../precious.txt\": \"0\", \"" + absolute + "\": \"0\", \".pressroom/lock\": \"0\", \"\": \"0\", \".\": \"0\","));
            CommandLineRun run = site.build();
            assertEquals(0, run.code(), run.err());
            assertEquals("precious", Files.readString(precious));
            assertTrue(Files.exists(site.output().resolve(".pressroom/lock")));
        }
    }

    @Test
    void aManifestThatCannotBeReadIsOneSentence() throws IOException {
        try (Site site = site()) {
            site.build();
            for (String json : List.of("", "{", "[]", "{\"form\": 99, \"files\": {}}", "\0")) {
                Files.writeString(site.output().resolve(".pressroom/manifest.json"), json);
                SortedMap<String, String> before = site.files();
                assertRefused(site.build(), "manifest.json");
                assertEquals(before, site.files());
            }
        }
    }

    @Test
    void asLongAsOneBuildPublishesAnotherWaits() {
        try (Site site = site()) {
            site.build();
            try (Publisher publisher = Publisher.open(site.output())) {
                assertTrue(Files.exists(publisher.staging().folder()));
                assertRefused(site.build(), "another build is publishing");
            }
            assertEquals(0, site.build().code());
        }
    }

    @Test
    void anOutputThatIsNoFolderOrCannotBeMadeIsOneSentence() throws IOException {
        try (Site site = site()) {
            Files.writeString(site.output(), "a file");
            assertRefused(site.build(), "is not a folder");
            assertEquals("a file", Files.readString(site.output()));
            assumeTrue(Files.isDirectory(Path.of("/proc/self")), "there is no /proc, the one folder that nobody can write to");
            assertRefused(site.run("build", "-o", "/proc/site", site.archive().toString()), "cannot use the output folder /proc/site");
        }
    }

    private static Publication publish(Path output, String... addresses) throws IOException {
        try (Publisher publisher = Publisher.open(output)) {
            for (String address : addresses) {
                publisher.staging().write(address, address);
            }
            return publisher.publish();
        }
    }

    private static List<Integer> counts(Publication publication) {
        return List.of(publication.files(), publication.changed(), publication.deleted());
    }

    @Test
    void foldersThatAreNewOrHoldFilesOfOthersAreFilledAndEmptied(@TempDir Path home) throws IOException {
        Path output = home.resolve("site");
        publish(output, "index.html", "a/x.html");
        Files.writeString(Files.createDirectory(output.resolve("c")).resolve("notes.txt"), "mine");
        assertEquals(List.of(5, 3, 0), counts(publish(output, "index.html", "a/x.html", "b/deep/y.html", "b/z.html", "c/y.html")));
        assertEquals(Map.of("index.html", "index.html", "a/x.html", "a/x.html", "b/deep/y.html", "b/deep/y.html", "b/z.html", "b/z.html",
            "c/y.html", "c/y.html", "c/notes.txt", "mine"), Site.filesOf(output));
        assertEquals(List.of(2, 1, 4), counts(publish(output, "index.html", "d")));
        assertFalse(Files.exists(output.resolve("b")));
        assertEquals(List.of(1, 1, 1), counts(publish(output, "d/x.html")));
        assertEquals(Map.of("d/x.html", "d/x.html", "c/notes.txt", "mine"), Site.filesOf(output));
    }

    @Test
    void whatTheSiteHasIsNotWrittenAgain(@TempDir Path home) throws IOException {
        Path output = home.resolve("site");
        publish(output, "a.html", "b/c.html");
        Object before = Files.getAttribute(output.resolve("a.html"), "lastModifiedTime");
        try (Publisher publisher = Publisher.open(output)) {
            publisher.staging().write("a.html", "a.html");
            publisher.staging().write("b/c.html", "other");
            assertEquals(Map.of("b/c.html", "other"), Site.filesOf(publisher.staging().folder()));
            assertEquals("a.html", new String(publisher.staging().read("a.html"), StandardCharsets.UTF_8));
            assertThrows(IOException.class, () -> publisher.staging().write("a.html", "twice"));
            assertEquals(List.of(2, 1, 0), counts(publisher.publish()));
        }
        assertEquals(Map.of("a.html", "a.html", "b/c.html", "other"), Site.filesOf(output));
        assertEquals(before, Files.getAttribute(output.resolve("a.html"), "lastModifiedTime"));
    }

    @Test
    void aFileThatGoesWhileTheSiteIsMadeIsOneSentenceAndTheNextBuildRepairsIt(@TempDir Path home) throws IOException {
        Path output = home.resolve("site");
        publish(output, "a.html", "b.html");
        try (Publisher publisher = Publisher.open(output)) {
            publisher.staging().write("a.html", "a.html");
            publisher.staging().write("b.html", "new");
            Files.delete(output.resolve("a.html"));
            PublishException e = assertThrows(PublishException.class, publisher::publish);
            String message = String.valueOf(e.getMessage());
            assertTrue(message.contains("a.html") && message.contains("run the command again"), message);
        }
        assertEquals(Map.of("b.html", "b.html"), Site.filesOf(output));
        publish(output, "a.html", "b.html");
        assertEquals(Map.of("a.html", "a.html", "b.html", "b.html"), Site.filesOf(output));
    }

    @Test
    void whatIsStagedMustBeWhatWasWritten(@TempDir Path home) throws IOException {
        Path output = home.resolve("site");
        publish(output, "a.html");
        for (String odd : List.of("other.html", "b.html", "")) {
            try (Publisher publisher = Publisher.open(output)) {
                publisher.staging().write("b.html", "written");
                if (odd.isEmpty()) {
                    Files.delete(publisher.staging().folder().resolve("b.html"));
                } else {
                    Files.writeString(publisher.staging().folder().resolve(odd), "not planned");
                }
                PublishException e = assertThrows(PublishException.class, publisher::publish);
                assertTrue(String.valueOf(e.getMessage()).contains(odd.isEmpty() ? "b.html" : odd), e.getMessage());
            }
            assertEquals(Map.of("a.html", "a.html"), Site.filesOf(output));
        }
    }

    // ---- what is kept between builds

    @Test
    void aCacheThatCannotBeWrittenCostsASentence() throws IOException {
        try (Site site = site(); Site other = site()) {
            Files.writeString(site.home().resolve("cache"), "a file where the folder should be");
            CommandLineRun run = site.build();
            assertEquals(0, run.code(), run.err());
            assertTrue(run.err().contains("can't be used") && run.err().contains("PRESSROOM_CACHE"), run.err());
            other.build();
            assertEquals(other.files(), site.files());
            assertEquals(0, site.run("search", "key", site.archive().toString()).code());
        }
    }

    @Test
    void aBrokenCacheIsMadeAgain() throws IOException {
        try (Site site = site()) {
            site.build();
            SortedMap<String, String> before = site.files();
            try (Stream<Path> cached = Files.walk(site.home().resolve("cache"))) {
                for (Path file : cached.filter(Files::isRegularFile).toList()) {
                    Files.writeString(file, "broken");
                }
            }
            CommandLineRun search = site.run("search", "--format", "json", "morning", site.archive().toString());
            assertEquals(0, search.code(), search.err());
            assertTrue(search.out().contains("\"total\" : 2"), search.out());
            assertEquals(0, site.build().code());
            assertEquals(before, site.files());
            assertEquals(0, site.build("--clean").code());
            assertEquals(before, site.files());
        }
    }

    // ---- crashes

    @Test
    void aPublicationThatIsKilledLeavesWholeFilesAndTheNextRepairsThem(@TempDir Path home) throws Exception {
        Path output = home.resolve("site");
        String old = "old ".repeat(200);
        String fresh = "new ".repeat(200);
        boolean mixed = false;
        for (int attempt = 0; attempt < 12 && !mixed; attempt++) {
            PublishedText.publish(output, old);
            Process child = ChildProcess.start(home, ChildProcess.command(home, PublishedText.class.getName(), output.toString(), fresh));
            Path first = output.resolve(PublishedText.address(0));
            while (child.isAlive() && Files.readString(first).equals(old)) {
                Thread.onSpinWait();
            }
            child.destroyForcibly().waitFor();
            int changed = 0;
            for (int i = 0; i < PublishedText.FILES; i++) {
                String text = Files.readString(output.resolve(PublishedText.address(i)));
                assertTrue(text.equals(old) || text.equals(fresh), "half a page: " + text);
                changed += text.equals(fresh) ? 1 : 0;
            }
            mixed = changed > 0 && changed < PublishedText.FILES;
            PublishedText.publish(output, fresh);
            for (int i = 0; i < PublishedText.FILES; i++) {
                assertEquals(fresh, Files.readString(output.resolve(PublishedText.address(i))), "not repaired");
            }
            assertEquals(0, PublishedText.publish(output, fresh).changed());
        }
        assertTrue(mixed, "no attempt was killed in the middle");
    }

    @Test
    void aBuildThatIsKilledAtAnyMomentIsRepairedByTheNext() throws Exception {
        try (Site site = site()) {
            site.build();
            for (int i = 0; i < 3; i++) {
                site.with(document("0001", "Keys by courier " + i) + document("001" + i, "Another " + i));
                Process child = ChildProcess.start(site.home(), ChildProcess.command(site.home(), "org.pressroom.cli.Main",
                    "build", "-o", site.output().toString(), "--as-of", "2026-06-01", site.archive().toString()));
                Path sign = site.output().resolve(i == 0 ? ".pressroom/staging" : i == 1 ? ".pressroom/staging/ideas/0001.html" : "ideas/0012.html");
                while (child.isAlive() && !Files.exists(sign)) {
                    Thread.onSpinWait();
                }
                child.destroyForcibly().waitFor();
                for (Map.Entry<String, String> file : site.files().entrySet()) {
                    assertTrue(!file.getKey().endsWith(".html") || file.getValue().stripTrailing().endsWith("</html>"), file.getKey());
                }
            }
            CommandLineRun repair = site.build();
            assertEquals(0, repair.code(), repair.err());
            SortedMap<String, String> repaired = site.files();
            CommandLineRun fresh = site.run("build", "-o", site.home().resolve("fresh").toString(), "--as-of", "2026-06-01", site.archive().toString());
            assertEquals(0, fresh.code(), fresh.err());
            assertEquals(Site.filesOf(site.home().resolve("fresh")), repaired);
        }
    }

    @Test
    void aDiskThatIsFullLeavesTheOldSite() throws Exception {
        try (Site site = site()) {
            site.build();
            SortedMap<String, String> before = site.files();
            site.with(document("0001", "Keys by courier"));
            List<String> command = new ArrayList<>(List.of("sh", "-c", "ulimit -f 8 && exec \"$@\"", "sh"));
            command.addAll(ChildProcess.command(site.home(), "org.pressroom.cli.Main",
                "build", "-o", site.output().toString(), "--as-of", "2026-06-01", site.archive().toString()));
            Process child = ChildProcess.start(site.home(), command);
            assertTrue(child.waitFor(120, TimeUnit.SECONDS));
            String printed = Files.readString(site.home().resolve("printed"));
            assertEquals(3, child.exitValue(), printed);
            assertTrue(printed.contains("File too large"), printed);
            assertFalse(printed.contains("\tat "), printed);
            assertEquals(before, site.files());
            assertEquals(0, site.build().code());
            assertNotEquals(before, site.files());
        }
    }
}
