package org.pressroom.git;

import org.eclipse.jgit.dircache.DirCache;
import org.eclipse.jgit.dircache.DirCacheEntry;
import org.eclipse.jgit.dircache.DirCacheIterator;
import org.eclipse.jgit.lib.Constants;
import org.eclipse.jgit.lib.FileMode;
import org.eclipse.jgit.lib.ObjectId;
import org.eclipse.jgit.lib.Repository;
import org.eclipse.jgit.revwalk.RevWalk;
import org.eclipse.jgit.treewalk.EmptyTreeIterator;
import org.eclipse.jgit.treewalk.TreeWalk;
import org.eclipse.jgit.treewalk.filter.AndTreeFilter;
import org.eclipse.jgit.treewalk.filter.PathFilter;
import org.eclipse.jgit.treewalk.filter.TreeFilter;
import org.jspecify.annotations.Nullable;
import org.pressroom.files.RegularFile;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/// Compares a working tree with its last commit. No filter, hook or monitor that the repository names is run, and the index is
/// not written.
final class WorkTreeState {

    /// No document is that large; to read it only to see that it has not changed would take more memory than there may be.
    private static final int LARGEST_COMPARED = 64 << 20;

    private final Repository repository;
    private final Path folder;
    private final String prefix;
    private final DirCache index;
    private final Instant indexed;

    /// @param folder of the archive
    /// @param prefix the folder's path below the work tree's root, without a final slash; empty for the root
    WorkTreeState(Repository repository, Path folder, String prefix) throws IOException {
        this.repository = repository;
        this.folder = folder;
        this.prefix = prefix;
        this.index = index(repository);
        Path file = repository.getIndexFile().toPath();
        this.indexed = Files.exists(file) ? Files.getLastModifiedTime(file).toInstant() : Instant.EPOCH;
    }

    /// @throws ArchiveException when it is damaged
    static DirCache index(Repository repository) {
        try {
            return repository.readDirCache();
        } catch (IOException | IndexOutOfBoundsException | IllegalArgumentException | NegativeArraySizeException e) {
            throw new ArchiveException("the index " + repository.getIndexFile() + " is damaged (" + e.getMessage()
                + "); remove it, and `git reset` makes it again", e);
        }
    }

    private String full(String path) {
        return prefix.isEmpty() ? path : prefix + "/" + path;
    }

    /// Those of some files that are not as the last commit has them, in their order.
    ///
    /// @param head  null when there is no commit
    /// @param paths below the archive's root
    List<String> changed(@Nullable ObjectId head, Collection<String> paths) throws IOException {
        Set<String> staged = staged(head);
        List<String> changed = new ArrayList<>();
        for (String path : paths) {
            DirCacheEntry entry = index.getEntry(full(path));
            if (entry == null || staged.contains(path) || !holds(entry, folder.resolve(path))) {
                changed.add(path);
            }
        }
        return changed;
    }

    /// What the index has otherwise than the commit. Folders that are the same as a whole are not gone into.
    private Set<String> staged(@Nullable ObjectId head) throws IOException {
        Set<String> staged = new HashSet<>();
        try (TreeWalk walk = new TreeWalk(repository); RevWalk commits = new RevWalk(repository)) {
            if (head == null) {
                walk.addTree(new EmptyTreeIterator());
            } else {
                walk.addTree(commits.parseCommit(head).getTree());
            }
            walk.addTree(new DirCacheIterator(index));
            walk.setRecursive(true);
            walk.setFilter(prefix.isEmpty() ? TreeFilter.ANY_DIFF : AndTreeFilter.create(PathFilter.create(prefix), TreeFilter.ANY_DIFF));
            while (walk.next()) {
                staged.add(walk.getPathString().substring(prefix.isEmpty() ? 0 : prefix.length() + 1));
            }
        }
        return staged;
    }

    /// Whether a file holds what the index says. Its size and time tell, unless it was written when the index was, or later.
    private boolean holds(DirCacheEntry entry, Path file) throws IOException {
        BasicFileAttributes now = Files.readAttributes(file, BasicFileAttributes.class, LinkOption.NOFOLLOW_LINKS);
        Instant time = now.lastModifiedTime().toInstant();
        if (time.isBefore(indexed) && entry.getLength() == (int) now.size() && same(entry.getLastModifiedInstant(), time)) {
            return true;
        }
        if (now.size() > LARGEST_COMPARED) {
            return false;
        }
        byte[] bytes = RegularFile.read(file, LARGEST_COMPARED, LinkOption.NOFOLLOW_LINKS);
        String id = entry.getObjectId().name();
        return id.equals(BlobId.of(bytes)) || id.equals(BlobId.of(withoutReturns(bytes)));
    }

    /// An index may keep full seconds only.
    private static boolean same(Instant kept, Instant time) {
        return kept.getEpochSecond() == time.getEpochSecond() && (kept.getNano() == 0 || kept.getNano() == time.getNano());
    }

    /// Git may be told to keep lines' ends in another way than the working tree has them.
    private static byte[] withoutReturns(byte[] bytes) {
        ByteArrayOutputStream plain = new ByteArrayOutputStream(bytes.length);
        for (int i = 0; i < bytes.length; i++) {
            if (bytes[i] != '\r' || i + 1 == bytes.length || bytes[i + 1] != '\n') {
                plain.write(bytes[i]);
            }
        }
        return plain.toByteArray();
    }

    /// Paths of submodules below the archive's root, in order.
    List<String> submodules() {
        List<String> found = new ArrayList<>();
        for (int i = 0; i < index.getEntryCount(); i++) {
            DirCacheEntry entry = index.getEntry(i);
            String path = entry.getRawMode() == FileMode.GITLINK.getBits() ? entry.getPathString() : "";
            if (!path.isEmpty() && (prefix.isEmpty() || path.startsWith(prefix + "/"))) {
                found.add(path.substring(prefix.isEmpty() ? 0 : prefix.length() + 1));
            }
        }
        return found;
    }

    /// Whether a commit is checked out without its branch.
    boolean detached() throws IOException {
        String branch = repository.getFullBranch();
        return branch != null && !branch.startsWith(Constants.R_REFS);
    }
}
