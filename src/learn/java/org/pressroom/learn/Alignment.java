package org.pressroom.learn;

import com.fasterxml.jackson.databind.JsonNode;
import org.pressroom.parse.Chain;
import org.pressroom.parse.Observation;
import org.pressroom.parse.Role;
import org.pressroom.source.LineSpan;

import java.util.ArrayList;
import java.util.List;

/// Says of each block what the readers' labels make of it: lines become blocks.
final class Alignment {

    private final List<Observation.Block> blocks;
    private final int[] columns;

    private Alignment(List<Observation.Block> blocks) {
        this.blocks = blocks;
        this.columns = new int[blocks.size()];
    }

    /// The column of the [Chain] for each block.
    static int[] of(JsonNode labels, Observation seen) {
        Alignment alignment = new Alignment(seen.blocks());
        if (labels.path("is_prfaq").asBoolean()) {
            alignment.line(Role.DATELINE, labels.path("dateline"));
            alignment.line(Role.HEADLINE, labels.path("headline"));
            alignment.line(Role.SUBHEADING, labels.path("subheading"));
            alignment.spans(Role.CUSTOMER_QUOTE, labels.path("customer_quote"), true);
            alignment.spans(Role.LEADER_QUOTE, labels.path("leader_quote"), true);
            alignment.spans(Role.PROBLEM, labels.path("problem"), false);
            alignment.spans(Role.SOLUTION, labels.path("solution"), false);
            alignment.spans(Role.CALL_TO_ACTION, labels.path("call_to_action"), true);
        }
        return alignment.columns;
    }

    private void line(Role role, JsonNode label) {
        int line = label.path("line").asInt(-1);
        int best = -1;
        for (int i = 0; i < blocks.size(); i++) {
            if (columns[i] == 0 && blocks.get(i).lines().contains(line) && (best < 0 || rank(role, i) > rank(role, best))) {
                best = i;
            }
        }
        // A date in a paragraph of prose makes no dateline of it.
        if (best >= 0 && (rank(role, best) > 0 || blocks.get(best).text().length() < 400)) {
            columns[best] = role.ordinal();
        }
    }

    private int rank(Role role, int i) {
        Observation.Block block = blocks.get(i);
        return (role == Role.DATELINE && block.dateline() ? 4 : 0) + (block.lines().from() == block.lines().to() && block.piece() ? 2 : 0) + (block.heading() ? 1 : 0);
    }

    private void spans(Role role, JsonNode label, boolean several) {
        List<JsonNode> spans = new ArrayList<>(List.of(label));
        if (several) {
            label.path("more").forEach(spans::add);
        }
        for (JsonNode span : spans) {
            if (span.path("from").isInt()) {
                span(role, new LineSpan(span.path("from").asInt(), span.path("to").asInt()));
            }
        }
    }

    private void span(Role role, LineSpan span) {
        boolean begun = false;
        int last = -2;
        for (int i = 0; i < blocks.size(); i++) {
            Observation.Block block = blocks.get(i);
            int common = Math.min(block.lines().to(), span.to()) - Math.max(block.lines().from(), span.from()) + 1;
            boolean inside = common * 2 >= block.lines().to() - block.lines().from() + 1;
            if (columns[i] == 0 && inside && !(block.heading() && !begun)) {
                if (!begun || last == i - 1) {
                    columns[i] = begun ? role.ordinal() : Chain.beginning(role.ordinal());
                    begun = true;
                    last = i;
                }
            }
        }
    }
}
