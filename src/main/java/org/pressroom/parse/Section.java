package org.pressroom.parse;

import com.vladsch.flexmark.util.ast.Node;
import org.jspecify.annotations.Nullable;
import org.pressroom.model.BlockKind;
import org.pressroom.model.Carrier;
import org.pressroom.source.LineSpan;

import java.util.ArrayList;
import java.util.List;

/// A stretch of a document that will be one block of its page: what announces it, and what stands under that.
/// Filled while the document is walked; for one thread.
final class Section {

    /// Where in a document a section stands.
    enum Region { FRONT, PRESS_RELEASE, FAQ, OTHER }

    final BlockKind kind;
    final Region region;
    /// What marks it; null for prose.
    final @Nullable Carrier carrier;
    /// The node whose inline content is the title: a heading, a label's emphasis, a question.
    final @Nullable Node titleNode;
    /// The title without markup and numbering; empty when there is none.
    final String title;
    final int level;
    final int titleLine;
    /// What follows the label or question in its own paragraph.
    final @Nullable Node rest;
    final int restOffset;
    /// Whether the title's line belongs to the part: a label in the paragraph itself.
    final boolean runIn;
    /// Index of the group that a question belongs to; null when it belongs to none.
    final @Nullable Integer group;
    final List<Node> body = new ArrayList<>();
    private final List<LineSpan> spans = new ArrayList<>();
    private @Nullable LineSpan bodyLines;
    /// Whether it is said beside the release: about the company, about the document.
    boolean aside;
    /// The dateline that stands inside it, behind a label; null when none does.
    @Nullable String dated;
    /// What its author calls it; null for what is not named as a part.
    @Nullable Label label;
    /// Who is quoted inside it, when its own words are most of it; null when nobody is.
    @Nullable Spoken spoken;

    /// A quotation inside a part.
    record Spoken(BlockKind kind, LineSpan lines, String text) { }

    private Section(BlockKind kind, Region region, @Nullable Carrier carrier, @Nullable Node titleNode, String title, int level,
            int titleLine, @Nullable Node rest, int restOffset, boolean runIn, @Nullable Integer group) {
        this.kind = kind;
        this.region = region;
        this.carrier = carrier;
        this.titleNode = titleNode;
        this.title = title;
        this.level = level;
        this.titleLine = titleLine;
        this.rest = rest;
        this.restOffset = restOffset;
        this.runIn = runIn;
        this.group = group;
    }

    static Section prose(Region region, int line) {
        return new Section(BlockKind.PROSE, region, null, null, "", 0, line, null, 0, false, null);
    }

    static String withoutDash(String dateline) {
        int end = dateline.length();
        while (end > 0 && (Character.isWhitespace(dateline.charAt(end - 1)) || "—–-".indexOf(dateline.charAt(end - 1)) >= 0)) {
            end--;
        }
        return dateline.substring(0, end);
    }

    /// A line of a paragraph that has a kind of its own, or the beginning of one.
    ///
    /// @param titleNode what holds it; null when it is plain words
    static Section line(BlockKind kind, Region region, int line, @Nullable Node titleNode, String title) {
        return new Section(kind, region, Carrier.BARE, titleNode, title, 0, line, null, 0, false, null);
    }

    /// A section under a heading, or under a bold line that stands for one.
    static Section headed(BlockKind kind, Region region, Element heading, String title, @Nullable Integer group) {
        Carrier carrier = heading.kind() == Element.Kind.HEADING ? Carrier.HEADING : Carrier.LABEL;
        return new Section(kind, region, carrier, heading.node(), title, heading.level(), heading.lines().from(), null, 0, false, group);
    }

    /// A section whose title begins a paragraph.
    ///
    /// @param titleNode the emphasis that holds the title; null when it is plain words
    static Section labelled(BlockKind kind, Region region, Element element, Element.Lead lead, String title,
            @Nullable Node titleNode, @Nullable Integer group) {
        boolean runIn = !lead.alone();
        Section section = new Section(kind, region, Carrier.LABEL, titleNode, title, 0, element.lines().from(), lead.rest(),
            lead.restOffset(), runIn, group);
        if (runIn) {
            section.bodyLines = element.lines();
        }
        return section;
    }

    /// A part that nothing announces; its content is added.
    ///
    /// @param rest where its first paragraph begins when a dateline stands before it; null otherwise
    static Section inferred(BlockKind kind, Region region, int line, @Nullable Node rest, int restOffset) {
        return new Section(kind, region, kind == BlockKind.PROSE ? null : Carrier.BARE, null, "", 0, line, rest, restOffset, false, null);
    }

    /// The same announcement without what follows it.
    Section withoutBody() {
        Section bare = new Section(kind, region, carrier, titleNode, title, level, titleLine, rest, restOffset, runIn, group);
        if (runIn) {
            bare.bodyLines = LineSpan.of(titleLine);
        }
        bare.aside = aside;
        return bare;
    }

    static Section question(Region region, int line, @Nullable Node titleNode, String title, int level, @Nullable Node rest,
            int restOffset, @Nullable Integer group) {
        return new Section(BlockKind.QUESTION, region, level > 0 ? Carrier.HEADING : Carrier.LABEL, titleNode, title, level, line,
            rest, restOffset, false, group);
    }

    /// The same section as another part.
    Section as(BlockKind other) {
        return as(other, region);
    }

    /// The same elsewhere.
    Section as(BlockKind other, Region where) {
        if (other == kind && where == region) {
            return this;
        }
        Section same = new Section(other, where, carrier, titleNode, title, level, titleLine, rest, restOffset, runIn, group);
        same.body.addAll(body);
        same.spans.addAll(spans);
        same.bodyLines = bodyLines;
        same.aside = aside;
        same.label = label;
        return same;
    }

    void add(Node node, LineSpan lines) {
        body.add(node);
        spans.add(lines);
        extend(lines);
    }

    void extend(LineSpan lines) {
        bodyLines = bodyLines == null ? lines : bodyLines.union(lines);
    }

    /// The lines of each node of the body.
    List<LineSpan> bodyLineSpans() {
        return spans;
    }

    boolean hasBody() {
        return bodyLines != null;
    }

    /// The lines of the part: without a heading or label on a line of its own, unless there is nothing else.
    LineSpan partLines() {
        return bodyLines == null ? LineSpan.of(titleLine) : bodyLines;
    }

    /// All lines, title included.
    LineSpan lines() {
        LineSpan title = LineSpan.of(titleLine);
        return bodyLines == null ? title : bodyLines.union(title);
    }
}
