package org.pressroom.parse;

import com.vladsch.flexmark.ast.BlockQuote;
import com.vladsch.flexmark.ast.ListBlock;
import com.vladsch.flexmark.ast.ListItem;
import com.vladsch.flexmark.ast.Paragraph;
import com.vladsch.flexmark.util.ast.Node;
import org.jspecify.annotations.Nullable;
import org.pressroom.config.Kind;
import org.pressroom.model.Block;
import org.pressroom.model.BlockKind;
import org.pressroom.model.Carrier;
import org.pressroom.model.Confidence;
import org.pressroom.model.Dateline;
import org.pressroom.model.Faq;
import org.pressroom.model.Part;
import org.pressroom.model.PartKind;
import org.pressroom.model.Passage;
import org.pressroom.model.PressRelease;
import org.pressroom.model.Question;
import org.pressroom.parallel.Turn;
import org.pressroom.parse.Section.Region;
import org.pressroom.source.LineSpan;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Writes sections as the blocks of a page, and gathers what was recognised into press release and FAQ.
/// For one document and thread.
final class BlockAssembler {

    private static final Pattern ANSWER_MARK = Pattern.compile("^(?:A\\d*|R|답변|答)\\s*[.:：]\\s*");

    private static final int MIN_RELEASE_WORDS = 40;
    private static final int HEADLINE_WORDS = 5;

    private final String source;
    private final HtmlWriter writer;
    private final Cues cues;
    private final Slugs slugs = new Slugs();
    private final List<Block> blocks = new ArrayList<>();
    private final List<Part> parts = new ArrayList<>();
    private final List<Question> questions = new ArrayList<>();
    private @Nullable Passage headline;
    private @Nullable Passage subheading;
    private @Nullable Dateline dateline;
    private @Nullable LineSpan releaseLines;
    private @Nullable LineSpan faqLines;
    private int releaseWords;
    private int faqWords;

    private BlockAssembler(String source, HtmlWriter writer, Cues cues) {
        this.cues = cues;
        this.source = source;
        this.writer = writer;
    }

    record Result(List<Block> blocks, PressRelease pressRelease, Faq faq) {

        /// The same with the parts marked that the document's kind names. What is no PR/FAQ has no press release, only
        /// parts that stand for some of one.
        Result of(Kind kind, PartLabels labels) {
            if (kind.parts().isEmpty() && kind.prfaq()) {
                return this;
            }
            List<Block> marked = OwnParts.mark(blocks, labels);
            return new Result(marked, kind.prfaq() ? pressRelease
                : new PressRelease(null, null, null, null, OwnParts.standIns(marked, kind.parts()), pressRelease.words()), faq);
        }
    }

    static Result assemble(String source, HtmlWriter writer, Sectioner.Result cut, Cues cues) {
        return new BlockAssembler(source, writer, cues).assemble(cut);
    }

    private Result assemble(Sectioner.Result cut) {
        for (Section section : cut.sections()) {
            add(section);
        }
        HtmlWriter.Piece notes = writer.footnotes();
        if (!notes.html().isEmpty()) {
            LineSpan last = cut.sections().isEmpty() ? LineSpan.of(1) : LineSpan.of(cut.sections().getLast().lines().to());
            blocks.add(new Block(BlockKind.FOOTNOTES, null, 0, "", notes.html(), "", notes.text(), last));
        }
        // Prose above an FAQ is a press release, whether or not anything says so.
        boolean released = cut.pressReleaseHeading() != null || !parts.isEmpty() || dateline != null
            || releaseLines != null && releaseWords >= MIN_RELEASE_WORDS && (cut.faqHeading() != null || !questions.isEmpty());
        Element title = cut.title();
        if (headline == null && title != null && released && cut.headed()) {
            headline = new Passage(title.lines().from(), title.text());
        }
        LineSpan lines = union(releaseLines, released ? cut.pressReleaseHeading() : null);
        return new Result(blocks,
            new PressRelease(released ? lines : null, headline, released ? subheading : null, dateline, parts, releaseWords),
            new Faq(union(faqLines, cut.faqHeading()), cut.groups(), questions, faqWords));
    }

    private static @Nullable LineSpan union(@Nullable LineSpan a, @Nullable LineSpan b) {
        return a == null ? b : b == null ? a : a.union(b);
    }

    private void add(Section section) {
        String title = section.title;
        HtmlWriter.Piece titlePiece = section.titleNode == null ? new HtmlWriter.Piece(Html.escape(title), title) : titleOf(section);
        boolean first = true;
        if (section.rest != null) {
            writer.writeRest(section.rest, section.kind == BlockKind.QUESTION ? afterAnswerMark(section.restOffset) : section.restOffset);
            first = false;
        }
        for (Node node : section.body) {
            Turn.go();
            if (first && section.kind == BlockKind.QUESTION && node instanceof Paragraph p && p.getFirstChild() != null
                    && afterAnswerMark(p.getStartOffset()) > p.getStartOffset()) {
                writer.writeRest(p.getFirstChild(), afterAnswerMark(p.getStartOffset()));
            } else {
                writer.writeBlock(node);
            }
            first = false;
        }
        HtmlWriter.Piece body = writer.take();
        List<String> further = new ArrayList<>();
        String anchor = anchorOf(section, title, further);
        count(section, title, body.text());
        blocks.add(new Block(section.kind, anchor, section.level, titlePiece.html(), body.html(), title, body.text(), section.lines()).alsoAt(further));
        remember(section, title, body.text(), anchor);
    }

    /// A question's own numbering is left out of its title.
    private HtmlWriter.Piece titleOf(Section section) {
        HtmlWriter.Piece whole = writer.inline(Objects.requireNonNull(section.titleNode));
        if (section.kind == BlockKind.QUESTION && !Words.flat(whole.text()).equals(section.title)) {
            String escaped = Html.escape(section.title);
            int at = whole.html().replace('\n', ' ').indexOf(escaped);
            return new HtmlWriter.Piece(at < 0 ? stripMark(whole.html()) : whole.html().substring(at), section.title);
        }
        return whole;
    }

    private static String stripMark(String html) {
        String clean = QuestionText.clean(html);
        return clean.isEmpty() ? html : clean;
    }

    private int afterAnswerMark(int offset) {
        Matcher m = ANSWER_MARK.matcher(source).region(offset, Math.min(source.length(), offset + 12));
        return m.lookingAt() ? m.end() : offset;
    }

    /// A heading has GitHub's fragment, and further the one that it had here before; a question its own, and further GitHub's.
    ///
    /// @param further takes those, as they stand in HTML
    private @Nullable String anchorOf(Section section, String title, List<String> further) {
        Anchors anchors = writer.anchors();
        String github = anchors.of(section.titleNode);
        String own = switch (section.kind) {
            case QUESTION -> slugs.question(title);
            case HEADING, FAQ_GROUP, PROBLEM, SOLUTION, LEADER_QUOTE, HOW_IT_WORKS, CUSTOMER_QUOTE, CALL_TO_ACTION ->
                title.isEmpty() ? null : slugs.heading(title);
            case PROSE, HEADLINE, SUBHEADING, DATELINE, FOOTNOTES -> null;
        };
        if (github == null || own == null) {
            return github == null && own != null ? anchors.free(own) : github;
        }
        String other = section.kind == BlockKind.QUESTION ? github : anchors.named(own);
        if (other != null) {
            further.add(Html.escape(other));
        }
        return section.kind == BlockKind.QUESTION ? anchors.free(own) : github;
    }

    private void count(Section section, String title, String text) {
        int words = Words.count(title) + Words.count(text);
        if (section.region == Region.FAQ) {
            faqWords += words;
            faqLines = union(faqLines, section.lines());
        } else if (section.region != Region.OTHER) {
            releaseWords += words;
            releaseLines = union(releaseLines, section.lines());
        }
    }

    private void remember(Section section, String title, String text, @Nullable String anchor) {
        switch (section.kind) {
            case HEADLINE -> headline = headline == null ? new Passage(section.titleLine, text.isEmpty() ? title : text) : headline;
            case SUBHEADING -> subheading = subheading == null ? new Passage(section.titleLine, text.isEmpty() ? title : text) : subheading;
            case DATELINE -> {
                String line = text.isEmpty() ? title : text;
                if (dateline == null || dateline.date() == null) {
                    dateline = new Dateline(section.titleLine, line, DatelinePattern.dateIn(line));
                }
            }
            case PROBLEM -> part(PartKind.PROBLEM, section, text);
            case SOLUTION -> part(PartKind.SOLUTION, section, text);
            case LEADER_QUOTE -> part(PartKind.LEADER_QUOTE, section, text);
            case HOW_IT_WORKS -> part(PartKind.HOW_IT_WORKS, section, text);
            case CUSTOMER_QUOTE -> part(PartKind.CUSTOMER_QUOTE, section, text);
            case CALL_TO_ACTION -> part(PartKind.CALL_TO_ACTION, section, text);
            case QUESTION -> questions.add(new Question(Objects.requireNonNull(anchor), section.lines(), title, section.group,
                !Placeholders.isOnlySlot(text) || section.body.stream().anyMatch(n -> !(n instanceof Paragraph)), text));
            case PROSE, HEADING, FAQ_GROUP, FOOTNOTES -> { }
        }
        if (section.dated != null && dateline == null) {
            dateline = new Dateline(section.titleLine, section.dated, DatelinePattern.dateIn(section.dated));
        }
        Section.Spoken spoken = section.spoken;
        if (spoken != null) {
            parts.add(new Part(spoken.kind() == BlockKind.LEADER_QUOTE ? PartKind.LEADER_QUOTE : PartKind.CUSTOMER_QUOTE, spoken.lines(), Carrier.BARE,
                Confidence.INFERRED, spoken.text(), Speakers.in(spoken.text())));
        }
    }

    private void part(PartKind kind, Section section, String text) {
        if (!section.hasBody()) {
            return;
        }
        boolean quote = kind == PartKind.LEADER_QUOTE || kind == PartKind.CUSTOMER_QUOTE;
        parts.add(new Part(kind, section.partLines(), Objects.requireNonNull(section.carrier),
            section.carrier == Carrier.BARE ? Confidence.INFERRED : Confidence.LABELLED, text,
            quote ? speakerOf(section, text) : null));
    }

    private static @Nullable String speakerOf(Section section, String text) {
        Node last = section.body.isEmpty() ? null : section.body.getLast();
        // > words
        // > - *Name, Role*
        return last instanceof BlockQuote quote && quote.getLastChild() instanceof ListBlock list && list.getPrevious() != null
                && list.getFirstChild() == list.getLastChild() && list.getFirstChild() instanceof ListItem item
                && item.getFirstChild() instanceof Paragraph name
            ? Speakers.in("— " + HtmlWriter.plain(name)) : Speakers.in(text);
    }
}
