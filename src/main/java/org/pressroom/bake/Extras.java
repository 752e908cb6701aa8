package org.pressroom.bake;

import org.jspecify.annotations.Nullable;
import org.pressroom.catalog.Entry;
import org.pressroom.config.MetadataExtra;
import org.pressroom.config.Vocabulary;
import org.pressroom.model.LinkedText;
import org.pressroom.model.Metadata;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;

/// The values of the keys that a configuration adds, for the facts beside an idea, and what stands beside its status: each with the pieces
/// of its texts, of which some lead elsewhere.
final class Extras {

    private static final Pattern NUMBER = Pattern.compile("\\d");

    private Extras() { }

    static List<Map<String, Object>> of(Vocabulary vocabulary, Metadata metadata, Outbound outbound) {
        List<Map<String, Object>> extras = new ArrayList<>();
        for (MetadataExtra key : vocabulary.extras()) {
            List<List<Map<String, Object>>> texts = texts(key, metadata.extra().get(key.name()), outbound);
            if (!texts.isEmpty()) {
                extras.add(new Fields().put("label", Words.spoken(key.name())).put("texts", texts).map());
            }
        }
        return extras;
    }

    private static List<List<Map<String, Object>>> texts(MetadataExtra key, @Nullable Object value, Outbound outbound) {
        List<?> values = value instanceof List<?> list ? list : value == null ? List.of() : List.of(value);
        boolean linked = key.type() == MetadataExtra.Type.TEXT || key.type() == MetadataExtra.Type.LIST;
        List<List<Map<String, Object>>> texts = new ArrayList<>();
        for (Object one : values) {
            LinkedText text = linked ? LinkedText.of(one.toString()) : new LinkedText(List.of(new LinkedText.Piece(one.toString(), null)));
            List<Map<String, Object>> pieces = text.pieces().stream().map(piece -> piece(piece, outbound)).toList();
            if (!pieces.isEmpty()) {
                texts.add(pieces);
            }
        }
        return texts;
    }

    /// What stands beside the word of a status, in which the documents that replace this one are links; empty when nothing does.
    static List<Map<String, Object>> ofStatus(@Nullable String detail, List<Entry> replacing, PageModels models, Outbound outbound) {
        if (detail == null) {
            return List.of();
        }
        List<Map<String, Object>> pieces = new ArrayList<>();
        List<Entry> left = new ArrayList<>(replacing);
        for (LinkedText.Piece piece : LinkedText.of(detail).pieces()) {
            String href = piece.href();
            Entry entry = left.isEmpty() || href != null && outbound.external(href) != null || href == null && !NUMBER.matcher(piece.text()).find() ? null : left.removeFirst();
            pieces.add(entry == null ? piece(piece, outbound)
                : new Fields().putAsIs("text", PlainText.of(piece.text())).put("idea", models.link(entry).map()).map());
        }
        return pieces;
    }

    /// Only web addresses become links: a path could be that of a document that nobody may know of.
    private static Map<String, Object> piece(LinkedText.Piece piece, Outbound outbound) {
        return new Fields().putAsIs("text", PlainText.of(piece.text())).put("href", outbound.external(piece.href())).map();
    }
}
