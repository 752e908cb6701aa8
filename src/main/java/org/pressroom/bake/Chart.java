package org.pressroom.bake;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/// A chart of upright columns, each a value or a stack of them, with its data as a table and as CSV.
///
/// Coordinates are pixels of an SVG picture, from the upper left corner.
///
/// @param name    of its file: `insights/<name>.csv`
/// @param series  what each part of a column stands for, from the ground up
/// @param columns from left to right
/// @param head    what stands below the columns: "Year"
/// @param pitch   from the left side of one column to that of the next
/// @param percent whether the values are hundredths of a whole
/// @param ceiling the highest value of the scale; 0: a round number above the highest column
record Chart(String name, String head, int pitch, List<Series> series, List<Column> columns, boolean percent, int ceiling) {

    /// @param tone  the name of its colours in the style sheet
    /// @param shape the kind of its badge: `status`
    record Series(String label, String tone, String shape) { }

    /// @param label  below it
    /// @param note   below its label: `n = 12`; empty for none
    /// @param values one for each series
    record Column(String label, String note, List<Integer> values) {

        int total() {
            return values.stream().mapToInt(Integer::intValue).sum();
        }
    }

    /// Columns that fit a page; what lies further back is in the table alone.
    private static final int SHOWN = 24;
    /// The pitch of columns with a year below them, and of those with a word.
    static final int YEARS = 48;
    static final int WORDS = 88;
    private static final int BAR = 34;
    private static final int LEFT = 40;
    private static final int TOP = 24;
    private static final int HEIGHT = 190;
    private static final int BELOW = 40;
    /// Height below which a part bears no number.
    private static final int LEGIBLE = 15;
    private static final int TICKS = 5;

    Chart {
        series = List.copyOf(series);
        columns = List.copyOf(columns);
    }

    boolean isEmpty() {
        return columns.isEmpty();
    }

    /// For templates. Numbers of the picture are whole.
    Map<String, Object> model(Messages messages) {
        List<Column> shown = columns.subList(Math.max(0, columns.size() - SHOWN), columns.size());
        int step = step(ceiling > 0 ? ceiling : shown.stream().mapToInt(Column::total).max().orElse(0));
        int top = ceiling > 0 ? ceiling
            : Math.max(step, Math.ceilDiv(shown.stream().mapToInt(Column::total).max().orElse(0), step) * step);
        List<Map<String, Object>> lines = new ArrayList<>();
        for (int value = 0; value <= top; value += step) {
            lines.add(new Fields().put("y", y(value, top)).put("label", text(value, messages)).map());
        }
        List<Map<String, Object>> bars = new ArrayList<>();
        for (int i = 0; i < shown.size(); i++) {
            bars.add(bar(shown.get(i), LEFT + i * pitch, top, messages));
        }
        return new Fields().put("name", name).put("head", head).put("width", LEFT + shown.size() * pitch + 8).put("height", TOP + HEIGHT + BELOW)
            .put("left", LEFT).put("right", LEFT + shown.size() * pitch).put("base", TOP + HEIGHT)
            .put("lines", lines).put("bars", bars).put("stacked", series.size() > 1)
            .put("legend", series.stream().map(Chart::legend).toList())
            .put("cut", columns.size() - shown.size())
            .put("notes", columns.stream().anyMatch(c -> !c.note().isEmpty()))
            .put("rows", columns.stream().map(c -> row(c, messages)).toList()).map();
    }

    private static Map<String, Object> legend(Series series) {
        return new Fields().put("label", series.label()).put("tone", series.tone()).put("kind", series.shape()).map();
    }

    private Map<String, Object> bar(Column column, int left, int top, Messages messages) {
        List<Map<String, Object>> parts = new ArrayList<>();
        int sum = 0;
        for (int i = 0; i < series.size(); i++) {
            int value = column.values().get(i);
            if (value > 0) {
                int above = y(sum + value, top);
                int height = y(sum, top) - above;
                Fields part = new Fields().put("tone", series.get(i).tone()).put("y", above).put("height", Math.max(1, height))
                    .put("label", series.get(i).label()).put("value", text(value, messages));
                if (height >= LEGIBLE && series.size() > 1) {
                    part.put("textY", above + height / 2 + 4);
                }
                parts.add(part.map());
                sum += value;
            }
        }
        Fields bar = new Fields().put("x", left + (pitch - BAR) / 2).put("width", BAR).put("middle", left + pitch / 2)
            .put("label", column.label()).put("note", column.note()).put("parts", parts);
        if (sum > 0 || !column.note().isEmpty()) {
            bar.put("total", text(sum, messages)).put("totalY", y(sum, top) - 6);
        }
        return bar.map();
    }

    private Map<String, Object> row(Column column, Messages messages) {
        List<String> cells = column.values().stream().map(v -> text(v, messages)).toList();
        return new Fields().put("label", column.label()).put("cells", cells).put("note", column.note())
            .put("total", series.size() > 1 ? messages.number(column.total()) : null).map();
    }

    private String text(int value, Messages messages) {
        return percent ? messages.text("percent", value) : messages.number(value);
    }

    private static int y(int value, int top) {
        return TOP + HEIGHT - (int) Math.round((double) HEIGHT * value / top);
    }

    /// A round number of which few are needed.
    private static int step(int highest) {
        for (int power = 1; ; power *= 10) {
            for (int step : new int[] {power, 2 * power, 5 * power}) {
                if (highest / step < TICKS) {
                    return step;
                }
            }
        }
    }
}
