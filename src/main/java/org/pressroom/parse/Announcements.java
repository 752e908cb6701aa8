package org.pressroom.parse;

import org.jspecify.annotations.Nullable;
import org.pressroom.model.Audience;
import org.pressroom.model.BlockKind;
import org.pressroom.parse.Section.Region;
import org.pressroom.source.LineSpan;

import java.util.List;

/// Acts on headings, and on bold lines that stand for one, whose words are known: what they begin, and what they end.
/// Keeps what they told of the document so far. For one document and thread.
final class Announcements {

    /// A bold line that stands for a heading is below every real one.
    static final int PSEUDO_LEVEL = 7;
    private static final int HEADLINE_LEVEL = 3;
    private static final int NAME_WORDS = 2;

    private final List<Element> elements;
    private final Draft draft;
    private final FaqReader faq;
    private final Audiences audiences;
    /// The document's own heading; null as long as there is none.
    @Nullable Element title;
    /// Whether it says what kind of document this is.
    boolean genre;
    @Nullable LineSpan pressReleaseHeading;
    int pressReleaseLevel;
    /// Level of the last heading outside the FAQ.
    int lastLevel = 1;
    /// Whether a part was named, and the level at which.
    boolean partSeen;
    private boolean headlineSeen;
    int partLevel;

    Announcements(List<Element> elements, Draft draft, FaqReader faq, Audiences audiences) {
        this.elements = elements;
        this.draft = draft;
        this.faq = faq;
        this.audiences = audiences;
    }

    /// More than the name of a thing.
    private static boolean saysSomething(String text) {
        return Words.count(text) > NAME_WORDS;
    }

    /// A part whose label begins a paragraph.
    void partBegins(int level) {
        draft.aside(false);
        draft.enter(Region.PRESS_RELEASE);
        partSeen = true;
        partLevel = level;
    }

    /// Acts on a heading, or a bold line that stands for one, whose words are known.
    ///
    /// @return false when they mean nothing here
    boolean announced(Element element, Labels.Found found, int level, int index) {
        return switch (found.label()) {
            case PRFAQ -> prfaq(element, level);
            case PRESS_RELEASE -> pressRelease(element, found, level);
            case FAQ -> faq(element, level, index);
            case FAQ_EXTERNAL, FAQ_INTERNAL, FAQ_PRESS -> {
                if (draft.region() != Region.FAQ) {
                    faq.enter(element, level == PSEUDO_LEVEL ? lastLevel : level - 1);
                } else {
                    faq.widen(level);
                }
                faq.addGroup(element, level);
                yield true;
            }
            case PROBLEM, SOLUTION, FEATURES, LEADER_QUOTE, CUSTOMER_QUOTE, QUOTE, HOW_IT_WORKS, CALL_TO_ACTION, GETTING_STARTED ->
                part(element, found, level);
            case APPENDIX -> appendix(element, level);
            case BOILERPLATE, PREFACE -> aside(element, found.label(), level);
            case SUBHEADING, DATELINE, HEADLINE, RELEASE_NOTICE -> openingHeading(element, found.label(), index);
            case OPENING -> false;
        };
    }

    private boolean prfaq(Element element, int level) {
        if (QuestionText.asks(element.text()) || draft.region() != Region.FRONT || level == PSEUDO_LEVEL) {
            return false;
        }
        genre = true;
        if (title == null && draft.isEmpty()) {
            title = element;
        } else {
            begin(element, Region.PRESS_RELEASE);
        }
        return true;
    }

    private boolean pressRelease(Element element, Labels.Found found, int level) {
        boolean inside = draft.region() == Region.FAQ && level > faq.level();
        if (inside || QuestionText.asks(element.text())) {
            return false;
        }
        boolean named = level != PSEUDO_LEVEL && title == null && draft.isEmpty() && saysSomething(element.text());
        draft.enter(Region.PRESS_RELEASE);
        pressReleaseLevel = level;
        pressReleaseHeading = element.lines();
        partLevel = 0;
        if (!headlineSeen && saysSomething(found.rest())) {
            headlineSeen = true;
            draft.begin(Section.line(BlockKind.HEADLINE, draft.region(), element.lines().from(), null, found.rest()));
        } else if (named && level == 1) {
            title = element;
            genre = true;
        } else {
            draft.begin(Section.headed(BlockKind.HEADING, draft.region(), element, element.text(), null));
        }
        return true;
    }

    private boolean faq(Element element, int level, int index) {
        boolean again = draft.region() == Region.FAQ;
        boolean named = audiences.of(element.text()) != Audience.OTHER;
        if (again && level > faq.level() && level != PSEUDO_LEVEL && !named) {
            return false;
        }
        faq.enter(element, level == PSEUDO_LEVEL ? lastLevel : level);
        if (named && !faq.holdsGroups(element, index)) {
            faq.addGroup(element, level);
        } else {
            faq.names(element, level);
            draft.begin(Section.headed(BlockKind.HEADING, Region.FAQ, element, element.text(), null));
        }
        return true;
    }

    private boolean part(Element element, Labels.Found found, int level) {
        if (draft.region() == Region.FAQ || draft.region() == Region.OTHER || QuestionText.asks(element.text())) {
            return false;
        }
        if (found.wild() && (level <= HEADLINE_LEVEL || level == PSEUDO_LEVEL) && !partSeen && !draft.proseSeen()) {
            // "Introducing Keybox" at the head of a release.
            return false;
        }
        Label label = found.label();
        partBegins(level);
        Section section = Section.headed(kindOf(label), Region.PRESS_RELEASE, element, element.text(), null);
        section.label = label;
        draft.begin(section);
        return true;
    }

    private boolean appendix(Element element, int level) {
        boolean inFaq = draft.region() == Region.FAQ;
        if (draft.region() == Region.FRONT || inFaq && level > Math.max(2, faq.level()) || inFaq && QuestionText.asks(element.text())) {
            return false;
        }
        begin(element, Region.OTHER);
        return true;
    }

    private boolean aside(Element element, Label label, int level) {
        boolean fits = label == Label.BOILERPLATE ? draft.region() == Region.PRESS_RELEASE && (headlineSeen || partSeen || draft.proseSeen())
            : draft.region() == Region.FRONT;
        if (!fits || QuestionText.asks(element.text())) {
            return false;
        }
        draft.aside(true);
        partLevel = level;
        draft.begin(Section.headed(BlockKind.HEADING, draft.region(), element, element.text(), null));
        return true;
    }

    private boolean openingHeading(Element element, Label label, int index) {
        if (draft.region() == Region.FAQ || draft.region() == Region.OTHER) {
            return false;
        }
        if ((label == Label.DATELINE || label == Label.RELEASE_NOTICE) && DatelinePattern.dateIn(element.text()) != null && DatelinePattern.isDateline(element.text())) {
            return false;
        }
        if (index + 1 >= elements.size() || elements.get(index + 1).kind() != Element.Kind.PARAGRAPH) {
            return false;
        }
        draft.begin(Section.headed(BlockKind.HEADING, draft.region(), element, element.text(), null));
        return true;
    }

    private void begin(Element element, Region next) {
        draft.enter(next);
        draft.begin(Section.headed(BlockKind.HEADING, next, element, element.text(), null));
    }

    static BlockKind kindOf(Label label) {
        return switch (label) {
            case PROBLEM -> BlockKind.PROBLEM;
            case SOLUTION, FEATURES -> BlockKind.SOLUTION;
            case HOW_IT_WORKS -> BlockKind.HOW_IT_WORKS;
            case CALL_TO_ACTION, GETTING_STARTED -> BlockKind.CALL_TO_ACTION;
            case CUSTOMER_QUOTE, QUOTE -> BlockKind.CUSTOMER_QUOTE;
            case LEADER_QUOTE -> BlockKind.LEADER_QUOTE;
            case PRFAQ, PRESS_RELEASE, HEADLINE, SUBHEADING, DATELINE, RELEASE_NOTICE, OPENING, BOILERPLATE, FAQ, FAQ_EXTERNAL, FAQ_PRESS,
                FAQ_INTERNAL, APPENDIX, PREFACE -> throw new IllegalArgumentException(label + " is no part");
        };
    }
}
