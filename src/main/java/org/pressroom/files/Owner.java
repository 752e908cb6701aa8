package org.pressroom.files;

import org.jspecify.annotations.Nullable;

import java.io.IOException;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFileAttributeView;
import java.nio.file.attribute.PosixFileAttributes;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.nio.file.attribute.UserPrincipal;
import java.util.Set;

/// What is for the user of this process alone: folders 0700, files 0600. Where the system has no such permissions, folders of the
/// user are kept from others by other means, and nothing is done.
final class Owner {

    private static final Set<PosixFilePermission> FOLDER = PosixFilePermissions.fromString("rwx------");
    private static final Set<PosixFilePermission> FILE = PosixFilePermissions.fromString("rw-------");
    private static final FileAttribute<?>[] NONE = {};
    private static final FileAttribute<?>[] OF_FOLDER = {PosixFilePermissions.asFileAttribute(FOLDER)};
    private static final FileAttribute<?>[] OF_FILE = {PosixFilePermissions.asFileAttribute(FILE)};
    private static final boolean POSIX = FileSystems.getDefault().supportedFileAttributeViews().contains("posix");

    private Owner() { }

    static FileAttribute<?>[] folderAttributes() {
        return POSIX ? OF_FOLDER.clone() : NONE;
    }

    static FileAttribute<?>[] fileAttributes() {
        return POSIX ? OF_FILE.clone() : NONE;
    }

    /// The user of this process; null when the system doesn't say.
    private static @Nullable UserPrincipal user() {
        try {
            Path self = Path.of("/proc/self");
            return Files.isDirectory(self) ? Files.getOwner(self)
                : FileSystems.getDefault().getUserPrincipalLookupService().lookupPrincipalByName(System.getProperty("user.name", ""));
        } catch (IOException | UnsupportedOperationException e) {
            return null;
        }
    }

    /// Whether something belongs to the user of this process, as far as that can be found out.
    static boolean owns(PosixFileAttributes attributes) {
        UserPrincipal user = user();
        return user == null || user.equals(attributes.owner());
    }

    /// Whether nobody but the user of this process can come into a folder.
    static boolean isAlone(PosixFileAttributes folder) {
        return owns(folder) && FOLDER.containsAll(folder.permissions());
    }

    /// Takes all permissions of others from a folder or file.
    ///
    /// @return whether it had to be done
    /// @throws IOException when it belongs to another
    static boolean tighten(Path path) throws IOException {
        PosixFileAttributeView view = Files.getFileAttributeView(path, PosixFileAttributeView.class, LinkOption.NOFOLLOW_LINKS);
        if (!POSIX || view == null) {
            return false;
        }
        PosixFileAttributes attributes = view.readAttributes();
        if (!owns(attributes)) {
            throw new IOException(path + " belongs to the user " + attributes.owner().getName());
        }
        Set<PosixFilePermission> wanted = attributes.isDirectory() ? FOLDER : FILE;
        if (attributes.isSymbolicLink() || wanted.containsAll(attributes.permissions())) {
            return false;
        }
        view.setPermissions(wanted);
        return true;
    }
}
