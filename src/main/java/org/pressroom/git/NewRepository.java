package org.pressroom.git;

import org.eclipse.jgit.api.Git;
import org.eclipse.jgit.api.ResetCommand;
import org.eclipse.jgit.api.errors.GitAPIException;
import org.eclipse.jgit.dircache.DirCache;
import org.eclipse.jgit.dircache.DirCacheBuilder;
import org.eclipse.jgit.dircache.DirCacheEntry;
import org.eclipse.jgit.lib.CommitBuilder;
import org.eclipse.jgit.lib.ConfigConstants;
import org.eclipse.jgit.lib.Constants;
import org.eclipse.jgit.lib.FileMode;
import org.eclipse.jgit.lib.ObjectId;
import org.eclipse.jgit.lib.ObjectInserter;
import org.eclipse.jgit.lib.PersonIdent;
import org.eclipse.jgit.lib.RefUpdate;
import org.eclipse.jgit.lib.Repository;
import org.eclipse.jgit.lib.StoredConfig;
import org.eclipse.jgit.storage.file.FileRepositoryBuilder;
import org.pressroom.files.FileProblem;
import org.pressroom.files.SafeFolder;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;

/// A repository that is being written, commit by commit. What a commit is called depends on nothing but what is handed in:
/// neither on the clock nor on anybody's settings of git.
public final class NewRepository implements AutoCloseable {

    private static final String BRANCH = Constants.R_HEADS + "main";

    private final Path folder;
    private final Repository repository;
    private final ObjectInserter inserter;
    private final Map<byte[], ObjectId> blobs = new IdentityHashMap<>();

    private NewRepository(Path folder, Repository repository) {
        this.folder = folder;
        this.repository = repository;
        this.inserter = repository.newObjectInserter();
    }

    /// Makes a repository without a commit.
    ///
    /// @throws ArchiveException when the folder holds something, or can't be made
    public static NewRepository in(Path folder) {
        try {
            if (Files.exists(folder) && !isEmpty(folder)) {
                throw new ArchiveException(folder + (Files.isDirectory(folder) ? " is not empty" : " is a file")
                    + "; name a folder that is empty or does not exist yet");
            }
            SafeFolder.make(folder);
            Repository repository = new FileRepositoryBuilder().setWorkTree(folder.toFile())
                .setGitDir(folder.resolve(Constants.DOT_GIT).toFile()).build();
            repository.create();
            StoredConfig config = repository.getConfig();
            // The files shall be what the commits say, whatever the user's own settings.
            config.setString(ConfigConstants.CONFIG_CORE_SECTION, null, ConfigConstants.CONFIG_KEY_AUTOCRLF, "false");
            config.save();
            repository.updateRef(Constants.HEAD).link(BRANCH);
            return new NewRepository(folder, repository);
        } catch (IOException e) {
            throw failed(folder, e);
        }
    }

    private static boolean isEmpty(Path folder) throws IOException {
        if (!Files.isDirectory(folder)) {
            return false;
        }
        try (DirectoryStream<Path> files = Files.newDirectoryStream(folder)) {
            return !files.iterator().hasNext();
        }
    }

    private static ArchiveException failed(Path folder, Exception e) {
        return new ArchiveException("cannot make a repository in " + folder + ": "
            + (e instanceof IOException problem ? FileProblem.of(problem) : e.getMessage()), e);
    }

    /// Adds a commit.
    ///
    /// @param files   all that it holds, by path
    /// @param parents ids of the commits before it, the first that of its own line
    /// @return its id
    public String commit(SortedMap<String, byte[]> files, List<String> parents, RawCommit.Author author, Instant time, String message) {
        try {
            DirCache tree = DirCache.newInCore();
            DirCacheBuilder builder = tree.builder();
            for (Map.Entry<String, byte[]> file : files.entrySet()) {
                DirCacheEntry entry = new DirCacheEntry(file.getKey());
                entry.setFileMode(FileMode.REGULAR_FILE);
                entry.setObjectId(blob(file.getValue()));
                builder.add(entry);
            }
            builder.finish();
            CommitBuilder commit = new CommitBuilder();
            commit.setTreeId(tree.writeTree(inserter));
            commit.setParentIds(parents.stream().map(ObjectId::fromString).toList());
            PersonIdent person = new PersonIdent(author.name(), author.mail(), time, ZoneOffset.UTC);
            commit.setAuthor(person);
            commit.setCommitter(person);
            commit.setEncoding(StandardCharsets.UTF_8);
            commit.setMessage(message);
            return inserter.insert(commit).name();
        } catch (IOException e) {
            throw failed(folder, e);
        }
    }

    private ObjectId blob(byte[] bytes) throws IOException {
        ObjectId known = blobs.get(bytes);
        if (known == null) {
            known = inserter.insert(Constants.OBJ_BLOB, bytes);
            blobs.put(bytes, known);
        }
        return known;
    }

    /// Makes a commit the branch `main`, and checks it out.
    public void finish(String commit) {
        try {
            inserter.flush();
            RefUpdate branch = repository.updateRef(BRANCH);
            branch.setNewObjectId(ObjectId.fromString(commit));
            branch.disableRefLog();
            branch.update();
            new Git(repository).reset().setMode(ResetCommand.ResetType.HARD).disableRefLog(true).call();
        } catch (IOException | GitAPIException e) {
            throw failed(folder, e);
        }
    }

    @Override
    public void close() {
        inserter.close();
        repository.close();
    }
}
