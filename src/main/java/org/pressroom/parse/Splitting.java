package org.pressroom.parse;

import com.vladsch.flexmark.util.ast.Node;
import org.jspecify.annotations.Nullable;
import org.pressroom.model.BlockKind;
import org.pressroom.source.LineSpan;
import org.pressroom.source.SourceText;

import java.util.HashMap;
import java.util.List;
import java.util.Map;

/// Cuts one section into several, where its paragraphs turned out to be parts.
final class Splitting {

    private static final int PROBE = 20;

    private final Section section;
    private final Map<Node, BareParagraph> byNode = new HashMap<>();
    private final List<BareParagraph> paragraphs;
    private final Map<BareParagraph, BlockKind> kinds;
    private final Quotations quotations;
    private final SourceText source;

    Splitting(Section section, List<BareParagraph> paragraphs, Map<BareParagraph, BlockKind> kinds, Quotations quotations, SourceText source) {
        this.section = section;
        this.paragraphs = paragraphs;
        this.kinds = kinds;
        this.quotations = quotations;
        this.source = source;
        for (BareParagraph paragraph : paragraphs) {
            if (paragraph.node() != null) {
                byNode.put(paragraph.node(), paragraph);
            }
        }
    }

    void into(List<Section> result) {
        boolean prose = section.kind == BlockKind.PROSE;
        boolean hasRest = prose && section.rest != null;
        BareParagraph rest = hasRest && !paragraphs.isEmpty() && paragraphs.getFirst().node() == null ? paragraphs.getFirst() : null;
        Section current = prose
            ? Section.inferred(rest == null ? BlockKind.PROSE : kindOf(rest), section.region, section.titleLine, section.rest, section.restOffset)
            : section.withoutBody();
        current.aside = section.aside;
        current.dated = section.dated;
        if (hasRest) {
            current.extend(section.body.isEmpty() ? section.lines() : LineSpan.of(section.titleLine));
            quoting(current, rest);
        }
        if (hasRest || !prose) {
            result.add(current);
        }
        boolean left = false;
        for (int i = 0; i < section.body.size(); i++) {
            Node node = section.body.get(i);
            BareParagraph paragraph = byNode.get(node);
            BlockKind kind = paragraph == null ? BlockKind.PROSE : kindOf(paragraph);
            LineSpan lines = section.bodyLineSpans().get(i);
            boolean stays = !prose && !left && kind == BlockKind.PROSE;
            if (!stays && (result.isEmpty() || result.getLast() != current || current.kind != kind
                    || kind == BlockKind.LEADER_QUOTE || kind == BlockKind.CUSTOMER_QUOTE)) {
                current = Section.inferred(kind, section.region, lines.from(), null, 0);
                current.aside = section.aside;
                result.add(current);
                left = true;
            }
            current.add(node, lines);
            quoting(current, paragraph);
        }
    }

    private BlockKind kindOf(BareParagraph paragraph) {
        return kinds.getOrDefault(paragraph, BlockKind.PROSE);
    }

    /// Notes who is quoted in the middle of a paragraph.
    private void quoting(Section current, @Nullable BareParagraph paragraph) {
        if (paragraph == null || !paragraph.quotesInside() || current.spoken != null) {
            return;
        }
        BlockKind side = quotations.sides(List.of(BareParts.said(paragraph))).getFirst();
        String text = paragraph.text();
        Quoted.Range first = paragraph.speech().getFirst();
        current.spoken = new Section.Spoken(side, linesFrom(paragraph, text.substring(first.from(), Math.min(text.length(), first.from() + PROBE))),
            text.substring(first.from()));
    }

    /// The lines of a paragraph from where some of its words stand; all of them when markup hides the words.
    private LineSpan linesFrom(BareParagraph paragraph, String words) {
        LineSpan lines = paragraph.lines();
        int start = source.lines().startOf(lines.from());
        int at = source.text().indexOf(words, start);
        return at < 0 || at > source.lines().endOf(lines.to()) ? lines : new LineSpan(source.lines().lineAt(at), lines.to());
    }
}
