package org.pressroom.build;

import org.jspecify.annotations.Nullable;
import org.pressroom.cache.ResultStore;
import org.pressroom.diagnostic.Baseline;
import org.pressroom.diagnostic.Diagnostic;
import org.pressroom.diagnostic.Report;
import org.pressroom.diagnostic.Severity;
import org.pressroom.diagnostic.Suppressed;
import org.pressroom.git.TreeEntry;
import org.pressroom.parallel.Workers;
import org.pressroom.source.SourcePath;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/// Checks an archive, restricted documents too, and tells what counts: everything, less what the baseline knows; of a
/// change, what stands in the documents that it touched, and what it broke in others.
///
/// What a change broke is found by checking the archive as it was before, too: a finding on an untouched file that was not
/// there then is the change's doing, be it a link to a heading that was renamed, an id that is taken now, or a severity in
/// `pressroom.yaml`.
public final class Check {

    private final CheckRequest request;
    private final Workers workers;

    private Check(CheckRequest request, Workers workers) {
        this.request = request;
        this.workers = workers;
    }

    /// Checks an archive.
    ///
    /// @throws org.pressroom.git.ArchiveException when the archive, the baseline or the commit can't be read
    public static CheckResult run(CheckRequest request, Workers workers, Progress progress) {
        return new Check(request, workers).run(progress);
    }

    /// Everything that is found, whatever it is compared with.
    ///
    /// @throws org.pressroom.git.ArchiveException when the archive can't be read
    public static Report all(CheckRequest request, Workers workers) {
        try (ArchiveSession session = ArchiveSession.openToCheck(request.archive()); ResultStore store = ResultStore.openOrNone(request.cache())) {
            Reading reading = read(session, request, store, workers, Progress.NONE);
            return new Report(reading.read(), findings(reading), reading.allowed());
        }
    }

    private static Reading read(ArchiveSession session, CheckRequest request, ResultStore store, Workers workers, Progress progress) {
        HistoryCache kept = new HistoryCache(request.cache(), request.version());
        return Reading.of(session, workers, heads -> Past.of(session, kept, heads, workers, new ArrayList<>()), store, true, request.asOf(), request.semantics(), progress);
    }

    private CheckResult run(Progress progress) {
        try (ArchiveSession session = ArchiveSession.openToCheck(request.archive()); ResultStore store = ResultStore.openOrNone(request.cache())) {
            @Nullable BaselineFile baseline = BaselineFile.of(session, request.baseline()).orElse(null);
            String since = request.since();
            String base = since == null ? null : session.tree().mergeBase(since);
            Reading reading = read(session, request, store, workers, progress);
            Findings now = compare(session, baseline, findings(reading));
            List<SourcePath> documents = session.documents().stream().map(TreeEntry::path).toList();
            String prefix = session.tree().prefix();
            @Nullable String nothing = session.documents().isEmpty() ? NoDocuments.sentence(session) + NoDocuments.WAY_ON : null;
            if (base == null || nothing != null) {
                List<Suppressed> suppressed = new ArrayList<>(now.known());
                suppressed.addAll(reading.allowed());
                return new CheckResult(new Report(reading.read(), now.fresh(), suppressed), documents, prefix, nothing, configured(session), 0);
            }
            ArchiveRequest before = request.archive().at(base);
            Set<SourcePath> changed = ChangedFiles.since(session, before, baseline, workers);
            return ofChange(reading, now, baseline, before, changed, documents, prefix, configured(session));
        }
    }

    private boolean configured(ArchiveSession session) {
        return request.archive().config() != null
            || ConfigurationFile.NAMES.stream().anyMatch(name -> session.tree().has(new SourcePath(session.tree().source(), name)));
    }

    private CheckResult ofChange(Reading reading, Findings now, @Nullable BaselineFile baseline, ArchiveRequest before,
            Set<SourcePath> changed, List<SourcePath> documents, String prefix,
            boolean configured) {
        List<Diagnostic> shown = new ArrayList<>();
        List<Diagnostic> others = new ArrayList<>();
        now.fresh().forEach(finding -> (touches(changed, finding) ? shown : others).add(finding));
        List<Diagnostic> caused = others.isEmpty() ? List.of() : caused(others, baseline, before);
        shown.addAll(caused);
        List<Suppressed> suppressed = new ArrayList<>(now.known());
        suppressed.addAll(reading.allowed());
        suppressed.removeIf(s -> !touches(changed, s.finding()));
        List<SourcePath> touched = documents.stream().filter(changed::contains).toList();
        return new CheckResult(new Report(touched.size(), shown, suppressed), touched, prefix, null, configured, caused.size());
    }

    /// A fault of Pressroom is never another's.
    private static boolean touches(Set<SourcePath> changed, Diagnostic finding) {
        return finding.rule().equals("rule-crashed") || finding.file() != null && changed.contains(finding.file());
    }

    private List<Diagnostic> caused(List<Diagnostic> others, @Nullable BaselineFile baseline, ArchiveRequest before) {
        try (ArchiveSession session = ArchiveSession.openToCheck(before)) {
            Reading reading = Reading.of(session, workers, heads -> Past.of(session, heads, workers), ResultStore.none(), true, request.asOf(), request.semantics(), Progress.NONE);
            Findings then = compare(session, baseline, findings(reading));
            return Baseline.of(then.fresh()).compare(others).fresh();
        }
    }

    private static List<Diagnostic> findings(Reading reading) {
        List<Diagnostic> findings = new ArrayList<>(reading.findings());
        findings.addAll(reading.restrictedFindings());
        findings.sort(Diagnostic.ORDER);
        return findings;
    }

    /// @param fresh what counts, in order
    private record Findings(List<Diagnostic> fresh, List<Suppressed> known) { }

    private static Findings compare(ArchiveSession session, @Nullable BaselineFile baseline, List<Diagnostic> findings) {
        if (baseline == null) {
            return new Findings(findings, List.of());
        }
        Baseline.Comparison comparison = baseline.baseline().compare(findings);
        List<Diagnostic> fresh = new ArrayList<>(comparison.fresh());
        Optional<Severity> severity = session.configuration().severityOf(Baseline.Entry.UNUSED, Severity.WARNING);
        severity.ifPresent(s -> fresh.addAll(baseline.findings(comparison.unused(), s)));
        fresh.sort(Diagnostic.ORDER);
        return new Findings(fresh, comparison.known());
    }
}
