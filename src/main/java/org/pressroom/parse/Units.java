package org.pressroom.parse;

import com.vladsch.flexmark.ast.BlockQuote;
import com.vladsch.flexmark.ast.Emphasis;
import com.vladsch.flexmark.ast.FencedCodeBlock;
import com.vladsch.flexmark.ast.HtmlBlockBase;
import com.vladsch.flexmark.ast.IndentedCodeBlock;
import com.vladsch.flexmark.ast.ListBlock;
import com.vladsch.flexmark.ast.Paragraph;
import com.vladsch.flexmark.ast.StrongEmphasis;
import com.vladsch.flexmark.ast.ThematicBreak;
import com.vladsch.flexmark.ext.tables.TableBlock;
import com.vladsch.flexmark.util.ast.Node;
import org.jspecify.annotations.Nullable;
import org.pressroom.model.BlockKind;
import org.pressroom.parse.Section.Region;
import org.pressroom.parse.Unit.Shape;
import org.pressroom.source.LineSpan;
import org.pressroom.source.SourceText;

import java.util.ArrayList;
import java.util.List;

/// Takes sections apart into the blocks that are to be labelled. A paragraph whose lines may be headline, subheading and
/// dateline is taken apart at them, and one that begins with a dateline behind that.
final class Units {

    private static final int EVIDENCE = 3_000;
    private static final int LINE_WORDS = 30;
    /// A paragraph of so many words is prose: no release opens behind it.
    private static final int PROSE_WORDS = 30;
    private static final int PLACE = 60;
    private static final int PLACE_WORDS = 7;
    private static final String DASHES = "—–―- \u00a0";
    private static final String ENDS = ".:;。：";

    private final SourceText source;
    private final List<Unit> units = new ArrayList<>();
    private boolean opening = true;

    private Units(SourceText source) {
        this.source = source;
    }

    /// @param most how many are taken; what follows is left as it is
    static List<Unit> of(SourceText source, @Nullable Element title, List<Section> sections, int most) {
        Units all = new Units(source);
        if (title != null) {
            all.units.add(new Unit(null, -1, null, Shape.TITLE, title.node(), title.lines(), evidence(title.text())));
        }
        for (Section section : sections) {
            if (section.region != Region.FAQ && section.kind != BlockKind.FOOTNOTES) {
                all.add(section, most);
            }
        }
        return all.units;
    }

    private void add(Section section, int most) {
        if (section.carrier != null && units.size() < most) {
            boolean headed = section.rest == null;
            String text = headed ? section.title : HtmlWriter.plainFrom(section.rest);
            units.add(new Unit(section, -1, null, headed ? Shape.HEADING : Shape.PARAGRAPH, section.titleNode,
                headed || section.body.isEmpty() ? headed ? LineSpan.of(section.titleLine) : section.lines() : LineSpan.of(section.titleLine), evidence(text)));
            opening = opening || section.label == null && section.kind == BlockKind.HEADING && Labels.of(section.title).filter(l -> l == Label.PRESS_RELEASE).isPresent();
        }
        for (int i = 0; i < section.body.size() && units.size() < most; i++) {
            Node node = section.body.get(i);
            LineSpan lines = section.bodyLineSpans().get(i);
            switch (node) {
                case ThematicBreak _ -> { }
                case HtmlBlockBase _ -> { }
                case Paragraph paragraph -> paragraph(section, i, paragraph, lines);
                default -> {
                    if (!joins(section, node, lines)) {
                        units.add(new Unit(section, i, null, shapeOf(node), node, lines, evidence(wordsOf(node))));
                    }
                }
            }
        }
    }

    /// What a paragraph announces with a colon belongs to it: `It offers:` and a list.
    private boolean joins(Section section, Node node, LineSpan lines) {
        Unit last = units.isEmpty() ? null : units.getLast();
        if (last == null || last.section() != section || last.shape() != Shape.PARAGRAPH || node instanceof BlockQuote
                || !last.text().endsWith(":") && !last.text().endsWith("：")) {
            return false;
        }
        units.removeLast();
        units.add(new Unit(section, last.body(), last.piece(), Shape.PARAGRAPH, last.node(), last.lines().union(lines),
            evidence(last.text() + "\n" + wordsOf(node))));
        return true;
    }

    private static Shape shapeOf(Node node) {
        return switch (node) {
            case ListBlock _ -> Shape.LIST;
            case BlockQuote _ -> Shape.QUOTE;
            case TableBlock _ -> Shape.TABLE;
            case FencedCodeBlock _ -> Shape.CODE;
            case IndentedCodeBlock _ -> Shape.CODE;
            default -> Shape.OTHER;
        };
    }

    private void paragraph(Section section, int index, Paragraph paragraph, LineSpan lines) {
        String text = evidence(HtmlWriter.plain(paragraph));
        if (opening && section.kind == BlockKind.PROSE && (runIn(section, index, paragraph, lines, text) || lines(section, index, paragraph, lines))) {
            return;
        }
        units.add(new Unit(section, index, null, Shape.PARAGRAPH, paragraph, lines, text));
        opening = opening && Words.count(text) < PROSE_WORDS;
    }

    // ---- a dateline with which a paragraph begins

    private boolean runIn(Section section, int index, Paragraph paragraph, LineSpan lines, String text) {
        Node first = paragraph.getFirstChild();
        if (first == null) {
            return false;
        }
        Lines.Cut cut = null;
        String dateline = "";
        Node titled = null;
        Element.Lead lead = Element.leadOf(source.text(), paragraph);
        if (lead != null && Labels.of(lead.text()).filter(l -> l == Label.OPENING).isPresent()) {
            return false;
        }
        if (lead != null && !lead.plain() && !lead.alone() && isRunIn(lead)) {
            cut = lead.rest() == null ? null : new Lines.Cut(lead.rest(), lead.restOffset());
            dateline = lead.text();
            titled = first;
        }
        int dash = cut == null ? DatelinePattern.runIn(text) : -1;
        dash = dash < 0 && cut == null ? place(text) : dash;
        if (dash > 0) {
            int rest = dash;
            while (rest < text.length() && DASHES.indexOf(text.charAt(rest)) >= 0) {
                rest++;
            }
            if (rest < text.length() && !DatelinePattern.isDateline(text.substring(rest))) {
                cut = Lines.at(source.text(), paragraph, rest);
                dateline = text.substring(0, dash).strip();
            }
        }
        if (cut == null || dateline.isBlank()) {
            return false;
        }
        units.add(new Unit(section, index, new Unit.Piece(0, new Lines.Line(dateline, titled, first), null), Shape.RUN_IN, titled,
            LineSpan.of(lines.from()), dateline));
        String news = evidence(plainFrom(cut));
        units.add(new Unit(section, index, new Unit.Piece(1, null, cut), Shape.PARAGRAPH, paragraph, lines, news));
        opening = opening && Words.count(news) < PROSE_WORDS;
        return true;
    }

    /// Where a dash stands behind what may be a place: `Seattle, WA — `; -1 when nowhere.
    private static int place(String text) {
        int comma = text.indexOf(',');
        int end = Math.min(text.length() - 1, PLACE);
        if (comma <= 0 || comma >= end || !Character.isUpperCase(text.codePointAt(0))) {
            return -1;
        }
        for (int i = comma; i < end; i++) {
            char c = text.charAt(i);
            if (c == '.' && text.charAt(i + 1) == ' ' && i - comma > 8) {
                return -1;
            }
            if ((c == '—' || c == '–' || c == '-' && text.charAt(i - 1) == ' ' && text.charAt(i + 1) == ' ') && Words.count(text.substring(0, i)) <= PLACE_WORDS) {
                return i;
            }
        }
        return -1;
    }

    /// The words of a paragraph from a place on.
    private String plainFrom(Lines.Cut cut) {
        StringBuilder text = new StringBuilder();
        Node node = cut.node();
        if (cut.offset() > node.getStartOffset()) {
            text.append(source.text(), Math.min(cut.offset(), node.getEndOffset()), node.getEndOffset());
            node = node.getNext();
        }
        return text.append(node == null ? "" : HtmlWriter.plainFrom(node)).toString();
    }

    private boolean isRunIn(Element.Lead lead) {
        return DatelinePattern.isDateline(lead.text()) || Words.count(lead.text()) <= PLACE_WORDS && followsDash(lead);
    }

    private boolean followsDash(Element.Lead lead) {
        for (int i = lead.restOffset() - 1; i >= 0 && i > lead.restOffset() - 4; i--) {
            char c = source.text().charAt(i);
            if (c == '—' || c == '–' || c == '-') {
                return true;
            }
        }
        return false;
    }

    // ---- lines

    private boolean lines(Section section, int index, Paragraph paragraph, LineSpan span) {
        if (span.from() == span.to()) {
            return false;
        }
        List<Lines.Line> lines = Lines.of(paragraph);
        if (lines.size() < 2 || lines.size() != span.to() - span.from() + 1 || !areOwn(lines)) {
            return false;
        }
        for (int i = 0; i < lines.size(); i++) {
            Lines.Line line = lines.get(i);
            units.add(new Unit(section, index, new Unit.Piece(i, line, null), Shape.LINE, line.node(), LineSpan.of(span.from() + i), line.text()));
        }
        return true;
    }

    /// Whether a paragraph's lines are lines of their own, and may be parts of an opening.
    private static boolean areOwn(List<Lines.Line> lines) {
        if (lines.stream().anyMatch(l -> Words.count(l.text()) > LINE_WORDS || Quoted.isMark(l.text().charAt(0)))
                || lines.stream().skip(1).anyMatch(l -> Character.isLowerCase(l.text().codePointAt(0)))) {
            return false;
        }
        return lines.stream().anyMatch(l -> l.node() instanceof StrongEmphasis || l.node() instanceof Emphasis || DatelinePattern.isDateline(l.text()))
            || brokenByHand(lines);
    }

    /// None ends a sentence, or the first ends where the next word would have fitted.
    private static boolean brokenByHand(List<Lines.Line> lines) {
        if (lines.stream().noneMatch(l -> ENDS.indexOf(l.text().charAt(l.text().length() - 1)) >= 0)) {
            return true;
        }
        int width = lines.stream().mapToInt(l -> l.text().length()).max().orElse(0);
        String second = lines.get(1).text();
        int word = second.indexOf(' ') < 0 ? second.length() : second.indexOf(' ');
        return lines.getFirst().text().length() + 1 + word <= width;
    }

    // ---- words

    /// The beginning of a text, in which everything that matters stands.
    private static String evidence(String text) {
        return text.length() <= EVIDENCE ? text : text.substring(0, EVIDENCE);
    }

    private static String wordsOf(Node node) {
        if (node instanceof BlockQuote) {
            StringBuilder text = new StringBuilder();
            for (Node child = node.getFirstChild(); child != null; child = child.getNext()) {
                text.append(child instanceof Paragraph ? HtmlWriter.plain(child) : "— " + HtmlWriter.plainDeep(child)).append('\n');
            }
            return text.toString().strip();
        }
        return HtmlWriter.plainDeep(node);
    }
}
