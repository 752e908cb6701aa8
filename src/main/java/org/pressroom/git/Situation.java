package org.pressroom.git;

import java.util.List;

/// What about a repository limits the history of its files.
///
/// @param born       whether there is a commit
/// @param detached   whether the files are of a commit that was checked out without its branch
/// @param boundary   ids of the commits at which a shallow clone ends, in order
/// @param changed    files, among those asked for, that are not as the last commit has them, in order: paths below the archive's root
/// @param submodules paths of submodules below the archive's root, of which nothing is read, in order
public record Situation(boolean born, boolean detached, List<String> boundary, List<String> changed, List<String> submodules) {

    public Situation {
        boundary = List.copyOf(boundary);
        changed = List.copyOf(changed);
        submodules = List.copyOf(submodules);
    }
}
