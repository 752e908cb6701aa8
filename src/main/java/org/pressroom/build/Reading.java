package org.pressroom.build;

import org.jspecify.annotations.Nullable;
import org.pressroom.bake.MediaTypes;
import org.pressroom.bake.SitePage;
import org.pressroom.cache.Fingerprint;
import org.pressroom.cache.Key;
import org.pressroom.cache.ResultStore;
import org.pressroom.catalog.Catalog;
import org.pressroom.catalog.DocumentFacts;
import org.pressroom.catalog.Entry;
import org.pressroom.catalog.FacetKind;
import org.pressroom.catalog.LinkResolver;
import org.pressroom.catalog.LinkTarget;
import org.pressroom.catalog.Redirects;
import org.pressroom.config.Vocabulary;
import org.pressroom.diagnostic.Diagnostic;
import org.pressroom.diagnostic.Fix;
import org.pressroom.diagnostic.Position;
import org.pressroom.diagnostic.Severity;
import org.pressroom.diagnostic.Suppressed;
import org.pressroom.git.ArchiveException;
import org.pressroom.git.TreeEntry;
import org.pressroom.history.FileHistory;
import org.pressroom.history.Histories;
import org.pressroom.meaning.Encoder;
import org.pressroom.meaning.MeaningVector;
import org.pressroom.meaning.SentenceVector;
import org.pressroom.model.Document;
import org.pressroom.model.Link;
import org.pressroom.parallel.Turn;
import org.pressroom.parallel.Watch;
import org.pressroom.parallel.Workers;
import org.pressroom.parse.DocumentHead;
import org.pressroom.parse.DocumentParser;
import org.pressroom.parse.HiddenLinks;
import org.pressroom.parse.ParseOutcome;
import org.pressroom.rules.Archive;
import org.pressroom.rules.ArchiveEvidence;
import org.pressroom.rules.CheckedDocument;
import org.pressroom.rules.Restricted;
import org.pressroom.rules.RuleEngine;
import org.pressroom.search.Meanings;
import org.pressroom.search.ProposalText;
import org.pressroom.source.SourceFile;
import org.pressroom.source.SourcePath;
import org.pressroom.source.SourceText;

import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;

/// The pass in which every document streams by once: read, parsed, checked, condensed to facts; its body goes to the store.
///
/// @param catalog    of the published documents
/// @param links      where their relative links lead
/// @param redirects  former addresses of documents
/// @param pages      the archive's own published pages, in order of file name
/// @param attachments the files that published documents refer to
/// @param bodies     the published documents themselves
/// @param prior      which published documents are about much the same
/// @param restricted documents of which nothing but `check` speaks
/// @param discreet   published documents of which the source names restricted ones
/// @param findings   of published documents and the configuration, in order
/// @param restrictedFindings of restricted documents, in order; empty unless they were asked for
/// @param allowed    what authors allow in their documents, restricted ones too when they were asked for
/// @param read       number of documents read, restricted ones included only when they were asked for
public record Reading(
        Catalog catalog, LinkResolver links, Redirects redirects, List<SitePage> pages, Attachments attachments, Bodies bodies,
        PriorProblems prior, Restricted restricted, Set<SourcePath> discreet, List<Diagnostic> findings, List<Diagnostic> restrictedFindings,
        List<Suppressed> allowed, int read) {

    /// The day to call today where findings are not shown: those of any other day will do.
    static final LocalDate ANY_DAY = LocalDate.EPOCH;

    /// What no document needs; the work that can be counted is bounded by counting.
    static final Duration LONGEST = Duration.ofSeconds(30);

    public Reading {
        pages = List.copyOf(pages);
        discreet = Set.copyOf(discreet);
        findings = List.copyOf(findings);
        restrictedFindings = List.copyOf(restrictedFindings);
        allowed = List.copyOf(allowed);
    }

    /// What one document leaves behind.
    private record Passed(SourcePath path, Key key, Readings.Read read, boolean restricted) { }

    /// Reads the archive.
    ///
    /// @param history           asked once, before the first document is read whole, with what documents say of themselves, as
    ///     [org.pressroom.history.Learned] names it; gives what git knows, null without history
    /// @param store             of what earlier builds read; takes what is read now
    /// @param asOf              the day that rules call today
    /// @param includeRestricted whether restricted documents are checked too, for their authors' eyes alone
    /// @param semantics         by what documents with similar problems are found
    public static Reading of(
            ArchiveSession session, Workers workers, Function<Map<String, DocumentHead>, @Nullable Histories> history, ResultStore store,
            boolean includeRestricted, LocalDate asOf, Semantics semantics, Progress progress) {
        try (Watch watch = Watch.begin(LONGEST)) {
            return of(session, workers, history, store, includeRestricted, asOf, semantics, progress, watch);
        }
    }

    /// @param watch ends the work on a document that takes too long
    static Reading of(
            ArchiveSession session, Workers workers, Function<Map<String, DocumentHead>, @Nullable Histories> history, ResultStore store,
            boolean includeRestricted, LocalDate asOf, Semantics semantics, Progress progress, Watch watch) {
        DocumentHeads heads = DocumentHeads.of(session, session.documents(), workers, watch, store);
        refuseUnreadable(session, heads);
        Histories histories = history.apply(heads.byContent());
        Restricted restricted = RestrictionScan.scan(session, heads, histories, workers, watch, store);
        List<TreeEntry> documents = session.documents().stream()
            .filter(d -> includeRestricted || !restricted.holds(d.path())).toList();
        Names names = includeRestricted ? Names.AS_WRITTEN : Names.of(session);
        DocumentReader reader = new DocumentReader(session.configuration(), restricted, names, includeRestricted, asOf, semantics);
        Readings readings = new Readings(store, context(session, restricted, names, includeRestricted, semantics), asOf);
        progress.begin(Stage.READ, documents.size());
        @Nullable Passed[] passed = new @Nullable Passed[documents.size()];
        workers.forEach(passed.length, i -> {
            TreeEntry entry = documents.get(i);
            FileHistory git = histories == null ? null : histories.files().get(entry.path());
            String blob = Objects.requireNonNull(heads.blobs().get(entry.path()));
            Key key = readings.key(entry.path(), blob, git);
            Readings.Read read = readings.find(key, git, !includeRestricted).filter(kept -> isComplete(kept, semantics)).orElse(null);
            if (read == null) {
                SourceFile file = session.read(entry);
                key = file.contentId().equals(blob) ? key : readings.key(entry.path(), file.contentId(), git);
                read = read(file, key, git, reader, readings, !includeRestricted, watch);
            }
            passed[i] = new Passed(entry.path(), key, read, restricted.holds(entry.path()));
            progress.step();
        });
        return gather(session, workers, documents, passed, restricted, includeRestricted,
            new OwnPages(session, restricted, DocumentReader.hidden(restricted), names, asOf, includeRestricted, watch), heads.unreadable(), reader, readings, names, semantics, store);
    }

    /// @param whole whether the document itself is needed later
    private static Readings.Read read(SourceFile file, Key key, @Nullable FileHistory git, DocumentReader reader, Readings readings, boolean whole, Watch watch) {
        try {
            return watch.over(() -> {
                DocumentReader.Whole document = reader.read(file, git);
                if (file.unreadable() == null) {
                    if (whole && document.body() != null) {
                        readings.keep(key, document.body());
                    }
                    readings.keep(key, document.read());
                }
                return document.read();
            });
        } catch (Turn.OverException e) {
            // Another time, or on another machine, it may not be.
            return reader.tooLong(file.path(), e, git);
        }
    }

    /// What the reading of a document depends on beside itself and git.
    private static Fingerprint context(ArchiveSession session, Restricted restricted, Names names, boolean includeRestricted, Semantics semantics) {
        return new Fingerprint("readings").text(session.configuration().fingerprint()).text(session.content()).texts(restricted.traits())
            .text(names.nobody()).number(includeRestricted ? 1 : 0)
            .text(semantics instanceof Semantics.Model model ? model.vectors().model().name() : semantics instanceof Semantics.Nothing ? "" : null);
    }

    private static boolean isComplete(Readings.Read read, Semantics semantics) {
        return read.proposal() == null || semantics instanceof Semantics.Model model && model.vectors().kept(read.proposal()) != null;
    }

    /// A site of nothing would take the place of the one that is there.
    private static void refuseUnreadable(ArchiveSession session, DocumentHeads heads) {
        List<SourceFile> unreadable = heads.unreadable();
        if (!unreadable.isEmpty() && unreadable.size() == heads.heads().size()) {
            throw new ArchiveException("none of the documents in " + session.tree().description() + " can be read; "
                + unreadable.getFirst().path() + ": " + unreadable.getFirst().unreadable());
        }
    }

    /// Findings are published, and the names of these files may say what nobody should know.
    private static Diagnostic leftOut(List<SourceFile> unreadable) {
        int count = unreadable.size();
        return new Diagnostic(ArchiveSession.UNREADABLE, Severity.ERROR, null, Position.START,
            (count == 1 ? "a document can't be read and is" : count + " documents can't be read and are") + " left out: " + unreadable.getFirst().unreadable(),
            new Fix("`pressroom check` names " + (count == 1 ? "it" : "them")), null);
    }

    private static Reading gather(ArchiveSession session, Workers workers, List<TreeEntry> documents, @Nullable Passed[] passed,
            Restricted restricted, boolean includeRestricted, OwnPages own, List<SourceFile> unreadable, DocumentReader reader, Readings readings, Names names,
            Semantics semantics, ResultStore store) {
        List<DocumentFacts> facts = new ArrayList<>();
        List<ArchiveEvidence> evidence = new ArrayList<>();
        List<Diagnostic> findings = new ArrayList<>();
        List<Diagnostic> restrictedFindings = new ArrayList<>();
        session.findings().forEach(finding -> (finding.file() != null && restricted.holds(finding.file()) ? restrictedFindings : findings).add(finding));
        List<Suppressed> allowed = new ArrayList<>();
        Set<SourcePath> paths = new HashSet<>();
        documents.forEach(d -> paths.add(d.path()));
        Map<SourcePath, Key> keys = new HashMap<>();
        Map<SourcePath, MeaningVector> meanings = new HashMap<>();
        Map<SourcePath, SentenceVector> sentences = new HashMap<>();
        Set<SourcePath> linked = new HashSet<>();
        Set<SourcePath> discreet = new HashSet<>();
        for (int i = 0; i < passed.length; i++) {
            Passed document = passed[i];
            if (document == null) {
                throw new IllegalStateException("document " + i + " was not read");
            }
            Readings.Read read = document.read;
            (document.restricted ? restrictedFindings : findings).addAll(read.checked().findings());
            allowed.addAll(read.checked().allowed());
            DocumentFacts its = read.facts();
            if (its != null) {
                facts.add(its.withLinks(its.links().stream().filter(paths::contains).toList()));
                evidence.add(read.checked().evidence());
                keys.put(document.path, document.key);
                if (read.meaning() != null) {
                    meanings.put(document.path, read.meaning());
                }
                if (read.proposal() != null && semantics instanceof Semantics.Model model) {
                    sentences.put(document.path, Objects.requireNonNull(model.vectors().kept(read.proposal())));
                }
                linked.addAll(read.linked());
                if (read.discreet()) {
                    discreet.add(document.path);
                }
            }
        }
        findings.addAll(own.findings());
        if (!includeRestricted && !unreadable.isEmpty()) {
            findings.add(leftOut(unreadable));
        }
        restrictedFindings.addAll(own.restrictedFindings());
        evidence.addAll(own.evidence());
        linked.addAll(own.linked());
        Catalog catalog = Catalog.of(facts, order(session.configuration().vocabulary()));
        PriorProblems prior = PriorProblems.of(catalog, meanings, sentences, semantics, workers, store);
        Map<SourcePath, LinkTarget> elsewhere = FilesElsewhere.of(session, linked, restricted, names);
        linked.removeAll(elsewhere.keySet());
        Attachments attachments = Attachments.of(session, linked, names, workers);
        findings.addAll(attachments.findings(session.configuration()));
        Redirects redirects = Redirects.of(catalog, session.content());
        LinkResolver links = new LinkResolver(catalog, attachments.addresses(), attachments.sizes(), attachments.and(elsewhere), own.targets());
        findings.addAll(reader.engine().checkArchive(
            new Archive(catalog, links, assets(session, passed, includeRestricted || restricted.isEmpty()), evidence, restricted,
                texts(session, documents, reader.parser(), names), redirects, prior.nearest()),
            allowed::add));
        findings.replaceAll(f -> f.file() != null && discreet.contains(f.file()) ? f.withoutSourceLine() : f);
        if (!includeRestricted) {
            HiddenLinks leading = DocumentReader.hidden(restricted);
            findings.replaceAll(f -> f.file() == null ? f : f.withMessage(leading.without(f.file(), f.message())));
        } else {
            restrictedFindings.addAll(session.unread());
        }
        findings.replaceAll(names::in);
        findings.sort(Diagnostic.ORDER);
        restrictedFindings.sort(Diagnostic.ORDER);
        return new Reading(catalog, links, redirects, own.pages(), attachments, new Bodies(session, reader, readings, keys), prior, restricted, discreet, findings, restrictedFindings, allowed, documents.size());
    }

    /// The files that documents should use. Which ones are a restricted document's is known only when it was read; until then none is named. In the root, files may
    /// be there for anything.
    ///
    /// @param read whether restricted documents were read, too, or there are none
    private static List<SourcePath> assets(ArchiveSession session, @Nullable Passed[] passed, boolean read) {
        Set<SourcePath> hidden = new HashSet<>();
        for (Passed document : passed) {
            if (document != null && document.restricted) {
                hidden.addAll(document.read.linked());
            }
        }
        return session.content().isEmpty() || !read ? List.of()
            : session.assets().stream().map(TreeEntry::path)
                .filter(path -> path.path().startsWith(session.content()) || !path.source().equals(session.tree().source()))
                .filter(path -> MediaTypes.isAttached(MediaTypes.ending(path.fileName())) && !hidden.contains(path)).toList();
    }

    private static Function<SourcePath, Optional<SourceText>> texts(
            ArchiveSession session, List<TreeEntry> documents, DocumentParser parser, Names names) {
        Map<SourcePath, TreeEntry> entries = new HashMap<>();
        documents.forEach(d -> entries.put(d.path(), d));
        session.pages().forEach(page -> entries.put(page.path(), page));
        return path -> Optional.ofNullable(entries.get(path)).flatMap(e -> parser.decode(names.in(session.read(e))));
    }

    private static Map<FacetKind, List<String>> order(Vocabulary vocabulary) {
        return Map.of(FacetKind.STATUS, vocabulary.status().allWords(), FacetKind.OUTCOME, vocabulary.outcomes(),
            FacetKind.RESULT, vocabulary.results());
    }
}
