package org.pressroom.search;

import org.jspecify.annotations.Nullable;
import org.pressroom.catalog.Catalog;
import org.pressroom.catalog.DocumentFacts;
import org.pressroom.catalog.FacetKind;
import org.pressroom.catalog.Proceedings;
import org.pressroom.model.Block;
import org.pressroom.model.BlockKind;
import org.pressroom.model.Document;
import org.pressroom.model.DocumentId;
import org.pressroom.model.Faq;
import org.pressroom.model.Metadata;
import org.pressroom.model.MetadataCarrier;
import org.pressroom.model.Person;
import org.pressroom.model.PressRelease;
import org.pressroom.model.Visibility;
import org.pressroom.source.LineSpan;
import org.pressroom.source.SourceId;
import org.pressroom.source.SourcePath;

import java.io.IOException;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/// An idea made for a test, with as much as the search looks at.
final class SampleIdea {

    private final String id;
    private final String title;
    private String summary = "";
    private @Nullable String status;
    private @Nullable String outcome;
    private @Nullable String team;
    private @Nullable String tracking;
    private List<String> tags = List.of();
    private List<Person> authors = List.of();
    private LocalDate created = LocalDate.of(2020, 1, 1);
    private final List<Block> blocks = new ArrayList<>();

    private SampleIdea(String id, String title) {
        this.id = id;
        this.title = title;
    }

    static SampleIdea of(String id, String title) {
        return new SampleIdea(id, title);
    }

    SampleIdea summary(String text) {
        summary = text;
        return this;
    }

    SampleIdea status(@Nullable String word) {
        status = word;
        return this;
    }

    SampleIdea outcome(@Nullable String word) {
        outcome = word;
        return this;
    }

    SampleIdea team(String name) {
        team = name;
        return this;
    }

    SampleIdea tracking(String address) {
        tracking = address;
        return this;
    }

    SampleIdea tags(String... words) {
        tags = List.of(words);
        return this;
    }

    SampleIdea author(String name) {
        authors = List.of(new Person(name, null));
        return this;
    }

    SampleIdea created(LocalDate day) {
        created = day;
        return this;
    }

    SampleIdea block(BlockKind kind, @Nullable String anchor, String blockTitle, String text) {
        blocks.add(new Block(kind, anchor, anchor == null ? 0 : 2, blockTitle, text, blockTitle, text, LineSpan.of(1)));
        return this;
    }

    SampleIdea problem(String text) {
        return block(BlockKind.PROBLEM, "problem", "Problem", text);
    }

    SampleIdea solution(String text) {
        return block(BlockKind.SOLUTION, "solution", "Solution", text);
    }

    SampleIdea question(String text, String answer) {
        return block(BlockKind.QUESTION, "q-" + (blocks.size() + 1), text, answer);
    }

    Document document() {
        Metadata metadata = new Metadata(MetadataCarrier.YAML, id, title, summary, status, null, outcome, null, false,
            authors, null, team, null, tags, created, null, List.of(), null, null, null, null, null, null, List.of(),
            List.of(), List.of(), null, tracking, Visibility.INTERNAL, List.of(), Map.of());
        return new Document(path(), documentId(), metadata, title, summary, "en", true,
            new PressRelease(null, null, null, null, List.of(), 0), new Faq(null, List.of(), List.of(), 0), blocks,
            List.of(), List.of(), List.of());
    }

    private DocumentId documentId() {
        return new DocumentId(SourceId.MAIN, id);
    }

    private SourcePath path() {
        return SourcePath.of("ideas/" + id + ".md");
    }

    private DocumentFacts facts() {
        return new DocumentFacts(path(), documentId(), true, "0".repeat(40), title, summary, "en", true, status,
            outcome, null, false, authors.stream().map(Person::name).toList(),
            authors.isEmpty() ? null : authors.getFirst().name(), team, tags, created, null, 1, null, null, null, null,
            List.of(), List.of(), List.of(), List.of(), List.of(), 100, Proceedings.NONE, List.of(), null);
    }

    static Catalog catalog(List<SampleIdea> ideas) {
        return Catalog.of(ideas.stream().map(SampleIdea::facts).toList(), Map.of(FacetKind.STATUS,
            List.of("draft", "in-review", "approved", "declined"), FacetKind.OUTCOME, List.of("building", "launched")));
    }

    /// Makes an index of the ideas, added in the order given by several threads.
    static Catalog index(List<SampleIdea> ideas, Path folder, int threads) throws IOException, InterruptedException {
        Catalog catalog = catalog(ideas);
        try (IndexBuilder builder = new IndexBuilder(folder);
                ExecutorService pool = Executors.newFixedThreadPool(threads)) {
            List<Callable<Void>> additions = new ArrayList<>();
            for (SampleIdea idea : ideas) {
                additions.add(() -> {
                    builder.add(idea.path().toString(), catalog.at(idea.path()).orElseThrow(), idea.document(), null);
                    return null;
                });
            }
            for (Future<Void> addition : pool.invokeAll(additions)) {
                addition.resultNow();
            }
            builder.commit("made for a test", "");
        }
        return catalog;
    }
}
