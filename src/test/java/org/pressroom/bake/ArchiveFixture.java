package org.pressroom.bake;

import org.jspecify.annotations.Nullable;
import org.pressroom.catalog.Catalog;
import org.pressroom.catalog.DocumentFacts;
import org.pressroom.catalog.Entry;
import org.pressroom.catalog.FacetKind;
import org.pressroom.catalog.LinkResolver;
import org.pressroom.catalog.Proceedings;
import org.pressroom.catalog.Redirects;
import org.pressroom.config.Configuration;
import org.pressroom.config.Scope;
import org.pressroom.config.SiteSettings;
import org.pressroom.files.Scratch;
import org.pressroom.files.Staging;
import org.pressroom.model.Decision;
import org.pressroom.model.Document;
import org.pressroom.model.Metadata;
import org.pressroom.model.Person;
import org.pressroom.parse.DocumentParser;
import org.pressroom.parse.ParseOutcome;
import org.pressroom.source.SourceFile;
import org.pressroom.source.SourcePath;

import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;

/// An archive written in a test, read by the real parser and baked by the real baker.
final class ArchiveFixture {

    static final LocalDate TODAY = LocalDate.of(2026, 11, 23);

    private final Map<SourcePath, Document> documents = new TreeMap<>();
    private final Map<SourcePath, byte[]> originals = new HashMap<>();
    private final Map<SourcePath, String> assets = new TreeMap<>();
    private final Map<SourcePath, FindingCounts> findings = new HashMap<>();
    private Health health = Health.UNKNOWN;
    private String name = "Pressroom";
    private @Nullable Path templates;
    private @Nullable Path ownAssets;
    private @Nullable URI baseUrl;
    private boolean searchable;

    /// Adds a document as it would stand in a file.
    ArchiveFixture with(String path, String markdown) {
        SourcePath at = SourcePath.of(path);
        SourceFile file = new SourceFile(at, "0".repeat(40), markdown.getBytes(StandardCharsets.UTF_8));
        ParseOutcome outcome = new DocumentParser(Configuration.DEFAULT, _ -> false).parse(file);
        if (!(outcome instanceof ParseOutcome.Parsed parsed)) {
            throw new IllegalArgumentException("can't be read: " + outcome.notices());
        }
        documents.put(at, parsed.document());
        originals.put(at, file.bytes());
        return this;
    }

    /// Adds an idea of a few lines.
    ///
    /// @param frontMatter YAML without id, a line each
    ArchiveFixture idea(String id, String... frontMatter) {
        return with("ideas/" + id + ".md", "---\nid: \"" + id + "\"\n" + String.join("\n", frontMatter)
            + "\n---\n\n# Idea\n\n**The problem:** It takes long.\n\n## FAQ\n\n### Why now?\n\nBecause.\n");
    }

    /// Adds every document below a folder, and its pictures.
    ArchiveFixture folder(Path folder) throws IOException {
        try (Stream<Path> walk = Files.walk(folder)) {
            for (Path file : walk.filter(Files::isRegularFile).sorted().toList()) {
                String path = folder.relativize(file).toString();
                if (path.endsWith(".md")) {
                    with(path, Files.readString(file));
                } else {
                    asset(path, "files/" + path);
                }
            }
        }
        return this;
    }

    ArchiveFixture asset(String path, String address) {
        assets.put(SourcePath.of(path), address);
        return this;
    }

    ArchiveFixture findings(String path, FindingCounts counts) {
        findings.put(SourcePath.of(path), counts);
        return this;
    }

    ArchiveFixture health(Health told) {
        this.health = told;
        return this;
    }

    ArchiveFixture named(String name) {
        this.name = name;
        return this;
    }

    ArchiveFixture theme(@Nullable Path templates, @Nullable Path ownAssets) {
        this.templates = templates;
        this.ownAssets = ownAssets;
        return this;
    }

    ArchiveFixture baseUrl(String url) {
        this.baseUrl = URI.create(url);
        return this;
    }

    ArchiveFixture searchable() {
        this.searchable = true;
        return this;
    }

    SiteInput input() {
        Configuration plain = Configuration.DEFAULT;
        Configuration configuration = new Configuration(new SiteSettings(name, null), null, null, List.of(),
            plain.vocabulary(), plain.kind(), List.of(), Map.of(), plain.thresholds(), Map.of(), null, List.of(),
            List.of(), plain.diffs(), Scope.ALL, org.pressroom.config.Conventions.NONE, List.of(), "");
        Map<FacetKind, List<String>> order = Map.of(
            FacetKind.STATUS, plain.vocabulary().statuses(), FacetKind.OUTCOME, plain.vocabulary().outcomes(),
            FacetKind.RESULT, plain.vocabulary().results());
        Catalog catalog = Catalog.of(documents.values().stream().map(ArchiveFixture::facts).toList(), order);
        return new SiteInput(catalog, configuration,
            source(),
            new LinkResolver(catalog, assets), Redirects.of(catalog, ""), List.of(),
            Collections.nCopies(catalog.entries().size(), List.of()), findings, health, new ThemeFolders(templates, ownAssets, null, Map.of(), true),
            new Edition(TODAY, baseUrl, "0.1.0", searchable), PageMemory.NONE);
    }

    private DocumentSource source() {
        return new DocumentSource() {
            @Override
            public Document read(Entry entry) {
                return Objects.requireNonNull(documents.get(entry.facts().path()));
            }

            @Override
            public Optional<byte[]> original(Entry entry, Document document) {
                return Optional.ofNullable(originals.get(entry.facts().path()));
            }
        };
    }

    BakedSite bake(Path folder) throws IOException, TemplateFault {
        return bake(folder, 2);
    }

    BakedSite bake(Path folder, int threads) throws IOException, TemplateFault {
        try (Scratch scratch = Scratch.open(null)) {
            Staging site = Staging.at(folder);
            BakeReport report = new SiteBaker(threads).bake(input(), scratch.folder(), site, PageCount.NONE);
            return new BakedSite(folder, report, List.copyOf(site.contents().keySet()));
        }
    }

    private static DocumentFacts facts(Document d) {
        Metadata m = d.metadata();
        Optional<Decision> decision = Optional.ofNullable(m.decision());
        List<SourcePath> links = new ArrayList<>();
        d.links().forEach(l -> d.path().resolve(l.target().replaceAll("[#?].*", "")).ifPresent(links::add));
        return new DocumentFacts(d.path(), d.id(), m.id() != null, "0".repeat(40), d.title(), d.summary(), d.language(),
            d.prfaq(), m.status(), m.outcome(), m.result(), m.light(), m.authors().stream().map(Person::name).toList(),
            Optional.ofNullable(m.owner()).map(Person::name).orElse(null), m.team(), m.tags(), m.created(), null, 0,
            decision.map(Decision::date).orElse(null), decision.map(Decision::reason).orElse(null), m.launched(),
            m.revisit(), m.supersedes(), m.supersededBy(), m.related(),
            links.stream().distinct().sorted(Comparator.naturalOrder()).toList(), d.anchors(),
            d.pressRelease().words() + d.faq().words(), Proceedings.of(m), m.aliases(), null);
    }
}
