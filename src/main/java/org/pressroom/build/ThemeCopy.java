package org.pressroom.build;

import org.jspecify.annotations.Nullable;
import org.pressroom.bake.ThemeFolders;
import org.pressroom.config.SiteSettings;
import org.pressroom.git.TreeEntry;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

/// Lays an archive's own templates, assets and logo out in a folder, as its tree holds them: of any commit, without links.
final class ThemeCopy {

    private ThemeCopy() { }

    /// @param folder empty
    static ThemeFolders layOut(ArchiveSession session, Path folder) {
        Path templates = copy(session, "templates/", folder.resolve("templates"));
        Path assets = copy(session, "assets/", folder.resolve("assets"));
        SiteSettings site = session.configuration().site();
        ArchiveSurroundings archive = new ArchiveSurroundings(session.tree());
        return new ThemeFolders(templates, assets, site.logo() == null ? null : logo(session, archive, site.logo(), folder.resolve("logo")),
            archive.messages(site.language()).texts());
    }

    private static @Nullable Path logo(ArchiveSession session, ArchiveSurroundings archive, String path, Path folder) {
        Optional<TreeEntry> file = archive.find(path);
        return file.isEmpty() || !session.tree().holds(file.get()) ? null : write(session, file.get(), folder.resolve(file.get().path().fileName()));
    }

    private static Path copy(ArchiveSession session, String prefix, Path folder) {
        for (TreeEntry entry : session.tree().files()) {
            String path = entry.path().path();
            if (path.startsWith(prefix) && !path.endsWith(".md") && session.tree().holds(entry)) {
                write(session, entry, folder.resolve(path.substring(prefix.length())));
            }
        }
        return folder;
    }

    private static Path write(ArchiveSession session, TreeEntry entry, Path target) {
        try {
            Files.createDirectories(target.getParent());
            Files.write(target, session.read(entry).bytes());
            return target;
        } catch (IOException e) {
            throw new UncheckedIOException("cannot write " + target + ": " + e.getMessage(), e);
        }
    }
}
