package org.pressroom.bake;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/// The model of `tried.html`, where somebody tells a problem and finds who had it. Its answers are the browser's own; without
/// JavaScript it leads to the lists and to `pressroom similar`.
final class TriedPage {

    private TriedPage() { }

    static Map<String, Object> model(PageModels models) {
        return models.frame("tried.html", models.messages().text("tried.title"), "tried")
            .put("kinds", SearchPage.kinds(models))
            .put("words", words(models))
            .put("total", models.catalog().entries().size())
            .map();
    }

    /// How statuses, outcomes, results and reasons are shown.
    private static List<Map<String, Object>> words(PageModels models) {
        List<Map<String, Object>> words = new ArrayList<>(SearchPage.words(models));
        models.catalog().entries().stream().map(entry -> entry.facts().reason()).filter(Objects::nonNull).distinct().sorted()
            .forEach(reason -> words.add(new Fields().put("kind", "reason").putAsIs("word", reason).put("label", models.words().reason(reason))
                .putAsIs("tone", "other").map()));
        return words;
    }
}
