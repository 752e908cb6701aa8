package org.pressroom.build;

import org.jspecify.annotations.Nullable;
import org.pressroom.bake.BakeReport;
import org.pressroom.bake.Edition;
import org.pressroom.bake.FindingCounts;
import org.pressroom.bake.Health;
import org.pressroom.bake.PageCount;
import org.pressroom.bake.SiteBaker;
import org.pressroom.bake.SiteInput;
import org.pressroom.bake.StaleSource;
import org.pressroom.bake.TemplateFault;
import org.pressroom.cache.CacheFolder;
import org.pressroom.cache.ResultStore;
import org.pressroom.catalog.Entry;
import org.pressroom.diagnostic.Baseline;
import org.pressroom.diagnostic.Diagnostic;
import org.pressroom.diagnostic.Fix;
import org.pressroom.diagnostic.Position;
import org.pressroom.diagnostic.Report;
import org.pressroom.diagnostic.Severity;
import org.pressroom.diagnostic.SharedFindings;
import org.pressroom.diagnostic.Suppressed;
import org.pressroom.files.FileProblem;
import org.pressroom.files.SafeFolder;
import org.pressroom.files.Scratch;
import org.pressroom.files.Staging;
import org.pressroom.git.ArchiveException;
import org.pressroom.git.OutputPlace;
import org.pressroom.git.TreeEntry;
import org.pressroom.history.Histories;
import org.pressroom.parallel.Background;
import org.pressroom.parallel.Workers;
import org.pressroom.parse.DocumentHead;
import org.pressroom.publish.Publication;
import org.pressroom.publish.Publisher;
import org.pressroom.search.ProblemExporter;
import org.pressroom.search.SearchIndex;
import org.pressroom.search.ShardExporter;
import org.pressroom.search.ShardVerification;
import org.pressroom.search.Synonyms;
import org.pressroom.source.SourceId;
import org.pressroom.source.SourcePath;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.FileSystemException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.Supplier;

/// Builds a site: opens the archive, asks git, reads every document, makes the index, bakes the pages, publishes.
///
/// The site is made in a staging folder inside the output folder and switched to at the end, so a failure at any stage
/// leaves the site that was there.
public final class SiteBuild {

    private final ArchiveRequest request;
    private final BuildOptions options;
    private final Workers workers;
    private final Progress progress;
    private final List<String> remarks = new ArrayList<>();
    private final StageClock clock = new StageClock(Stage.OPEN);
    private String fingerprint = "";
    private @Nullable IndexRecord indexRecord;
    private @Nullable LastBuild lastBuild;
    /// Null from when it turned out that there is none.
    private @Nullable Path cache;
    private boolean toldOfCache;
    /// Whether the files for searching are those of an earlier build, all of them.
    private volatile boolean searchKept;
    /// Null until git was asked.
    private @Nullable Past past;
    /// Null until all is done but the removal of temporary files.
    private @Nullable BuildResult result;

    private SiteBuild(ArchiveRequest request, BuildOptions options, Workers workers, Progress progress) {
        this.request = request;
        this.options = options;
        this.workers = workers;
        this.progress = progress;
        this.cache = options.cache();
    }

    /// Builds a site.
    ///
    /// @throws ArchiveException when the archive can't be read, came with what is in the output folder, or has no documents any more
    /// @throws org.pressroom.publish.PublishException when the output folder can't be used; the old site is whole
    /// @throws UncheckedIOException when something can't be read or written; the old site is as it was
    public static BuildResult run(ArchiveRequest request, BuildOptions options, Workers workers, Progress progress) {
        return new SiteBuild(request, options, workers, progress).run();
    }

    private BuildResult run() {
        progress.begin(Stage.OPEN, 0);
        Optional<BuildResult> same = options.verify() ? Optional.empty() : LastBuild.unchanged(request, options, workers, clock);
        return same.isPresent() ? same.get() : made();
    }

    private BuildResult made() {
        long opened = System.currentTimeMillis();
        try (ArchiveSession session = ArchiveSession.open(request); Publisher publisher = Publisher.open(OutputPlace.of(request.location(), options.output()))) {
            if (session.documents().isEmpty()) {
                String sentence = NoDocuments.sentence(session);
                if (!options.allowEmpty()) {
                    throw new ArchiveException(sentence + NoDocuments.WAY_ON + (publisher.ideas() == 0 ? "" : ", and empties the site in " + options.output()
                        + ", which has " + publisher.ideas() + (publisher.ideas() == 1 ? " idea" : " ideas") + " and was left as it is"));
                }
                remarks.add(sentence);
            }
            // Of the archive as it is now: what changes while it is read shall be noticed.
            fingerprint = session.fingerprint(options.version());
            indexRecord = cache == null ? null
                : IndexRecord.of(request, session, options.version(), opened, fingerprint, workers).orElse(null);
            lastBuild = cache == null ? null : LastBuild.of(request, options, session, opened, workers).orElse(null);
            List<String> soFar = List.copyOf(remarks);
            try {
                return run(session, publisher, () -> scratch(cache));
            } catch (UncheckedIOException e) {
                if (result != null) {
                    remarks.add(FileProblem.of(e));
                    return result;
                }
                remarks.clear();
                toldOfCache = false;
                remarks.addAll(soFar);
                return again(session, publisher, e);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(FileProblem.of(e), e);
        }
    }

    /// What is kept, and what is made on the way, is only a help: where no more can be written there, the disk of the site will do. Which disk
    /// refused can't be told from an exception, so it is tried; a disk of the site that is full refuses again.
    private BuildResult again(ArchiveSession session, Publisher publisher, UncheckedIOException first) throws IOException {
        cache = null;
        publisher.clear();
        try {
            BuildResult made = run(session, publisher, () -> Scratch.open(publisher.temporary()));
            remarks.add("temporary files were written to the output folder, and nothing is stored for the next command: a first attempt with files in "
                + (options.cache() == null ? System.getProperty("java.io.tmpdir") : options.cache().getParent()) + ", failed: " + FileProblem.of(first));
            return made;
        } catch (UncheckedIOException e) {
            // That there is no room for temporary files beside the site is not what is wrong.
            first.addSuppressed(e);
            throw first;
        }
    }

    private BuildResult run(ArchiveSession session, Publisher publisher, Supplier<Scratch> temporary) {
        try (Scratch scratch = temporary.get(); ResultStore store = store(cache, scratch, this::notKept)) {
            clock.next(Stage.READ);
            // Git works while the documents' heads are looked at, and is waited for before the first is read whole.
            HistoryCache kept = new HistoryCache(cache, options.version());
            try (Background<Past> git = Background.begin("history", () -> Past.begin(session, kept))) {
                Reading reading = Reading.of(session, workers, heads -> history(git, heads), store, false, options.asOf(), options.semantics(), progress);
                Report report = report(session, reading);
                if (options.strict() && report.reaches(options.failOn())) {
                    remarks.add("--strict: there are findings, so the site was not changed");
                    return result(reading, 0, 0, null, report);
                }
                return make(session, publisher, store, scratch, reading, report);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(FileProblem.of(e), e);
        }
    }

    /// A disk that is full often says nothing but that, and pages are made on two.
    static String failure(IOException e, Path temporary, Path staging) {
        String reason = "cannot make the pages: " + FileProblem.of(e);
        return e instanceof FileSystemException problem && problem.getFile() != null ? reason
            : reason + "; temporary files are in " + temporary + " (PRESSROOM_CACHE names another folder), the pages in " + staging;
    }

    /// @param cache the folder of the archive in the user's cache; null to do without
    static Scratch scratch(@Nullable Path cache) {
        return Scratch.open(cache == null ? null : CacheFolder.temporary(cache));
    }

    /// The store that the archive has, or one for this command alone.
    ///
    /// @param cache   the folder of the archive in the user's cache; null to do without
    /// @param remarks takes a sentence for people when there is none
    static ResultStore store(@Nullable Path cache, Scratch scratch, Consumer<String> remarks) throws IOException {
        Optional<ResultStore> store = cache == null ? Optional.empty() : ResultStore.open(cache, remarks);
        return store.isPresent() ? store.get() : ResultStore.temporary(scratch.folder());
    }

    /// Forgets what no build used in a while.
    private void tidy(ResultStore store) {
        // What was kept together was not asked for one by one.
        store.forgetUnused(searchKept ? EnumSet.complementOf(EnumSet.of(ResultStore.Kind.SHARD)) : EnumSet.allOf(ResultStore.Kind.class));
        IOException failure = store.failure();
        if (failure != null) {
            notKept("some results can't be stored for the next build: " + failure.getMessage());
        }
    }

    /// Says why not all is kept for later commands; one reason is enough.
    private void notKept(String sentence) {
        if (!toldOfCache) {
            toldOfCache = true;
            remarks.add(sentence);
        }
    }

    private static SafeFolder below(Scratch scratch, String name) {
        try {
            return SafeFolder.forOwnerOnly(scratch.folder().folder(name));
        } catch (IOException e) {
            throw new UncheckedIOException("cannot make a temporary folder: " + FileProblem.of(e), e);
        }
    }

    private @Nullable Histories history(Background<Past> git, Map<String, DocumentHead> heads) {
        clock.next(Stage.HISTORY);
        progress.begin(Stage.HISTORY, 0);
        Past asked = git.get();
        past = asked;
        Histories history = asked.end(heads, workers, remarks);
        clock.next(Stage.READ);
        return history;
    }

    /// Entries of the baseline that no longer occur are for `check` to tell: they may speak of restricted documents.
    private static Report report(ArchiveSession session, Reading reading) {
        Optional<BaselineFile> baseline = BaselineFile.of(session, null);
        if (baseline.isEmpty()) {
            return new Report(reading.read(), reading.findings());
        }
        Baseline.Comparison comparison = baseline.get().baseline().compare(reading.findings());
        return new Report(reading.read(), comparison.fresh(), comparison.known());
    }

    private BuildResult make(ArchiveSession session, Publisher publisher, ResultStore store, Scratch scratch, Reading reading,
            Report report) {
        clock.next(Stage.INDEX);
        BakeReport baked;
        int searchFiles;
        Synonyms synonyms = Synonyms.of(session.configuration().synonyms());
        SearchStage search = new SearchStage(reading);
        KeptSearch kept = new KeptSearch(store, publisher.staging(), session.configuration().fingerprint(), search.content());
        // The export walks the index on one thread, which leaves the others to the pages.
        try (SearchIndex index = index(scratch, search);
                Background<Integer> export = Background.begin("export", () -> export(index, reading, synonyms, publisher.staging(), kept));
                Originals documents = new Originals(session, reading, request.ref())) {
            clock.next(Stage.BAKE);
            progress.begin(Stage.BAKE, 0);
            baked = new SiteBaker(workers.threads(), options.jars())
                .bake(input(session, documents, store, scratch, reading, report), below(scratch, "pages"), publisher.staging(), new PageCount() {
                    @Override
                    public void planned(int pages) {
                        progress.begin(Stage.BAKE, pages);
                    }

                    @Override
                    public void made() {
                        progress.step();
                    }
                });
            clock.next(Stage.INDEX);
            searchFiles = export.get();
        } catch (TemplateFault fault) {
            List<Diagnostic> findings = new ArrayList<>(report.findings());
            findings.add(diagnostic(session, fault));
            remarks.add("a template failed, so the site was not changed");
            return result(reading, 0, 0, null, new Report(report.documents(), findings, report.suppressed()));
        } catch (IOException e) {
            throw new UncheckedIOException(failure(e, scratch.folder().path(), publisher.staging().folder()), e);
        }
        baked.unused().forEach(file -> remarks.add("templates/" + file + " is not a template and was not used"));
        reading.attachments().write(session, publisher.staging(), workers);
        Schemas.write(session, publisher.staging());
        clock.next(Stage.PUBLISH);
        progress.begin(Stage.PUBLISH, 0);
        Publication publication = publisher.publish();
        BuildResult made = result(reading, baked.pages(), searchFiles, publication, report);
        if (lastBuild != null && !toldOfCache && (past == null || !past.isLacking())) {
            lastBuild.keep(store, publisher, made, publication);
        }
        tidy(store);
        return made;
    }

    private BuildResult result(Reading reading, int pages, int searchFiles, @Nullable Publication publication, Report report) {
        BuildResult made = new BuildResult(reading.catalog().entries().size(), pages, searchFiles, publication, report, clock.stop(), remarks, uncommitted(reading));
        result = made;
        return made;
    }

    private List<String> uncommitted(Reading reading) {
        Set<SourcePath> changed = past == null ? Set.of() : past.changed();
        return changed.isEmpty() ? List.of()
            : reading.catalog().entries().stream().filter(entry -> changed.contains(entry.facts().path())).map(Entry::page).toList();
    }

    /// Writes what the pages for searching answer from.
    ///
    /// @return how many files the search has
    private int export(SearchIndex index, Reading reading, Synonyms synonyms, Staging staging, KeptSearch kept) {
        try {
            OptionalInt last = kept.keep();
            searchKept = last.isPresent();
            int files = last.isPresent() ? last.getAsInt() : exportAnew(index, reading, synonyms, staging, kept);
            if (options.verify()) {
                ShardVerification.verify(index, reading.catalog(), synonyms, staging);
            }
            return files;
        } catch (IOException e) {
            throw new UncheckedIOException("cannot write the search files: " + FileProblem.of(e), e);
        }
    }

    private static int exportAnew(SearchIndex index, Reading reading, Synonyms synonyms, Staging staging, KeptSearch kept) throws IOException {
        List<String> search = ShardExporter.export(index, reading.catalog(), synonyms, staging, kept);
        PriorProblems prior = reading.prior();
        List<String> problems = ProblemExporter.export(index, reading.catalog(), prior.vectors(), prior.clusters(), staging, kept);
        kept.remember(search, problems);
        return search.size();
    }

    /// The index outlives the build, for `pressroom search`; where that place can't be written, it is made for this build alone.
    private SearchIndex index(Scratch scratch, SearchStage search) {
        Path kept = cache;
        if (kept != null) {
            try {
                SearchIndex index = search.index(kept.resolve(SearchSession.FOLDER), fingerprint, workers, progress);
                if (indexRecord != null) {
                    indexRecord.keep(kept);
                }
                return index;
            } catch (UncheckedIOException e) {
                notKept("the search index can't be stored: " + FileProblem.of(e));
            }
        }
        return search.index(scratch.folder().path().resolve("index"), fingerprint, workers, progress);
    }

    private SiteInput input(ArchiveSession session, Originals documents, ResultStore store, Scratch scratch, Reading reading, Report report) {
        Map<SourcePath, FindingCounts> counts = new HashMap<>();
        int published = reading.catalog().entries().size();
        for (Diagnostic finding : SharedFindings.of(reading.findings(), published).others()) {
            SourcePath file = finding.file();
            if (file != null) {
                FindingCounts one = new FindingCounts(finding.severity() == Severity.ERROR ? 1 : 0,
                    finding.severity() == Severity.WARNING ? 1 : 0, finding.severity() == Severity.INFO ? 1 : 0);
                counts.merge(file, one, (a, b) -> new FindingCounts(
                    a.errors() + b.errors(), a.warnings() + b.warnings(), a.infos() + b.infos()));
            }
        }
        Health health = new Health(report.findings(), report.suppressed().stream().map(Suppressed::finding).toList(), published, RuleTexts.all());
        return new SiteInput(reading.catalog(), session.configuration(), documents, reading.links(), reading.redirects(), reading.pages(),
            reading.prior().nearest(), counts, health, ThemeCopy.layOut(session, below(scratch, "theme"), options.themeScripts(), remarks),
            new Edition(options.asOf(), options.baseUrl(), options.version(), true, stale(session)), KeptPages.of(store, session, reading, documents.ref(), options));
    }

    private static List<StaleSource> stale(ArchiveSession session) {
        return session.sources().unreachable().stream()
            .map(state -> new StaleSource(state.source().equals(SourceId.MAIN) ? null : state.source().value(), state.reached())).toList();
    }

    private static Diagnostic diagnostic(ArchiveSession session, TemplateFault fault) {
        Optional<SourcePath> own = session.tree().files().stream().map(TreeEntry::path)
            .filter(p -> p.path().equals("templates/" + fault.template())).findFirst();
        SourcePath file = own.orElseGet(() -> new SourcePath(session.tree().source(), "templates/" + fault.template()));
        return new Diagnostic("template-error", Severity.ERROR, file,
            Position.at(Math.max(1, fault.line()), Math.max(1, fault.column())),
            fault.getMessage() + " (while making " + fault.page() + ")",
            new Fix(own.isPresent() ? "fix the template" : "this is a bug in Pressroom; please report it"), null);
    }
}
