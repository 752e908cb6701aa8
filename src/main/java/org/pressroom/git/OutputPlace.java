package org.pressroom.git;

import org.eclipse.jgit.dircache.DirCache;
import org.eclipse.jgit.lib.Repository;
import org.eclipse.jgit.storage.file.FileRepositoryBuilder;
import org.jspecify.annotations.Nullable;
import org.pressroom.files.FileProblem;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.Objects;
import java.util.function.Consumer;

/// Finds out where a site goes that is written near an archive. What came with the archive must not decide that: neither a link in
/// it, nor files of its repository that look like a site which Pressroom made.
public final class OutputPlace {

    private final Path output;
    /// Holds all that came with the archive.
    private final Path ground;

    private OutputPlace(Path output, Path ground) {
        this.output = output;
        this.ground = ground;
    }

    /// The real path of an output folder, which need not be there yet.
    ///
    /// @param archive where the archive is
    /// @throws ArchiveException when a link in the archive leads to it, the archive's repository has files in it, or it lies where git
    ///     keeps any repository
    public static Path of(Path archive, Path output) {
        Path real = ofArchive(archive, output);
        GitFolder.around(real).ifPresent(folder -> {
            throw new ArchiveException("the output folder " + output + " can't be used: git keeps a repository in " + folder
                + "; name another folder with -o");
        });
        return real;
    }

    /// Whether a folder lies in an archive, or where git keeps any repository; it need not be there yet.
    public static boolean isInside(Path archive, Path folder) {
        try {
            Path real = followed(folder, _ -> { });
            return real.startsWith(archive.toRealPath()) || GitFolder.around(real).isPresent();
        } catch (IOException e) {
            return false;
        }
    }

    private static Path ofArchive(Path archive, Path output) {
        try {
            Path folder = archive.toRealPath();
            FileRepositoryBuilder builder = new FileRepositoryBuilder().findGitDir(folder.toFile());
            if (builder.getGitDir() == null) {
                return new OutputPlace(output, folder).real();
            }
            try (Repository repository = builder.build()) {
                if (repository.isBare()) {
                    return new OutputPlace(output, folder).real();
                }
                OutputPlace place = new OutputPlace(output, repository.getWorkTree().toPath().toRealPath());
                Path real = place.real();
                place.refuseTracked(real, repository);
                return real;
            }
        } catch (IOException e) {
            throw new ArchiveException("cannot use the output folder " + output + ": " + FileProblem.of(e), e);
        }
    }

    /// Follows links on the way, but none that stands in the archive.
    private Path real() throws IOException {
        return followed(output, next -> {
            if (Files.isSymbolicLink(next)) {
                if (next.startsWith(ground) && !next.equals(ground)) {
                    throw new ArchiveException("the output folder " + output + " can't be used: " + next
                        + " is a symbolic link in the archive; remove it or name another folder with -o");
                }
                if (!Files.exists(next)) {
                    throw new ArchiveException("the output folder " + output + " can't be used: " + next
                        + " is a symbolic link that leads nowhere");
                }
            }
        });
    }

    private static Path followed(Path folder, Consumer<Path> look) throws IOException {
        Path path = folder.toAbsolutePath().normalize();
        Path at = Objects.requireNonNull(path.getRoot());
        for (Path name : path) {
            Path next = at.resolve(name);
            look.accept(next);
            at = Files.exists(next, LinkOption.NOFOLLOW_LINKS) ? next.toRealPath() : next;
        }
        return at;
    }

    private void refuseTracked(Path real, Repository repository) throws IOException {
        if (!real.startsWith(ground)) {
            return;
        }
        String folder = ground.relativize(real).toString().replace(real.getFileSystem().getSeparator(), "/");
        DirCache index = repository.readDirCache();
        int tracked = 0;
        @Nullable String first = null;
        for (int i = 0; i < index.getEntryCount(); i++) {
            String path = index.getEntry(i).getPathString();
            // A submodule is one entry, whatever it holds.
            if (folder.isEmpty() || path.equals(folder) || path.startsWith(folder + "/") || folder.startsWith(path + "/")) {
                first = first == null ? path : first;
                tracked++;
            }
        }
        if (first != null) {
            throw new ArchiveException("the output folder " + output + " holds files that Pressroom did not make: git tracks "
                + first + (tracked == 1 ? "" : " and " + (tracked - 1) + " more")
                + " there; name another folder with -o, or take them out of the repository with `git rm -r --cached`");
        }
    }
}
