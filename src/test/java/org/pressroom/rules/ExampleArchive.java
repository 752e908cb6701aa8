package org.pressroom.rules;

import org.jspecify.annotations.Nullable;
import org.pressroom.build.PriorProblems;
import org.pressroom.build.Semantics;
import org.pressroom.cache.ResultStore;
import org.pressroom.catalog.Catalog;
import org.pressroom.catalog.DocumentFacts;
import org.pressroom.catalog.LinkResolver;
import org.pressroom.catalog.Proceedings;
import org.pressroom.catalog.Redirects;
import org.pressroom.config.Configuration;
import org.pressroom.config.ConfigurationReader;
import org.pressroom.diagnostic.Diagnostic;
import org.pressroom.history.FileHistory;
import org.pressroom.history.Revision;
import org.pressroom.history.Transition;
import org.pressroom.meaning.Encoder;
import org.pressroom.meaning.MeaningVector;
import org.pressroom.model.Document;
import org.pressroom.model.DocumentId;
import org.pressroom.model.Metadata;
import org.pressroom.model.Person;
import org.pressroom.model.Visibility;
import org.pressroom.parallel.Workers;
import org.pressroom.parse.DocumentHead;
import org.pressroom.parse.DocumentParser;
import org.pressroom.parse.MetadataSchema;
import org.pressroom.parse.ParseOutcome;
import org.pressroom.search.Meanings;
import org.pressroom.source.SourceFile;
import org.pressroom.source.SourcePath;
import org.pressroom.source.SourceText;

import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/// A small archive, read by the real parser and checked by the real engine. Files that end in `.md` are documents,
/// `pressroom.yaml` configures, all others are assets.
final class ExampleArchive {

    /// The day that examples call today.
    static final LocalDate TODAY = LocalDate.of(2026, 10, 1);

    private final Map<String, byte[]> files = new LinkedHashMap<>();
    private final Map<String, List<Commit>> commits = new HashMap<>();

    private record Commit(LocalDate day, String text) { }

    private List<Rule> rules = Rules.ALL;

    static ExampleArchive of(String path, String text) {
        return new ExampleArchive().with(path, text);
    }

    /// One document without a configuration.
    static List<Diagnostic> check(String text) {
        return of("0042-keys.md", text).check();
    }

    ExampleArchive with(String path, String text) {
        return with(path, text.getBytes(StandardCharsets.UTF_8));
    }

    ExampleArchive with(String path, byte[] bytes) {
        files.put(path, bytes);
        return this;
    }

    /// A revision of a document, in a commit of its own; several at one path follow each other.
    ///
    /// @param day null without history
    ExampleArchive with(String path, String text, @Nullable LocalDate day) {
        if (day != null) {
            commits.computeIfAbsent(path, _ -> new ArrayList<>()).add(new Commit(day, text));
        }
        return with(path, text);
    }

    ExampleArchive rules(Rule... chosen) {
        rules = List.of(chosen);
        return this;
    }

    /// Everything that is found, in order.
    List<Diagnostic> check() {
        List<Diagnostic> findings = new ArrayList<>();
        Configuration configuration = configuration(findings);
        RuleEngine engine = new RuleEngine(configuration, TODAY, rules);
        DocumentParser parser = new DocumentParser(configuration, _ -> false);
        List<DocumentFacts> facts = new ArrayList<>();
        List<ArchiveEvidence> evidence = new ArrayList<>();
        Set<SourcePath> restrictedPaths = new HashSet<>();
        Set<DocumentId> restrictedIds = new HashSet<>();
        Map<SourcePath, String> assets = new HashMap<>();
        Map<SourcePath, SourceText> texts = new HashMap<>();
        Map<SourcePath, MeaningVector> meanings = new HashMap<>();
        files.forEach((name, bytes) -> {
            SourcePath path = SourcePath.of(name);
            if (!name.endsWith(".md")) {
                assets.put(path, "files/" + name);
                return;
            }
            ParseOutcome outcome = parser.parse(new SourceFile(path, "0".repeat(40), bytes));
            CheckedDocument checked = engine.check(outcome, history(path, parser));
            findings.addAll(checked.findings());
            if (outcome instanceof ParseOutcome.Parsed parsed) {
                texts.put(path, parsed.text());
                if (parsed.document().metadata().visibility() == Visibility.RESTRICTED) {
                    restrictedPaths.add(path);
                    restrictedIds.add(parsed.document().id());
                } else {
                    facts.add(facts(parsed.document()));
                    Meanings.of(parsed.document(), Encoder.shipped()).ifPresent(meaning -> meanings.put(path, meaning));
                    evidence.add(checked.evidence());
                }
            }
        });
        Catalog catalog = Catalog.of(facts, Map.of());
        findings.addAll(engine.checkArchive(new Archive(catalog, new LinkResolver(catalog, assets), assets.keySet(), evidence,
            new Restricted(restrictedPaths, restrictedIds), path -> Optional.ofNullable(texts.get(path)), Redirects.of(catalog, ""),
            PriorProblems.of(catalog, meanings, Map.of(), new Semantics.Table(), new Workers(1), ResultStore.none()).nearest())));
        return findings.stream().sorted(Diagnostic.ORDER).toList();
    }

    private @Nullable FileHistory history(SourcePath path, DocumentParser parser) {
        List<Revision> revisions = new ArrayList<>();
        List<Transition> timeline = new ArrayList<>();
        for (Commit commit : commits.getOrDefault(path.path(), List.of())) {
            String id = Integer.toString(revisions.size() + 1).repeat(40);
            DocumentHead head = parser.head(new SourceFile(path, id, commit.text().getBytes(StandardCharsets.UTF_8)));
            revisions.add(new Revision(id, commit.day(), List.of("Ida Moen"), path, id));
            timeline.add(new Transition(commit.day(), head.status(), head.outcome(), "Ida Moen", id));
        }
        return revisions.isEmpty() ? null : new FileHistory(revisions, List.of(), timeline, List.of(), 1);
    }

    private Configuration configuration(List<Diagnostic> findings) {
        byte[] yaml = files.remove("pressroom.yaml");
        if (yaml == null) {
            return Configuration.DEFAULT;
        }
        ConfigurationReader.Result result = new ConfigurationReader(Rules.ids(), MetadataSchema.paths(), Rules.wordLists())
            .read(SourceText.of(SourcePath.of("pressroom.yaml"), new String(yaml, StandardCharsets.UTF_8)));
        findings.addAll(result.findings());
        return result.configuration();
    }

    private static DocumentFacts facts(Document document) {
        Metadata metadata = document.metadata();
        return new DocumentFacts(document.path(), document.id(), metadata.id() != null, "0".repeat(40),
            document.title(), document.summary(), document.language(), document.prfaq(), metadata.status(), metadata.outcome(),
            metadata.result(), metadata.light(), metadata.authors().stream().map(Person::name).toList(), null,
            metadata.team(), metadata.tags(), metadata.created(), null, 0, null, null, metadata.launched(),
            metadata.revisit(), metadata.supersedes(), metadata.supersededBy(), metadata.related(), List.of(), document.anchors(), 0, Proceedings.of(metadata), metadata.aliases(), null);
    }
}
