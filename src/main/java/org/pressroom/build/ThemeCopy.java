package org.pressroom.build;

import org.pressroom.bake.ThemeFolders;
import org.pressroom.git.TreeEntry;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;

/// Lays an archive's own templates and assets out in a folder, as its tree holds them: of any commit, without links.
final class ThemeCopy {

    private ThemeCopy() { }

    /// @param folder empty
    static ThemeFolders layOut(ArchiveSession session, Path folder) {
        Path templates = copy(session, "templates/", folder.resolve("templates"));
        Path assets = copy(session, "assets/", folder.resolve("assets"));
        return new ThemeFolders(templates, assets);
    }

    private static Path copy(ArchiveSession session, String prefix, Path folder) {
        for (TreeEntry entry : session.tree().files()) {
            String path = entry.path().path();
            if (path.startsWith(prefix) && !path.endsWith(".md")) {
                Path target = folder.resolve(path.substring(prefix.length()));
                try {
                    Files.createDirectories(target.getParent());
                    Files.write(target, session.read(entry).bytes());
                } catch (IOException e) {
                    throw new UncheckedIOException("cannot write " + target + ": " + e.getMessage(), e);
                }
            }
        }
        return folder;
    }
}
