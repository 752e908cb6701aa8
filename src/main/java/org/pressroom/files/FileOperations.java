package org.pressroom.files;

import org.jspecify.annotations.Nullable;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.channels.Channels;
import java.nio.file.DirectoryNotEmptyException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileAttribute;
import java.util.Set;

/// The single steps by which files change. Each names one entry of a folder, and none follows a link that has its name.
///
/// All of them are counted, so that a test can let each in turn fail or be the last of the process.
final class FileOperations {

    /// What happens before a step.
    interface Observer {
        void before() throws IOException;
    }

    private static volatile @Nullable Observer observer;

    private FileOperations() { }

    /// @param before null for none
    static void observe(@Nullable Observer before) {
        observer = before;
    }

    static void step() throws IOException {
        Observer before = observer;
        if (before != null) {
            before.before();
        }
    }

    /// Opens a file that is not there yet.
    static OutputStream create(Path file, FileAttribute<?>... attributes) throws IOException {
        step();
        return Channels.newOutputStream(Files.newByteChannel(file,
            Set.of(StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE, LinkOption.NOFOLLOW_LINKS), attributes));
    }

    static void create(Path file, byte[] content, FileAttribute<?>... attributes) throws IOException {
        try (OutputStream out = create(file, attributes)) {
            out.write(content);
        }
    }

    static void makeFolder(Path folder, FileAttribute<?>... attributes) throws IOException {
        step();
        Files.createDirectory(folder, attributes);
    }

    /// Gives an entry another name, in place of one that has it.
    static void rename(Path from, Path to) throws IOException {
        step();
        Files.move(from, to, StandardCopyOption.REPLACE_EXISTING, StandardCopyOption.ATOMIC_MOVE);
    }

    /// Removes a file or an empty folder.
    static void delete(Path entry) throws IOException {
        step();
        Files.delete(entry);
    }

    /// @return whether there was one
    static boolean deleteIfThere(Path entry) throws IOException {
        try {
            delete(entry);
            return true;
        } catch (NoSuchFileException e) {
            return false;
        }
    }

    /// @return whether it was an empty folder
    static boolean deleteIfEmpty(Path folder) throws IOException {
        try {
            delete(folder);
            return true;
        } catch (DirectoryNotEmptyException e) {
            return false;
        }
    }
}
