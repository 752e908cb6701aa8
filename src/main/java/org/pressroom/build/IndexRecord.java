package org.pressroom.build;

import org.pressroom.cache.ByteSink;
import org.pressroom.cache.ByteSource;
import org.pressroom.files.SafeFolder;
import org.pressroom.git.Basis;
import org.pressroom.parallel.Workers;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// What the search index of an archive was made from, so that a search can tell that the index is current without opening the
/// archive: a look at the names, sizes and times of its files is enough, for a commit at the few files that name it.
///
/// A record says nothing when in doubt. It is not made of what was changed a moment ago, since another change might leave no
/// trace in a file's time, and none is made where git's configuration or the name of the commit depend on more than files
/// that are known. An index without a record is as good: it is compared by [ArchiveSession#fingerprint].
///
/// @param question    what was asked for, in words
/// @param fingerprint of the index
/// @param synonyms    of the archive's configuration
/// @param files       whose change may mean another archive
/// @param folders     in which documents lie
/// @param state       the hash of both
record IndexRecord(
        String question, String fingerprint, List<List<String>> synonyms, List<Path> files, List<Path> folders, String state) {

    static final String FILE = "index.record";

    /// A file system may tell times in steps of two seconds.
    static final long MOMENT = 2000;

    /// Takes the record of an archive that has been opened and not been read yet.
    ///
    /// @param opened      when opening it began, in milliseconds from 1970
    /// @param fingerprint of the index that will be made of it
    static Optional<IndexRecord> of(
            ArchiveRequest request, ArchiveSession session, String version, long opened, String fingerprint, Workers workers) {
        Optional<Basis> basis = session.tree().basis();
        if (basis.isEmpty() || !session.configuration().scope().sources().isEmpty()) {
            return Optional.empty();
        }
        try {
            List<Path> files = files(request, session, basis.get());
            List<Path> folders = new ArrayList<>();
            Optional<Path> root = session.tree().folder();
            if (root.isPresent()) {
                Path content = root.get();
                for (String name : session.content().isEmpty() ? new String[0] : session.content().split("/")) {
                    content = content.resolve(name);
                    files.addAll(List.of(content, content.resolveSibling(".git"), content.resolveSibling(".gitignore")));
                }
                for (Path folder : basis.get().folders()) {
                    if (folder.startsWith(content)) {
                        folders.add(folder);
                    }
                }
            }
            DiskState state = DiskState.of(files, folders, false, workers);
            return state.newest() >= opened - MOMENT ? Optional.empty() : Optional.of(new IndexRecord(question(request, version),
                fingerprint, session.configuration().synonyms(), files, folders, state.hash()));
        } catch (IOException e) {
            // What can't be looked at now could not be compared later.
            return Optional.empty();
        }
    }

    /// The files that decide what the archive is, and its configuration.
    static List<Path> files(ArchiveRequest request, ArchiveSession session, Basis basis) {
        List<Path> files = new ArrayList<>(basis.files());
        if (request.config() != null) {
            files.add(request.config().toAbsolutePath());
        }
        session.tree().folder().ifPresent(root -> ConfigurationFile.NAMES.forEach(name -> files.add(root.resolve(name))));
        return files;
    }

    static String question(ArchiveRequest request, String version) throws IOException {
        return String.join("\n", version, request.location().toRealPath().toString(), String.valueOf(request.ref()),
            String.valueOf(request.content()), request.config() == null ? "" : request.config().toAbsolutePath().toString());
    }

    /// Whether a cache holds a record, of whatever.
    static boolean isIn(Path cache) {
        return Files.isRegularFile(cache.resolve(FILE));
    }

    /// The record in a cache, if it is of what is asked for and nothing has changed since.
    static Optional<IndexRecord> current(Path cache, ArchiveRequest request, String version, Workers workers) {
        try {
            Optional<IndexRecord> record = decode(Files.readAllBytes(cache.resolve(FILE)));
            return record.isPresent() && record.get().question.equals(question(request, version))
                && record.get().state.equals(DiskState.of(record.get().files, record.get().folders, false, workers).hash())
                ? record : Optional.empty();
        } catch (IOException e) {
            return Optional.empty();
        }
    }

    /// Keeps the record. Without it, searches are slower and no less right.
    void keep(Path cache) {
        try {
            SafeFolder.forOwnerOnly(cache).replace(FILE, encode());
        } catch (IOException e) {
            // The next search tries again.
        }
    }

    private byte[] encode() {
        ByteSink sink = new ByteSink();
        for (String text : List.of(question, fingerprint, state)) {
            sink.text(text);
        }
        sink.list(synonyms, group -> sink.list(group, sink::text));
        sink.list(files, file -> sink.text(file.toString()));
        sink.list(folders, folder -> sink.text(folder.toString()));
        return sink.bytes();
    }

    /// @return empty for a damaged file
    private static Optional<IndexRecord> decode(byte[] bytes) {
        ByteSource source = new ByteSource(bytes);
        try {
            String question = source.text();
            String fingerprint = source.text();
            String state = source.text();
            List<List<String>> synonyms = source.list(() -> source.list(source::text));
            List<Path> files = source.list(() -> Path.of(source.text()));
            return Optional.of(new IndexRecord(
                question, fingerprint, synonyms, files, source.list(() -> Path.of(source.text())), state));
        } catch (IndexOutOfBoundsException | IllegalArgumentException e) {
            return Optional.empty();
        }
    }
}
