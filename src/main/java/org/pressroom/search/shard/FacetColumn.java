package org.pressroom.search.shard;

import java.util.ArrayList;
import java.util.List;

/// Which values of one kind of facet each document has.
///
/// @param kind     as in queries: `status`
/// @param values   in the order in which they are shown
/// @param ordinals for each document, ascending, the indexes of its values
public record FacetColumn(String kind, List<String> values, List<List<Integer>> ordinals) {

    public FacetColumn {
        values = List.copyOf(values);
        ordinals = List.copyOf(ordinals);
    }

    /// How many documents have each value.
    public int[] counts() {
        int[] counts = new int[values.size()];
        ordinals.forEach(of -> of.forEach(ordinal -> counts[ordinal]++));
        return counts;
    }

    byte[] toBytes() {
        boolean many = ordinals.stream().anyMatch(of -> of.size() > 1);
        ShardOutput out = new ShardOutput().octet('F').number(many ? 1 : 0).number(values.size());
        int[] counts = counts();
        for (int i = 0; i < counts.length; i++) {
            out.text(values.get(i)).number(counts[i]);
        }
        for (List<Integer> of : ordinals) {
            if (many) {
                out.number(of.size());
                of.forEach(out::number);
            } else {
                out.number(of.isEmpty() ? 0 : of.getFirst() + 1);
            }
        }
        return out.toByteArray();
    }

    static FacetColumn read(String kind, int documents, ShardInput in) {
        boolean many = in.number() == 1;
        List<String> values = new ArrayList<>();
        for (int i = in.number(); i > 0; i--) {
            values.add(in.text());
            in.number();
        }
        List<List<Integer>> ordinals = new ArrayList<>(documents);
        for (int d = 0; d < documents; d++) {
            List<Integer> of = new ArrayList<>(1);
            int head = in.number();
            for (int i = many ? head : 0; i > 0; i--) {
                of.add(in.number());
            }
            if (!many && head > 0) {
                of.add(head - 1);
            }
            ordinals.add(of);
        }
        return new FacetColumn(kind, values, ordinals);
    }
}
