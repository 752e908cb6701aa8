package org.pressroom.bake;

import org.jspecify.annotations.Nullable;
import org.pressroom.catalog.DocumentFacts;
import org.pressroom.catalog.FacetKind;
import org.pressroom.history.FileHistory;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/// Where an idea stood from when to when, as a band for a small drawing: a box for each state, as long as it lasted, with a
/// mark for each review and decision. The last box is open; it is as long however long it has lasted.
///
/// States come from git; without git from what the metadata say. Lengths are CSS pixels.
final class StatusTrack {

    private static final int WIDTH = 640;
    /// No box is shorter, so that each can be seen.
    private static final int LEAST = 30;
    private static final int LAST = 96;
    private static final int LETTER = 7;
    private static final int DAY = 72;
    /// Boxes of a longer track are told in words alone.
    private static final int MOST = 40;

    private record State(LocalDate since, FacetKind kind, String word) { }

    private record Box(State state, int x, int width) { }

    private final PageModels models;
    private final List<Box> boxes = new ArrayList<>();
    private final LocalDate end;

    private StatusTrack(PageModels models, List<State> states, LocalDate end) {
        this.models = models;
        this.end = end;
        long days = Math.max(1, ChronoUnit.DAYS.between(states.getFirst().since(), states.getLast().since()));
        int spare = Math.max(0, WIDTH - LAST - (states.size() - 1) * LEAST);
        int x = 0;
        for (int i = 0; i < states.size(); i++) {
            int width = i + 1 == states.size() ? LAST
                : LEAST + (int) (spare * ChronoUnit.DAYS.between(states.get(i).since(), states.get(i + 1).since()) / days);
            boxes.add(new Box(states.get(i), x, width));
            x += width;
        }
    }

    /// Puts `track` into an idea's model when it had more than one state.
    static void put(Fields idea, DocumentFacts facts, PageModels models) {
        List<Milestone> milestones = Milestone.of(facts, models);
        List<State> states = states(facts, milestones);
        if (states.size() > 1 && states.size() <= MOST) {
            LocalDate last = milestones.isEmpty() ? states.getLast().since() : milestones.getLast().date();
            idea.put("track", new StatusTrack(models, states, last).model(milestones));
        }
    }

    private static List<State> states(DocumentFacts facts, List<Milestone> milestones) {
        List<State> states = new ArrayList<>();
        FileHistory history = facts.history();
        if (history != null) {
            history.timeline().forEach(t -> add(states, t.day(), t.status(), t.outcome()));
        } else {
            milestones.forEach(m -> add(states, m.date(), m.status(), m.kind() == Milestone.Kind.LAUNCHED ? "launched" : m.outcome()));
        }
        return states;
    }

    /// What was built says more than that it was approved. Days of commits may run backwards; the track does not.
    private static void add(List<State> states, LocalDate day, @Nullable String status, @Nullable String outcome) {
        String word = outcome != null ? outcome : status;
        if (word != null && (states.isEmpty() || !states.getLast().word().equals(word))) {
            LocalDate since = states.isEmpty() || !day.isBefore(states.getLast().since()) ? day : states.getLast().since();
            states.add(new State(since, outcome != null ? FacetKind.OUTCOME : FacetKind.STATUS, word));
        }
    }

    private Map<String, Object> model(List<Milestone> milestones) {
        List<Map<String, Object>> shown = new ArrayList<>();
        List<String> words = new ArrayList<>();
        int dated = -DAY;
        for (Box box : boxes) {
            String label = models.words().label(box.state().kind(), box.state().word());
            String day = models.messages().date(box.state().since());
            Fields fields = new Fields().put("x", box.x()).put("width", box.width()).put("middle", box.x() + box.width() / 2)
                .put("tone", models.words().tone(box.state().kind(), box.state().word())).put("title", label + ", " + day);
            if (length(label) + 8 <= box.width()) {
                fields.put("label", label);
            }
            if (box.x() - dated >= DAY) {
                fields.put("day", box.state().since().toString());
                dated = box.x();
            }
            shown.add(fields.map());
            words.add(label + " (" + day + ")");
        }
        Box last = boxes.getLast();
        return new Fields().put("width", last.x() + last.width()).put("boxes", shown).put("marks", marks(milestones))
            .put("words", models.messages().text("timeline.status") + ": " + String.join(" → ", words)).map();
    }

    private List<Map<String, Object>> marks(List<Milestone> milestones) {
        return milestones.stream().filter(m -> m.kind() == Milestone.Kind.REVIEWED || m.kind() == Milestone.Kind.DECIDED)
            .map(m -> m.model(models).put("x", place(m.date())).map()).toList();
    }

    private int place(LocalDate day) {
        for (int i = boxes.size() - 1; i >= 0; i--) {
            Box box = boxes.get(i);
            if (!day.isBefore(box.state().since())) {
                LocalDate until = i + 1 < boxes.size() ? boxes.get(i + 1).state().since() : end.plusDays(1);
                long days = Math.max(1, ChronoUnit.DAYS.between(box.state().since(), until));
                long passed = Math.min(days, ChronoUnit.DAYS.between(box.state().since(), day));
                return box.x() + 6 + (int) ((box.width() - 12) * passed / days);
            }
        }
        return 6;
    }

    private static int length(String label) {
        return label.codePoints().map(c -> c >= 0x1100 && (c < 0x2000 || c >= 0x2e80) ? 2 * LETTER : LETTER).sum();
    }
}
