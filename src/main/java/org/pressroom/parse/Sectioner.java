package org.pressroom.parse;

import com.vladsch.flexmark.util.ast.Node;
import org.jspecify.annotations.Nullable;
import org.pressroom.model.BlockKind;
import org.pressroom.model.Carrier;
import org.pressroom.model.FaqGroup;
import org.pressroom.parallel.Turn;
import org.pressroom.parse.Section.Region;
import org.pressroom.source.LineSpan;
import org.pressroom.source.SourceText;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;

/// Cuts a document into sections by what its headings, labels and questions announce: the recogniser for parts that
/// their author named.
///
/// One walk over the top-level blocks. A heading or a label decides by its words ([PartLabels]); what they don't tell, the
/// questions of the FAQ ([FaqReader]) and what the [Labeller] learned do.
final class Sectioner {

    private static final int PLAIN_LABEL = 60;
    private static final int PSEUDO_WORDS = 14;

    private final List<Element> elements;
    private final PartLabels labels;
    private final boolean release;
    private final Draft draft = new Draft();
    private final FaqReader faq;
    private final Announcements said;
    private final boolean faqNamed;

    private Sectioner(SourceText source, List<Element> elements, PartLabels labels, boolean release, Cues cues) {
        this.elements = elements;
        this.labels = labels;
        this.release = release;
        Audiences audiences = new Audiences(cues);
        this.faq = new FaqReader(source, elements, draft, audiences);
        boolean questions = false;
        for (Element element : elements) {
            Label label = labelOfLine(element);
            questions |= label != null && label.isFaq();
        }
        this.faqNamed = questions;
        this.said = new Announcements(elements, draft, faq, audiences);
    }

    /// @param sections            in the order of the document; prose without content left out
    /// @param pressReleaseHeading line of the heading that names the press release; null without one
    /// @param faqHeading          line of the heading that names the FAQ; null without one
    /// @param title               the document's own heading; null without one
    /// @param genre               whether the title says that this is a PR/FAQ, or a press release
    /// @param headed              whether the title is the release's headline
    /// @param problem             where the problem may be when nothing was taken for it; null when nothing may
    record Result(
            List<Section> sections, List<FaqGroup> groups, @Nullable LineSpan pressReleaseHeading,
            @Nullable LineSpan faqHeading, @Nullable Element title, boolean genre, boolean headed, @Nullable Guess problem) {

        Result with(List<Section> others, List<FaqGroup> otherGroups) {
            return new Result(others, otherGroups, pressReleaseHeading, faqHeading, title, genre, headed, problem);
        }

        Result headed(boolean is) {
            return new Result(sections, groups, pressReleaseHeading, faqHeading, title, genre, is, problem);
        }

        Result guessing(@Nullable Guess problem) {
            return new Result(sections, groups, pressReleaseHeading, faqHeading, title, genre, headed, problem);
        }
    }

    /// @param release whether the document may open as a press release does, and hold questions that nothing announces
    static Result cut(SourceText source, List<Element> elements, PartLabels labels, boolean release, Cues cues) {
        Sectioner sectioner = new Sectioner(source, elements, labels, release, cues);
        for (int i = 0; i < elements.size(); i++) {
            sectioner.take(i);
        }
        return new Result(GettingStarted.settle(sectioner.draft.finished()), List.copyOf(sectioner.faq.groups()), sectioner.said.pressReleaseHeading,
            sectioner.faq.heading(), sectioner.said.title, sectioner.said.genre, !sectioner.said.genre, null);
    }

    /// The label of a heading, or of a line that may stand for one.
    private @Nullable Label labelOfLine(Element element) {
        Element.Lead lead = element.lead();
        boolean line = element.kind() == Element.Kind.HEADING
            || element.kind() == Element.Kind.PARAGRAPH && element.text().length() < PLAIN_LABEL && (lead == null || lead.alone());
        return line ? labels.of(element.text()).orElse(null) : null;
    }

    private void take(int index) {
        Turn.go();
        Element element = elements.get(index);
        switch (element.kind()) {
            case HEADING -> heading(element, index);
            case PARAGRAPH -> paragraph(element, index);
            case LIST -> {
                if (draft.region() == Region.FAQ) {
                    faq.list(element);
                } else {
                    draft.append(element);
                }
            }
            case QUOTE -> quote(element);
            case RULE -> {
                if (draft.region() != Region.FAQ) {
                    draft.append(element);
                }
            }
            case HTML -> {
                if (draft.region() != Region.FAQ || !faq.summary(element)) {
                    draft.append(element);
                }
            }
            case TABLE, CODE, OTHER -> draft.append(element);
        }
    }

    private void quote(Element quote) {
        if (draft.region() == Region.FAQ) {
            faq.quote(quote);
            return;
        }
        leaveRunIn(quote);
        draft.append(quote);
    }

    /// What follows a paragraph that began with a label belongs to no part any more.
    private void leaveRunIn(Element next) {
        if (draft.current().runIn && draft.region() == Region.PRESS_RELEASE) {
            draft.beginProse(next.lines().from());
        }
    }

    // ---- headings

    private void heading(Element heading, int index) {
        String text = heading.text();
        if (text.isBlank()) {
            // Some draw lines with headings that have no words.
            return;
        }
        draft.aside(false);
        if (labels.announcesOwn(text) && (draft.region() != Region.FAQ || heading.level() <= faq.level())) {
            if (draft.region() == Region.FAQ || draft.region() == Region.PRESS_RELEASE && heading.level() <= said.pressReleaseLevel) {
                draft.enter(Region.OTHER);
            }
            draft.begin(Section.headed(BlockKind.HEADING, draft.region(), heading, text, null));
            return;
        }
        Labels.Found found = labels.find(text);
        if (found != null && said.announced(heading, found, heading.level(), index)) {
            said.lastLevel = heading.level();
            return;
        }
        if (inFaq(heading, index)) {
            faq.heading(heading, index);
            return;
        }
        said.lastLevel = heading.level();
        Region region = draft.region();
        if (region == Region.FAQ) {
            draft.enter(Region.OTHER);
        } else if (region == Region.PRESS_RELEASE && said.partSeen && heading.level() > said.partLevel && draft.current().kind != BlockKind.PROSE) {
            draft.append(heading);
            return;
        } else if (region == Region.PRESS_RELEASE && heading.level() <= said.pressReleaseLevel && draft.proseSeen()) {
            draft.enter(Region.OTHER);
        }
        if (region == Region.FRONT && said.title == null && heading.level() <= 2 && draft.isEmpty()) {
            said.title = heading;
            return;
        }
        draft.begin(Section.headed(BlockKind.HEADING, draft.region(), heading, text, null));
    }

    private boolean inFaq(Element element, int index) {
        if (draft.region() == Region.FAQ) {
            return element.level() > faq.level() || QuestionText.asks(element.text());
        }
        if (!release || faqNamed || !faq.beginsUnnamed(index)) {
            return false;
        }
        faq.enter(null, element.level() > 0 ? element.level() - 1 : said.lastLevel);
        return true;
    }

    // ---- paragraphs

    private void paragraph(Element paragraph, int index) {
        Element.Lead lead = paragraph.lead();
        if (lead != null && labels.announcesOwn(lead.text())) {
            draft.begin(Section.labelled(BlockKind.HEADING, draft.region(), paragraph, lead, withoutEnd(lead.text()),
                lead.plain() ? null : paragraph.node().getFirstChild(), null));
            return;
        }
        boolean alone = lead != null && lead.alone() && !lead.plain();
        Labels.Found found = lead == null ? null : labels.find(lead.text());
        if (draft.region() == Region.FAQ) {
            faqParagraph(paragraph, alone ? found : null, index);
            return;
        }
        if (alone || (lead == null || lead.alone()) && paragraph.text().length() < PLAIN_LABEL) {
            Labels.Found whole = alone ? found : labels.find(paragraph.text());
            boolean known = whole != null && whole.label() != Label.PRFAQ && (alone || whole.label().isFaq() || whole.label() == Label.BOILERPLATE
                || whole.label() == Label.PRESS_RELEASE && !whole.wild() && whole.rest().isEmpty());
            if (known && said.announced(paragraph, Objects.requireNonNull(whole), Announcements.PSEUDO_LEVEL, index)) {
                return;
            }
        }
        if (lead != null && !lead.alone() && found != null
                && labelled(paragraph, lead, found.label(), lead.plain() ? null : paragraph.node().getFirstChild())) {
            return;
        }
        if (inFaq(paragraph, index)) {
            faq.paragraph(paragraph, index);
            return;
        }
        if (alone && standsForHeading(paragraph, Objects.requireNonNull(lead))) {
            draft.begin(Section.headed(BlockKind.HEADING, draft.region(), paragraph, paragraph.text(), null));
            return;
        }
        leaveRunIn(paragraph);
        draft.append(paragraph);
        if (found != null && found.label() == Label.OPENING && lead != null && lead.rest() != null) {
            dated(draft.current(), paragraph, HtmlWriter.plainFrom(lead.rest()));
        }
    }

    /// A dateline behind the label of an opening paragraph: `Summary: Leeds, 1 June 2027 — Today …`.
    private static void dated(Section section, Element paragraph, String behind) {
        int dash = DatelinePattern.runIn(behind);
        if (dash > 0 && section.bodyLineSpans().getFirst().from() == paragraph.lines().from()) {
            section.dated = behind.substring(0, dash).strip();
        }
    }

    /// A bold line between the parts of a release whose author writes their titles so.
    private boolean standsForHeading(Element paragraph, Element.Lead lead) {
        return draft.region() == Region.PRESS_RELEASE && said.partSeen && said.partLevel == Announcements.PSEUDO_LEVEL && !draft.current().runIn && lead.bold()
            && !paragraph.text().endsWith(".") && Words.count(paragraph.text()) <= PSEUDO_WORDS;
    }

    /// A paragraph that begins with a label.
    ///
    /// @param emphasis the node that holds the label; null when it is plain words
    private boolean labelled(Element paragraph, Element.Lead lead, Label label, @Nullable Node emphasis) {
        if (draft.region() == Region.OTHER) {
            return false;
        }
        String text = withoutEnd(lead.text());
        if (label.isPart()) {
            said.partBegins(Announcements.PSEUDO_LEVEL);
            Section section = Section.labelled(Announcements.kindOf(label), Region.PRESS_RELEASE, paragraph, lead, text, emphasis, null);
            section.label = label;
            draft.begin(section);
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
        draft.begin(Section.labelled(kind, draft.region(), paragraph, lead, text, emphasis, null));
        return true;
    }

    private static String withoutEnd(String label) {
        int end = label.length();
        while (end > 0 && (Character.isWhitespace(label.charAt(end - 1)) || ":：.".indexOf(label.charAt(end - 1)) >= 0)) {
            end--;
        }
        return label.substring(0, end);
    }

    private void faqParagraph(Element paragraph, Labels.@Nullable Found bold, int index) {
        Labels.Found found = bold == null && paragraph.lead() == null && paragraph.text().length() < PLAIN_LABEL
            ? labels.find(paragraph.text()) : bold;
        Label label = found == null ? null : found.label();
        if (found != null && label != null && (label.isFaqGroup() || bold != null && label == Label.APPENDIX)
                && said.announced(paragraph, found, label == Label.APPENDIX ? 2 : Announcements.PSEUDO_LEVEL, index)) {
            return;
        }
        faq.paragraph(paragraph, index);
    }
}
