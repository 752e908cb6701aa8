package org.pressroom.model;

import org.jspecify.annotations.Nullable;
import org.pressroom.source.LineSpan;

import java.util.List;

/// A stretch of a document in the order of the page.
///
/// HTML is safe: only elements and attributes of the allow-list, every link and image a placeholder (see [Link]).
///
/// @param anchor    the fragment by which it can be linked; null when it has none
/// @param level     1–6 for a heading, group or part under a heading; else 0
/// @param titleHtml the heading, label or question, inline HTML; empty when there is none
/// @param html      what follows, block HTML; empty for a bare heading
/// @param title     `titleHtml` without markup
/// @param text      `html` without markup, code left out, for search and rules
/// @param part      name of the part, of those that the document's kind names, to which it belongs; null when there is none
public record Block(
        BlockKind kind, @Nullable String anchor, int level, String titleHtml, String html, String title, String text,
        LineSpan lines, @Nullable String part) {

    public Block(
            BlockKind kind, @Nullable String anchor, int level, String titleHtml, String html, String title, String text,
            LineSpan lines) {
        this(kind, anchor, level, titleHtml, html, title, text, lines, null);
    }

    /// The same block as belonging to a part.
    public Block in(String name) {
        return new Block(kind, anchor, level, titleHtml, html, title, text, lines, name);
    }

    /// The same block with further fragments, as they stand in HTML. Parts show no title of their author's, so theirs stand in front of
    /// their text.
    public Block alsoAt(List<String> anchors) {
        if (anchors.isEmpty()) {
            return this;
        }
        StringBuilder marks = new StringBuilder();
        anchors.forEach(each -> marks.append("<span id=\"").append(each).append("\"></span>"));
        boolean before = titleHtml.isEmpty() || switch (kind) {
            case PROBLEM, SOLUTION, LEADER_QUOTE, HOW_IT_WORKS, CUSTOMER_QUOTE, CALL_TO_ACTION -> true;
            case PROSE, HEADING, HEADLINE, SUBHEADING, DATELINE, FAQ_GROUP, QUESTION, FOOTNOTES -> false;
        };
        return new Block(kind, anchor, level, before ? titleHtml : marks + titleHtml, before ? marks + html : html, title, text, lines, part);
    }
}
