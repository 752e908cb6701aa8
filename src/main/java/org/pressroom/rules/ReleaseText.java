package org.pressroom.rules;

import org.pressroom.model.Block;
import org.pressroom.model.BlockKind;
import org.pressroom.model.Document;
import org.pressroom.model.Part;
import org.pressroom.model.PartKind;
import org.pressroom.source.LineSpan;

import java.util.List;
import java.util.regex.Pattern;

/// What stands in a press release without a name of its own, and so may be any part: a rule that says "missing" first
/// makes sure that nothing here could be what it misses.
///
/// @param prose the paragraphs that belong to no part, in order
/// @param parts the parts that were recognised
record ReleaseText(List<Block> prose, List<Part> parts) {

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
        prose = List.copyOf(prose);
        parts = List.copyOf(parts);
    }

    static ReleaseText of(Document document) {
        LineSpan lines = document.pressRelease().lines();
        List<Block> prose = document.blocks().stream()
            .filter(b -> b.kind() == BlockKind.PROSE && !b.text().isBlank())
            .filter(b -> lines != null && lines.from() <= b.lines().to() && b.lines().from() <= lines.to()).toList();
        return new ReleaseText(prose, document.pressRelease().parts());
    }

    /// Whether some paragraph is long enough to tell a problem or a solution.
    boolean hasParagraph() {
        return prose.stream()
            .anyMatch(b -> UNIT.matcher(b.text()).results().limit(PARAGRAPH_UNITS).count() == PARAGRAPH_UNITS);
    }

    /// Whether somebody seems to be quoted outside the quotes that were recognised.
    boolean hasQuotation() {
        return prose.stream().anyMatch(b -> b.html().contains("<blockquote") || QUOTATION.matcher(b.text()).find())
            || parts.stream().filter(p -> p.kind() != PartKind.CUSTOMER_QUOTE && p.kind() != PartKind.LEADER_QUOTE)
                .anyMatch(p -> QUOTATION.matcher(p.text()).find());
    }

    /// Whether an address is given to turn to.
    boolean hasAddress() {
        return prose.stream().anyMatch(b -> ADDRESS.matcher(b.text()).find() || b.html().contains("<a "))
            || parts.stream().anyMatch(p -> ADDRESS.matcher(p.text()).find());
    }
}
