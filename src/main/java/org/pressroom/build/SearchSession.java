package org.pressroom.build;

import org.jspecify.annotations.Nullable;
import org.pressroom.cache.ResultStore;
import org.pressroom.files.FileProblem;
import org.pressroom.files.Scratch;
import org.pressroom.parallel.Background;
import org.pressroom.parallel.Workers;
import org.pressroom.search.SearchIndex;
import org.pressroom.search.Synonyms;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// The search index of an archive, made when it is missing or no longer fits.
///
/// @param index   open
/// @param remarks sentences for people: that the index was made, and why
/// @param scratch holds an index that is not kept; null when it is kept
public record SearchSession(SearchIndex index, Synonyms synonyms, List<String> remarks, @Nullable Scratch scratch) implements AutoCloseable {

    /// The index's folder in the archive's cache folder.
    static final String FOLDER = "index";

    public SearchSession {
        remarks = List.copyOf(remarks);
    }

    /// Opens the index.
    ///
    /// @param cache the folder of this archive in the user's cache; null to do without
    /// @throws UncheckedIOException when no index can be made
    public static SearchSession open(ArchiveRequest request, @Nullable Path cache, String version, Workers workers) {
        Optional<SearchSession> current = cache == null ? Optional.empty() : current(request, cache, version, workers);
        if (current.isPresent()) {
            return current.get();
        }
        List<String> remarks = new ArrayList<>();
        long opened = System.currentTimeMillis();
        try (ArchiveSession session = ArchiveSession.open(request)) {
            String fingerprint = session.fingerprint(version);
            Synonyms synonyms = Synonyms.of(session.configuration().synonyms());
            if (cache != null) {
                Path folder = cache.resolve(FOLDER);
                Optional<IndexRecord> record = IndexRecord.of(request, session, version, opened, fingerprint, workers);
                String found = SearchIndex.fingerprintIn(folder).orElse(null);
                if (fingerprint.equals(found)) {
                    try {
                        SearchIndex index = SearchIndex.openOnce(folder);
                        record.ifPresent(r -> r.keep(cache));
                        return new SearchSession(index, synonyms, remarks, null);
                    } catch (IOException e) {
                        remarks.add("the search index is damaged; building it again");
                    }
                } else {
                    remarks.add(found != null ? "the archive has changed since the search index was built; building it again"
                        : Files.exists(folder, LinkOption.NOFOLLOW_LINKS) ? "the search index can't be read; building it again"
                        : "there is no search index yet; building it");
                }
                try (Scratch scratch = SiteBuild.scratch(cache)) {
                    SearchIndex index = make(session, new HistoryCache(cache, version), cache, scratch, folder, fingerprint, workers);
                    record.ifPresent(r -> r.keep(cache));
                    return new SearchSession(index, synonyms, remarks, null);
                } catch (UncheckedIOException e) {
                    remarks.add("the search index can't be stored: " + FileProblem.of(e));
                }
            }
            return unkept(session, synonyms, fingerprint, workers, remarks);
        }
    }

    /// The index that is kept, if it is known to be current without opening the archive. It is opened while that is found out.
    private static Optional<SearchSession> current(ArchiveRequest request, Path cache, String version, Workers workers) {
        if (!IndexRecord.isIn(cache)) {
            return Optional.empty();
        }
        try (Background<Optional<IndexRecord>> record =
                Background.begin("record", () -> IndexRecord.current(cache, request, version, workers))) {
            SearchIndex index = SearchIndex.openOnce(cache.resolve(FOLDER));
            Optional<IndexRecord> current = record.get().filter(r -> r.fingerprint().equals(index.fingerprint()));
            if (current.isPresent()) {
                return Optional.of(new SearchSession(index, Synonyms.of(current.get().synonyms()), List.of(), null));
            }
            index.close();
        } catch (IOException e) {
            // No index, or a damaged one: it is made again.
        }
        return Optional.empty();
    }

    private static SearchSession unkept(ArchiveSession session, Synonyms synonyms, String fingerprint, Workers workers, List<String> remarks) {
        Scratch scratch = Scratch.open(null);
        try {
            return new SearchSession(make(session, HistoryCache.NONE, null, scratch, scratch.folder().path().resolve(FOLDER), fingerprint, workers),
                synonyms, remarks, scratch);
        } catch (RuntimeException e) {
            scratch.close();
            throw e;
        }
    }

    private static SearchIndex make(ArchiveSession session, HistoryCache history, @Nullable Path cache, Scratch scratch, Path folder, String fingerprint, Workers workers) {
        // Of what is read here only the documents are used; findings that depend on the day are not shown.
        try (ResultStore store = SiteBuild.store(cache, scratch, _ -> { })) {
            Reading reading = Reading.of(
                session, workers, heads -> Past.of(session, history, heads, workers, new ArrayList<>()), store, false, Reading.ANY_DAY, new Semantics.Words(), Progress.NONE);
            return new SearchStage(reading).index(folder, fingerprint, workers, Progress.NONE);
        } catch (IOException e) {
            throw new UncheckedIOException(FileProblem.of(e), e);
        }
    }

    @Override
    public void close() {
        try {
            index.close();
            if (scratch != null) {
                scratch.close();
            }
        } catch (IOException e) {
            throw new UncheckedIOException("cannot close the search index: " + e.getMessage(), e);
        }
    }
}
