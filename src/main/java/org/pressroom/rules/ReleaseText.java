package org.pressroom.rules;

import org.pressroom.model.Block;
import org.pressroom.model.BlockKind;
import org.pressroom.model.Confidence;
import org.pressroom.model.Document;
import org.pressroom.model.Part;
import org.pressroom.model.PartKind;
import org.pressroom.source.LineSpan;

import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/// What stands in a press release without a name of its own, and so may be any part: a rule that says "missing" first
/// makes sure that nothing here could be what it misses.
///
/// @param blocks all that stands in it, in order
record ReleaseText(List<Block> blocks) {

    /// A passage in quotation marks that is longer than a word in inverted commas.
    private static final Pattern QUOTATION = Pattern.compile(
        "“[^”]{20,}|„[^“”]{20,}|«[^»]{20,}|»[^«]{20,}|\"[^\"]{20,}\"|「[^」]{8,}|『[^』]{8,}|“[^”]*\\p{IsHan}[^”]{6,}");

    private static final Pattern ADDRESS =
        Pattern.compile("(?i)https?://|\\bwww\\.|\\b[\\w-]{1,60}\\.(?:com|org|net|io|de|co)\\b|\\S@\\S");

    /// Words, or characters of scripts that are written without spaces.
    private static final Pattern UNIT =
        Pattern.compile("[\\p{IsHan}\\p{IsHiragana}\\p{IsKatakana}\\p{IsHangul}]|[\\p{L}\\p{N}]+");

    private static final int PARAGRAPH_UNITS = 8;

    ReleaseText {
        blocks = List.copyOf(blocks);
    }

    static ReleaseText of(Document document) {
        LineSpan lines = document.pressRelease().lines();
        return new ReleaseText(document.blocks().stream()
            .filter(b -> lines != null && lines.from() <= b.lines().to() && b.lines().from() <= lines.to()).toList());
    }

    /// Where no press release was recognised: what stands outside the FAQ, and so may be one.
    static ReleaseText outsideFaq(Document document) {
        LineSpan faq = document.faq().lines();
        return new ReleaseText(document.blocks().stream()
            .filter(b -> faq == null || !faq.contains(b.lines().from())).toList());
    }

    /// The paragraphs that belong to no part, in order.
    List<Block> prose() {
        return blocks.stream().filter(b -> b.kind() == BlockKind.PROSE && !b.text().isBlank()).toList();
    }

    /// Whether some paragraph is long enough to tell a problem or a solution.
    boolean hasParagraph() {
        return firstParagraph().isPresent();
    }

    /// The first paragraph that is long enough for that.
    Optional<Block> firstParagraph() {
        return prose().stream()
            .filter(b -> UNIT.matcher(b.text()).results().limit(PARAGRAPH_UNITS).count() == PARAGRAPH_UNITS).findFirst();
    }

    /// Where a part may be that nothing was taken for: the first paragraph that belongs to no part, or to one
    /// that only its wording makes one. Quotations are left out.
    static Optional<LineSpan> undecided(Document document) {
        return ReleaseText.of(document).firstParagraph().map(Block::lines).or(() -> document.pressRelease().parts().stream()
            .filter(part -> part.confidence() == Confidence.INFERRED && part.kind() != PartKind.CUSTOMER_QUOTE && part.kind() != PartKind.LEADER_QUOTE)
            .map(Part::lines).findFirst());
    }

    /// Whether somebody seems to be quoted outside the quotes that were recognised.
    boolean hasQuotation() {
        return blocks.stream().filter(b -> b.kind() != BlockKind.CUSTOMER_QUOTE && b.kind() != BlockKind.LEADER_QUOTE)
            .anyMatch(b -> b.html().contains("<blockquote") || QUOTATION.matcher(b.text()).find());
    }

    /// Whether an address is given to turn to.
    boolean hasAddress() {
        return blocks.stream().anyMatch(b -> ADDRESS.matcher(b.text()).find() || b.html().contains("<a "));
    }

    /// Whether the last part goes on after its first paragraph, perhaps with something else.
    boolean runsOn() {
        return !blocks.isEmpty() && blocks.getLast().text().strip().indexOf('\n') >= 0;
    }
}
