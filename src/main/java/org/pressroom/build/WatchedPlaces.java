package org.pressroom.build;

import org.pressroom.git.ArchiveException;
import org.pressroom.git.ArchiveTree;
import org.pressroom.git.Basis;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/// Where something must change for a site to become another one.
///
/// @param folders of which every entry counts, and every new folder below; absolute
/// @param files   that count alone in their folders, whether they are there or not; absolute
public record WatchedPlaces(Set<Path> folders, Set<Path> files) {

    /// Git writes it whenever somebody asks for the state of files.
    private static final String INDEX = "index";
    private static final String GIT = ".git";
    private static final List<String> RULES = List.of(".gitignore", ".mailmap", ".gitattributes");

    public WatchedPlaces {
        folders = Set.copyOf(folders);
        files = Set.copyOf(files);
    }

    /// What an archive is read from: its folders and those of its other sources on this machine, its configuration, and the files by
    /// which git names commits.
    ///
    /// @throws ArchiveException when the archive can't be opened
    public static WatchedPlaces of(ArchiveRequest request) {
        try (ArchiveSession session = ArchiveSession.openToCheck(request)) {
            Set<Path> folders = new LinkedHashSet<>();
            Set<Path> files = new LinkedHashSet<>();
            add(session.tree(), folders, files);
            session.sources().trees().forEach(tree -> add(tree, folders, files));
            if (request.config() != null) {
                files.add(request.config().toAbsolutePath().normalize());
            }
            return new WatchedPlaces(folders, files);
        }
    }

    private static void add(ArchiveTree tree, Set<Path> folders, Set<Path> files) {
        Optional<Basis> basis = tree.basis();
        Optional<Path> root = tree.folder();
        root.ifPresent(folder -> {
            folders.add(folder);
            tree.files().forEach(file -> folders.add(folder.resolve(file.path().path()).getParent()));
            RULES.forEach(name -> files.add(folder.resolve(name)));
        });
        basis.ifPresent(known -> {
            folders.addAll(known.folders());
            known.files().stream().filter(file -> counts(file, root)).forEach(files::add);
        });
    }

    /// Where git looks for a repository, and for settings of the user, is not watched.
    private static boolean counts(Path file, Optional<Path> root) {
        Path above = file.getParent();
        String name = String.valueOf(file.getFileName());
        return above != null && !name.equals(INDEX) && !name.equals(GIT) && Files.isDirectory(above)
            && (root.isEmpty() || !root.get().startsWith(above) || RULES.contains(name));
    }

    /// Whether a change of a file or folder counts.
    ///
    /// @param path absolute
    public boolean hold(Path path) {
        Path name = path.getFileName();
        return files.contains(path) || name != null && path.getParent() != null && folders.contains(path.getParent()) && !name.toString().startsWith(".");
    }

    /// The folders in which something may happen that counts.
    public List<Path> all() {
        Set<Path> all = new LinkedHashSet<>(folders);
        files.forEach(file -> {
            Path above = file.getParent();
            if (above != null && Files.isDirectory(above)) {
                all.add(above);
            }
        });
        return new ArrayList<>(all);
    }
}
