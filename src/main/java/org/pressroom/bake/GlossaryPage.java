package org.pressroom.bake;

import org.pressroom.catalog.Facet;
import org.pressroom.catalog.FacetKind;
import org.pressroom.config.HouseWords;
import org.pressroom.config.Term;
import org.pressroom.config.Terms;
import org.pressroom.config.Vocabulary;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// The model of `glossary.html`: what each status, outcome, result and reason means and what may follow it, and what
/// each rule asks for.
final class GlossaryPage {

    private final PageModels models;
    private final Vocabulary vocabulary;

    private GlossaryPage(PageModels models) {
        this.models = models;
        this.vocabulary = models.input().configuration().vocabulary();
    }

    static Map<String, Object> model(PageModels models) {
        GlossaryPage glossary = new GlossaryPage(models);
        List<Map<String, Object>> groups = List.of(glossary.terms(FacetKind.STATUS, glossary.vocabulary.status()),
            glossary.terms(FacetKind.OUTCOME, glossary.vocabulary.outcome()),
            glossary.terms(FacetKind.RESULT, glossary.vocabulary.result()));
        return models.frame("glossary.html", models.messages().text("glossary.title"), "glossary")
            .put("groups", groups)
            .put("houses", glossary.houses())
            .put("reasons", glossary.vocabulary.reasons().stream().map(models.words()::reason).toList())
            .put("categories", glossary.categories()).map();
    }

    private Map<String, Object> terms(FacetKind kind, Terms terms) {
        Map<String, Integer> counts = new LinkedHashMap<>();
        for (Facet facet : models.catalog().facets(kind)) {
            counts.put(facet.value(), facet.entries().size());
        }
        List<Map<String, Object>> rows = new ArrayList<>();
        for (Term term : terms.terms()) {
            Fields row = new Fields().put("badge", models.facet(kind, term.word())).put("word", term.word())
                .put("about", models.words().about(kind, term.word())).put("count", counts.getOrDefault(term.word(), 0));
            if (term.next() != null) {
                row.put("final", term.next().isEmpty())
                    .put("next", term.next().stream().map(word -> models.words().label(kind, word)).toList());
            }
            rows.add(row.map());
        }
        return new Fields().put("kind", kind.label()).put("title", models.messages().text("kind." + kind.label() + ".many"))
            .put("about", models.messages().text("glossary." + kind.label()))
            .put("moves", terms.terms().stream().anyMatch(term -> term.next() != null)).put("terms", rows).map();
    }

    /// What each word of another house stands for, where the archive has none of its own.
    private List<Map<String, Object>> houses() {
        List<Map<String, Object>> rows = new ArrayList<>();
        if (!vocabulary.status().houses().isEmpty()) {
            HouseWords.BY_MEANING.forEach((meaning, words) -> rows.add(new Fields().put("words", String.join(", ", words))
                .put("meaning", models.words().label(FacetKind.STATUS, meaning)).map()));
        }
        return rows;
    }

    private List<Map<String, Object>> categories() {
        Map<String, List<Map<String, Object>>> byCategory = new LinkedHashMap<>();
        for (RuleText rule : models.input().health().rules()) {
            byCategory.computeIfAbsent(rule.category(), _ -> new ArrayList<>()).add(new Fields().put("id", rule.id())
                .put("href", HealthPages.address(rule.id())).put("summary", rule.summary())
                .put("severity", new Fields().put("name", rule.severity().label())
                    .put("label", models.messages().text("severity." + rule.severity().label())).map()).map());
        }
        List<Map<String, Object>> categories = new ArrayList<>();
        byCategory.forEach((category, rules) -> categories.add(new Fields().put("title", Words.spoken(category))
            .put("rules", rules).map()));
        return categories;
    }
}
