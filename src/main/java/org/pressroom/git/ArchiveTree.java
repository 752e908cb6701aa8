package org.pressroom.git;

import org.eclipse.jgit.lib.Repository;
import org.eclipse.jgit.storage.file.FileRepositoryBuilder;
import org.jspecify.annotations.Nullable;
import org.pressroom.files.FileProblem;
import org.pressroom.source.SourceFile;
import org.pressroom.source.SourceId;
import org.pressroom.source.SourcePath;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collection;
import java.util.List;
import java.util.Optional;

/// The files of an archive at one moment. Reading is safe from several threads.
public sealed interface ArchiveTree extends AutoCloseable permits FolderTree, CommitTree {

    /// Where the files come from.
    SourceId source();

    /// Every regular file that is neither hidden nor ignored, by path. The list is made once.
    ///
    /// @throws ArchiveException when the tree can't be walked
    List<TreeEntry> files();

    /// Files left out because the bytes of their names are no UTF-8, by path; each such byte stands as U+FFFD.
    ///
    /// @throws ArchiveException when the tree can't be walked
    List<SourcePath> misnamed();

    /// Files that a broken commit names more than once, of which the first is read; by path.
    ///
    /// @throws ArchiveException when the tree can't be walked
    List<SourcePath> repeated();

    /// Reads a file of [#files()].
    ///
    /// @param maxBytes of a longer file the first `maxBytes + 1` bytes are given
    /// @throws ArchiveException.OfFile when it can't be read
    SourceFile read(TreeEntry entry, int maxBytes);

    /// Whether a file of [#files()] is there to be read; a repository may lack the content of some.
    boolean holds(TreeEntry entry);

    /// The size of a file of [#files()] in bytes, found without reading it.
    ///
    /// @throws ArchiveException.OfFile when it can't be read
    long size(TreeEntry entry);

    /// Copies a file of [#files()] of any size.
    ///
    /// @throws ArchiveException.OfFile when it can't be read
    /// @throws IOException when `to` can't be written
    void copy(TreeEntry entry, OutputStream to) throws IOException;

    /// A text that changes whenever the content of a file of [#files()] may have changed, found without reading it.
    String stamp(TreeEntry entry);

    /// Id of the commit whose history the files have; empty without one.
    String head();

    /// The commit at which what these files come from and another commit parted.
    ///
    /// @param ref a commit, branch or tag
    /// @return its id
    /// @throws ArchiveException when there is no repository, no such commit, or no common one
    String mergeBase(String ref);

    /// The folder of the files below the root of their repository, ending in `/`; empty for the root itself, and without a
    /// repository.
    String prefix();

    /// Where the files lie on disk, without links on the way; empty when they are a commit's.
    Optional<Path> folder();

    /// What on disk the tree was read from.
    ///
    /// @return empty when that can't be said, so that only opening the archive anew tells whether it has changed
    /// @throws ArchiveException when the tree can't be walked
    Optional<Basis> basis();

    /// Reads a file by its path, also one that [#files()] leaves out.
    Optional<SourceFile> find(SourcePath path, int maxBytes);

    /// Whether there is anything at a path, be it hidden, ignored, a folder or a link.
    boolean has(SourcePath path);

    /// The commits that lead to the files; empty for a folder outside any repository, and before the first commit.
    default Optional<RawLog> log() {
        return log(RawLog.NONE);
    }

    /// The same, with what is known.
    ///
    /// @param known an earlier log of the same folder of a repository, at whatever commit: what it has is not read again
    Optional<RawLog> log(RawLog known);

    /// What limits the history of the files.
    ///
    /// @param files that may have been changed since the last commit
    /// @return empty for a folder outside any repository
    /// @throws ArchiveException when the repository can't be read
    Optional<Situation> situation(Collection<SourcePath> files);

    /// The contents that files had, to be closed before the archive; empty for a folder outside any repository.
    Optional<Blobs> blobs();

    /// The `.mailmap` at the root of the repository; empty when there is none.
    Mailmap mailmap();

    /// Why there can be no history whatever was committed; empty when there can be one.
    Optional<String> withoutHistory();

    /// One line for people: "working tree of …", "commit 1a2b3c4 of …", "folder …".
    String description();

    @Override
    void close();

    /// Whether a path leads through a hidden folder, of which nothing is ever read.
    static boolean isHidden(Path below) {
        return Hidden.hides(below.toString().replace(below.getFileSystem().getSeparator(), "/"));
    }

    /// Opens an archive that reads nothing outside its folder.
    ///
    /// @param location a folder: a working tree or a folder in one, a bare repository, or any other folder
    /// @param ref      a commit, branch or tag to read instead of the working tree; null for the working tree
    /// @throws ArchiveException when there is no such folder, repository or commit
    static ArchiveTree open(SourceId source, Path location, @Nullable String ref) {
        return open(source, location, ref, "", AllowedPlaces.NONE);
    }

    /// Opens a folder of an archive, which then is all there is.
    ///
    /// @param below   the folder's path below the location, without a final slash; empty for all
    /// @param allowed what the repository may take from elsewhere
    static ArchiveTree open(SourceId source, Path location, @Nullable String ref, String below, AllowedPlaces allowed) {
        if (!Files.exists(location)) {
            throw new ArchiveException("no such folder: " + location);
        }
        if (!Files.isDirectory(location)) {
            throw new ArchiveException("not a folder: " + location);
        }
        Path folder;
        try {
            folder = location.toRealPath();
        } catch (IOException e) {
            throw new ArchiveException("cannot open " + location + ": " + FileProblem.reason(e), e);
        }
        Optional<RepositoryCheck.Checked> checked = RepositoryCheck.of(folder, allowed);
        if (checked.isEmpty()) {
            if (ref != null) {
                throw new ArchiveException("--ref " + ref + ": " + location + " is not in a git repository");
            }
            return FolderTree.plain(source, inside(folder, below));
        }
        Repository repository = opened(checked.get());
        if (repository.isBare() || ref != null) {
            if (checked.get().sha256()) {
                throw new ArchiveException("the repository " + repository.getDirectory() + " uses SHA-256 object names, which Pressroom can't read;"
                    + " its working tree can be built, without its history");
            }
            String above = repository.isBare() ? "" : prefix(repository, folder);
            String prefix = above.isEmpty() || below.isEmpty() ? above + below : above + "/" + below;
            return CommitTree.open(source, folder, repository, prefix, ref == null ? "HEAD" : ref);
        }
        Path inside = inside(folder, below);
        return FolderTree.inRepository(source, inside, repository, prefix(repository, inside), checked.get().sha256());
    }

    /// No link leads out of the folder.
    private static Path inside(Path folder, String below) {
        try {
            Path inside = folder.resolve(below).toRealPath();
            if (inside.startsWith(folder) && Files.isDirectory(inside)) {
                return inside;
            }
        } catch (IOException e) {
            // Said below.
        }
        throw new ArchiveException("there is no folder " + below + " in " + folder);
    }

    private static String prefix(Repository repository, Path folder) {
        try {
            Path root = repository.getWorkTree().toPath().toRealPath();
            if (!folder.startsWith(root)) {
                throw new ArchiveException("the working tree of " + repository.getDirectory() + " is " + root + ", and " + folder + " is not in it");
            }
            return root.relativize(folder).toString().replace(folder.getFileSystem().getSeparator(), "/");
        } catch (IOException e) {
            throw new ArchiveException("cannot open the repository of " + folder + ": " + FileProblem.reason(e), e);
        }
    }

    private static Repository opened(RepositoryCheck.Checked checked) {
        FileRepositoryBuilder builder = new FileRepositoryBuilder().setGitDir(checked.gitDir().toFile()).setMustExist(true);
        try {
            return checked.workTree() == null ? builder.setBare().build() : builder.setWorkTree(checked.workTree().toFile()).build();
        } catch (IOException | IllegalArgumentException e) {
            throw new ArchiveException("cannot open the repository " + checked.gitDir() + ": " + e.getMessage(), e);
        }
    }
}
