package org.pressroom.git;

import java.nio.file.Path;
import java.util.List;

/// What on disk an [ArchiveTree] was read from. As long as all of it is as it was, an archive that is opened in the same way
/// has the same files, the same [ArchiveTree#head()], and each file the same [ArchiveTree#stamp].
///
/// @param files   that decide what the archive is: where its repository lies, what git is told, which commit a name means; also
///                those that are not there, for they might come
/// @param folders in which each file of the archive lies, also those without any, for one might come; empty for a commit's
public record Basis(List<Path> files, List<Path> folders) {

    public Basis {
        files = List.copyOf(files);
        folders = List.copyOf(folders);
    }
}
