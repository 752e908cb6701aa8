package org.pressroom.git;

import org.eclipse.jgit.errors.ConfigInvalidException;
import org.eclipse.jgit.lib.Config;
import org.eclipse.jgit.lib.Constants;
import org.jspecify.annotations.Nullable;
import org.pressroom.files.FileProblem;
import org.pressroom.files.RegularFile;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/// Looks at a repository before git or JGit opens it: all that they would read are regular files and folders of bounded size, and
/// nothing leads out of the archive's own folder.
///
/// A `.git` folder can come with an archive, in a tar for example, and its files name others: where the repository is, where its
/// objects are, what its configuration includes, what its working tree is. Two kinds of repositories that lie elsewhere are
/// right, and each names the archive's folder in its turn, which nobody can write who only wrote the archive: that of a linked
/// working tree (`git worktree add`) and that of a submodule.
final class RepositoryCheck {

    private static final long LARGEST_TEXT = 16L << 20;
    private static final long LARGEST_LIST = 1L << 30;
    private static final int LONGEST_LINK = 1 << 16;
    private static final int MOST_INCLUDES = 100;
    private static final String LINK = "gitdir:";

    /// What git keeps beside and never asks for what Pressroom does: it may be of any kind.
    private static final Set<String> NOT_READ = Set.of("hooks", "lfs", "annex", "modules", "worktrees", "rr-cache", "svn", "fsmonitor--daemon.ipc", "fsmonitor--daemon");

    private final AllowedPlaces allowed;
    private final List<Path> roots = new ArrayList<>();
    private final Set<Path> looked = new HashSet<>();
    private final Deque<Path> left = new ArrayDeque<>();
    private boolean sha256;
    private boolean bare;
    private @Nullable Path tree;

    private RepositoryCheck(AllowedPlaces allowed) {
        this.allowed = allowed;
    }

    /// A repository that can be opened.
    ///
    /// @param gitDir   where it is, without links on the way
    /// @param workTree its working tree; null for a bare repository
    /// @param sha256   whether its objects are named by SHA-256
    record Checked(Path gitDir, @Nullable Path workTree, boolean sha256) { }

    /// Finds the repository to which a folder belongs.
    ///
    /// @param folder without links on the way
    /// @return empty when it belongs to none
    /// @throws ArchiveException when the repository is not what it should be
    static Optional<Checked> of(Path folder, AllowedPlaces allowed) {
        try {
            if (isRepository(folder)) {
                return Optional.of(new RepositoryCheck(allowed).bare(folder));
            }
            for (Path above = folder; above != null; above = above.getParent()) {
                Path git = above.resolve(Constants.DOT_GIT);
                if (Files.isRegularFile(git, LinkOption.NOFOLLOW_LINKS) || isRepository(git)) {
                    return Optional.of(new RepositoryCheck(allowed).workTree(above, git));
                }
            }
            return Optional.empty();
        } catch (IOException | InvalidPathException e) {
            throw new ArchiveException("cannot open the repository of " + folder + ": "
                + (e instanceof IOException io ? FileProblem.of(io) : String.valueOf(e.getMessage())), e);
        }
    }

    private static boolean isRepository(Path folder) {
        return Files.exists(folder.resolve(Constants.HEAD), LinkOption.NOFOLLOW_LINKS)
            && (Files.isDirectory(folder.resolve("objects")) && Files.isDirectory(folder.resolve("refs"))
                || Files.isRegularFile(folder.resolve("commondir")));
    }

    private Checked bare(Path folder) throws IOException {
        roots.add(folder);
        Path common = common(folder);
        look(folder, common);
        return new Checked(folder, null, sha256);
    }

    private Checked workTree(Path holder, Path git) throws IOException {
        roots.add(holder);
        Path gitDir = git;
        if (Files.isRegularFile(git, LinkOption.NOFOLLOW_LINKS)) {
            String link = text(git).strip();
            if (!link.startsWith(LINK)) {
                throw new ArchiveException(git + " is neither a repository nor leads to one; remove it or run `git init`");
            }
            gitDir = holder.resolve(link.substring(LINK.length()).strip());
        }
        if (!Files.isDirectory(gitDir)) {
            throw new ArchiveException("there is a .git at or above " + holder + " but no repository in it; remove it or run `git init`");
        }
        gitDir = gitDir.toRealPath();
        if (!isInside(gitDir)) {
            if (!allowed.holds(gitDir) && !isOwnWorkTree(gitDir, git) && !isOwnSubmodule(gitDir, holder)) {
                throw outside(git + " leads to the repository " + gitDir + ", which has no working tree here (`git worktree repair` helps after a move), so it lies", gitDir);
            }
            roots.add(gitDir);
        }
        Path common = common(gitDir);
        look(gitDir, common);
        // A linked working tree has one even when the repository itself has none.
        boolean own = gitDir.equals(common);
        return new Checked(gitDir, own && bare ? null : own && tree != null ? tree : holder, sha256);
    }

    /// Whether a repository has this folder among its linked working trees.
    private static boolean isOwnWorkTree(Path gitDir, Path git) throws IOException {
        Path back = gitDir.resolve("gitdir");
        return Files.isRegularFile(back) && isSame(gitDir.resolve(text(back).strip()), git);
    }

    private static boolean isOwnSubmodule(Path gitDir, Path holder) throws IOException {
        Path file = gitDir.resolve(Constants.CONFIG);
        String tree = Files.isRegularFile(file) ? parsed(file).getString("core", null, "worktree") : null;
        return tree != null && isSame(gitDir.resolve(tree), holder);
    }

    private static boolean isSame(Path one, Path other) throws IOException {
        return Files.exists(one) && Files.isSameFile(one, other);
    }

    /// Where the objects, branches and settings are that several working trees have in common.
    private Path common(Path gitDir) throws IOException {
        Path link = gitDir.resolve("commondir");
        if (!Files.exists(link, LinkOption.NOFOLLOW_LINKS)) {
            return gitDir;
        }
        Path common = gitDir.resolve(text(link).strip());
        if (!Files.isDirectory(common)) {
            throw new ArchiveException(link + " leads to " + common + ", where there is no folder; `git worktree repair` may fix it");
        }
        Path real = common.toRealPath();
        // The repository that has this folder among its working trees; only who may write there can be among them.
        boolean around = gitDir.startsWith(real.resolve("worktrees"));
        if (!around) {
            require(real, link + " leads to the repository " + real);
        }
        roots.add(real);
        return real;
    }

    private void look(Path gitDir, Path common) throws IOException {
        left.addAll(List.of(common, gitDir));
        for (Path folder = left.poll(); folder != null; folder = left.poll()) {
            if (looked.add(folder)) {
                walk(folder);
            }
        }
        settings(gitDir, common);
        alternates(common.resolve("objects"), new HashSet<>());
    }

    /// What leads nowhere or to an own file is as good as that file.
    private void walk(Path top) throws IOException {
        Files.walkFileTree(top, new SimpleFileVisitor<>() {
            @Override
            public FileVisitResult preVisitDirectory(Path dir, BasicFileAttributes attributes) {
                return isRead(top, dir) ? FileVisitResult.CONTINUE : FileVisitResult.SKIP_SUBTREE;
            }

            @Override
            public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) throws IOException {
                if (isRead(top, file)) {
                    if (attributes.isSymbolicLink()) {
                        follow(file);
                    } else if (!attributes.isRegularFile()) {
                        throw new ArchiveException("the repository has " + file + ", which is a named pipe, socket or device; remove it");
                    }
                    bound(top, file);
                }
                return FileVisitResult.CONTINUE;
            }

            @Override
            public FileVisitResult visitFileFailed(Path file, IOException failure) throws IOException {
                // Git removes its temporary files while others look.
                if (Files.exists(file, LinkOption.NOFOLLOW_LINKS)) {
                    throw failure;
                }
                return FileVisitResult.CONTINUE;
            }
        });
    }

    private static boolean isRead(Path top, Path file) {
        Path below = top.relativize(file);
        return below.getNameCount() == 0 || !NOT_READ.contains(below.getName(0).toString());
    }

    private void follow(Path link) throws IOException {
        if (!Files.exists(link)) {
            return;
        }
        Path real = link.toRealPath();
        require(real, link + " is a link to " + real);
        if (Files.isDirectory(real)) {
            left.add(real);
        }
    }

    /// Objects are read piece by piece; texts are read whole, lists entry by entry.
    private static void bound(Path top, Path file) throws IOException {
        Path below = top.relativize(file);
        String first = below.getName(0).toString();
        String name = String.valueOf(file.getFileName());
        if (first.equals("logs") || first.equals("objects") && !below.startsWith("objects/info")) {
            return;
        }
        boolean list = first.equals("packed-refs") || first.endsWith("index") || first.startsWith("sharedindex") || name.equals("commit-graph");
        if (Files.exists(file) && !Files.isDirectory(file)) {
            RegularFile.check(file, list || below.getNameCount() == 1 && !isText(first) ? LARGEST_LIST : LARGEST_TEXT);
        }
    }

    private static boolean isText(String name) {
        return Set.of(Constants.CONFIG, "config.worktree", Constants.HEAD, "commondir", "gitdir", "shallow").contains(name);
    }

    private void settings(Path gitDir, Path common) throws IOException {
        Deque<Path> files = new ArrayDeque<>(List.of(common.resolve(Constants.CONFIG), gitDir.resolve("config.worktree"), common.resolve("config.worktree")));
        Set<Path> seen = new HashSet<>();
        for (Path file = files.poll(); file != null; file = files.poll()) {
            if (!RegularFile.check(file, LARGEST_TEXT) || !seen.add(file.toRealPath())) {
                continue;
            }
            if (seen.size() > MOST_INCLUDES) {
                throw new ArchiveException("the configuration " + common.resolve(Constants.CONFIG) + " includes more than " + MOST_INCLUDES + " files");
            }
            Config settings = parsed(file);
            for (String include : includes(settings)) {
                files.add(named(file, file.resolveSibling(expanded(include)), "includes " + include));
            }
            String other = settings.getString("core", null, "worktree");
            if (other != null) {
                tree = named(file, gitDir.resolve(expanded(other)), "sets core.worktree to " + other);
            }
            bare |= settings.getBoolean("core", "bare", false);
            sha256 |= "sha256".equalsIgnoreCase(settings.getString("extensions", null, "objectformat"));
            for (String name : List.of("excludesfile", "attributesfile")) {
                String patterns = settings.getString("core", null, name);
                if (patterns != null) {
                    RegularFile.check(named(file, roots.getFirst().resolve(expanded(patterns)), "sets core." + name + " to " + patterns), LARGEST_TEXT);
                }
            }
        }
    }

    private static List<String> includes(Config settings) {
        List<String> paths = new ArrayList<>(List.of(settings.getStringList("include", null, "path")));
        settings.getSubsections("includeif").forEach(when -> paths.addAll(List.of(settings.getStringList("includeif", when, "path"))));
        return paths;
    }

    /// A path of the user's home, which is never the archive's own.
    private static String expanded(String path) {
        return path.startsWith("~") || path.startsWith("%(") ? "/" + path : path;
    }

    private Path named(Path file, Path place, String what) throws IOException {
        Path real = Files.exists(place) ? place.toRealPath() : place.toAbsolutePath().normalize();
        require(real, "the configuration " + file + " " + what);
        return real;
    }

    private static Config parsed(Path file) throws IOException {
        Config settings = new Config();
        try {
            settings.fromText(text(file));
            return settings;
        } catch (ConfigInvalidException e) {
            throw new ArchiveException("the configuration " + file + " can't be read: " + e.getMessage() + "; `git config --list` shows more", e);
        }
    }

    private static String text(Path file) throws IOException {
        int limit = file.endsWith(Constants.CONFIG) || file.endsWith("alternates") ? (int) LARGEST_TEXT : LONGEST_LINK;
        return new String(RegularFile.read(file, limit), StandardCharsets.UTF_8);
    }

    /// Other folders of objects.
    private void alternates(Path objects, Set<Path> seen) throws IOException {
        Path list = objects.resolve(Constants.INFO_ALTERNATES);
        if (!seen.add(objects) || !Files.exists(list, LinkOption.NOFOLLOW_LINKS)) {
            return;
        }
        for (String line : text(list).lines().map(String::strip).filter(line -> !line.isEmpty() && !line.startsWith("#")).toList()) {
            Path other = objects.resolve(line);
            if (!Files.isDirectory(other)) {
                continue;
            }
            Path real = other.toRealPath();
            require(real, list + " takes objects from " + real);
            if (isInside(real)) {
                if (looked.add(real)) {
                    walk(real);
                }
                alternates(real, seen);
            }
        }
    }

    private boolean isInside(Path real) {
        return roots.stream().anyMatch(real::startsWith);
    }

    private void require(Path real, String what) {
        if (!isInside(real) && !allowed.holds(real)) {
            throw outside(what, real);
        }
    }

    private ArchiveException outside(String what, Path place) {
        return new ArchiveException.Outside(what + (what.endsWith(" lies") ? "" : ",") + " outside the archive's folder; to allow that, build with --allow-source " + place);
    }
}
