package org.pressroom.build;

import org.jspecify.annotations.Nullable;
import org.pressroom.bake.ThemeFolders;
import org.pressroom.config.SiteSettings;
import org.pressroom.files.FileProblem;
import org.pressroom.files.SafeFolder;
import org.pressroom.git.TreeEntry;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.Optional;

/// Lays an archive's own templates, assets and logo out in a folder, as its tree holds them: of any commit, without links.
final class ThemeCopy {

    private ThemeCopy() { }

    /// @param folder empty
    static ThemeFolders layOut(ArchiveSession session, SafeFolder folder) {
        Path templates = copy(session, "templates/", folder, "templates");
        Path assets = copy(session, "assets/", folder, "assets");
        SiteSettings site = session.configuration().site();
        ArchiveSurroundings archive = new ArchiveSurroundings(session.tree());
        return new ThemeFolders(templates, assets, site.logo() == null ? null : logo(session, archive, site.logo(), folder),
            archive.messages(site.language()).texts());
    }

    private static @Nullable Path logo(ArchiveSession session, ArchiveSurroundings archive, String path, SafeFolder folder) {
        Optional<TreeEntry> file = archive.find(path);
        return file.isEmpty() ? null : write(session, file.get(), folder, "logo/" + file.get().path().fileName());
    }

    private static Path copy(ArchiveSession session, String prefix, SafeFolder folder, String below) {
        for (TreeEntry entry : session.tree().files()) {
            String path = entry.path().path();
            if (path.startsWith(prefix) && !path.endsWith(".md")) {
                write(session, entry, folder, below + "/" + path.substring(prefix.length()));
            }
        }
        return folder.path().resolve(below);
    }

    private static Path write(ArchiveSession session, TreeEntry entry, SafeFolder folder, String address) {
        try {
            folder.create(address, session.read(entry).bytes());
            return folder.path(address);
        } catch (IOException e) {
            throw new UncheckedIOException("cannot copy " + entry.path() + ": " + FileProblem.of(e), e);
        }
    }
}
