package org.pressroom.git;

import org.eclipse.jgit.errors.NotSupportedException;
import org.eclipse.jgit.errors.TransportException;
import org.eclipse.jgit.lib.Constants;
import org.eclipse.jgit.lib.NullProgressMonitor;
import org.eclipse.jgit.lib.Ref;
import org.eclipse.jgit.lib.Repository;
import org.eclipse.jgit.storage.file.FileRepositoryBuilder;
import org.eclipse.jgit.transport.FetchConnection;
import org.eclipse.jgit.transport.RefSpec;
import org.eclipse.jgit.transport.Transport;
import org.eclipse.jgit.transport.URIish;
import org.jspecify.annotations.Nullable;
import org.pressroom.files.FileProblem;
import org.pressroom.files.OwnFolder;
import org.pressroom.files.SafeFolder;

import java.io.IOException;
import java.net.URISyntaxException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;

/// Copies of repositories that are elsewhere, each a bare repository in one folder.
///
/// @param folder where they are kept
/// @param fetch  whether they are brought up to date when they are asked for; one that is not there yet is, in any case
public record Mirrors(Path folder, boolean fetch) {

    private static final List<String> REFS = List.of("+refs/heads/*:refs/heads/*", "+refs/tags/*:refs/tags/*");
    private static final int SECONDS = 60;
    /// Its time is that of the last fetch that went well.
    private static final String REACHED = "pressroom-reached";

    /// A copy.
    ///
    /// @param folder  the bare repository
    /// @param address without credentials
    /// @param failure why the repository could not be reached now; null when it could, or was not asked
    /// @param reached the day on which it was last reached, in UTC
    public record Mirror(Path folder, String address, @Nullable String failure, LocalDate reached) { }

    /// The same copies as they are.
    public Mirrors asTheyAre() {
        return new Mirrors(folder, false);
    }

    /// The copy of a repository.
    ///
    /// @throws ArchiveException when there is none, and the repository can't be reached
    public Mirror of(CloneAddress address) {
        synchronized (Mirrors.class) {
            // Java's locks of files are for other processes.
            try {
                SafeFolder mirrors = OwnFolder.open(folder);
                try (FileChannel file = mirrors.lockFile(address.key() + ".lock"); FileLock lock = file.lock()) {
                    return locked(address, SafeFolder.forOwnerOnly(mirrors.folder(address.key() + ".git")), lock);
                }
            } catch (IOException e) {
                throw new ArchiveException("cannot keep a copy of " + address + " in " + folder + ": " + address.discreet(FileProblem.of(e)), e);
            }
        }
    }

    private Mirror locked(CloneAddress address, SafeFolder own, FileLock lock) throws IOException {
        Path mirror = own.path();
        Path reached = own.path(REACHED);
        boolean known = lock.isValid() && Files.exists(reached);
        String failure = known && !fetch ? null : fetched(address, mirror);
        if (failure == null && (fetch || !known)) {
            own.replace(REACHED, new byte[0]);
            OwnFolder.tighten(mirror);
        } else if (!known) {
            throw new ArchiveException("cannot reach " + address + ": " + failure);
        }
        return new Mirror(mirror, address.toString(), failure, LocalDate.ofInstant(Files.getLastModifiedTime(reached).toInstant(), ZoneOffset.UTC));
    }

    /// @return why it failed; null when it did not
    private static @Nullable String fetched(CloneAddress address, Path mirror) throws IOException {
        boolean made = !Files.exists(mirror.resolve(Constants.HEAD));
        try (Repository repository = new FileRepositoryBuilder().setGitDir(mirror.toFile()).setBare().build()) {
            if (made) {
                repository.create(true);
            }
            RemoteProgram program = new RemoteProgram(mirror, address, SECONDS);
            String head = program.exists() ? program.fetch(REFS) : fetchedByLibrary(address, repository);
            if (head.startsWith(Constants.R_HEADS)) {
                repository.updateRef(Constants.HEAD).link(head);
            }
            return null;
        } catch (RemoteProgram.Failed | TransportException | NotSupportedException | URISyntaxException e) {
            return address.discreet(String.valueOf(e.getMessage())).strip();
        }
    }

    /// @return the branch that the repository's HEAD names; empty when it names none
    static String fetchedByLibrary(CloneAddress address, Repository repository)
            throws URISyntaxException, NotSupportedException, TransportException {
        try (Transport transport = Transport.open(repository, new URIish(address.secret()))) {
            transport.setTimeout(SECONDS);
            transport.setRemoveDeletedRefs(true);
            transport.fetch(NullProgressMonitor.INSTANCE, REFS.stream().map(RefSpec::new).toList());
            try (FetchConnection connection = transport.openFetch()) {
                Ref head = connection.getRef(Constants.HEAD);
                return head != null && head.isSymbolic() ? head.getTarget().getName() : "";
            }
        }
    }
}
