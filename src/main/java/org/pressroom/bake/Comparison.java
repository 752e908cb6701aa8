package org.pressroom.bake;

import java.util.List;
import java.util.Map;

/// What became of one text in another.
///
/// @param fields  what differs in what the metadata say
/// @param lines   the text; empty when it is too long
/// @param tooLong whether one of the texts has too many words to be compared
record Comparison(List<Map<String, Object>> fields, List<DiffLine> lines, boolean tooLong) {

    Comparison {
        fields = List.copyOf(fields);
        lines = List.copyOf(lines);
    }

    /// Whether readers see another text.
    boolean changed() {
        return tooLong || lines.stream().anyMatch(line -> !line.same());
    }

    int words(DiffLine.Change change) {
        return lines.stream().flatMap(line -> line.runs().stream()).filter(run -> run.change() == change)
            .mapToInt(run -> DiffWords.count(run.text())).sum();
    }
}
