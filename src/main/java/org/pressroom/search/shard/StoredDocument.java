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
    private static final int LONGEST_TITLE = 120;

    public StoredDocument {
        sections = List.copyOf(sections);
    }

    /// The record of [the format][org.pressroom.search.shard].
    public byte[] toBytes() {
        ShardOutput out = new ShardOutput();
        out.text(id).text(page.equals(usualPage(id)) ? "" : page).text(title).text(status).text(outcome).number(sections.size());
        sections.forEach(section -> section.write(out));
        return out.toByteArray();
    }

    private static String usualPage(String id) {
        return "ideas/" + id + ".html";
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
            sections.add(StoredSection.read(in));
        }
        return new StoredDocument(id, page.isEmpty() ? usualPage(id) : page, title, status, outcome, sections);
    }

    /// The same document in about `budget` characters. First comes the beginning of the top's text, which is the snippet when
    /// the best section has none; then the titles of sections, and sections for which there is no room are dropped; then
    /// their texts, those nearer to the top first.
    public StoredDocument within(int budget) {
        int length = title.length();
        for (StoredSection section : sections) {
            length += section.length() + section.text().length();
        }
        if (length <= budget || sections.isEmpty()) {
            return this;
        }
        String top = cut(sections.getFirst().text(), Math.max(SHORTEST, budget * 2 / 5));
        int left = budget - title.length() - top.length();
        List<StoredSection> kept = new ArrayList<>();
        for (StoredSection section : sections) {
            StoredSection titled = new StoredSection(section.anchor(), cut(section.title(), LONGEST_TITLE), "");
            left -= titled.length();
            if (left < 0 && !kept.isEmpty()) {
                left += titled.length();
                break;
            }
            kept.add(titled);
        }
        for (int i = 0; i < kept.size(); i++) {
            String text = i == 0 ? top : cut(sections.get(i).text(), Math.min(left, Math.max(SHORTEST, budget / 3)));
            left -= i == 0 ? 0 : text.length();
            kept.set(i, new StoredSection(kept.get(i).anchor(), kept.get(i).title(), text));
        }
        return new StoredDocument(id, page, cut(title, budget), status, outcome, kept);
    }

    /// A text in at most `length` characters, cut behind a word where there is one; empty when so few would say nothing.
    public static String cut(String text, int length) {
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
