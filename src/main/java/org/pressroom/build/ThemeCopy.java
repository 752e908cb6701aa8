package org.pressroom.build;

import org.jspecify.annotations.Nullable;
import org.pressroom.bake.MediaTypes;
import org.pressroom.bake.ThemeChoice;
import org.pressroom.bake.ThemeFolders;
import org.pressroom.config.SiteSettings;
import org.pressroom.files.FileProblem;
import org.pressroom.files.SafeFolder;
import org.pressroom.git.TreeEntry;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/// Lays an archive's own templates, logo and what its theme uses of its assets out in a folder, as its tree holds them: of any commit,
/// without links, pictures clean.
final class ThemeCopy {

    private static final String TEMPLATES = "templates/";
    private static final String ASSETS = "assets/";

    private ThemeCopy() { }

    /// @param folder  empty
    /// @param vouched whether scripts of the archive's theme are taken
    /// @param remarks takes a sentence about each file of the theme that was not
    static ThemeFolders layOut(ArchiveSession session, SafeFolder folder, boolean vouched, List<String> remarks) {
        below(session, TEMPLATES).forEach((name, file) -> write(folder, TEMPLATES + name, session.read(file).bytes()));
        assets(session, folder, vouched, remarks);
        SiteSettings site = session.configuration().site();
        ArchiveSurroundings archive = new ArchiveSurroundings(session.tree());
        return new ThemeFolders(folder.path().resolve(TEMPLATES), folder.path().resolve(ASSETS),
            site.logo() == null ? null : logo(session, archive, site.logo(), folder), archive.messages(site.language()).texts(), vouched);
    }

    private static @Nullable Path logo(ArchiveSession session, ArchiveSurroundings archive, String path, SafeFolder folder) {
        Optional<TreeEntry> file = archive.find(path);
        return file.isEmpty() || !session.tree().holds(file.get()) ? null
            : write(folder, "logo/" + file.get().path().fileName(), picture(session, file.get()).bytes());
    }

    private static void assets(ArchiveSession session, SafeFolder folder, boolean vouched, List<String> remarks) {
        SortedMap<String, TreeEntry> files = below(session, ASSETS);
        List<String> templates = below(session, TEMPLATES).values().stream()
            .map(template -> new String(session.read(template).bytes(), StandardCharsets.UTF_8)).toList();
        try {
            ThemeChoice choice = ThemeChoice.of(files.keySet(), name -> session.read(Objects.requireNonNull(files.get(name))).bytes(), templates, vouched);
            choice.refused().forEach(name -> remarks.add(ASSETS + name + " was not used: files that run on every page are used from an archive only with"
                + " --allow-theme-scripts"));
            for (String name : choice.taken()) {
                TreeEntry file = Objects.requireNonNull(files.get(name));
                CleanPicture picture = picture(session, file);
                if (picture.refusal() == null) {
                    write(folder, ASSETS + name, picture.bytes());
                } else {
                    remarks.add(ASSETS + name + " was not used: " + picture.refusal());
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException("cannot copy the theme: " + FileProblem.of(e), e);
        }
    }

    private static CleanPicture picture(ArchiveSession session, TreeEntry file) {
        return CleanPicture.orAsItIs(MediaTypes.ending(file.path().fileName()), session.read(file).bytes(),
            session.configuration().site().imageMetadata());
    }

    private static SortedMap<String, TreeEntry> below(ArchiveSession session, String prefix) {
        SortedMap<String, TreeEntry> files = new TreeMap<>();
        for (TreeEntry entry : session.tree().files()) {
            String path = entry.path().path();
            if (path.startsWith(prefix) && !entry.path().isMarkdown() && session.tree().holds(entry)) {
                files.put(path.substring(prefix.length()), entry);
            }
        }
        return files;
    }

    private static Path write(SafeFolder folder, String address, byte[] bytes) {
        try {
            folder.create(address, bytes);
            return folder.path(address);
        } catch (IOException e) {
            throw new UncheckedIOException("cannot copy the theme: " + FileProblem.of(e), e);
        }
    }
}
