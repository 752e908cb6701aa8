package org.pressroom.parse;

import com.vladsch.flexmark.ast.BlockQuote;
import com.vladsch.flexmark.ast.Heading;
import com.vladsch.flexmark.ast.ListItem;
import com.vladsch.flexmark.ast.Paragraph;
import com.vladsch.flexmark.ast.Text;
import com.vladsch.flexmark.util.ast.Node;
import org.jsoup.Jsoup;
import org.jspecify.annotations.Nullable;
import org.pressroom.model.Audience;
import org.pressroom.model.BlockKind;
import org.pressroom.model.FaqGroup;
import org.pressroom.parse.Section.Region;
import org.pressroom.source.LineSpan;
import org.pressroom.source.SourceText;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;

/// Recognises the questions of an FAQ and the groups that hold them. A heading, bold line, list item, quotation or plain
/// paragraph that asks is a question, and what follows is its answer. For one document and thread.
final class FaqReader {

    private static final int PLAIN_WORDS = 40;
    private static final int ITEM_WORDS = 60;

    private final SourceText source;
    private final List<Element> elements;
    private final Draft draft;
    private final Audiences audiences;
    private final List<FaqGroup> groups = new ArrayList<>();
    /// The audience that headings above name, by their level.
    private final Deque<Above> above = new ArrayDeque<>();
    private @Nullable Integer group;
    private int level;
    private int questionLevel;
    private @Nullable LineSpan heading;

    /// A heading in the FAQ that names an audience.
    private record Above(int level, Audience audience) { }

    FaqReader(SourceText source, List<Element> elements, Draft draft, Audiences audiences) {
        this.source = source;
        this.elements = elements;
        this.draft = draft;
        this.audiences = audiences;
    }

    List<FaqGroup> groups() {
        return groups;
    }

    /// Line of the heading that names the FAQ; null without one.
    @Nullable LineSpan heading() {
        return heading;
    }

    /// A heading of this level or above ends the FAQ, unless it asks.
    int level() {
        return level;
    }

    // ---- where it begins

    /// Whether an FAQ that nothing names begins here: with the first of several questions.
    boolean beginsUnnamed(int index) {
        Element first = elements.get(index);
        if (!asksByItself(first)) {
            return false;
        }
        for (int i = index + 1; i < elements.size(); i++) {
            Element next = elements.get(i);
            if (next.kind() == first.kind() && asksByItself(next) && next.level() == first.level()) {
                return true;
            }
            if (next.kind() == Element.Kind.HEADING && (first.kind() != Element.Kind.HEADING || next.level() <= first.level())) {
                return false;
            }
        }
        return false;
    }

    private static boolean asksByItself(Element element) {
        Element.Lead lead = element.lead();
        return switch (element.kind()) {
            case HEADING -> QuestionText.asks(element.text());
            case PARAGRAPH -> lead != null && lead.bold() && (QuestionText.asks(lead.text()) || QuestionText.isMark(lead.text()));
            case LIST, QUOTE, TABLE, CODE, RULE, HTML, OTHER -> false;
        };
    }

    /// @param named the heading that names the FAQ; null when none does
    void enter(@Nullable Element named, int faqLevel) {
        draft.enter(Region.FAQ);
        level = faqLevel;
        questionLevel = 0;
        group = null;
        above.clear();
        if (heading == null && named != null) {
            heading = named.lines();
        }
    }

    /// A group of a higher rank than the FAQ's heading.
    void widen(int groupLevel) {
        level = Math.min(level, groupLevel - 1);
    }

    /// A heading of the FAQ that names an audience for the groups below it.
    void names(Element element, int elementLevel) {
        Audience audience = audiences.of(element.text());
        above.removeIf(a -> a.level() >= elementLevel);
        if (audience != Audience.OTHER) {
            above.push(new Above(elementLevel, audience));
        }
    }

    void addGroup(Element element, int elementLevel) {
        names(element, elementLevel);
        Above nearest = above.peek();
        groups.add(new FaqGroup(element.text(), element.lines().from(), nearest == null ? Audience.OTHER : nearest.audience()));
        group = groups.size() - 1;
        questionLevel = 0;
        draft.begin(Section.headed(BlockKind.FAQ_GROUP, Region.FAQ, element, element.text(), null));
    }

    /// Whether the questions stand under headings below this one.
    boolean holdsGroups(Element faqHeading, int index) {
        for (int i = index + 1; i < elements.size(); i++) {
            Element next = elements.get(i);
            if (next.kind() == Element.Kind.HEADING) {
                return next.level() > faqHeading.level() && !QuestionText.isQuestion(next.text());
            }
            if (next.kind() == Element.Kind.LIST || next.lead() != null && next.lead().bold()) {
                return false;
            }
        }
        return false;
    }

    // ---- headings

    void heading(Element element, int index) {
        boolean asked = QuestionText.isQuestion(element.text());
        if (asked && element.level() <= level) {
            level = element.level() - 1;
        }
        if (questionLevel > 0 && element.level() > questionLevel && !asked) {
            draft.append(element);
        } else if (asked || audiences.of(element.text()) == Audience.OTHER && !holdsQuestions(element, index)) {
            questionLevel = element.level();
            draft.begin(Section.headed(BlockKind.QUESTION, Region.FAQ, element, QuestionText.clean(element.text()), group));
        } else {
            addGroup(element, element.level());
        }
    }

    /// Whether what stands directly under a heading asks, so that the heading is a group's.
    private boolean holdsQuestions(Element element, int index) {
        for (int i = index + 1; i < elements.size(); i++) {
            Element next = elements.get(i);
            switch (next.kind()) {
                case HEADING -> {
                    if (!next.text().isBlank()) {
                        return next.level() > element.level()
                            || next.level() == element.level() && i == index + 1 && QuestionText.isQuestion(next.text());
                    }
                }
                case PARAGRAPH -> {
                    Element.Lead lead = next.lead();
                    return lead != null && lead.bold() && (QuestionText.isQuestion(lead.text()) || QuestionText.isMark(lead.text()))
                        || QuestionText.marked(next.text());
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

    // ---- paragraphs

    /// A paragraph that is no heading's stand-in.
    void paragraph(Element paragraph, int index) {
        Element.Lead lead = paragraph.lead();
        if (lead != null && lead.bold() && (QuestionText.asks(lead.text())
                || QuestionText.marked(lead.text()) && Words.count(lead.text()) > 2)) {
            Node emphasis = paragraph.node().getFirstChild();
            draft.begin(Section.question(Region.FAQ, paragraph.lines().from(), emphasis, QuestionText.clean(lead.text()), 0,
                lead.rest(), lead.restOffset(), group));
            draft.current().extend(paragraph.lines());
        } else if (lead != null && !lead.alone() && (lead.plain() ? QuestionText.marked(paragraph.text()) : QuestionText.isMark(lead.text()))
                && QuestionText.markIn(paragraph.text(), 0, paragraph.text().length()) > 0) {
            marked(paragraph, lead);
        } else if (lead == null && plain(paragraph, index)) {
            draft.begin(Section.question(Region.FAQ, paragraph.lines().from(), paragraph.node(), QuestionText.clean(paragraph.text()), 0,
                null, 0, group));
        } else {
            draft.append(paragraph);
        }
    }

    /// Whether a paragraph without any markup is a question: it asks, is all that its paragraph says, where no other form of
    /// question was used, and something that doesn't ask follows.
    private boolean plain(Element paragraph, int index) {
        boolean open = draft.current().kind != BlockKind.QUESTION || draft.current().titleNode instanceof Paragraph && draft.current().hasBody();
        return open && QuestionText.asks(paragraph.text()) && Words.count(paragraph.text()) <= PLAIN_WORDS && index + 1 < elements.size()
            && (elements.get(index + 1).kind() == Element.Kind.LIST || elements.get(index + 1).kind() == Element.Kind.PARAGRAPH
                && !QuestionText.asks(elements.get(index + 1).text()));
    }

    /// `Q: … ? A: …`: the question ends with its first question mark.
    private void marked(Element paragraph, Element.Lead lead) {
        int end = paragraph.node().getEndOffset();
        int mark = 0;
        StringBuilder asked = new StringBuilder();
        for (Node node = lead.rest(); node != null && mark == 0; node = node.getNext()) {
            int from = Math.max(lead.restOffset(), node.getStartOffset());
            int found = node instanceof Text ? QuestionText.markIn(source.text(), from, node.getEndOffset()) + 1 : 0;
            mark = found;
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
        draft.begin(Section.question(Region.FAQ, paragraph.lines().from(), null, QuestionText.clean(asked.toString()), 0, rest, mark, group));
        draft.current().extend(paragraph.lines());
    }

    // ---- HTML, lists, quotations

    /// `<details><summary>How …?</summary>`, when nothing else stands in the block, or such blocks with their answers.
    ///
    /// @return whether one asks
    boolean summary(Element html) {
        if (!(html.node() instanceof HtmlGroup elements)) {
            return summary(html.text(), html.lines().from());
        }
        boolean asks = false;
        for (Node node = elements.getFirstChild(); node != null; node = node.getNext()) {
            asks |= !askedIn(elements.htmlOf(node)).isEmpty();
        }
        Node first = null;
        for (Node node = elements.getFirstChild(); asks && node != null; node = node.getNext()) {
            Node next = node.getNext();
            if (askedIn(elements.htmlOf(node)).isEmpty()) {
                first = first == null ? node : first;
                if (next == null || !askedIn(elements.htmlOf(next)).isEmpty()) {
                    // What the answer opens ends in it.
                    node = elements.part(first, node);
                    draft.current().add(node, Element.linesOf(source, node));
                }
            } else {
                summary(elements.htmlOf(node), Element.linesOf(source, node).from());
                first = null;
            }
        }
        return asks;
    }

    private boolean summary(String html, int line) {
        String asked = askedIn(html);
        if (asked.isEmpty()) {
            return false;
        }
        draft.begin(Section.question(Region.FAQ, line, null, QuestionText.clean(asked), 0, null, 0, group));
        return true;
    }

    /// The question of a block that ends with a summary; empty when it has none.
    private static String askedIn(String html) {
        int from = html.indexOf("<summary>");
        int to = html.indexOf("</summary>");
        if (from < 0 || to < from || !html.substring(to + "</summary>".length()).isBlank()) {
            return "";
        }
        String asked = Jsoup.parseBodyFragment(html.substring(from, to)).text();
        return QuestionText.isQuestion(asked) ? asked : "";
    }

    void list(Element list) {
        // Questions in the answer to a question that was asked otherwise are part of that answer.
        boolean answers = draft.current().kind == BlockKind.QUESTION && !inList(draft.current());
        if (answers || !asksInItems(list)) {
            draft.append(list);
            return;
        }
        for (Node item = list.node().getFirstChild(); item != null; item = item.getNext()) {
            item(item);
        }
    }

    private static boolean inList(Section question) {
        Node node = question.titleNode;
        while (node != null && !(node instanceof ListItem)) {
            node = node.getParent();
        }
        return node != null;
    }

    private void item(Node item) {
        LineSpan lines = Element.linesOf(source, item);
        Node first = item.getFirstChild();
        String asked = first == null ? "" : questionText(first);
        if (first != null && !asked.isEmpty()) {
            Element.Lead lead = Element.leadOf(source.text(), first);
            boolean emphasised = lead != null && !lead.plain() && lead.text().equals(asked);
            draft.begin(Section.question(Region.FAQ, lines.from(), emphasised ? first.getFirstChild() : first,
                QuestionText.clean(asked), 0, emphasised && lead != null ? lead.rest() : null,
                emphasised && lead != null ? lead.restOffset() : 0, group));
            for (Node child = first.getNext(); child != null; child = child.getNext()) {
                draft.current().add(child, Element.linesOf(source, child));
            }
            draft.current().extend(lines);
        } else {
            for (Node child = first; child != null; child = child.getNext()) {
                draft.current().add(child, Element.linesOf(source, child));
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
        return QuestionText.asks(whole) && Words.count(whole) <= ITEM_WORDS ? whole : "";
    }

    void quote(Element quote) {
        Node asked = questionOf(quote);
        if (asked == null) {
            draft.append(quote);
            return;
        }
        draft.begin(Section.question(Region.FAQ, quote.lines().from(), asked, QuestionText.clean(HtmlWriter.plain(asked)), 0, null, 0, group));
    }

    /// The paragraph of a quotation that is nothing but a question; null otherwise.
    private static @Nullable Node questionOf(Element quote) {
        Node only = quote.node() instanceof BlockQuote ? quote.node().getFirstChild() : null;
        return only instanceof Paragraph && only.getNext() == null && QuestionText.asks(HtmlWriter.plain(only)) ? only : null;
    }
}
