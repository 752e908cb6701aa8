package org.pressroom.git;

import org.eclipse.jgit.dircache.DirCache;
import org.eclipse.jgit.dircache.DirCacheEntry;
import org.eclipse.jgit.lib.Repository;
import org.eclipse.jgit.storage.file.FileRepositoryBuilder;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/// What a working tree lacks because only part of it was checked out.
public final class SparseCheckout {

    private SparseCheckout() { }

    /// Files that git tracks in a folder of a working tree and left out of it, by their path below the folder.
    ///
    /// @throws ArchiveException when the repository can't be read
    public static List<String> leftOut(Path folder) {
        List<String> paths = new ArrayList<>();
        FileRepositoryBuilder builder = new FileRepositoryBuilder().findGitDir(folder.toFile());
        if (builder.getGitDir() == null) {
            return paths;
        }
        try (Repository repository = builder.build()) {
            if (repository.isBare()) {
                return paths;
            }
            String below = repository.getWorkTree().toPath().toRealPath().relativize(folder.toRealPath()).toString()
                .replace(folder.getFileSystem().getSeparator(), "/");
            String prefix = below.isEmpty() ? "" : below + "/";
            DirCache index = repository.readDirCache();
            for (int i = 0; i < index.getEntryCount(); i++) {
                DirCacheEntry entry = index.getEntry(i);
                if (entry.isSkipWorkTree() && entry.getPathString().startsWith(prefix)) {
                    paths.add(entry.getPathString().substring(prefix.length()));
                }
            }
            return paths;
        } catch (IOException e) {
            throw new ArchiveException("cannot read the repository of " + folder + ": " + e.getMessage(), e);
        }
    }
}
