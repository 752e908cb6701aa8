package org.pressroom.parse;

import com.vladsch.flexmark.ast.BlockQuote;
import com.vladsch.flexmark.ast.Heading;
import com.vladsch.flexmark.ast.ListItem;
import com.vladsch.flexmark.ast.Paragraph;
import com.vladsch.flexmark.ast.Text;
import com.vladsch.flexmark.util.ast.Node;
import org.jspecify.annotations.Nullable;
import org.pressroom.model.Audience;
import org.pressroom.model.BlockKind;
import org.pressroom.model.FaqGroup;
import org.pressroom.parse.Section.Region;
import org.pressroom.source.LineSpan;
import org.pressroom.source.SourceText;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// Cuts a document into sections by what its headings, labels and questions announce: the recogniser for parts that
/// their author named.
///
/// One walk over the top-level blocks. A heading or a label decides by its words ([Labels]); within the FAQ, a heading,
/// bold line, list item or quotation that asks is a question, and what follows is its answer.
final class Sectioner {

    /// A bold line that stands for a heading is below every real one.
    private static final int PSEUDO_LEVEL = 7;

    private final SourceText source;
    private final List<Element> elements;
    private final PartLabels labels;
    private final boolean release;
    private final List<Section> sections = new ArrayList<>();
    private final List<FaqGroup> groups = new ArrayList<>();
    private Region region = Region.FRONT;
    private Section current;
    private int pressReleaseLevel;
    private int faqLevel;
    private int partLevel;
    private int questionLevel;
    private @Nullable Integer group;
    private boolean leaderQuoted;
    private boolean headlineSeen;
    private boolean subheadingSeen;
    private boolean datelineSeen;
    private boolean partSeen;
    private @Nullable Region proseSeenIn;
    private @Nullable LineSpan faqHeading;
    private @Nullable LineSpan pressReleaseHeading;
    private @Nullable Element titleElement;

    private Sectioner(SourceText source, List<Element> elements, PartLabels labels, boolean release) {
        this.source = source;
        this.elements = elements;
        this.labels = labels;
        this.release = release;
        this.current = Section.prose(Region.FRONT, 1);
    }

    /// @param sections            in the order of the document; prose without content left out
    /// @param pressReleaseHeading line of the heading that names the press release; null without one
    /// @param faqHeading          line of the heading that names the FAQ; null without one
    /// @param title               the document's own heading; null without one
    record Result(
            List<Section> sections, List<FaqGroup> groups, @Nullable LineSpan pressReleaseHeading,
            @Nullable LineSpan faqHeading, @Nullable Element title) { }

    /// @param release whether the document may open as a press release does
    static Result cut(SourceText source, List<Element> elements, PartLabels labels, boolean release) {
        Sectioner sectioner = new Sectioner(source, elements, labels, release);
        for (int i = 0; i < elements.size(); i++) {
            sectioner.take(i);
        }
        sectioner.sections.removeIf(s -> s.kind == BlockKind.PROSE && !s.hasBody());
        return new Result(sectioner.sections, List.copyOf(sectioner.groups), sectioner.pressReleaseHeading, sectioner.faqHeading,
            sectioner.titleElement);
    }

    private void take(int index) {
        Element element = elements.get(index);
        switch (element.kind()) {
            case HEADING -> heading(element, index);
            case PARAGRAPH -> paragraph(element, index);
            case LIST -> list(element);
            case QUOTE -> quote(element);
            case RULE -> {
                if (region != Region.FAQ) {
                    append(element);
                }
            }
            case TABLE, CODE, HTML, OTHER -> append(element);
        }
    }

    private void begin(Section section) {
        sections.add(section);
        current = section;
    }

    private void append(Element element) {
        boolean bare = current.kind == BlockKind.HEADING || current.kind == BlockKind.HEADLINE || current.kind == BlockKind.SUBHEADING
            || current.kind == BlockKind.DATELINE || current.kind == BlockKind.FAQ_GROUP;
        if (sections.isEmpty() || bare || current.region != region) {
            begin(Section.prose(region, element.lines().from()));
        }
        current.add(element.node(), element.lines());
        if (current.kind == BlockKind.PROSE) {
            proseSeenIn = region;
        }
    }

    // ---- headings

    private void heading(Element heading, int index) {
        String text = heading.text();
        if (labels.announcesOwn(text) && (region != Region.FAQ || heading.level() <= faqLevel)) {
            region = region == Region.FAQ || region == Region.PRESS_RELEASE && heading.level() <= pressReleaseLevel ? Region.OTHER : region;
            begin(Section.headed(BlockKind.HEADING, region, heading, text, null));
            return;
        }
        Optional<Label> label = labels.of(text);
        if (label.isPresent() && announced(heading, label.get(), heading.level(), index)) {
            return;
        }
        if (region == Region.FAQ && heading.level() > faqLevel) {
            faqHeading(heading, index);
            return;
        }
        if (region == Region.FAQ) {
            region = Region.OTHER;
        } else if (region == Region.PRESS_RELEASE && isHeadline(heading)) {
            headlineSeen = true;
            begin(Section.bare(BlockKind.HEADLINE, region, heading));
            return;
        } else if (region == Region.PRESS_RELEASE && partSeen && heading.level() > partLevel && current.kind != BlockKind.PROSE) {
            append(heading);
            return;
        } else if (region == Region.PRESS_RELEASE && heading.level() <= pressReleaseLevel) {
            region = Region.OTHER;
        }
        if (region == Region.FRONT && titleElement == null && heading.level() <= 2 && sections.isEmpty()) {
            titleElement = heading;
            return;
        }
        begin(Section.headed(BlockKind.HEADING, region, heading, text, null));
    }

    private boolean isHeadline(Element heading) {
        return !headlineSeen && !partSeen && heading.level() <= 3 && proseSeenIn != Region.PRESS_RELEASE;
    }

    /// Acts on a heading, or a bold line that stands for one, whose words are known.
    ///
    /// @return false when they mean nothing here
    private boolean announced(Element element, Label label, int level, int index) {
        switch (label) {
            case PRESS_RELEASE -> {
                if (region == Region.FAQ) {
                    return false;
                }
                region = Region.PRESS_RELEASE;
                pressReleaseLevel = level;
                pressReleaseHeading = element.lines();
                partLevel = 0;
                begin(Section.headed(BlockKind.HEADING, region, element, element.text(), null));
                return true;
            }
            case FAQ -> {
                enterFaq(element, level);
                begin(Section.headed(BlockKind.HEADING, region, element, element.text(), null));
                return true;
            }
            case FAQ_EXTERNAL, FAQ_INTERNAL, FAQ_PRESS -> {
                if (region != Region.FAQ) {
                    enterFaq(element, level - 1);
                } else if (level <= faqLevel) {
                    faqLevel = level - 1;
                }
                addGroup(element);
                return true;
            }
            case PROBLEM, SOLUTION, LEADER_QUOTE, CUSTOMER_QUOTE, QUOTE, HOW_IT_WORKS, CALL_TO_ACTION -> {
                if (region == Region.FAQ || region == Region.OTHER || QuestionText.asks(element.text())) {
                    return false;
                }
                region = Region.PRESS_RELEASE;
                partLevel = level;
                partSeen = true;
                begin(Section.headed(partOf(label), region, element, element.text(), null));
                return true;
            }
            case APPENDIX -> {
                if (region == Region.FRONT || region == Region.FAQ && level > Math.max(2, faqLevel)
                        || region == Region.FAQ && QuestionText.asks(element.text())) {
                    return false;
                }
                region = Region.OTHER;
                begin(Section.headed(BlockKind.HEADING, region, element, element.text(), null));
                return true;
            }
            case SUBHEADING, DATELINE, HEADLINE -> {
                if (label == Label.DATELINE && !datelineSeen && !partSeen && region != Region.FAQ && region != Region.OTHER
                        && DatelinePattern.dateIn(element.text()) != null && DatelinePattern.isDateline(element.text())) {
                    datelineSeen = true;
                    begin(Section.bare(BlockKind.DATELINE, region, element));
                    return true;
                }
                if (region == Region.FAQ || region == Region.OTHER || index + 1 >= elements.size()
                        || elements.get(index + 1).kind() != Element.Kind.PARAGRAPH) {
                    return false;
                }
                begin(Section.headed(BlockKind.HEADING, region, element, element.text(), null));
                return true;
            }
        }
        return false;
    }

    private void enterFaq(Element element, int level) {
        region = Region.FAQ;
        faqLevel = level == PSEUDO_LEVEL ? 1 : level;
        questionLevel = 0;
        group = null;
        if (faqHeading == null) {
            faqHeading = element.lines();
        }
    }

    private void addGroup(Element element) {
        groups.add(new FaqGroup(element.text(), element.lines().from(), Audiences.of(element.text())));
        group = groups.size() - 1;
        questionLevel = 0;
        begin(Section.headed(BlockKind.FAQ_GROUP, Region.FAQ, element, element.text(), null));
    }

    private void faqHeading(Element heading, int index) {
        boolean asked = QuestionText.isQuestion(heading.text());
        if (questionLevel > 0 && heading.level() > questionLevel && !asked) {
            append(heading);
        } else if (asked || Audiences.of(heading.text()) == Audience.OTHER && !holdsQuestions(heading, index)) {
            questionLevel = heading.level();
            begin(Section.headed(BlockKind.QUESTION, Region.FAQ, heading, QuestionText.clean(heading.text()), group));
        } else {
            addGroup(heading);
        }
    }

    /// Whether what stands directly under a heading asks, so that the heading is a group's.
    private boolean holdsQuestions(Element heading, int index) {
        for (int i = index + 1; i < elements.size(); i++) {
            Element next = elements.get(i);
            switch (next.kind()) {
                case HEADING -> {
                    return next.level() > heading.level()
                        || next.level() == heading.level() && i == index + 1 && QuestionText.isQuestion(next.text());
                }
                case PARAGRAPH -> {
                    Element.Lead lead = next.lead();
                    return lead != null && lead.bold() && QuestionText.isQuestion(lead.text()) || QuestionText.marked(next.text());
                }
                case LIST -> {
                    return asksInItems(next);
                }
                case QUOTE -> {
                    return questionOf(next) != null;
                }
                case RULE, HTML -> { }
                case TABLE, CODE, OTHER -> {
                    return false;
                }
            }
        }
        return false;
    }

    private BlockKind partOf(Label label) {
        return switch (label) {
            case PROBLEM -> BlockKind.PROBLEM;
            case SOLUTION -> BlockKind.SOLUTION;
            case HOW_IT_WORKS -> BlockKind.HOW_IT_WORKS;
            case CALL_TO_ACTION -> BlockKind.CALL_TO_ACTION;
            case CUSTOMER_QUOTE -> BlockKind.CUSTOMER_QUOTE;
            case LEADER_QUOTE -> {
                leaderQuoted = true;
                yield BlockKind.LEADER_QUOTE;
            }
            case QUOTE -> {
                boolean second = leaderQuoted;
                leaderQuoted = true;
                yield second ? BlockKind.CUSTOMER_QUOTE : BlockKind.LEADER_QUOTE;
            }
            case PRESS_RELEASE, HEADLINE, SUBHEADING, DATELINE, FAQ, FAQ_EXTERNAL, FAQ_PRESS, FAQ_INTERNAL, APPENDIX ->
                throw new IllegalArgumentException(label + " is no part");
        };
    }

    // ---- paragraphs

    private void paragraph(Element paragraph, int index) {
        if (region == Region.FAQ) {
            faqParagraph(paragraph);
            return;
        }
        Element.Lead lead = paragraph.lead();
        if (lead != null && labels.announcesOwn(lead.text())) {
            begin(Section.labelled(BlockKind.HEADING, region, paragraph, lead, lead.text().replaceAll("[\\s:：.]+$", ""),
                lead.plain() ? null : paragraph.node().getFirstChild(), null));
            return;
        }
        Optional<Label> label = lead == null ? Optional.empty() : labels.of(lead.text());
        if (label.isPresent() && lead != null && lead.alone() && !lead.plain() && announced(paragraph, label.get(), PSEUDO_LEVEL, index)) {
            return;
        }
        if (lead == null && paragraph.text().length() < 60 && labels.of(paragraph.text()).filter(Label::isFaq).isPresent()
                && announced(paragraph, Label.FAQ, PSEUDO_LEVEL, index)) {
            return;
        }
        if (label.isPresent() && lead != null && !lead.alone() && labelled(paragraph, lead, label.get(), lead.plain() ? null : paragraph.node().getFirstChild())) {
            return;
        }
        if (release && region != Region.OTHER && !partSeen && opening(paragraph, lead, index)) {
            return;
        }
        if (current.runIn && region == Region.PRESS_RELEASE) {
            begin(Section.prose(region, paragraph.lines().from()));
        }
        append(paragraph);
    }

    /// A paragraph that begins with a label.
    ///
    /// @param emphasis the node that holds the label; null when it is plain words
    private boolean labelled(Element paragraph, Element.Lead lead, Label label, @Nullable Node emphasis) {
        if (region == Region.OTHER) {
            return false;
        }
        String title = lead.text().replaceAll("[\\s:：.]+$", "");
        if (label.isPart()) {
            region = Region.PRESS_RELEASE;
            partSeen = true;
            partLevel = PSEUDO_LEVEL;
            begin(Section.labelled(partOf(label), region, paragraph, lead, title, emphasis, null));
            return true;
        }
        BlockKind kind = switch (label) {
            case SUBHEADING -> BlockKind.SUBHEADING;
            case DATELINE -> BlockKind.DATELINE;
            case HEADLINE -> BlockKind.HEADLINE;
            default -> null;
        };
        if (kind == null) {
            return false;
        }
        subheadingSeen |= kind == BlockKind.SUBHEADING;
        datelineSeen |= kind == BlockKind.DATELINE;
        headlineSeen |= kind == BlockKind.HEADLINE;
        begin(Section.labelled(kind, region, paragraph, lead, title, emphasis, null));
        return true;
    }

    /// The lines with which a press release opens: "for immediate release", headline, subheading, dateline.
    private boolean opening(Element paragraph, Element.@Nullable Lead lead, int index) {
        String text = paragraph.text();
        if (lead != null && !lead.plain() && !lead.alone() && !datelineSeen && DatelinePattern.isDateline(lead.text())) {
            datelineSeen = true;
            region = Region.PRESS_RELEASE;
            begin(Section.runInDateline(region, paragraph, lead));
            Element.Lead next = Element.leadFrom(source.text(), lead.rest(), paragraph.node().getEndOffset());
            Label label = next == null || next.plain() || next.alone() ? null : labels.of(next.text()).orElse(null);
            if (next == null || label == null || !labelled(paragraph, next, label, lead.rest())) {
                begin(Section.labelled(BlockKind.PROSE, region, paragraph, lead, "", null, null));
                proseSeenIn = region;
            }
            return true;
        }
        boolean whole = lead != null && !lead.plain() && lead.alone();
        if (DatelinePattern.isDateline(text) && (whole || Words.count(text) <= 12)) {
            boolean better = !datelineSeen || DatelinePattern.dateIn(text) != null;
            datelineSeen = true;
            begin(better ? Section.bare(BlockKind.DATELINE, region, paragraph) : Section.prose(region, paragraph.lines().from()));
            if (!better) {
                append(paragraph);
            }
            return true;
        }
        if (proseSeenIn == region) {
            return false;
        }
        // A bold sentence under a title is what a subheading is; a headline has no full stop.
        boolean sentence = titleElement != null && text.endsWith(".");
        if (whole && lead != null && lead.bold() && region == Region.PRESS_RELEASE && !headlineSeen && !sentence
                && Words.count(text) <= 30) {
            headlineSeen = true;
            begin(Section.bare(BlockKind.HEADLINE, region, paragraph));
            return true;
        }
        boolean afterTitle = headlineSeen || titleElement != null || pressReleaseHeading != null;
        if (!subheadingSeen && afterTitle && (whole || lead == null && isOneSentence(text) && nextIsDateline(index))
                && Words.count(text) <= 50) {
            subheadingSeen = true;
            begin(Section.bare(BlockKind.SUBHEADING, region, paragraph));
            return true;
        }
        return false;
    }

    private boolean nextIsDateline(int index) {
        int next = index + 1;
        return next < elements.size() && elements.get(next).kind() == Element.Kind.PARAGRAPH
            && DatelinePattern.isDateline(elements.get(next).text());
    }

    private static boolean isOneSentence(String text) {
        return Words.firstSentence(text, Integer.MAX_VALUE).length() >= text.strip().length();
    }

    // ---- the FAQ

    private void faqParagraph(Element paragraph) {
        Element.Lead lead = paragraph.lead();
        if (lead != null && lead.alone() && !lead.plain()) {
            Optional<Label> label = labels.of(lead.text());
            if (label.isPresent() && (label.get().isFaqGroup() || label.get() == Label.APPENDIX)
                    && announced(paragraph, label.get(), label.get() == Label.APPENDIX ? 2 : PSEUDO_LEVEL, elements.size())) {
                return;
            }
        }
        boolean askedInBold = lead != null && lead.bold() && (QuestionText.asks(lead.text())
            || QuestionText.marked(lead.text()) && Words.count(lead.text()) > 2);
        if (lead != null && askedInBold) {
            Node emphasis = paragraph.node().getFirstChild();
            begin(Section.question(region, paragraph.lines().from(), emphasis, QuestionText.clean(lead.text()), 0,
                lead.rest(), lead.restOffset(), group));
            current.extend(paragraph.lines());
        } else if (QuestionText.marked(paragraph.text()) && paragraph.text().startsWith("Q") && lead != null && lead.plain()
                && paragraph.text().indexOf('?') > 0) {
            plainQuestion(paragraph, lead);
        } else {
            append(paragraph);
        }
    }

    /// `Q: … ? A: …` without any markup: the question ends with its first question mark.
    private void plainQuestion(Element paragraph, Element.Lead lead) {
        int end = paragraph.node().getEndOffset();
        int mark = 0;
        StringBuilder asked = new StringBuilder();
        for (Node node = lead.rest(); node != null && mark == 0; node = node.getNext()) {
            int from = Math.max(lead.restOffset(), node.getStartOffset());
            int found = node instanceof Text ? source.text().indexOf('?', from) + 1 : 0;
            mark = found > 0 && found <= node.getEndOffset() ? found : 0;
            if (node instanceof Text) {
                asked.append(source.text(), from, mark > 0 ? mark : node.getEndOffset());
            } else {
                HtmlWriter.collectOne(node, asked);
            }
        }
        boolean whole = mark == 0 || source.text().substring(mark, end).isBlank();
        Node rest = whole ? null : paragraph.node().getFirstChild();
        while (rest != null && rest.getEndOffset() <= mark) {
            rest = rest.getNext();
        }
        begin(Section.question(region, paragraph.lines().from(), null, QuestionText.clean(asked.toString()), 0, rest, mark, group));
        current.extend(paragraph.lines());
    }

    private void list(Element list) {
        if (region != Region.FAQ || !asksInItems(list)) {
            append(list);
            return;
        }
        for (Node item = list.node().getFirstChild(); item != null; item = item.getNext()) {
            LineSpan lines = Element.linesOf(source, item);
            Node first = item.getFirstChild();
            String asked = first == null ? "" : questionText(first);
            if (first != null && !asked.isEmpty()) {
                Element.Lead lead = Element.leadOf(source.text(), first);
                boolean emphasised = lead != null && !lead.plain() && lead.text().equals(asked);
                begin(Section.question(region, lines.from(), emphasised ? first.getFirstChild() : first,
                    QuestionText.clean(asked), 0, emphasised && lead != null ? lead.rest() : null,
                    emphasised && lead != null ? lead.restOffset() : 0, group));
                for (Node child = first.getNext(); child != null; child = child.getNext()) {
                    current.add(child, Element.linesOf(source, child));
                }
                current.extend(lines);
            } else if (first != null) {
                for (Node child = first; child != null; child = child.getNext()) {
                    current.add(child, Element.linesOf(source, child));
                }
            }
        }
    }

    /// Whether at least half of a list's items begin with a question.
    private boolean asksInItems(Element list) {
        int items = 0;
        int asking = 0;
        for (Node item = list.node().getFirstChild(); item instanceof ListItem; item = item.getNext()) {
            items++;
            asking += item.getFirstChild() != null && !questionText(item.getFirstChild()).isEmpty() ? 1 : 0;
        }
        return items > 0 && asking * 2 >= items;
    }

    /// The question with which a paragraph begins; empty when it begins with none.
    private String questionText(Node paragraph) {
        if (!(paragraph instanceof Paragraph) && !(paragraph instanceof Heading)) {
            return "";
        }
        Element.Lead lead = Element.leadOf(source.text(), paragraph);
        if (lead != null && lead.bold() && QuestionText.isQuestion(lead.text())) {
            return lead.text();
        }
        String whole = HtmlWriter.plain(paragraph);
        return QuestionText.asks(whole) && Words.count(whole) <= 60 ? whole : "";
    }

    private void quote(Element quote) {
        Node asked = region == Region.FAQ ? questionOf(quote) : null;
        if (asked == null) {
            if (current.runIn && region == Region.PRESS_RELEASE) {
                begin(Section.prose(region, quote.lines().from()));
            }
            append(quote);
            return;
        }
        begin(Section.question(region, quote.lines().from(), asked, QuestionText.clean(HtmlWriter.plain(asked)), 0, null, 0, group));
    }

    /// The paragraph of a quotation that is nothing but a question; null otherwise.
    private static @Nullable Node questionOf(Element quote) {
        Node only = quote.node() instanceof BlockQuote ? quote.node().getFirstChild() : null;
        return only instanceof Paragraph && only.getNext() == null && QuestionText.asks(HtmlWriter.plain(only)) ? only : null;
    }
}
