package org.pressroom.git;

import org.eclipse.jgit.lib.Constants;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

/// Folders in which git keeps a repository: a `.git`, a bare repository, and what another working tree's `.git` leads to. What else is put
/// there may be taken for git's own, and is lost with the next clone.
final class GitFolder {

    /// What git itself looks for.
    private static final String OBJECTS = "objects";
    private static final String REFS = "refs";
    private static final String COMMON = "commondir";

    private GitFolder() { }

    /// The outermost such folder around a place, or the place itself.
    ///
    /// @param place absolute, without links on the way; need not be there
    static Optional<Path> around(Path place) {
        Path at = place.getRoot();
        for (Path name : place) {
            at = at == null ? name : at.resolve(name);
            if (name.toString().equalsIgnoreCase(Constants.DOT_GIT) || isRepository(at)) {
                return Optional.of(at);
            }
        }
        return Optional.empty();
    }

    private static boolean isRepository(Path folder) {
        return Files.exists(folder.resolve(Constants.HEAD)) && (Files.isDirectory(folder.resolve(OBJECTS)) && Files.isDirectory(folder.resolve(REFS))
            || Files.exists(folder.resolve(COMMON)));
    }
}
