package org.pressroom.git;

import org.eclipse.jgit.dircache.DirCacheIterator;
import org.eclipse.jgit.errors.StopWalkException;
import org.eclipse.jgit.lib.Constants;
import org.eclipse.jgit.lib.FileMode;
import org.eclipse.jgit.lib.ObjectId;
import org.eclipse.jgit.lib.Repository;
import org.eclipse.jgit.treewalk.AbstractTreeIterator;
import org.eclipse.jgit.treewalk.EmptyTreeIterator;
import org.eclipse.jgit.treewalk.FileTreeIterator;
import org.eclipse.jgit.treewalk.TreeWalk;
import org.eclipse.jgit.treewalk.WorkingTreeIterator;
import org.eclipse.jgit.treewalk.filter.AndTreeFilter;
import org.eclipse.jgit.treewalk.filter.PathFilter;
import org.eclipse.jgit.treewalk.filter.TreeFilter;
import org.eclipse.jgit.util.FS;
import org.jspecify.annotations.Nullable;
import org.pressroom.files.FileProblem;
import org.pressroom.files.RegularFile;
import org.pressroom.source.SourceFile;
import org.pressroom.source.SourceId;
import org.pressroom.source.SourcePath;

import java.io.File;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.function.Predicate;

/// Files as they lie in a folder; in a working tree without what git ignores (unless git tracks it all the same).
final class FolderTree implements ArchiveTree {

    private static final long LARGEST_RULES = 16L << 20;

    private final SourceId source;
    private final Path folder;
    /// By which it is known what is ignored.
    private final @Nullable Repository opened;
    /// By which all else is known.
    private final @Nullable Repository repository;
    private final String prefix;
    private @Nullable List<TreeEntry> files;
    private List<SourcePath> misnamed = List.of();
    private final List<Path> walked = new ArrayList<>();

    private FolderTree(SourceId source, Path folder, @Nullable Repository opened, String prefix, boolean sha256) {
        this.source = source;
        this.folder = folder;
        this.opened = opened;
        this.repository = sha256 ? null : opened;
        this.prefix = prefix;
    }

    static FolderTree plain(SourceId source, Path folder) {
        return new FolderTree(source, folder, null, "", false);
    }

    /// @param prefix the folder's path below the work tree's root, without a final slash; empty for the root
    /// @param sha256 whether the repository names its objects by SHA-256, which JGit can't read: then its rules of what is
    ///     ignored count, and nothing else is known of it
    static FolderTree inRepository(SourceId source, Path folder, Repository repository, String prefix, boolean sha256) {
        return new FolderTree(source, folder, repository, prefix, sha256);
    }

    @Override
    public SourceId source() {
        return source;
    }

    @Override
    public synchronized List<TreeEntry> files() {
        if (files == null) {
            List<TreeEntry> found = new ArrayList<>();
            try {
                if (opened == null) {
                    walkFolder(found);
                } else {
                    walkWorkTree(opened, found);
                }
            } catch (IOException e) {
                throw new ArchiveException("cannot list the files of " + folder + ": " + GitReason.of(e), e);
            }
            Collections.sort(found);
            // A name that can't be decoded is no name by which the file could be opened.
            misnamed = found.stream().map(TreeEntry::path)
                .filter(p -> p.path().indexOf('\uFFFD') >= 0 && !Files.exists(folder.resolve(p.path()), LinkOption.NOFOLLOW_LINKS)).toList();
            Set<SourcePath> unreadable = Set.copyOf(misnamed);
            files = found.stream().filter(e -> !unreadable.contains(e.path())).toList();
        }
        return files;
    }

    @Override
    public synchronized List<SourcePath> misnamed() {
        files();
        return misnamed;
    }

    @Override
    public List<SourcePath> repeated() {
        return List.of();
    }

    private void walkFolder(List<TreeEntry> found) throws IOException {
        Files.walkFileTree(folder, new SimpleFileVisitor<>() {
            @Override
            public FileVisitResult preVisitDirectory(Path dir, BasicFileAttributes attributes) {
                if (!dir.equals(folder) && name(dir).startsWith(".") || Hidden.isSite(dir)) {
                    return FileVisitResult.SKIP_SUBTREE;
                }
                walked.add(dir);
                return FileVisitResult.CONTINUE;
            }

            @Override
            public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) {
                if (attributes.isRegularFile() && !name(file).startsWith(".")) {
                    String path = folder.relativize(file).toString().replace(folder.getFileSystem().getSeparator(), "/");
                    found.add(new TreeEntry(new SourcePath(source, path), null));
                }
                return FileVisitResult.CONTINUE;
            }
        });
    }

    private static String name(Path path) {
        Path name = path.getFileName();
        return name == null ? "" : name.toString();
    }

    private void walkWorkTree(Repository git, List<TreeEntry> found) throws IOException {
        try (TreeWalk walk = new TreeWalk(git)) {
            walk.setOperationType(TreeWalk.OperationType.CHECKIN_OP);
            int tree = walk.addTree(new FileTreeIterator(git, FolderTree::mode));
            int index = walk.addTree(repository == null ? new EmptyTreeIterator() : new DirCacheIterator(WorkTreeState.index(git)));
            // Without it, what is tracked in an ignored folder is passed over.
            if (repository != null) {
                walk.getTree(tree, WorkingTreeIterator.class).setDirCacheIterator(walk, index);
            }
            walked.add(folder);
            if (Hidden.isSite(folder)) {
                return;
            }
            TreeFilter visible = new Visible(tree, index, path -> {
                String below = prefix.isEmpty() ? path : path.startsWith(prefix + "/") ? path.substring(prefix.length() + 1) : "";
                if (below.isEmpty()) {
                    return true;
                }
                if (Hidden.isSite(folder.resolve(below))) {
                    return false;
                }
                if (!Hidden.hides(below)) {
                    walked.add(folder.resolve(below));
                }
                return true;
            });
            walk.setFilter(prefix.isEmpty() ? visible
                : AndTreeFilter.create(PathFilter.create(prefix), visible));
            walk.setRecursive(true);
            while (walk.next()) {
                if (walk.getFileMode(tree).getObjectType() == Constants.OBJ_BLOB
                        && !walk.getFileMode(tree).equals(FileMode.SYMLINK)) {
                    String path = walk.getPathString().substring(prefix.isEmpty() ? 0 : prefix.length() + 1);
                    if (!Hidden.hides(path)) {
                        found.add(new TreeEntry(new SourcePath(source, path), null));
                    }
                }
            }
        }
    }

    /// What kind of file an entry is. Lists of ignored files are looked at here because they are opened as soon as their folder is.
    private static FileMode mode(File file, FS.Attributes attributes) {
        boolean rules = file.getName().equals(Constants.GITIGNORE_FILENAME) || file.getName().equals(Constants.DOT_GIT_ATTRIBUTES);
        // What is not there has a name that can't be decoded.
        boolean usual = attributes.isRegularFile() || attributes.isDirectory() || attributes.isSymbolicLink() || !file.exists();
        if (rules && (!usual || attributes.isRegularFile() && attributes.getLength() > LARGEST_RULES)) {
            throw new ArchiveException("cannot read " + file + ": " + (usual ? "it has more than " + LARGEST_RULES + " bytes"
                : "it is a named pipe, socket or device, not a regular file"));
        }
        return usual ? FileTreeIterator.DefaultFileModeStrategy.INSTANCE.getMode(file, attributes) : FileMode.MISSING;
    }

    /// Leaves out hidden names, and what is ignored and not tracked, folders as a whole.
    private static final class Visible extends TreeFilter {
        private final int tree;
        private final int index;
        private final Predicate<String> entered;

        /// @param entered is given the path of each folder that is not left out so far, and says whether it is read
        Visible(int tree, int index, Predicate<String> entered) {
            this.tree = tree;
            this.index = index;
            this.entered = entered;
        }

        @Override
        public boolean include(TreeWalk walk) throws IOException, StopWalkException {
            WorkingTreeIterator working = walk.getTree(tree, WorkingTreeIterator.class);
            if (working == null || walk.getFileMode(tree).equals(FileMode.GITLINK)) {
                return false;
            }
            boolean tracked = walk.getTree(index, AbstractTreeIterator.class) instanceof DirCacheIterator;
            boolean included = tracked || !working.isEntryIgnored();
            return included && (!walk.getFileMode(tree).equals(FileMode.TREE) || entered.test(walk.getPathString()));
        }

        @Override
        public boolean shouldBeRecursive() {
            return false;
        }

        @Override
        public TreeFilter clone() {
            return this;
        }
    }

    @Override
    public SourceFile read(TreeEntry entry, int maxBytes) {
        return find(entry.path(), maxBytes).orElseThrow(() -> gone(entry.path()));
    }

    @Override
    public long size(TreeEntry entry) {
        Path file = folder.resolve(entry.path().path());
        try {
            return Files.readAttributes(file, BasicFileAttributes.class, LinkOption.NOFOLLOW_LINKS).size();
        } catch (IOException e) {
            throw new ArchiveException.OfFile(entry.path().toString(), FileProblem.reason(e), e);
        }
    }

    @Override
    public String stamp(TreeEntry entry) {
        Path file = folder.resolve(entry.path().path());
        try {
            BasicFileAttributes now = Files.readAttributes(file, BasicFileAttributes.class, LinkOption.NOFOLLOW_LINKS);
            return now.size() + " " + now.lastModifiedTime().to(TimeUnit.NANOSECONDS);
        } catch (IOException e) {
            throw new ArchiveException("cannot read " + file + ": " + FileProblem.reason(e), e);
        }
    }

    @Override
    public String head() {
        try {
            ObjectId head = repository == null ? null : repository.resolve(Constants.HEAD);
            return head == null ? "" : head.name();
        } catch (IOException e) {
            throw new ArchiveException("cannot read HEAD of " + folder + ": " + GitReason.of(e), e);
        }
    }

    @Override
    public String mergeBase(String ref) {
        if (repository == null) {
            throw new ArchiveException("--since " + ref + ": " + folder + " is not in a git repository, so what changed is unknown");
        }
        return MergeBase.of(repository, head(), ref);
    }

    @Override
    public String prefix() {
        return prefix.isEmpty() ? "" : prefix + "/";
    }

    @Override
    public Optional<Path> folder() {
        return Optional.of(folder);
    }

    @Override
    public Optional<Basis> basis() {
        files();
        if (opened != repository) {
            return Optional.empty();
        }
        try {
            BasisFiles basis = new BasisFiles().repositoryOf(folder);
            if (repository != null && (basis.commit(repository, Constants.HEAD).isEmpty() || basis.ignored(repository, prefix).isEmpty())) {
                return Optional.empty();
            }
            return Optional.of((repository == null ? basis : basis.history(repository)).with(walked));
        } catch (IOException e) {
            throw new ArchiveException("cannot read the repository of " + folder + ": " + GitReason.of(e), e);
        }
    }

    @Override
    public Optional<SourceFile> find(SourcePath path, int maxBytes) {
        Path file = plainFile(path);
        if (file == null) {
            return Optional.empty();
        }
        try {
            byte[] bytes = RegularFile.beginning(file, maxBytes, LinkOption.NOFOLLOW_LINKS);
            return Optional.of(new SourceFile(path, BlobId.of(bytes), bytes));
        } catch (IOException e) {
            throw new ArchiveException.OfFile(path.toString(), FileProblem.reason(e), e);
        }
    }

    @Override
    public boolean has(SourcePath path) {
        return Files.exists(folder.resolve(path.path()), LinkOption.NOFOLLOW_LINKS);
    }

    @Override
    public void copy(TreeEntry entry, OutputStream to) throws IOException {
        Path file = plainFile(entry.path());
        if (file == null) {
            throw gone(entry.path());
        }
        try (InputStream in = open(entry.path(), file)) {
            in.transferTo(to);
        }
    }

    private static InputStream open(SourcePath path, Path file) {
        try {
            return RegularFile.open(file, LinkOption.NOFOLLOW_LINKS);
        } catch (IOException e) {
            throw new ArchiveException.OfFile(path.toString(), FileProblem.reason(e), e);
        }
    }

    private static ArchiveException gone(SourcePath path) {
        return new ArchiveException.OfFile(path.toString(), "it is gone or no longer a regular file", null);
    }

    @Override
    public boolean holds(TreeEntry entry) {
        Path file = plainFile(entry.path());
        return file != null && Files.isReadable(file);
    }

    /// Where a file lies; null when it is no plain file, or a link stands on the way to it.
    private @Nullable Path plainFile(SourcePath path) {
        Path file = folder;
        for (String name : path.path().split("/")) {
            file = file.resolve(name);
            if (Files.isSymbolicLink(file)) {
                return null;
            }
        }
        return Files.isRegularFile(file, LinkOption.NOFOLLOW_LINKS) ? file : null;
    }

    @Override
    public Optional<RawLog> log(RawLog known) {
        return repository == null ? Optional.empty() : RawLog.read(repository, prefix, Constants.HEAD, known);
    }

    @Override
    public Optional<Situation> situation(Collection<SourcePath> files) {
        if (repository == null) {
            return Optional.empty();
        }
        try {
            WorkTreeState state = new WorkTreeState(repository, folder, prefix);
            ObjectId head = repository.resolve(Constants.HEAD);
            return Optional.of(new Situation(head != null, state.detached(), RawLog.boundary(repository), changed(state, head, files), state.submodules()));
        } catch (IOException e) {
            throw new ArchiveException("cannot compare " + folder + " with its last commit: " + GitReason.of(e), e);
        }
    }

    /// Nothing can be compared with a commit that can't be read; its log tells that.
    private static List<String> changed(WorkTreeState state, @Nullable ObjectId head, Collection<SourcePath> files) {
        try {
            return state.changed(head, files.stream().map(SourcePath::path).toList());
        } catch (IOException e) {
            return List.of();
        }
    }

    @Override
    public Optional<Blobs> blobs() {
        return Optional.ofNullable(repository).map(Blobs::new);
    }

    @Override
    public Mailmap mailmap() {
        if (repository == null) {
            return Mailmap.EMPTY;
        }
        Path file = repository.getWorkTree().toPath().resolve(".mailmap");
        if (!RegularFile.isThere(file, LinkOption.NOFOLLOW_LINKS)) {
            return Mailmap.EMPTY;
        }
        try {
            return Mailmap.of(Optional.of(RegularFile.beginning(file, Mailmap.LONGEST, LinkOption.NOFOLLOW_LINKS)));
        } catch (IOException e) {
            throw new ArchiveException("cannot read " + file + ": " + FileProblem.reason(e), e);
        }
    }

    @Override
    public String description() {
        return (opened == null ? "folder " : "working tree ") + folder;
    }

    @Override
    public Optional<String> withoutHistory() {
        return repository != null ? Optional.empty() : Optional.of(opened == null ? description() + " has no git history"
            : "the repository of " + folder + " uses SHA-256 object names, which Pressroom can't read");
    }

    @Override
    public void close() {
        if (opened != null) {
            opened.close();
        }
    }
}
