package org.pressroom.bake;

import org.jspecify.annotations.Nullable;
import org.pressroom.cache.Fingerprint;
import org.pressroom.cache.Key;
import org.pressroom.catalog.Catalog;
import org.pressroom.catalog.DocumentFacts;
import org.pressroom.catalog.Entry;
import org.pressroom.catalog.FacetKind;
import org.pressroom.config.Kind;
import org.pressroom.files.Staging;
import org.pressroom.history.FileHistory;
import org.pressroom.model.Criteria;
import org.pressroom.model.Decision;
import org.pressroom.model.Document;
import org.pressroom.model.LinkedText;
import org.pressroom.model.Metadata;
import org.pressroom.model.Prediction;
import org.pressroom.model.Status;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;

/// The page of each idea with its variants and the files that go with it: the only pages for which bodies are read.
final class IdeaPages {

    private static final int WORDS_A_MINUTE = 220;

    private final PageModels models;
    private final IdeaFiles files;
    private final HealthPages health;
    private final DiffPlan diffs;
    private final Staging staging;

    IdeaPages(PageModels models, IdeaFiles files, HealthPages health, Staging staging) {
        this.staging = staging;
        this.diffs = DiffPlan.of(models.catalog(), models.input().configuration().diffs(), models.input().edition().asOf());
        this.models = models;
        this.files = files;
        this.health = health;
    }

    List<Page> pages() {
        return models.catalog().entries().stream().map(this::page).toList();
    }

    private Page page(Entry entry) {
        Recall recall = new Recall(entry);
        return new Page(entry.page(), "idea", () -> made(recall), List.of(new Page.Variant(IdeaFiles.slides(entry), "slides")), recall);
    }

    private Page.Made made(Recall recall) throws IOException {
        Entry entry = recall.entry;
        Document document = models.input().documents().read(entry);
        FileHistory history = entry.facts().history();
        DiffPages pages = history == null ? null
            : new DiffPages(models, entry, history, Revisions.compare(models, entry, document, diffs, recall.inquiry));
        return new Page.Made(model(recall, document, pages), pages == null ? List.of() : pages.pages());
    }

    /// Recalls an idea's page by what it is made from: the document, the ideas around it, and the answers to what it asked.
    private final class Recall implements Page.Recall {

        private final Entry entry;
        private final Inquiry inquiry;
        private @Nullable String row;
        private boolean original;
        private @Nullable Key surroundings;

        Recall(Entry entry) {
            this.entry = entry;
            this.inquiry = new Inquiry(models, entry);
        }

        @Override
        public boolean keep() throws IOException {
            PageMemory.Made last = models.input().memory().of(entry.page()).orElse(null);
            if (last == null || last.row() == null || !last.key().equals(key(last.asked())) || !staging.keep(last.files())) {
                return false;
            }
            files.keepRow(entry, last.row());
            return true;
        }

        @Override
        public void remember(Page.Made made, List<String> addresses) {
            PageMemory memory = models.input().memory();
            if (memory == PageMemory.NONE) {
                return;
            }
            List<String> all = new ArrayList<>(addresses);
            all.add(IdeaFiles.api(entry));
            if (original) {
                all.add(IdeaFiles.raw(entry));
            }
            List<String> asked = inquiry.asked();
            memory.remember(entry.page(), new PageMemory.Made(key(asked), asked, ModelRecall.contents(staging, all), row));
        }

        /// The key of what is around the idea, before anything of its document is added.
        private Key surroundings(Fields around) {
            Fingerprint print = new Fingerprint("around");
            models.print().add(around.map(), print);
            Key key = print.key();
            surroundings = key;
            return key;
        }

        private Key key(List<String> asked) {
            DocumentFacts facts = entry.facts();
            Fingerprint print = new Fingerprint("idea").key(models.context()).key(models.input().memory().document(entry)).text(entry.address());
            Relations relations = Relations.of(models.catalog(), entry);
            print.key(surroundings == null ? surroundings(around(entry, relations)) : surroundings);
            models.print().add(models.row(entry), print);
            models.print().add(models.people(named(facts)), print);
            models.print().add(states(facts), print);
            // Pages shorten titles; the data for programs doesn't.
            for (List<Entry> others : List.of(relations.supersedes(), relations.supersededBy(), relations.related(), relations.referring())) {
                print.number(others.size());
                others.forEach(other -> print.text(other.id().shown()).text(other.facts().title()).text(other.page()));
            }
            for (int revision : diffs.revisions(entry)) {
                print.number(revision);
            }
            print.number(diffs.sinceReview(entry) ? 1 : 0);
            inquiry.addAnswers(asked, print);
            return print.key();
        }
    }

    /// The statuses and outcomes that an idea had, with the pages that list ideas of the same today.
    private List<Map<String, Object>> states(DocumentFacts facts) {
        FileHistory history = facts.history();
        return history == null ? List.of() : history.timeline().stream()
            .flatMap(change -> Stream.of(models.facet(FacetKind.STATUS, change.status()), models.facet(FacetKind.OUTCOME, change.outcome())))
            .filter(Objects::nonNull).map(Objects::requireNonNull).toList();
    }

    /// Everybody whom a page may name.
    private static Set<String> named(DocumentFacts facts) {
        Set<String> names = new TreeSet<>(facts.authors());
        names.addAll(facts.proceedings().deciders());
        facts.proceedings().reviews().forEach(review -> names.addAll(review.reviewers()));
        if (facts.history() != null) {
            names.addAll(facts.history().authors());
            facts.history().timeline().forEach(change -> names.add(change.author()));
        }
        return names;
    }

    /// What an idea's page shows of others, and of what the archive says of the idea: all that isn't from its document.
    private Fields around(Entry entry, Relations relations) {
        DocumentFacts facts = entry.facts();
        Fields around = models.link(entry);
        putPeople(around, facts);
        putRelations(around, relations);
        around.put("prior", models.input().nearest().get(entry.number()).stream().map(near -> prior(near.number())).toList());
        RelationGraph.put(around, entry, relations, models);
        putNeighbours(around, entry);
        return around.put("findings", findings(entry)).put("findingsHref", health.place(facts.path()));
    }

    private Map<String, Object> model(Recall recall, Document document, @Nullable DiffPages pages) throws IOException {
        Entry entry = recall.entry;
        DocumentFacts facts = entry.facts();
        Kind kind = models.input().configuration().kindOf(facts.path());
        String title = PageModels.visible(facts.title(), models.messages());
        Outbound outbound = new Outbound(entry, document, recall.inquiry, models);
        Relations relations = Relations.of(models.catalog(), entry);
        Fields idea = around(entry, relations);
        recall.surroundings(idea);
        idea.put("title", title)
            .put("long", title.length() > 140)
            .put("shortTitle", PlainText.cut(title, 80))
            .put("summary", facts.summary())
            .put("kind", kind.prfaq() ? null : Words.spoken(kind.name()))
            .put("statusDetail", document.metadata().statusDetail() == null ? null : LinkedText.of(document.metadata().statusDetail()).plain())
            .put("statusPieces", Extras.ofStatus(document.metadata().statusDetail(), relations.supersededBy(), models, outbound))
            .put("prfaq", document.prfaq())
            .put("light", facts.light())
            .put("minutes", Math.max(1, (facts.words() + WORDS_A_MINUTE / 2) / WORDS_A_MINUTE));
        idea.put("customer", document.metadata().customer());
        putDates(idea, facts, document.metadata());
        idea.put("extras", Extras.of(kind.vocabulary(), document.metadata(), outbound));
        putDecision(idea, facts, document.metadata(), outbound);
        idea.put("events", Events.of(facts, document.metadata(), models, outbound))
            .put("discussionHref", outbound.external(document.metadata().discussion()))
            .put("trackingHref", outbound.external(document.metadata().tracking()));
        Sections sections = Sections.of(document, kind, outbound.html(), models.messages());
        int release = sections.firstRelease();
        if (release > 0) {
            idea.put("onePage", release);
        }
        idea.put("sections", sections.models()).put("contents", sections.contents());
        recall.row = files.writeJson(entry, document, IdeaJson.of(entry, document, sections, relations, outbound, models.decided(facts)));
        idea.put("slidesHref", Href.of(IdeaFiles.slides(entry))).put("jsonHref", Href.of(IdeaFiles.api(entry)));
        if (files.writeOriginal(entry, document, models.input().documents())) {
            recall.original = true;
            idea.put("rawHref", Href.of(IdeaFiles.raw(entry)));
        }
        SourceHrefs source = models.input().documents().hrefs(entry);
        idea.put("sourceHref", source.source()).put("editHref", source.edit()).put("historyHref", source.history());
        StatusTrack.put(idea, facts, models);
        if (pages != null) {
            pages.put(idea);
        }
        Slides.put(idea, sections, document.metadata().prediction() != null || document.metadata().actual() != null);
        return models.frame(entry.page(), title, "ideas").put("idea", idea.map()).map();
    }

    private void putPeople(Fields idea, DocumentFacts facts) {
        List<String> authors = facts.authors().stream().map(PlainText::of).filter(a -> !a.isBlank()).toList();
        idea.put("owner", models.facet(FacetKind.OWNER, facts.owner()))
            .put("team", models.facet(FacetKind.TEAM, facts.team()))
            .put("year", models.facet(FacetKind.YEAR, facts.year() == null ? null : facts.year().toString()))
            .put("tags", FacetKind.TAG.valuesOf(facts).stream().map(t -> models.facet(FacetKind.TAG, t)).toList())
            .put("authors", authors.size() == 1 && authors.getFirst().equals(facts.owner()) ? List.of() : models.people(authors));
    }

    private void putDates(Fields idea, DocumentFacts facts, Metadata metadata) {
        if (facts.created() != null) {
            idea.put("created", models.date(facts.created()));
        }
        if (facts.revised() != null) {
            idea.put("revised", models.date(facts.revised())).put("revisions", facts.revisions());
        }
        if (metadata.launch() != null) {
            idea.put("launch", metadata.launch().text());
        }
        if (facts.launched() != null) {
            idea.put("launched", models.date(facts.launched()));
        }
        if (facts.revisit() != null) {
            idea.put("revisit", models.date(facts.revisit()));
        }
    }

    private void putDecision(Fields idea, DocumentFacts facts, Metadata metadata, Outbound outbound) {
        Decision decision = metadata.decision();
        if (decision != null) {
            String status = String.valueOf(models.decided(facts));
            Fields fields = new Fields()
                .put("verb", verb(status))
                .put("tone", models.words().tone(FacetKind.STATUS, status))
                .put("deciders", models.people(facts.proceedings().deciders()))
                .put("text", decision.text())
                .put("href", outbound.anywhere(decision.link()));
            if (decision.date() != null) {
                fields.put("date", models.date(decision.date()));
            }
            if (decision.reason() != null) {
                fields.put("reason", models.words().reason(decision.reason()));
            }
            idea.put("decision", fields.map());
        }
        Prediction prediction = metadata.prediction();
        if (prediction != null && prediction.text() != null) {
            idea.put("prediction", new Fields().put("text", prediction.text())
                .put("by", prediction.by() == null ? null : prediction.by().text()).map());
        }
        idea.put("actual", metadata.actual()).put("criteria", criteria(metadata.criteria()));
    }

    /// What was decided, in the words of the vocabulary; the PR/FAQ's own statuses have verbs.
    private String verb(String status) {
        return Status.isAmong(Status.OUTCOMES_OF_REVIEWS, status) ? models.messages().text("decision." + status)
            : models.words().meaning(FacetKind.STATUS, status).isEmpty() ? models.messages().text("decision.other")
            : models.words().label(FacetKind.STATUS, status);
    }

    private List<Map<String, Object>> criteria(@Nullable Criteria criteria) {
        List<Map<String, Object>> list = new ArrayList<>();
        if (criteria != null) {
            add(list, "big-idea", criteria.bigIdea());
            add(list, "ours-to-do", criteria.oursToDo());
            add(list, "plan", criteria.plan());
        }
        return list;
    }

    private void add(List<Map<String, Object>> list, String question, @Nullable String answer) {
        if (answer != null) {
            list.add(new Fields().put("question", models.messages().text("criteria." + question))
                .put("answer", models.words().label("answer", answer)).map());
        }
    }

    private void putRelations(Fields idea, Relations relations) {
        idea.put("supersedes", models.links(relations.supersedes()))
            .put("supersededBy", models.links(relations.supersededBy()))
            .put("related", models.links(relations.related()))
            .put("referring", models.links(relations.referring()));
    }

    /// A proposal with much the same problem: what became of it, and why.
    private Map<String, Object> prior(int number) {
        Entry other = models.catalog().entries().get(number);
        DocumentFacts facts = other.facts();
        return models.link(other).put("year", facts.year() == null ? null : facts.year().toString())
            .put("reason", facts.reason() == null ? null : models.words().reason(facts.reason())).map();
    }

    private void putNeighbours(Fields idea, Entry entry) {
        Catalog catalog = models.catalog();
        if (entry.number() > 0) {
            idea.put("earlier", models.link(catalog.entries().get(entry.number() - 1)).map());
        }
        if (entry.number() + 1 < catalog.entries().size()) {
            idea.put("later", models.link(catalog.entries().get(entry.number() + 1)).map());
        }
    }

    private @Nullable String findings(Entry entry) {
        FindingCounts counts =
            Objects.requireNonNullElse(models.input().findings().get(entry.facts().path()), FindingCounts.NONE);
        List<String> parts = new ArrayList<>();
        if (counts.errors() > 0) {
            parts.add(models.messages().count("errors", counts.errors()));
        }
        if (counts.warnings() > 0) {
            parts.add(models.messages().count("warnings", counts.warnings()));
        }
        if (counts.infos() > 0 && parts.isEmpty()) {
            return null;
        }
        return parts.isEmpty() ? null : models.messages().text("findings", models.messages().list(parts));
    }
}
