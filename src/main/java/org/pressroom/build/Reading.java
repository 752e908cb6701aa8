package org.pressroom.build;

import org.jspecify.annotations.Nullable;
import org.pressroom.bake.MediaTypes;
import org.pressroom.bake.SitePage;
import org.pressroom.cache.BodyStore;
import org.pressroom.catalog.Catalog;
import org.pressroom.catalog.DocumentFacts;
import org.pressroom.catalog.Entry;
import org.pressroom.catalog.FacetKind;
import org.pressroom.catalog.LinkResolver;
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
/// @param bodies     number of a published document's body in the store, by path
/// @param prior      which published documents are about much the same
/// @param restricted documents of which nothing but `check` speaks
/// @param discreet   published documents of which the source names restricted ones
/// @param findings   of published documents and the configuration, in order
/// @param restrictedFindings of restricted documents, in order; empty unless they were asked for
/// @param allowed    what authors allow in their documents, restricted ones too when they were asked for
/// @param read       number of documents read, restricted ones included only when they were asked for
public record Reading(
        Catalog catalog, LinkResolver links, Redirects redirects, List<SitePage> pages, Attachments attachments, Map<SourcePath, Integer> bodies,
        PriorProblems prior, Restricted restricted, Set<SourcePath> discreet, List<Diagnostic> findings, List<Diagnostic> restrictedFindings,
        List<Suppressed> allowed, int read) {

    /// What no document needs; the work that can be counted is bounded by counting.
    private static final Duration LONGEST = Duration.ofSeconds(30);

    public Reading {
        pages = List.copyOf(pages);
        bodies = Map.copyOf(bodies);
        discreet = Set.copyOf(discreet);
        findings = List.copyOf(findings);
        restrictedFindings = List.copyOf(restrictedFindings);
        allowed = List.copyOf(allowed);
    }

    /// What one document leaves behind.
    ///
    /// @param discreet whether its source lines may name a restricted document
    private record Passed(CheckedDocument checked, @Nullable DocumentFacts facts, @Nullable MeaningVector meaning, @Nullable SentenceVector sentence,
            List<SourcePath> linked, boolean restricted, boolean discreet) { }

    /// Reads the archive.
    ///
    /// @param history           asked once, before the first document is read whole, with what documents say of themselves, as
    ///     [org.pressroom.history.Learned] names it; gives what git knows, null without history
    /// @param store             takes the bodies; null when they are not needed
    /// @param asOf              the day that rules call today
    /// @param includeRestricted whether restricted documents are checked too, for their authors' eyes alone
    /// @param semantics         by what documents with similar problems are found
    public static Reading of(
            ArchiveSession session, Workers workers, Function<Map<String, DocumentHead>, @Nullable Histories> history, @Nullable BodyStore store,
            boolean includeRestricted, LocalDate asOf, Semantics semantics, Progress progress) {
        DocumentHeads heads = DocumentHeads.of(session, session.documents(), workers);
        refuseUnreadable(session, heads);
        Histories histories = history.apply(heads.byContent());
        Restricted restricted = RestrictionScan.scan(session, heads, histories, workers);
        HiddenLinks leading = hidden(restricted);
        List<TreeEntry> documents = session.documents().stream()
            .filter(d -> includeRestricted || !restricted.holds(d.path())).toList();
        Set<SourcePath> paths = new HashSet<>();
        documents.forEach(d -> paths.add(d.path()));
        Names names = includeRestricted ? Names.AS_WRITTEN : Names.of(session);
        DocumentParser published = new DocumentParser(session.configuration(), leading);
        DocumentParser parser = includeRestricted ? published.forAuthors() : published;
        RuleEngine engine = new RuleEngine(session.configuration(), asOf);
        FactsReader reader = new FactsReader(restricted, paths::contains, session.configuration());
        progress.begin(Stage.READ, documents.size());
        @Nullable Passed[] passed = new @Nullable Passed[documents.size()];
        try (Watch watch = Watch.begin(LONGEST)) {
            workers.forEach(passed.length, i -> {
                SourceFile file = names.in(session.read(documents.get(i)));
                FileHistory git = histories == null ? null : histories.files().get(file.path());
                boolean secret = restricted.holds(file.path());
                try {
                    passed[i] = watch.over(() -> {
                        ParseOutcome outcome = parser.parse(file);
                        CheckedDocument checked = engine.check(outcome, git);
                        if (secret || !(outcome instanceof ParseOutcome.Parsed parsed)) {
                            List<SourcePath> linked = outcome instanceof ParseOutcome.Parsed hidden ? linked(hidden.document()) : List.of();
                            return new Passed(checked, null, null, null, linked, secret, false);
                        }
                        Turn.go("facts");
                        Document document = names.in(reader.scrubbed(parsed.document()));
                        DocumentFacts facts = reader.facts(document, file.blobId(), git);
                        if (store != null) {
                            store.put(i, DocumentCodec.encode(document));
                        }
                        Turn.go("search");
                        MeaningVector meaning = Meanings.of(document, Encoder.shipped()).orElse(null);
                        SentenceVector sentence = meaning != null && semantics instanceof Semantics.Model model ? model.vectors().of(ProposalText.of(document)) : null;
                        boolean discreet = parsed.discreet() || !document.metadata().related().equals(parsed.document().metadata().related())
                            || !document.metadata().supersedes().equals(parsed.document().metadata().supersedes());
                        return new Passed(checked, facts, meaning, sentence, linked(document), false, !includeRestricted && discreet);
                    });
                } catch (Turn.OverException e) {
                    passed[i] = new Passed(engine.check(DocumentParser.tooLong(file.path(), e), git), null, null, null, List.of(), secret, false);
                }
                progress.step();
            });
        }
        return gather(session, workers, documents, passed, restricted, includeRestricted, new OwnPages(session, restricted, leading, names, asOf, includeRestricted), heads.unreadable(), parser, engine, names, semantics);
    }

    /// A site of nothing would take the place of the one that is there.
    private static void refuseUnreadable(ArchiveSession session, DocumentHeads heads) {
        List<SourceFile> unreadable = heads.unreadable();
        if (!unreadable.isEmpty() && unreadable.size() == heads.heads().size()) {
            throw new ArchiveException("no document of " + session.tree().description() + " can be read; "
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

    /// Tells what leads to restricted documents.
    static HiddenLinks hidden(Restricted restricted) {
        return restricted.isEmpty() ? HiddenLinks.NONE : HiddenLinks.to(restricted::leads, restricted::leadsFromWeb);
    }

    /// A published document, read back from the store.
    public Document body(Entry entry, BodyStore store) {
        return DocumentCodec.decode(store.get(Objects.requireNonNull(bodies.get(entry.facts().path()))));
    }

    private static List<SourcePath> linked(Document document) {
        Set<SourcePath> linked = new TreeSet<>();
        for (Link link : document.links()) {
            FactsReader.target(document.path(), link).ifPresent(linked::add);
        }
        return List.copyOf(linked);
    }

    private static Reading gather(ArchiveSession session, Workers workers, List<TreeEntry> documents, @Nullable Passed[] passed,
            Restricted restricted, boolean includeRestricted, OwnPages own, List<SourceFile> unreadable, DocumentParser parser, RuleEngine engine, Names names,
            Semantics semantics) {
        List<DocumentFacts> facts = new ArrayList<>();
        List<ArchiveEvidence> evidence = new ArrayList<>();
        List<Diagnostic> findings = new ArrayList<>();
        List<Diagnostic> restrictedFindings = new ArrayList<>();
        session.findings().forEach(finding -> (finding.file() != null && restricted.holds(finding.file()) ? restrictedFindings : findings).add(finding));
        List<Suppressed> allowed = new ArrayList<>();
        Map<SourcePath, Integer> bodies = new HashMap<>();
        Map<SourcePath, MeaningVector> meanings = new HashMap<>();
        Map<SourcePath, SentenceVector> sentences = new HashMap<>();
        Set<SourcePath> linked = new HashSet<>();
        Set<SourcePath> discreet = new HashSet<>();
        for (int i = 0; i < passed.length; i++) {
            Passed document = passed[i];
            if (document == null) {
                throw new IllegalStateException("document " + i + " was not read");
            }
            (document.restricted ? restrictedFindings : findings).addAll(document.checked.findings());
            allowed.addAll(document.checked.allowed());
            if (document.facts != null) {
                facts.add(document.facts);
                evidence.add(document.checked.evidence());
                bodies.put(document.facts.path(), i);
                if (document.meaning != null) {
                    meanings.put(document.facts.path(), document.meaning);
                }
                if (document.sentence != null) {
                    sentences.put(document.facts.path(), document.sentence);
                }
                linked.addAll(document.linked);
                if (document.discreet) {
                    discreet.add(document.facts.path());
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
        PriorProblems prior = PriorProblems.of(catalog, meanings, sentences, semantics, workers);
        session.assets().stream().filter(asset -> linked.contains(asset.path()) && !session.treeOf(asset.path()).holds(asset))
            .forEach(asset -> findings.add(new Diagnostic(ArchiveSession.UNREADABLE, Severity.ERROR, asset.path(), Position.START,
                "the file can't be read, so nothing can show it", new Fix("complete the clone with `git fetch --refetch`, or see who may read the file"), null)));
        Attachments attachments = Attachments.of(session, linked, workers);
        findings.addAll(attachments.findings(session.configuration()));
        Redirects redirects = Redirects.of(catalog, session.content());
        LinkResolver links = new LinkResolver(catalog, attachments.addresses(), attachments.sizes(), attachments.withheld(), own.targets());
        findings.addAll(engine.checkArchive(
            new Archive(catalog, links, assets(session, passed, includeRestricted || restricted.isEmpty()), evidence, restricted,
                texts(session, documents, parser, names), redirects, prior.nearest()),
            allowed::add));
        findings.replaceAll(f -> f.file() != null && discreet.contains(f.file()) ? f.withoutSourceLine() : f);
        if (!includeRestricted) {
            HiddenLinks leading = hidden(restricted);
            findings.replaceAll(f -> f.file() == null ? f : f.withMessage(leading.without(f.file(), f.message())));
        } else {
            restrictedFindings.addAll(session.unread());
        }
        findings.replaceAll(names::in);
        findings.sort(Diagnostic.ORDER);
        restrictedFindings.sort(Diagnostic.ORDER);
        return new Reading(catalog, links, redirects, own.pages(), attachments, bodies, prior, restricted, discreet, findings, restrictedFindings, allowed, documents.size());
    }

    /// The files that documents should use. Which ones are a restricted document's is known only when it was read; until then none is named. In the root, files may
    /// be there for anything.
    ///
    /// @param read whether restricted documents were read, too, or there are none
    private static List<SourcePath> assets(ArchiveSession session, @Nullable Passed[] passed, boolean read) {
        Set<SourcePath> hidden = new HashSet<>();
        for (Passed document : passed) {
            if (document != null && document.restricted) {
                hidden.addAll(document.linked);
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
        return Map.of(FacetKind.STATUS, vocabulary.statuses(), FacetKind.OUTCOME, vocabulary.outcomes(),
            FacetKind.RESULT, vocabulary.results());
    }
}
