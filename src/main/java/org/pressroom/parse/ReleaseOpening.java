package org.pressroom.parse;

import org.jspecify.annotations.Nullable;
import org.pressroom.model.BlockKind;
import org.pressroom.parse.Section.Region;
import org.pressroom.source.SourceText;

import java.util.List;
import java.util.Locale;

/// Recognises the lines with which a press release opens: "for immediate release", headline, subheading, dateline. They stand
/// before any prose and before the first named part. For one document and thread.
final class ReleaseOpening {

    private static final int HEADLINE_WORDS = 30;
    private static final int SUBHEADING_WORDS = 50;
    private static final int DATELINE_WORDS = 12;
    private static final int NAME_WORDS = 2;
    private static final String ENDS = ".:;。：";
    private static final String DASHES = "—–―- \u00a0";

    private final SourceText source;
    private final List<Element> elements;
    private final Draft draft;
    private boolean headlineSeen;
    private boolean subheadingSeen;
    private boolean datelineSeen;

    ReleaseOpening(SourceText source, List<Element> elements, Draft draft) {
        this.source = source;
        this.elements = elements;
        this.draft = draft;
    }

    boolean headlineSeen() {
        return headlineSeen;
    }

    boolean datelineSeen() {
        return datelineSeen;
    }

    /// A part of the opening was named by a label.
    void seen(BlockKind kind) {
        headlineSeen |= kind == BlockKind.HEADLINE;
        subheadingSeen |= kind == BlockKind.SUBHEADING;
        datelineSeen |= kind == BlockKind.DATELINE;
    }

    void begin(Section section) {
        seen(section.kind);
        draft.begin(section);
    }

    /// Whether a heading in the release is its headline: the first, before any prose.
    boolean isHeadline(Element heading) {
        return !headlineSeen && heading.level() <= 3 && !draft.proseSeen();
    }

    /// More than the name of a thing.
    static boolean saysSomething(String text) {
        return Words.count(text) > NAME_WORDS;
    }

    /// @param titled whether a heading above names the document or the release
    /// @return false when the paragraph is no part of the opening
    boolean take(Element paragraph, int index, boolean titled, boolean titleIsHeadline) {
        Element.Lead lead = paragraph.lead();
        if (dated(paragraph, lead)) {
            return true;
        }
        if (draft.proseSeen()) {
            return false;
        }
        List<Lines.Line> lines = Lines.of(paragraph.node());
        if (!isField(lead, paragraph.text()) && notice(paragraph, lines)) {
            return true;
        }
        if (lines.size() == 1) {
            return line(paragraph, lines.getFirst(), index, titled, titleIsHeadline);
        }
        return lines.size() > 1 && several(paragraph, lines, index, titled, titleIsHeadline);
    }

    // ---- datelines

    /// A dateline behind the label of an opening paragraph: `Summary: Leeds, 1 June 2027 — Today …`.
    void dated(Section section, Element paragraph, String behind) {
        int dash = DatelinePattern.runIn(behind);
        if (dash > 0 && !datelineSeen && section.titleLine == paragraph.lines().from()) {
            datelineSeen = true;
            section.dated = behind.substring(0, dash).strip();
        }
    }

    /// `Last updated: 2027-01-02` tells of the document.
    private static boolean isField(Element.@Nullable Lead lead, String text) {
        if (lead == null || lead.alone()) {
            return false;
        }
        boolean colon = lead.plain() || lead.text().endsWith(":") || lead.text().endsWith("：") || text.startsWith(":", lead.text().length());
        return colon && Labels.of(lead.text()).filter(l -> l == Label.DATELINE || l == Label.RELEASE_NOTICE).isEmpty();
    }

    private boolean dated(Element paragraph, Element.@Nullable Lead lead) {
        String text = paragraph.text();
        if (isField(lead, text)) {
            return false;
        }
        if (!datelineSeen && lead != null && !lead.plain() && !lead.alone() && isRunIn(lead)) {
            draft.enter(Region.PRESS_RELEASE);
            begin(Section.runInDateline(draft.region(), paragraph, lead));
            return true;
        }
        if (!datelineSeen && beforeNews(paragraph, text)) {
            return true;
        }
        boolean whole = lead != null && !lead.plain() && lead.alone();
        if (!DatelinePattern.isDateline(text) || !whole && Words.count(text) > DATELINE_WORDS) {
            return false;
        }
        if (!datelineSeen || DatelinePattern.dateIn(text) != null) {
            begin(Section.bare(BlockKind.DATELINE, draft.region(), paragraph));
        } else {
            draft.beginProse(paragraph.lines().from());
            draft.append(paragraph);
        }
        return true;
    }

    /// A dateline in plain words, with news behind its dash.
    private boolean beforeNews(Element paragraph, String text) {
        int dash = DatelinePattern.runIn(text);
        int rest = Math.max(0, dash);
        while (rest < text.length() && DASHES.indexOf(text.charAt(rest)) >= 0) {
            rest++;
        }
        if (dash < 0 || rest == text.length() || DatelinePattern.isDateline(text.substring(rest))) {
            return false;
        }
        Lines.Cut cut = Lines.at(source.text(), paragraph.node(), rest);
        if (cut == null) {
            return false;
        }
        draft.enter(Region.PRESS_RELEASE);
        begin(Section.line(BlockKind.DATELINE, draft.region(), paragraph.lines().from(), null, text.substring(0, dash).strip()));
        draft.begin(Section.rest(draft.region(), paragraph, cut.node(), cut.offset()));
        draft.proseTold();
        return true;
    }

    /// An emphasised beginning that is a dateline, or a place before a dash.
    private boolean isRunIn(Element.Lead lead) {
        return DatelinePattern.isDateline(lead.text()) || DatelinePattern.runIn(lead.text() + " — x") > 0 && followsDash(lead);
    }

    private boolean followsDash(Element.Lead lead) {
        for (int i = lead.restOffset() - 1; i >= 0 && i > lead.restOffset() - 4; i--) {
            char c = source.text().charAt(i);
            if (c == '—' || c == '–') {
                return true;
            }
        }
        return false;
    }

    /// How what stands behind a dateline begins.
    Element.@Nullable Lead leadBehind(Element paragraph, Element.Lead dateline) {
        return Element.leadFrom(source.text(), dateline.rest(), paragraph.node().getEndOffset());
    }

    // ---- lines

    /// A notice of release, alone or above labelled fields for place and date; a dateline when one of its lines is dated.
    private boolean notice(Element paragraph, List<Lines.Line> lines) {
        boolean noticed = false;
        boolean dated = false;
        for (Lines.Line line : lines) {
            Labels.Found found = Labels.find(line.text());
            boolean field = found != null && found.label() == Label.DATELINE;
            boolean release = found != null && found.label() == Label.RELEASE_NOTICE || callsRelease(line.text());
            boolean isDate = DatelinePattern.isDateline(line.text());
            if (!release && !field && !isDate) {
                return false;
            }
            noticed |= release;
            // A field without a value is a slot.
            dated |= isDate || field && found != null && found.rest().isEmpty() && lines.size() > 1;
        }
        if (dated && (!datelineSeen || DatelinePattern.dateIn(paragraph.text()) != null)) {
            begin(Section.bare(BlockKind.DATELINE, draft.region(), paragraph));
            return true;
        }
        if (noticed) {
            draft.begin(Section.prose(draft.region(), paragraph.lines().from()));
            draft.current().add(paragraph.node(), paragraph.lines());
        }
        return noticed;
    }

    /// `FOR RELEASE AFTER THE PILOT`: in capitals.
    private static boolean callsRelease(String text) {
        return (text.contains("RELEASE") || text.contains("EMBARGO")) && text.equals(text.toUpperCase(Locale.ROOT)) && Words.count(text) <= DATELINE_WORDS;
    }

    private boolean line(Element paragraph, Lines.Line line, int index, boolean titled, boolean titleIsHeadline) {
        String text = line.text();
        boolean field = line.node() == null && paragraph.lead() != null;
        if (!field && headline(line, titleIsHeadline) && (line.bold() || pressReleaseAbove(index))) {
            begin(Section.bare(BlockKind.HEADLINE, draft.region(), paragraph));
            return true;
        }
        boolean emphasised = line.node() != null;
        if (subheading(text, headlineSeen || titled) && (emphasised || isOneSentence(text) && nextIsDateline(index))) {
            begin(Section.bare(BlockKind.SUBHEADING, draft.region(), paragraph));
            return true;
        }
        return false;
    }

    /// Whether the heading right above names the press release.
    private boolean pressReleaseAbove(int index) {
        return index > 0 && Labels.of(elements.get(index - 1).text()).filter(l -> l == Label.PRESS_RELEASE).isPresent();
    }

    /// A headline has no full stop; a bold sentence under a title is what a subheading is.
    private boolean headline(Lines.Line line, boolean titleIsHeadline) {
        String text = line.text();
        boolean stops = !text.isEmpty() && ENDS.indexOf(text.charAt(text.length() - 1)) >= 0;
        return draft.region() == Region.PRESS_RELEASE && !headlineSeen && !(stops && (titleIsHeadline || line.node() == null))
            && (line.node() == null || line.bold()) && Words.count(text) <= HEADLINE_WORDS && !startsQuoted(text)
            && (line.node() != null || saysSomething(text));
    }

    private static boolean startsQuoted(String text) {
        return !text.isEmpty() && "\"“„«「『".indexOf(text.charAt(0)) >= 0;
    }

    private boolean subheading(String text, boolean below) {
        return below && !subheadingSeen && Words.count(text) <= SUBHEADING_WORDS && !startsQuoted(text) && !text.endsWith(":") && !text.endsWith("：");
    }

    /// Headline, subheading and dateline on lines of one paragraph; or one sentence that was wrapped.
    private boolean several(Element paragraph, List<Lines.Line> lines, int index, boolean titled, boolean titleIsHeadline) {
        Lines.Line first = lines.getFirst();
        boolean led = headline(first, titleIsHeadline) && (first.bold() || pressReleaseAbove(index) && brokenByHand(lines));
        int longest = lines.stream().mapToInt(l -> Words.count(l.text())).max().orElse(0);
        if (!led || longest > HEADLINE_WORDS) {
            return line(paragraph, new Lines.Line(paragraph.text(), null, false), index, titled, titleIsHeadline);
        }
        int at = paragraph.lines().from();
        begin(Section.line(BlockKind.HEADLINE, draft.region(), at, first.node(), first.text()));
        for (Lines.Line line : lines.subList(1, lines.size())) {
            at++;
            BlockKind kind = DatelinePattern.isDateline(line.text()) ? BlockKind.DATELINE : BlockKind.SUBHEADING;
            begin(Section.line(kind, draft.region(), at, line.node(), line.text()));
        }
        return true;
    }

    /// Whether a paragraph's lines are lines of their own: none ends a sentence, or the first ends where the next word would
    /// have fitted.
    private static boolean brokenByHand(List<Lines.Line> lines) {
        if (lines.stream().skip(1).anyMatch(l -> Character.isLowerCase(l.text().codePointAt(0)))) {
            return false;
        }
        if (lines.stream().noneMatch(l -> ENDS.indexOf(l.text().charAt(l.text().length() - 1)) >= 0)) {
            return true;
        }
        int width = lines.stream().mapToInt(l -> l.text().length()).max().orElse(0);
        String second = lines.get(1).text();
        int word = second.indexOf(' ') < 0 ? second.length() : second.indexOf(' ');
        return lines.getFirst().text().length() + 1 + word <= width;
    }

    private boolean nextIsDateline(int index) {
        int next = index + 1;
        while (next < elements.size() && elements.get(next).kind() == Element.Kind.RULE) {
            next++;
        }
        if (next >= elements.size() || elements.get(next).kind() != Element.Kind.PARAGRAPH) {
            return false;
        }
        Element.Lead lead = elements.get(next).lead();
        String text = elements.get(next).text();
        return DatelinePattern.isDateline(text) || DatelinePattern.runIn(text) > 0
            || lead != null && !lead.plain() && DatelinePattern.isDateline(lead.text());
    }

    private static boolean isOneSentence(String text) {
        return Words.firstSentence(text, Integer.MAX_VALUE).length() >= text.strip().length();
    }
}
