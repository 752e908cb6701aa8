package org.pressroom.build;

import org.jspecify.annotations.Nullable;
import org.pressroom.cache.Fingerprint;
import org.pressroom.cache.Key;
import org.pressroom.cache.Packed;
import org.pressroom.cache.Program;
import org.pressroom.cache.RecordCodec;
import org.pressroom.cache.ResultStore;
import org.pressroom.diagnostic.Report;
import org.pressroom.git.ArchiveException;
import org.pressroom.git.Basis;
import org.pressroom.git.OutputPlace;
import org.pressroom.parallel.Workers;
import org.pressroom.publish.Publication;
import org.pressroom.publish.PublishException;
import org.pressroom.publish.Publisher;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// What the last build of an archive in some manner was made from and came to, so that a build of the same ends before it begins: a
/// look at the names, sizes and times of the archive's files and of the site's is enough.
///
/// It says nothing when in doubt, as an [IndexRecord] does: not when something was changed a moment before the build began, nor when
/// the archive depends on more than files that are known, nor with code of others, which may ask the clock.
///
/// @param question what a build was asked for
/// @param files    whose change may mean another archive
/// @param folders  in which the archive's files lie
/// @param state    the hash of both
record LastBuild(String question, List<Path> files, List<Path> folders, String state) {

    private static final RecordCodec<Made> MADE = RecordCodec.of(Made.class);

    /// As it is kept.
    ///
    /// @param site of the files in the output folder, as [Publisher#marks] tells
    record Made(List<String> files, List<String> folders, String state, Key site, int documents, int pages, int searchFiles, int published,
            Report report, List<String> remarks, List<String> uncommitted) { }

    /// Takes what a build will be made from, before any of it is read.
    ///
    /// @param opened when opening the archive began, in milliseconds from 1970
    /// @return empty when that can't be said
    static Optional<LastBuild> of(ArchiveRequest request, BuildOptions options, ArchiveSession session, long opened, Workers workers) {
        try {
            Optional<Basis> basis = session.tree().basis();
            Optional<String> question = question(request, options);
            if (basis.isEmpty() || question.isEmpty() || !session.configuration().scope().sources().isEmpty()) {
                return Optional.empty();
            }
            List<Path> files = IndexRecord.files(request, session, basis.get());
            String baseline = session.configuration().baseline();
            if (baseline != null) {
                // It may lie where no file of the archive is listed.
                session.tree().folder().ifPresent(root -> files.add(root.resolve(baseline)));
            }
            DiskState now = DiskState.of(files, basis.get().folders(), true, workers);
            return now.newest() >= opened - IndexRecord.MOMENT ? Optional.empty()
                : Optional.of(new LastBuild(question.get(), files, basis.get().folders(), now.hash()));
        } catch (IOException | ArchiveException e) {
            // What can't be looked at now could not be compared later.
            return Optional.empty();
        }
    }

    private static Optional<String> question(ArchiveRequest request, BuildOptions options) throws IOException {
        String semantics = switch (options.semantics()) {
            case Semantics.Nothing() -> "nothing";
            case Semantics.Words() -> "words";
            case Semantics.Table() -> "table";
            case Semantics.Model model -> "model " + model.vectors().model().name();
        };
        return !options.jars().isEmpty() || request.mirror() != null ? Optional.empty() : Optional.of(String.join("\n",
            IndexRecord.question(request, options.version()), String.valueOf(request.skip()), request.allowed().toString(),
            options.output().toAbsolutePath().normalize().toString(), String.valueOf(options.baseUrl()), options.strict() + " " + options.failOn(),
            options.asOf().toString(), options.allowEmpty() + " " + options.themeScripts(), semantics));
    }

    private static Key key(String question) {
        return new Fingerprint("build " + MADE.schema()).key(Program.key()).text(question).key();
    }

    /// Keeps what came of it. Without, the next build looks closer.
    ///
    /// @param publication of a site that is whole
    void keep(ResultStore store, Publisher publisher, BuildResult made, Publication publication) {
        store.put(ResultStore.Kind.BUILD, key(question), () -> Packed.pack(MADE.encode(new Made(texts(files), texts(folders), state, site(publisher),
            made.documents(), made.pages(), made.searchFiles(), publication.files(), made.report(), made.remarks(), made.uncommitted()))));
    }

    private static Key site(Publisher publisher) {
        return new Fingerprint("site").texts(publisher.marks()).key();
    }

    private static List<String> texts(List<Path> paths) {
        return paths.stream().map(Path::toString).toList();
    }

    /// What a build would come to, if nothing has changed since the last one that was asked for the same, neither in the archive nor in
    /// the site.
    static Optional<BuildResult> unchanged(ArchiveRequest request, BuildOptions options, Workers workers, StageClock clock) {
        Path cache = options.cache();
        if (cache == null || !ResultStore.isIn(cache)) {
            return Optional.empty();
        }
        try {
            Optional<String> question = question(request, options);
            Made last = question.isEmpty() ? null : made(cache, question.get());
            if (last == null || !last.state.equals(DiskState.of(paths(last.files), paths(last.folders), true, workers).hash())) {
                return Optional.empty();
            }
            try (Publisher publisher = Publisher.open(OutputPlace.of(request.location(), options.output()))) {
                return !site(publisher).equals(last.site) ? Optional.empty() : Optional.of(new BuildResult(last.documents, last.pages, last.searchFiles,
                    new Publication(last.published, List.of(), List.of()), last.report, clock.stop(), new ArrayList<>(last.remarks), last.uncommitted));
            }
        } catch (IOException | ArchiveException | PublishException e) {
            // The build will meet it again, and say so.
            return Optional.empty();
        }
    }

    private static @Nullable Made made(Path cache, String question) {
        try (ResultStore store = ResultStore.openOrNone(cache)) {
            return store.get(ResultStore.Kind.BUILD, key(question)).map(Packed::unpack).flatMap(MADE::read).orElse(null);
        }
    }

    private static List<Path> paths(List<String> texts) {
        return texts.stream().map(Path::of).toList();
    }
}
