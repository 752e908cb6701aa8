/// A commit's or a folder's files, and git's raw facts about them.
///
/// Start at [ArchiveTree#open][org.pressroom.git.ArchiveTree]. Files come from a working tree (what git ignores is left
/// out), from a commit (of a bare repository, or any `--ref`), or from a plain folder, which has no history and says so.
/// Hidden files, symbolic links and submodules are never read. The log comes from the `git` program where there is one
/// that can read the repository, from JGit otherwise, with the same answer; of a log that is known only new commits are read.
/// [Situation][org.pressroom.git.Situation] says what limits it: a shallow clone, uncommitted changes. [Basis][org.pressroom.git.Basis] says what on disk
/// must be as it was for all of this to be as it was.
///
/// A repository is looked at by [RepositoryCheck][org.pressroom.git.RepositoryCheck] before anything opens it, and leads nowhere but
/// where [AllowedPlaces][org.pressroom.git.AllowedPlaces] says.
///
/// May import: `source`, `files`, JGit; it runs git's own program, too.
@NullMarked
package org.pressroom.git;

import org.jspecify.annotations.NullMarked;
