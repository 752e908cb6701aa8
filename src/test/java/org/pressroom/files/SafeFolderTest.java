package org.pressroom.files;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.pressroom.Site;

import java.io.IOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Map;

class SafeFolderTest {

    private static final byte[] OURS = {'o', 'u', 'r', 's'};

    @TempDir
    private Path temp;
    private Path root;
    private Path outside;
    private SafeFolder folder;

    @BeforeEach
    void makeFolders() throws IOException {
        root = Files.createDirectory(temp.resolve("root"));
        outside = Files.createDirectory(temp.resolve("outside"));
        Files.writeString(outside.resolve("precious"), "precious");
        folder = SafeFolder.at(root);
    }

    private void assertNothingHappenedOutside() {
        assertEquals(Map.of("precious", "precious"), Site.filesOf(outside));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", ".", "..", "../outside/precious", "a/../../outside/precious", "/etc/hosts", "a/..", "a/./b", "./a"})
    void anAddressLeadsOnlyIntoTheFolder(String address) {
        assertThrows(IOException.class, () -> folder.create(address, OURS));
        assertThrows(IOException.class, () -> folder.replace(address, OURS));
        assertThrows(IOException.class, () -> folder.delete(address));
        assertThrows(IOException.class, () -> folder.remove(address));
        assertThrows(IOException.class, () -> folder.folder(address));
        assertNothingHappenedOutside();
        assertEquals(Map.of(), Site.filesOf(root));
    }

    @Test
    void aFolderOnTheWayThatIsALinkIsRefused() throws IOException {
        Files.createSymbolicLink(root.resolve("link"), outside);
        Files.createDirectory(root.resolve("deep"));
        Files.createSymbolicLink(root.resolve("deep/link"), outside);
        for (String way : new String[] {"link/", "deep/link/", "link/new/", "deep/link/new/"}) {
            IOException refused = assertThrows(IOException.class, () -> folder.create(way + "a", OURS));
            assertTrue(FileProblem.of(refused).endsWith("link is a symbolic link, where a folder must be"), FileProblem.of(refused));
            assertThrows(IOException.class, () -> folder.replace(way + "precious", OURS));
            assertThrows(IOException.class, () -> folder.lockFile(way + "lock"));
            assertThrows(IOException.class, () -> folder.folder(way + "a"));
            assertFalse(folder.delete(way + "precious"));
            folder.remove(way + "precious");
            folder.deleteEmptyFoldersAbove(way + "precious");
        }
        assertNothingHappenedOutside();
    }

    @Test
    void aLinkWithAFilesNameIsNeverWrittenThrough() throws IOException {
        for (String target : new String[] {"precious", "dangling"}) {
            Files.createSymbolicLink(root.resolve(target), outside.resolve(target));
            assertThrows(FileAlreadyExistsException.class, () -> folder.create(target, OURS));
            assertThrows(IOException.class, () -> folder.lockFile(target));
            assertFalse(folder.delete(target));
            folder.replace(target, OURS);
            assertFalse(Files.isSymbolicLink(root.resolve(target)));
        }
        assertEquals(Map.of("precious", "ours", "dangling", "ours"), Site.filesOf(root));
        assertNothingHappenedOutside();
    }

    @Test
    void anotherNameOfTheSameFileKeepsItsContent() throws IOException {
        Files.createLink(root.resolve("precious"), outside.resolve("precious"));
        folder.replace("precious", OURS);
        assertEquals("ours", Files.readString(root.resolve("precious")));
        assertNothingHappenedOutside();
    }

    @Test
    void whatIsRemovedWithAFolderAreLinksNotTheirTargets() throws IOException {
        Files.createDirectories(root.resolve("a/b"));
        Files.writeString(root.resolve("a/b/file"), "ours");
        Files.createSymbolicLink(root.resolve("a/b/link"), outside);
        Files.createSymbolicLink(root.resolve("a/file"), outside.resolve("precious"));
        Files.createSymbolicLink(root.resolve("link"), outside);
        folder.remove("a");
        folder.remove("link");
        folder.remove("nothing/at/all");
        assertEquals(Map.of(), Site.filesOf(root));
        Files.createSymbolicLink(root.resolve("link"), outside);
        Files.createDirectories(root.resolve("a/b"));
        folder.empty();
        try (var left = Files.list(root)) {
            assertEquals(0, left.count());
        }
        assertNothingHappenedOutside();
    }

    @Test
    void aFileWhereAFolderMustBeIsASentence() throws IOException {
        Files.writeString(root.resolve("a"), "a");
        IOException refused = assertThrows(IOException.class, () -> folder.create("a/b", OURS));
        assertEquals(root.resolve("a") + " is not a folder, where one must be", FileProblem.of(refused));
    }

    @Test
    void aFolderForItsOwnerAloneHoldsNothingThatOthersCanRead() throws IOException {
        SafeFolder own = OwnFolder.open(temp.resolve("own/folder"));
        own.create("a/b", OURS);
        own.replace("c", OURS);
        for (String path : new String[] {"own", "own/folder", "own/folder/a", "own/folder/a/b", "own/folder/c"}) {
            Path at = temp.resolve(path);
            assertEquals(Files.isDirectory(at) ? "rwx------" : "rw-------", PosixFilePermissions.toString(Files.getPosixFilePermissions(at)), path);
        }
    }

    @Test
    void aFolderThatOthersCouldReadIsClosedToThemAndALinkIsNoFolder() throws IOException {
        Path open = temp.resolve("open");
        Files.createDirectories(open.resolve("index"));
        Files.writeString(open.resolve("index/a"), "a");
        Files.createSymbolicLink(open.resolve("link"), outside.resolve("precious"));
        Files.setPosixFilePermissions(outside.resolve("precious"), PosixFilePermissions.fromString("rw-r--r--"));
        Files.setPosixFilePermissions(open, PosixFilePermissions.fromString("rwxr-xr-x"));
        OwnFolder.open(open);
        assertEquals("rwx------", PosixFilePermissions.toString(Files.getPosixFilePermissions(open)));
        assertEquals("rw-------", PosixFilePermissions.toString(Files.getPosixFilePermissions(open.resolve("index/a"))));
        assertEquals("rw-r--r--", PosixFilePermissions.toString(Files.getPosixFilePermissions(outside.resolve("precious"))));
        Path link = Files.createSymbolicLink(temp.resolve("way"), outside);
        assertThrows(IOException.class, () -> OwnFolder.open(link));
    }

    @Test
    void whatAKilledCommandHadNotFinishedIsRemovedLater() throws IOException {
        Path own = Files.createDirectories(temp.resolve("own"));
        // Linux counts processes up to about four million.
        Path left = Files.writeString(own.resolve(".pressroom-99999999-4b5bd0e3-0a72-4c26-9d8c-4a2b5e3f1c11.tmp"), "half");
        Path live = Files.writeString(FreshFile.beside(own.resolve("a")), "half");
        Path theirs = Files.writeString(own.resolve(".pressroom-notes.tmp"), "mine");
        OwnFolder.open(own);
        assertFalse(Files.exists(left));
        assertTrue(Files.exists(live) && Files.exists(theirs));
    }
}
