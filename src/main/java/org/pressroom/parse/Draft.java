package org.pressroom.parse;

import com.vladsch.flexmark.ast.HtmlCommentBlock;
import org.pressroom.model.BlockKind;
import org.pressroom.parse.Section.Region;

import java.util.ArrayList;
import java.util.List;

/// The sections of a document while it is walked, and where the walk stands. For one document and thread.
final class Draft {

    /// Fewer are a notice, a date, a headline.
    private static final int PROSE_WORDS = 25;

    private final List<Section> sections = new ArrayList<>();
    private Region region = Region.FRONT;
    private Section current = Section.prose(Region.FRONT, 1);
    private boolean aside;
    private boolean proseInRelease;
    private boolean proseInFront;
    private boolean told;

    Region region() {
        return region;
    }

    void enter(Region next) {
        region = next;
    }

    Section current() {
        return current;
    }

    /// Whether nothing that a reader sees was met so far. Comments stand before the titles of documents that were made from a form.
    boolean isEmpty() {
        return !told;
    }

    /// Whether prose stands in the part of the document in which the walk is.
    boolean proseSeen() {
        return region == Region.PRESS_RELEASE ? proseInRelease : region == Region.FRONT && proseInFront;
    }

    /// From here to the next heading or label stands what belongs to every release, or to none.
    void aside(boolean is) {
        aside = is;
    }

    boolean isAside() {
        return aside;
    }

    void begin(Section section) {
        section.aside = aside;
        sections.add(section);
        current = section;
        told |= section.kind != BlockKind.PROSE;
    }

    /// Begins text that no longer belongs to the part before it.
    void beginProse(int line) {
        begin(Section.prose(region, line));
    }

    void append(Element element) {
        boolean bare = switch (current.kind) {
            case HEADING, HEADLINE, SUBHEADING, DATELINE, FAQ_GROUP -> true;
            case PROSE, PROBLEM, SOLUTION, LEADER_QUOTE, HOW_IT_WORKS, CUSTOMER_QUOTE, CALL_TO_ACTION, QUESTION, FOOTNOTES -> false;
        };
        if (sections.isEmpty() || bare || current.region != region || current.aside != aside) {
            beginProse(element.lines().from());
        }
        current.add(element.node(), element.lines());
        told |= !isComment(element);
        if (current.kind == BlockKind.PROSE && Words.count(element.text()) >= PROSE_WORDS) {
            proseTold();
        }
    }

    private static boolean isComment(Element element) {
        return element.node() instanceof HtmlCommentBlock;
    }

    private void proseTold() {
        proseInRelease |= region == Region.PRESS_RELEASE;
        proseInFront |= region == Region.FRONT;
    }

    /// The sections in the order of the document; prose without content left out.
    List<Section> finished() {
        sections.removeIf(s -> s.kind == BlockKind.PROSE && !s.hasBody());
        return sections;
    }
}
