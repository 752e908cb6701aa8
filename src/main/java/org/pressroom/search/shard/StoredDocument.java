package org.pressroom.search.shard;

import java.util.ArrayList;
import java.util.List;

/// What the search keeps of a document in order to show it.
///
/// @param page     relative to the site's root
/// @param status   empty when absent
/// @param outcome  empty when absent
/// @param sections in the order of the page, the first is its top
public record StoredDocument(
        String id, String page, String title, String status, String outcome, List<StoredSection> sections) {

    /// A cut text ends in this sign.
    private static final char ELLIPSIS = '…';
    /// Less than this is not worth showing.
    private static final int SHORTEST = 60;

    public StoredDocument {
        sections = List.copyOf(sections);
    }

    /// The record of [the format][org.pressroom.search.shard].
    public byte[] toBytes() {
        ShardOutput out = new ShardOutput();
        out.text(id).text(page).text(title).text(status).text(outcome).number(sections.size());
        sections.forEach(s -> out.text(s.anchor()).text(s.title()).text(s.text()));
        return out.toByteArray();
    }

    /// Reads what [#toBytes()] wrote.
    ///
    /// @throws CorruptShardException when it did not write this
    public static StoredDocument of(byte[] bytes) {
        ShardInput in = new ShardInput("of a document", bytes, 0);
        String id = in.text();
        String page = in.text();
        String title = in.text();
        String status = in.text();
        String outcome = in.text();
        List<StoredSection> sections = new ArrayList<>();
        for (int i = in.number(); i > 0; i--) {
            sections.add(new StoredSection(in.text(), in.text(), in.text()));
        }
        return new StoredDocument(id, page, title, status, outcome, sections);
    }

    /// The same document with its texts cut to about `budget` characters together, titles included. Every section keeps
    /// its place and anchor; sections nearer to the top keep their texts first.
    public StoredDocument within(int budget) {
        int left = budget - title.length();
        for (StoredSection section : sections) {
            left -= Math.min(section.title().length(), SHORTEST) + section.anchor().length() / 2;
        }
        int texts = 0;
        for (StoredSection section : sections) {
            texts += section.text().length() + Math.max(0, section.title().length() - SHORTEST);
        }
        if (texts <= left) {
            return this;
        }
        List<StoredSection> kept = new ArrayList<>(sections.size());
        for (StoredSection section : sections) {
            String text = cut(section.text(), Math.min(left, Math.max(SHORTEST, budget / 3)));
            left -= text.length();
            kept.add(new StoredSection(section.anchor(), cut(section.title(), SHORTEST * 2), text));
        }
        return new StoredDocument(id, page, cut(title, budget), status, outcome, kept);
    }

    private static String cut(String text, int length) {
        if (text.length() <= length) {
            return text;
        }
        if (length < SHORTEST) {
            return "";
        }
        int space = text.lastIndexOf(' ', length - 1);
        int end = space > length / 2 ? space : length - 1;
        return text.substring(0, Character.isHighSurrogate(text.charAt(end - 1)) ? end - 1 : end) + ELLIPSIS;
    }
}
