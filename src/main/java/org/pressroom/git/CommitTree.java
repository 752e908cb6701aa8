package org.pressroom.git;

import org.eclipse.jgit.errors.RevisionSyntaxException;
import org.eclipse.jgit.lib.Constants;
import org.eclipse.jgit.lib.FileMode;
import org.eclipse.jgit.lib.ObjectId;
import org.eclipse.jgit.lib.ObjectLoader;
import org.eclipse.jgit.lib.ObjectReader;
import org.eclipse.jgit.lib.Ref;
import org.eclipse.jgit.lib.Repository;
import org.eclipse.jgit.revwalk.RevCommit;
import org.eclipse.jgit.revwalk.RevWalk;
import org.eclipse.jgit.treewalk.TreeWalk;
import org.eclipse.jgit.treewalk.filter.PathFilter;
import org.jspecify.annotations.Nullable;
import org.pressroom.source.SourceFile;
import org.pressroom.source.SourceId;
import org.pressroom.source.SourcePath;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/// Files as one commit holds them.
final class CommitTree implements ArchiveTree {

    private final SourceId source;
    private final Path folder;
    private final Repository repository;
    private final String ref;
    private final String prefix;
    private final RevCommit commit;
    private @Nullable List<TreeEntry> files;
    private final List<SourcePath> misnamed = new ArrayList<>();
    private final List<SourcePath> repeated = new ArrayList<>();
    private final List<String> submodules = new ArrayList<>();

    private CommitTree(SourceId source, Path folder, Repository repository, String ref, String prefix, RevCommit commit) {
        this.source = source;
        this.folder = folder;
        this.repository = repository;
        this.ref = ref;
        this.prefix = prefix;
        this.commit = commit;
    }

    /// @param folder where the archive was looked for
    static CommitTree open(SourceId source, Path folder, Repository repository, String prefix, String ref) {
        try (RevWalk walk = new RevWalk(repository)) {
            ObjectId id = repository.resolve(ref + "^{commit}");
            if (id == null) {
                throw new ArchiveException(ref.equals("HEAD") ? unborn(repository)
                    : "no commit, branch or tag named " + ref + " in " + repository.getDirectory());
            }
            return new CommitTree(source, folder, repository, ref, prefix, walk.parseCommit(id));
        } catch (IOException | RevisionSyntaxException e) {
            throw new ArchiveException("cannot read " + ref + " of " + repository.getDirectory() + ": "
                + (e instanceof IOException io ? GitReason.of(io) : e.getMessage()), e);
        }
    }

    /// Why HEAD leads to no commit.
    private static String unborn(Repository repository) throws IOException {
        Optional<Ref> branch = repository.getRefDatabase().getRefsByPrefix(Constants.R_HEADS).stream().findFirst();
        String name = Repository.shortenRefName(String.valueOf(repository.getFullBranch()));
        return branch.isEmpty() ? "the repository " + repository.getDirectory() + " has no commits yet"
            : "the repository " + repository.getDirectory() + " is on the branch " + name + ", which does not exist; name another with --ref, such as "
                + Repository.shortenRefName(branch.get().getName());
    }

    @Override
    public SourceId source() {
        return source;
    }

    @Override
    public synchronized List<TreeEntry> files() {
        if (files == null) {
            List<TreeEntry> found = new ArrayList<>();
            Set<String> sites = new HashSet<>();
            try (TreeWalk walk = new TreeWalk(repository)) {
                walk.addTree(commit.getTree());
                walk.setRecursive(true);
                if (!prefix.isEmpty()) {
                    walk.setFilter(PathFilter.create(prefix));
                }
                while (walk.next()) {
                    String path = walk.getPathString().substring(prefix.isEmpty() ? 0 : prefix.length() + 1);
                    if (walk.getFileMode(0).equals(FileMode.GITLINK)) {
                        submodules.add(path);
                    }
                    if (("/" + path).endsWith("/" + Hidden.MANIFEST)) {
                        sites.add(path.substring(0, path.length() - Hidden.MANIFEST.length()));
                    }
                    if (!isPlain(walk.getFileMode(0)) || Hidden.hides(path) || !isSafe(path)) {
                        continue;
                    }
                    // JGit reads what is no UTF-8 as Latin-1; other readers of the same tree would not.
                    String decoded = new String(walk.getRawPath(), StandardCharsets.UTF_8);
                    if (!decoded.equals(walk.getPathString())) {
                        misnamed.add(new SourcePath(source, decoded.substring(prefix.isEmpty() ? 0 : prefix.length() + 1)));
                    } else {
                        found.add(new TreeEntry(new SourcePath(source, path), walk.getObjectId(0).name()));
                    }
                }
            } catch (IOException e) {
                throw new ArchiveException("cannot list the files of " + description() + ": " + GitReason.of(e), e);
            }
            if (!sites.isEmpty()) {
                found.removeIf(entry -> isInside(entry.path().path(), sites));
                misnamed.removeIf(path -> isInside(path.path(), sites));
            }
            // Sorting keeps the order of equals.
            Collections.sort(found);
            List<TreeEntry> once = new ArrayList<>(found.size());
            for (TreeEntry entry : found) {
                if (once.isEmpty() || !once.getLast().path().equals(entry.path())) {
                    once.add(entry);
                } else if (repeated.isEmpty() || !repeated.getLast().equals(entry.path())) {
                    repeated.add(entry.path());
                }
            }
            files = List.copyOf(once);
        }
        return files;
    }

    @Override
    public synchronized List<SourcePath> misnamed() {
        files();
        return List.copyOf(misnamed);
    }

    @Override
    public synchronized List<SourcePath> repeated() {
        files();
        return List.copyOf(repeated);
    }

    /// @param folders each with a final slash, the root as nothing
    private static boolean isInside(String path, Set<String> folders) {
        int end = 0;
        while (!folders.contains(path.substring(0, end))) {
            end = path.indexOf('/', end) + 1;
            if (end == 0) {
                return false;
            }
        }
        return true;
    }

    private static boolean isPlain(FileMode mode) {
        return mode.equals(FileMode.REGULAR_FILE) || mode.equals(FileMode.EXECUTABLE_FILE);
    }

    /// A tree object may hold any name, also one that no working tree could have.
    private static boolean isSafe(String path) {
        for (String name : path.split("/", -1)) {
            if (name.isEmpty() || name.equals(".") || name.equals("..") || name.indexOf('\0') >= 0) {
                return false;
            }
        }
        return true;
    }

    @Override
    public SourceFile read(TreeEntry entry, int maxBytes) {
        if (entry.blobId() == null) {
            throw new IllegalArgumentException(entry.path() + " is not of this tree");
        }
        return read(entry.path(), ObjectId.fromString(entry.blobId()), maxBytes);
    }

    @Override
    public long size(TreeEntry entry) {
        try (ObjectReader reader = repository.newObjectReader()) {
            return reader.getObjectSize(ObjectId.fromString(String.valueOf(entry.blobId())), Constants.OBJ_BLOB);
        } catch (IOException e) {
            throw new ArchiveException.OfFile(entry.path().toString(), GitReason.of(e), e);
        }
    }

    @Override
    public void copy(TreeEntry entry, OutputStream to) throws IOException {
        ObjectLoader loader;
        try {
            loader = repository.open(ObjectId.fromString(String.valueOf(entry.blobId())), Constants.OBJ_BLOB);
        } catch (IOException e) {
            throw new ArchiveException.OfFile(entry.path().toString(), GitReason.of(e), e);
        }
        loader.copyTo(to);
    }

    private SourceFile read(SourcePath path, ObjectId id, int maxBytes) {
        try {
            ObjectLoader loader = repository.open(id, Constants.OBJ_BLOB);
            if (!loader.isLarge() && loader.getSize() <= maxBytes) {
                return new SourceFile(path, id.name(), loader.getCachedBytes());
            }
            try (InputStream in = loader.openStream()) {
                return new SourceFile(path, id.name(), in.readNBytes((int) Math.min(Integer.MAX_VALUE - 8L, maxBytes + 1L)));
            }
        } catch (IOException e) {
            throw new ArchiveException.OfFile(path.toString(), GitReason.of(e), e);
        }
    }

    @Override
    public boolean holds(TreeEntry entry) {
        try {
            return repository.getObjectDatabase().has(ObjectId.fromString(String.valueOf(entry.blobId())));
        } catch (IOException e) {
            return false;
        }
    }

    @Override
    public String stamp(TreeEntry entry) {
        return String.valueOf(entry.blobId());
    }

    @Override
    public String head() {
        return commit.name();
    }

    @Override
    public String mergeBase(String ref) {
        return MergeBase.of(repository, head(), ref);
    }

    @Override
    public String prefix() {
        return prefix.isEmpty() ? "" : prefix + "/";
    }

    @Override
    public Optional<Path> folder() {
        return Optional.empty();
    }

    @Override
    public Optional<Basis> basis() {
        try {
            return new BasisFiles().repositoryOf(folder).history(repository).commit(repository, ref).map(files -> files.with(List.of()));
        } catch (IOException e) {
            throw new ArchiveException("cannot read " + ref + " of " + repository.getDirectory() + ": " + GitReason.of(e), e);
        }
    }

    @Override
    public Optional<SourceFile> find(SourcePath path, int maxBytes) {
        try (TreeWalk walk = at(path)) {
            return walk == null || !isPlain(walk.getFileMode(0))
                ? Optional.empty() : Optional.of(read(path, walk.getObjectId(0), maxBytes));
        } catch (IOException e) {
            throw new ArchiveException.OfFile(path.toString(), GitReason.of(e), e);
        }
    }

    @Override
    public boolean has(SourcePath path) {
        try (TreeWalk walk = at(path)) {
            return walk != null;
        } catch (IOException e) {
            throw new ArchiveException.OfFile(path.toString(), GitReason.of(e), e);
        }
    }

    private @Nullable TreeWalk at(SourcePath path) throws IOException {
        return TreeWalk.forPath(repository, prefix.isEmpty() ? path.path() : prefix + "/" + path.path(), commit.getTree());
    }

    @Override
    public Optional<RawLog> log(RawLog known) {
        return RawLog.read(repository, prefix, commit.name(), known);
    }

    @Override
    public synchronized Optional<Situation> situation(Collection<SourcePath> files) {
        files();
        try {
            return Optional.of(new Situation(true, false, RawLog.boundary(repository), List.of(), submodules));
        } catch (IOException e) {
            throw new ArchiveException("cannot read the repository of " + description() + ": " + GitReason.of(e), e);
        }
    }

    @Override
    public Optional<Blobs> blobs() {
        return Optional.of(new Blobs(repository));
    }

    @Override
    public Mailmap mailmap() {
        try (TreeWalk walk = TreeWalk.forPath(repository, ".mailmap", commit.getTree())) {
            return Mailmap.of(walk == null || !isPlain(walk.getFileMode(0)) ? Optional.empty()
                : new Blobs(repository).read(walk.getObjectId(0).name(), Mailmap.LONGEST + 1));
        } catch (IOException e) {
            throw new ArchiveException("cannot read .mailmap of " + description() + ": " + GitReason.of(e), e);
        }
    }

    @Override
    public Optional<String> withoutHistory() {
        return Optional.empty();
    }

    @Override
    public String description() {
        return "commit " + commit.name().substring(0, 7) + " of " + repository.getDirectory();
    }

    @Override
    public void close() {
        repository.close();
    }
}
