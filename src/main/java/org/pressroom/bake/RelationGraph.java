package org.pressroom.bake;

import org.pressroom.catalog.Catalog;
import org.pressroom.catalog.Entry;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;

/// An idea among those that it has to do with, laid out for a small drawing: what it replaces to the left, what replaces
/// it to the right, three steps each way; below what it calls related, above what refers to it.
///
/// Lengths are CSS pixels. The middle of the idea's own box is at (0, 0) until all boxes have their place.
final class RelationGraph {

    private static final int NODES = 12;
    private static final int STEPS = 3;
    /// Boxes beside one step of a succession, and rows above and below.
    private static final int HIGH = 3;
    private static final int ROWS = 2;

    private static final int WIDTH = 136;
    private static final int HEIGHT = 44;
    private static final int ACROSS = 36;
    private static final int DOWN = 12;
    /// Between two boxes of a row; a line runs through it.
    private static final int AISLE = 16;
    private static final int BAND = 28;
    private static final int MARGIN = 2;
    /// Letters of a title that fit; wide ones count as two.
    private static final int LETTERS = 16;

    private record Place(int x, int y) { }

    private final PageModels models;
    private final Catalog catalog;
    private final Entry centre;
    private final Map<Entry, Place> places = new LinkedHashMap<>();
    private final List<Map<String, Object>> edges = new ArrayList<>();
    private final List<Map<String, Object>> notes = new ArrayList<>();
    private final List<Entry> succession = new ArrayList<>();
    private int half = HEIGHT / 2;

    private RelationGraph(PageModels models, Entry centre) {
        this.models = models;
        this.catalog = models.catalog();
        this.centre = centre;
        places.put(centre, new Place(0, 0));
    }

    /// Puts `graph` into an idea's model, unless there is nothing to draw.
    static void put(Fields idea, Entry entry, Relations relations, PageModels models) {
        RelationGraph graph = new RelationGraph(models, entry);
        graph.succession(-1);
        graph.succession(1);
        graph.beside(relations.related(), 1, "related");
        graph.beside(relations.referring(), -1, "referring");
        if (graph.places.size() > 1) {
            idea.put("graph", graph.model());
        }
    }

    /// Places what came before (`way` -1) or after (1), step by step; boxes of one step stand above each other.
    private void succession(int way) {
        List<Entry> from = List.of(centre);
        List<Entry> all = new ArrayList<>();
        for (int step = 1; step <= STEPS && !from.isEmpty(); step++) {
            Map<Entry, Entry> found = new LinkedHashMap<>();
            for (Entry one : from) {
                for (Entry next : way < 0 ? catalog.supersedes(one) : catalog.supersededBy(one)) {
                    if (!places.containsKey(next)) {
                        found.putIfAbsent(next, one);
                    }
                }
            }
            List<Entry> shown = found.keySet().stream().limit(Math.min(HIGH, NODES - places.size())).toList();
            int high = shown.size() * (HEIGHT + DOWN) - DOWN;
            int x = way * step * (WIDTH + ACROSS);
            for (int i = 0; i < shown.size(); i++) {
                places.put(shown.get(i), new Place(x, i * (HEIGHT + DOWN) - (high - HEIGHT) / 2));
            }
            half = Math.max(half, high / 2);
            note(found.size() - shown.size(), x, high / 2 + DOWN + 2);
            shown.forEach(one -> line(one, Objects.requireNonNull(found.get(one)), way));
            all.addAll(shown);
            from = shown;
        }
        succession.addAll(way < 0 ? all.reversed() : all);
    }

    private void line(Entry outer, Entry inner, int way) {
        Place a = places.get(way < 0 ? outer : inner);
        Place b = places.get(way < 0 ? inner : outer);
        if (a != null && b != null) {
            int from = a.x + WIDTH / 2;
            int to = b.x - WIDTH / 2;
            int bend = (from + to) / 2;
            edge("M" + from + " " + a.y + "C" + bend + " " + a.y + " " + bend + " " + b.y + " " + to + " " + b.y
                + "M" + (to - 6) + " " + (b.y - 4) + "L" + to + " " + b.y + "L" + (to - 6) + " " + (b.y + 4), "succession");
        }
    }

    /// Places others in rows of two below (`way` 1) or above (-1), along a line that runs between them.
    private void beside(List<Entry> others, int way, String kind) {
        List<Entry> free = others.stream().filter(one -> !places.containsKey(one)).toList();
        List<Entry> shown = free.stream().limit(Math.min(2 * ROWS, NODES - places.size())).toList();
        if (shown.isEmpty()) {
            return;
        }
        int first = half + BAND + HEIGHT / 2;
        StringBuilder path = new StringBuilder("M0 " + way * HEIGHT / 2 + "V");
        if (shown.size() == 1) {
            places.put(shown.getFirst(), new Place(0, way * first));
            path.append(way * (first - HEIGHT / 2));
        } else {
            int last = first + (shown.size() - 1) / 2 * (HEIGHT + DOWN);
            path.append(way * last);
            for (int i = 0; i < shown.size(); i++) {
                int side = i % 2 == 0 ? -1 : 1;
                int y = way * (first + i / 2 * (HEIGHT + DOWN));
                places.put(shown.get(i), new Place(side * (WIDTH + AISLE) / 2, y));
                path.append("M0 ").append(y).append('H').append(side * AISLE / 2);
            }
        }
        edge(path.toString(), kind);
        int rows = (shown.size() + 1) / 2;
        note(free.size() - shown.size(), 0, way * (first + (rows - 1) * (HEIGHT + DOWN) + HEIGHT / 2 + DOWN));
    }

    private void edge(String path, String kind) {
        edges.add(new Fields().put("path", path).put("kind", kind).map());
    }

    private void note(int more, int x, int y) {
        if (more > 0) {
            notes.add(new Fields().put("text", models.messages().text("graph.more", models.messages().number(more)))
                .put("x", x).put("y", y + 4).map());
        }
    }

    private Map<String, Object> model() {
        int left = places.values().stream().mapToInt(Place::x).min().orElse(0) - WIDTH / 2 - MARGIN;
        int right = places.values().stream().mapToInt(Place::x).max().orElse(0) + WIDTH / 2 + MARGIN;
        int noted = notes.isEmpty() ? 0 : DOWN + 8;
        int top = Math.min(-half, places.values().stream().mapToInt(Place::y).min().orElse(0) - HEIGHT / 2) - MARGIN - noted;
        int bottom = Math.max(half, places.values().stream().mapToInt(Place::y).max().orElse(0) + HEIGHT / 2) + MARGIN + noted;
        List<Map<String, Object>> nodes = new ArrayList<>();
        places.forEach((entry, place) -> nodes.add(node(entry, place)));
        Fields graph = new Fields().put("box", left + " " + top + " " + (right - left) + " " + (bottom - top))
            .put("width", right - left).put("height", bottom - top).put("nodes", nodes).put("edges", edges).put("notes", notes);
        Set<Entry> near = new HashSet<>(catalog.supersedes(centre));
        near.addAll(catalog.supersededBy(centre));
        if (!near.containsAll(succession)) {
            graph.put("succession", succession().stream().map(entry -> models.link(entry).put("here", entry == centre).map()).toList());
        }
        return graph.map();
    }

    /// From the first idea to the last one, this one in its place.
    private List<Entry> succession() {
        List<Entry> all = new ArrayList<>(succession);
        long before = succession.stream().filter(entry -> {
            Place place = places.get(entry);
            return place != null && place.x < 0;
        }).count();
        all.add((int) before, centre);
        return all;
    }

    private Map<String, Object> node(Entry entry, Place place) {
        String title = PlainText.withoutDirections(PageModels.visible(entry.facts().title(), models.messages()));
        return models.link(entry).put("x", place.x - WIDTH / 2).put("y", place.y - HEIGHT / 2).put("here", entry == centre)
            .put("idText", fitting(PlainText.withoutDirections(entry.id().shown()), LETTERS - 3))
            .put("titleText", fitting(title, LETTERS)).map();
    }

    /// As much of a text as there is room for.
    private static String fitting(String text, int room) {
        int used = 0;
        for (int i = 0; i < text.length(); i += Character.charCount(text.codePointAt(i))) {
            int c = text.codePointAt(i);
            used += c >= 0x1100 && (c < 0x2000 || c >= 0x2e80) ? 2 : 1;
            if (used > room) {
                return text.substring(0, i).strip() + "…";
            }
        }
        return text;
    }
}
