package org.pressroom.git;

import org.eclipse.jgit.errors.ConfigInvalidException;
import org.eclipse.jgit.lib.Config;
import org.eclipse.jgit.lib.ConfigConstants;
import org.eclipse.jgit.lib.Constants;
import org.eclipse.jgit.lib.ObjectId;
import org.eclipse.jgit.lib.Repository;
import org.eclipse.jgit.lib.StoredConfig;
import org.eclipse.jgit.storage.file.FileBasedConfig;
import org.eclipse.jgit.util.SystemReader;
import org.jspecify.annotations.Nullable;
import org.pressroom.files.RegularFile;

import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/// Finds the files of a [Basis].
final class BasisFiles {

    private static final String LINK = "ref: ";
    private static final int MOST_LINKS = 5;
    private static final int LONGEST_LINK = 4096;

    /// Names that are looked up and not computed: no `main~3`, no `main@{yesterday}`, no `v1-4-gabc1234`.
    private static final Pattern NAME = Pattern.compile("[A-Za-z0-9._/-]+");
    private static final Pattern DESCRIBED = Pattern.compile(".*-g[0-9a-f]+");

    /// Where git looks for a name, in its order.
    private static final List<String> PLACES =
        List.of("%s", "refs/%s", "refs/tags/%s", "refs/heads/%s", "refs/remotes/%s", "refs/remotes/%s/HEAD");

    private final Set<Path> files = new LinkedHashSet<>();

    /// What decides to which repository a folder belongs.
    BasisFiles repositoryOf(Path folder) {
        for (String part : List.of("HEAD", "objects", "refs")) {
            files.add(folder.resolve(part));
        }
        for (Path above = folder; above != null; above = above.getParent()) {
            files.add(above.resolve(Constants.DOT_GIT));
        }
        return this;
    }

    /// What decides to which commit a name leads.
    ///
    /// @return empty for a name that may lead to another commit without a change of any such file
    Optional<BasisFiles> commit(Repository repository, String name) throws IOException {
        if (ObjectId.isId(name)) {
            return Optional.of(this);
        }
        if (!NAME.matcher(name).matches() || name.contains("..") || DESCRIBED.matcher(name).matches()) {
            return Optional.empty();
        }
        Path common = repository.getCommonDirectory().toPath();
        files.add(common.resolve(Constants.PACKED_REFS));
        files.add(common.resolve("reftable/tables.list"));
        for (String place : PLACES) {
            reference(repository, place.formatted(name), MOST_LINKS);
        }
        return Optional.of(this);
    }

    private void reference(Repository repository, String name, int links) throws IOException {
        // A linked working tree has a HEAD of its own; its branches are those of all.
        for (File folder : List.of(repository.getDirectory(), repository.getCommonDirectory())) {
            Path file = folder.toPath().resolve(name);
            files.add(file);
            if (links > 0 && Files.isRegularFile(file) && Files.size(file) <= LONGEST_LINK) {
                String text = new String(RegularFile.read(file, LONGEST_LINK), StandardCharsets.UTF_8);
                if (text.startsWith(LINK)) {
                    reference(repository, text.substring(LINK.length()).strip(), links - 1);
                }
            }
        }
    }

    /// What decides which files of a working tree are ignored, but for the rules in the folders below `folder`.
    ///
    /// @param prefix the folder's path below the working tree, without a final slash
    /// @return empty when git's configuration has further parts in files that are not known here
    Optional<BasisFiles> ignored(Repository repository, String prefix) throws IOException {
        Path top = repository.getWorkTree().toPath();
        files.add(repository.getIndexFile().toPath());
        files.add(repository.getCommonDirectory().toPath().resolve(Constants.INFO_EXCLUDE));
        files.add(top.resolve(Constants.GITIGNORE_FILENAME));
        Path folder = top;
        for (String name : prefix.isEmpty() ? new String[0] : prefix.split("/")) {
            folder = folder.resolve(name);
            files.add(folder.resolve(Constants.GITIGNORE_FILENAME));
        }
        return settings(repository) ? Optional.of(this) : Optional.empty();
    }

    /// What decides how far the history reaches, and under which names people stand in it.
    BasisFiles history(Repository repository) throws IOException {
        Path common = repository.getCommonDirectory().toPath();
        for (String name : List.of("shallow", "info/grafts", "info/sparse-checkout")) {
            files.add(common.resolve(name));
        }
        if (!repository.isBare()) {
            files.add(repository.getWorkTree().toPath().resolve(".mailmap"));
        }
        return this;
    }

    private boolean settings(Repository repository) throws IOException {
        SystemReader system = SystemReader.getInstance();
        List<StoredConfig> settings = new ArrayList<>();
        settings.add(repository.getConfig());
        try {
            settings.addAll(List.of(system.getUserConfig(), system.getJGitConfig(), system.getSystemConfig()));
        } catch (ConfigInvalidException e) {
            return false;
        }
        files.add(repository.getCommonDirectory().toPath().resolve(Constants.CONFIG));
        files.add(repository.getDirectory().toPath().resolve("config.worktree"));
        for (StoredConfig one : settings) {
            if (one instanceof FileBasedConfig file && file.getFile() != null) {
                files.add(file.getFile().toPath());
            }
            if (one.getSections().contains("include")) {
                return false;
            }
        }
        Path home = system.getXdgConfigDirectory(repository.getFS());
        if (home != null) {
            files.add(home.resolve("git/config"));
            files.add(home.resolve("git/ignore"));
        }
        Path excludes = excludes(repository, repository.getConfig());
        if (excludes != null) {
            files.add(excludes);
        }
        return true;
    }

    private static @Nullable Path excludes(Repository repository, Config settings) {
        return settings.getPath(ConfigConstants.CONFIG_CORE_SECTION, null, ConfigConstants.CONFIG_KEY_EXCLUDESFILE,
            repository.getFS(), repository.getWorkTree(), null);
    }

    Basis with(List<Path> folders) {
        return new Basis(files.stream().map(file -> file.toAbsolutePath().normalize()).toList(), folders);
    }
}
