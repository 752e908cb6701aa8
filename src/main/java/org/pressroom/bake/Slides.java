package org.pressroom.bake;

import org.jspecify.annotations.Nullable;
import org.pressroom.model.BlockKind;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/// A document as slides: a part, a group of questions or a question each, in the document's order.
///
/// The first slide is the template's own; headline, subheading and dateline go there. Numbers are one-based, the first
/// slide's included.
final class Slides {

    /// Headings below this level stay on the slide of the one above them.
    private static final int DEEPEST = 3;

    private final List<Fields> slides = new ArrayList<>();
    private final List<Map<String, Object>> opening = new ArrayList<>();
    /// What takes further text: the blocks of the last slide; null when the next text begins a slide.
    private @Nullable List<Map<String, Object>> open;
    /// The questions named on the slide of their group; null before the first group.
    private @Nullable List<Map<String, Object>> agenda;

    private Slides() { }

    /// Puts `slides`, `opening` (what the first slide shows of the document) and `slideCount` into an idea's model.
    ///
    /// @param closing whether a last slide follows that tells what was promised and what came of it
    static void put(Fields idea, Sections sections, boolean closing) {
        Slides all = new Slides();
        sections.all().forEach(all::add);
        List<Map<String, Object>> models = all.slides.stream().map(Fields::map).toList();
        idea.put("slides", models).put("opening", all.opening).put("slideCount", models.size() + (closing ? 2 : 1));
    }

    private void add(Sections.Section section) {
        open = null;
        agenda = null;
        Object title = section.model().get("titleHtml");
        if (section.kind().equals("faq") && title != null && startsWithQuestion(section)) {
            addAgenda(new Fields().put("kind", "faq-group")
                .putAll(Map.of("titleHtml", title, "anchor", section.model().getOrDefault("anchor", ""))).map());
        }
        for (Sections.Shown shown : section.blocks()) {
            add(shown);
        }
    }

    private static boolean startsWithQuestion(Sections.Section section) {
        return !section.blocks().isEmpty() && section.blocks().getFirst().block().kind() == BlockKind.QUESTION;
    }

    private void add(Sections.Shown shown) {
        Map<String, Object> model = shown.model();
        switch (shown.block().kind()) {
            // It stands right below the title there, whatever it is below on the page.
            case HEADLINE -> opening.add(new Fields().putAll(model).put("level", 2).map());
            case SUBHEADING, DATELINE -> opening.add(model);
            case PROBLEM, SOLUTION, HOW_IT_WORKS, CALL_TO_ACTION -> begin("part", model);
            case LEADER_QUOTE, CUSTOMER_QUOTE -> begin("quote", model);
            case FAQ_GROUP -> addAgenda(model);
            case QUESTION -> {
                begin("question", model);
                if (agenda != null) {
                    agenda.add(new Fields().putAll(Map.of("titleHtml", LinkHtml.withoutAnchors(model.getOrDefault("titleHtml", "").toString())))
                        .put("number", slides.size() + 1).map());
                }
                open = null;
            }
            case HEADING -> {
                if (open == null || level(model) <= DEEPEST) {
                    begin("text", model);
                } else {
                    open.add(model);
                }
            }
            case PROSE -> {
                if (open == null) {
                    begin("text", model);
                } else {
                    open.add(model);
                }
            }
            case FOOTNOTES -> begin("notes", model);
        }
    }

    private static int level(Map<String, Object> model) {
        return model.get("level") instanceof Integer level ? level : DEEPEST;
    }

    private void begin(String kind, Map<String, Object> first) {
        List<Map<String, Object>> blocks = new ArrayList<>(List.of(first));
        slides.add(new Fields().put("kind", kind).put("number", slides.size() + 2).put("blocks", blocks));
        open = kind.equals("text") ? blocks : null;
    }

    private void addAgenda(Map<String, Object> group) {
        begin("group", group);
        agenda = new ArrayList<>();
        slides.getLast().putAll(Map.of("agenda", agenda));
    }
}
