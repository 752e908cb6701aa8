package org.pressroom.files;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.channels.FileChannel;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileAttribute;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/// A folder below which files are made, replaced and removed without ever going through a link. Safe for several threads.
///
/// What stands below the folder is named by its address: names with `/` between them, relative to the folder. A name on the way
/// that is a link, or that is not a folder, is refused. A new file takes a name that is free, or takes the place of another in one
/// step; no file is ever written in place, so that neither a link nor another name of the same file (a hard link) lets a change
/// out of the folder. The folder itself is whatever its path leads to.
public final class SafeFolder {

    private final Path root;
    private final boolean forOwnerOnly;
    private final FileAttribute<?>[] ofFolders;
    private final FileAttribute<?>[] ofFiles;
    /// Below the root, and known to be folders, not links.
    private final Set<Path> folders = ConcurrentHashMap.newKeySet();

    private SafeFolder(Path root, boolean forOwnerOnly) {
        this.root = root;
        this.forOwnerOnly = forOwnerOnly;
        this.ofFolders = forOwnerOnly ? Owner.folderAttributes() : new FileAttribute<?>[0];
        this.ofFiles = forOwnerOnly ? Owner.fileAttributes() : new FileAttribute<?>[0];
    }

    /// @param root a folder that is there
    public static SafeFolder at(Path root) {
        return new SafeFolder(root, false);
    }

    /// New files and folders are for their owner alone.
    ///
    /// @param root a folder that is there
    public static SafeFolder forOwnerOnly(Path root) {
        return new SafeFolder(root, true);
    }

    /// A folder that a person named, with those above it; one that is there is taken as it is, also by way of a link.
    public static SafeFolder make(Path folder) throws IOException {
        return at(madeFolders(folder));
    }

    static Path madeFolders(Path folder, FileAttribute<?>... attributes) throws IOException {
        if (Files.isDirectory(folder)) {
            return folder;
        }
        Path above = folder.toAbsolutePath().getParent();
        if (above != null) {
            madeFolders(above, attributes);
        }
        try {
            FileOperations.makeFolder(folder, attributes);
        } catch (FileAlreadyExistsException e) {
            if (!Files.isDirectory(folder)) {
                throw notAFolder(folder);
            }
        }
        return folder;
    }

    public Path path() {
        return root;
    }

    /// The path of an address.
    ///
    /// @throws IOException when it leads out of the folder, or can't be a file's name here
    public Path path(String address) throws IOException {
        Path file;
        try {
            file = root.resolve(address);
        } catch (InvalidPathException e) {
            throw new IOException("there can't be a file named '" + address
                + "' here; if the name has letters beyond ASCII, set LC_ALL to a locale with UTF-8, such as C.UTF-8", e);
        }
        if (!file.normalize().equals(file) || !file.startsWith(root) || file.equals(root)) {
            throw new IOException("not an address inside the folder " + root + ": '" + address + "'");
        }
        return file;
    }

    /// Makes a folder, with those above it, unless it is there.
    public Path folder(String address) throws IOException {
        Path folder = path(address);
        makeReady(folder);
        return folder;
    }

    /// Opens a file that is not there yet.
    ///
    /// @throws IOException when it is there, whatever it is
    public OutputStream create(String address) throws IOException {
        return FileOperations.create(ready(address), ofFiles);
    }

    /// Writes a file that is not there yet.
    public void create(String address, byte[] content) throws IOException {
        FileOperations.create(ready(address), content, ofFiles);
    }

    /// Writes a file, in place of one that is there: others see all of the old or all of the new.
    public void replace(String address, byte[] content) throws IOException {
        Path file = ready(address);
        if (forOwnerOnly && Files.isDirectory(file, LinkOption.NOFOLLOW_LINKS)) {
            // A folder in a place where nobody else puts anything is damage.
            remove(address);
        }
        Path fresh = FreshFile.beside(file);
        try {
            FileOperations.create(fresh, content, ofFiles);
            FileOperations.rename(fresh, file);
        } catch (IOException e) {
            Files.deleteIfExists(fresh);
            throw e;
        }
    }

    /// Takes a file or folder out of another folder on the same disk, to the same address, in place of a file that is there.
    public void take(SafeFolder from, String address) throws IOException {
        FileOperations.rename(from.path(address), ready(address));
    }

    /// Opens a file to lock it, which is made when it is not there. Nothing is to be written to it.
    public FileChannel lockFile(String address) throws IOException {
        Path file = ready(address);
        if (!Files.exists(file, LinkOption.NOFOLLOW_LINKS)) {
            try {
                FileOperations.create(file, new byte[0], ofFiles);
            } catch (FileAlreadyExistsException e) {
                // Another process made it just now.
            }
        }
        if (!Files.isRegularFile(file, LinkOption.NOFOLLOW_LINKS)) {
            throw notAFile(file);
        }
        return FileChannel.open(file, StandardOpenOption.WRITE, LinkOption.NOFOLLOW_LINKS);
    }

    /// Removes a file.
    ///
    /// @return whether there was one; a folder and a link are none
    public boolean delete(String address) throws IOException {
        Optional<Path> file = file(address);
        return file.isPresent() && FileOperations.deleteIfThere(file.get());
    }

    /// Removes the folders above an address, as far as they are empty.
    public void deleteEmptyFoldersAbove(String address) throws IOException {
        for (Path at = path(address).getParent(); at != null && !at.equals(root) && isFolder(at); at = at.getParent()) {
            if (!FileOperations.deleteIfEmpty(at)) {
                return;
            }
            folders.remove(at);
        }
    }

    /// Removes whatever has an address, with all that is in it. Of a link only the link goes.
    public void remove(String address) throws IOException {
        Path entry = path(address);
        Path above = entry.getParent();
        if (above != null && isFolder(above)) {
            folders.removeIf(folder -> folder.startsWith(entry));
            Removal.remove(above, entry.getFileName());
        }
    }

    /// Removes all that the folder holds.
    public void empty() throws IOException {
        folders.clear();
        try (var entries = Files.newDirectoryStream(root)) {
            for (Path entry : entries) {
                Removal.remove(root, entry.getFileName());
            }
        }
    }

    /// The path of a regular file, if there is one to which no link leads.
    public Optional<Path> file(String address) throws IOException {
        Path file = path(address);
        Path above = file.getParent();
        return above != null && isFolder(above) && Files.isRegularFile(file, LinkOption.NOFOLLOW_LINKS) ? Optional.of(file) : Optional.empty();
    }

    private Path ready(String address) throws IOException {
        Path file = path(address);
        Path above = file.getParent();
        if (above != null) {
            makeReady(above);
        }
        return file;
    }

    private void makeReady(Path folder) throws IOException {
        if (folder.equals(root) || folders.contains(folder)) {
            return;
        }
        Path above = folder.getParent();
        if (above != null) {
            makeReady(above);
        }
        try {
            FileOperations.makeFolder(folder, ofFolders);
        } catch (FileAlreadyExistsException e) {
            if (!Files.isDirectory(folder, LinkOption.NOFOLLOW_LINKS)) {
                throw notAFolder(folder);
            }
        }
        folders.add(folder);
    }

    /// Whether it is a folder below the root, without a link on the way.
    private boolean isFolder(Path path) {
        if (path.equals(root) || folders.contains(path)) {
            return true;
        }
        Path above = path.getParent();
        boolean is = above != null && isFolder(above) && Files.isDirectory(path, LinkOption.NOFOLLOW_LINKS);
        if (is) {
            folders.add(path);
        }
        return is;
    }

    static FileSystemException notAFolder(Path path) {
        return new FileSystemException(path.toString(), null, Files.isSymbolicLink(path)
            ? "is a symbolic link, where a folder must be" : "is not a folder, where one must be");
    }

    private static FileSystemException notAFile(Path path) {
        return new FileSystemException(path.toString(), null, Files.isSymbolicLink(path)
            ? "is a symbolic link, where a file must be" : "is not a regular file, where one must be");
    }
}
