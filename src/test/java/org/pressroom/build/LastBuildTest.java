package org.pressroom.build;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.pressroom.Site;
import org.pressroom.cli.CommandLineRun;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Duration;
import java.util.Comparator;
import java.util.Map;
import java.util.stream.Stream;

/// A build for which nothing has changed ends before it begins, and says what the last one said; any change is noticed.
class LastBuildTest {

    /// A build that reads documents says how long that took.
    private static final String WORKED = "read ";

    private Site site;

    @BeforeEach
    void makeArchive() {
        site = Site.of(Site.document("0001", "Keys by post") + Site.document("0002", "Doors by wire"));
        site.with("-- content/0003.md --\n---\nid: '0003'\ntitle: Third\nstatus: unheard-of\n---\n\nText.");
        site.with("-- assets/note.txt --\nNo document.\n-- pressroom.yaml --\nsite: {name: Plans}\nbaseline: .known.json\n-- .known.json --\n{\"version\": 1, \"findings\": []}\n-- .mailmap --\nAda Osei <ada@example.com>");
        site.commit("2024-03-01T10:00:00Z", "Ada Osei <ada@example.com>");
        age();
    }

    @AfterEach
    void removeArchive() {
        site.close();
    }

    /// Makes the last change of everything in the archive a thing of the past.
    private void age() {
        FileTime past = FileTime.fromMillis(System.currentTimeMillis() - Duration.ofHours(1).toMillis());
        try (Stream<Path> all = Files.walk(site.archive())) {
            for (Path file : all.sorted(Comparator.reverseOrder()).toList()) {
                Files.setLastModifiedTime(file, past);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static boolean worked(CommandLineRun run) {
        return run.out().contains(WORKED);
    }

    @Test
    void aBuildOfTheSameEndsAtOnceAndSaysTheSame() {
        CommandLineRun first = site.build();
        Map<String, String> files = site.files();
        CommandLineRun second = site.build();
        assertTrue(worked(first), first.err());
        assertFalse(worked(second), second.out());
        assertEquals(1, first.code());
        assertEquals(first.code(), second.code());
        assertEquals(first.err(), second.err());
        assertTrue(second.out().contains(": 0 changed, 0 deleted"), second.out());
        assertEquals(line(first.out(), "findings"), line(second.out(), "findings"));
        assertEquals(files, site.files());
    }

    /// Objects of git are none of the files whose times are looked at, and may come back.
    @Test
    void whatGitCouldNotReadIsAskedAgain() throws IOException {
        site.with("-- content/0001.md --\n---\nid: '0001'\ntitle: Keys by wire\n---\n\nText.");
        site.commit("2024-03-02T10:00:00Z", "Ada Osei <ada@example.com>");
        String id = Site.git(site.archive(), Map.of(), "rev-parse", "HEAD~1:content/0001.md").strip();
        Path object = site.archive().resolve(".git/objects").resolve(id.substring(0, 2)).resolve(id.substring(2));
        Path away = site.home().resolve("object");
        Files.move(object, away);
        age();
        assertTrue(site.build().err().contains("can't be read"));
        Files.move(away, object);
        age();
        CommandLineRun repaired = site.build();
        assertTrue(worked(repaired) && !repaired.err().contains("can't be read"), repaired.err());
        assertFalse(worked(site.build()));
    }

    private static String line(String text, String beginning) {
        return text.lines().filter(line -> line.startsWith(beginning)).findFirst().orElseThrow();
    }

    /// What may change between two builds.
    private enum Change {
        TEXT_OF_THE_SAME_SIZE, FILE_ADDED, FILE_REMOVED, ATTACHED_FILE, TEMPLATE, CONFIGURATION, BASELINE, COMMIT, STAGED, NAMES_OF_PEOPLE, PAGE_EDITED, PAGE_REMOVED;

        void make(Site site) throws IOException {
            Path page = site.output().resolve("index.html");
            switch (this) {
                case TEXT_OF_THE_SAME_SIZE -> site.with("-- content/0001.md --\n" + site.archiveText("content/0001.md").replace("morning", "evening").stripTrailing());
                case FILE_ADDED -> site.with(Site.document("0004", "Fourth"));
                case FILE_REMOVED -> site.remove("content/0002.md");
                case ATTACHED_FILE -> site.with("-- assets/note.txt --\nStill none.");
                case TEMPLATE -> site.with("-- templates/own.txt --\nNo template.");
                case CONFIGURATION -> site.with("-- pressroom.yaml --\nsite: {name: Ideas}");
                case BASELINE -> site.with("-- .known.json --\n{\"version\": 1, \"findings\": [ ]}");
                case COMMIT -> Site.git(site.archive(), Map.of(), "-c", "user.name=Ada", "-c", "user.email=ada@example.com", "commit", "-q", "--allow-empty", "-m", "Nothing");
                case STAGED -> Site.git(site.archive(), Map.of(), "rm", "-q", "--cached", "content/0002.md");
                case NAMES_OF_PEOPLE -> site.with("-- .mailmap --\nAda O. <ada@example.com>");
                case PAGE_EDITED -> Files.writeString(page, Files.readString(page).replace("<body", "<BODY"));
                case PAGE_REMOVED -> Files.delete(page);
            }
        }
    }

    @ParameterizedTest
    @EnumSource
    void aChangeIsNoticed(Change change) throws IOException {
        site.build();
        assertFalse(worked(site.build()), "nothing has changed");
        change.make(site);
        assertTrue(worked(site.build()), change + " went by unnoticed");
        assertTrue(Files.exists(site.output().resolve("index.html")));
    }

    @Test
    void anotherQuestionIsAnotherBuild() {
        site.build();
        assertTrue(worked(site.build("--base-url", "https://ideas.example.com/")));
        assertTrue(worked(site.run("build", "-o", site.output().toString(), "--as-of", "2026-07-01", site.archive().toString())));
        assertNotEquals(0, site.build("--strict").code());
        assertTrue(worked(site.build("--clean")));
    }

    @Test
    void whatWasChangedAMomentAgoMayChangeAgainUnnoticed() {
        site.with("-- content/0001.md --\n" + site.archiveText("content/0001.md").stripTrailing());
        site.build();
        assertTrue(worked(site.build()));
        age();
        site.build();
        assertFalse(worked(site.build()));
    }
}
