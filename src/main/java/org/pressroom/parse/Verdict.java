package org.pressroom.parse;

import org.pressroom.model.Block;
import org.pressroom.model.BlockKind;
import org.pressroom.model.Confidence;
import org.pressroom.model.Part;
import org.pressroom.model.PartKind;
import org.pressroom.model.PressRelease;

import java.util.List;
import java.util.stream.Stream;

/// Decides whether a document surely is something else: an agent's prompt, an explanation of how PR/FAQs are written, a stub,
/// a design or a manual with an FAQ at its end.
///
/// A PR/FAQ announces: it names its press release or itself, has a dateline, news, or somebody who is quoted. A named part
/// or questions alone don't make one where the document has sections of its own.
final class Verdict {

    private static final int BEGINNING = 200;
    private static final int LOOKED_AT = 12;
    /// So many sections of its own make a document of another kind.
    private static final int OTHER_SECTIONS = 3;
    /// So many different turns of phrase tell what is to be written.
    private static final int INSTRUCTIONS = 3;

    private final Sectioner.Result cut;
    private final BlockAssembler.Result assembled;
    private final Cues cues;

    private Verdict(Sectioner.Result cut, BlockAssembler.Result assembled, Cues cues) {
        this.cut = cut;
        this.assembled = assembled;
        this.cues = cues;
    }

    static boolean isPrfaq(Sectioner.Result cut, BlockAssembler.Result assembled, Cues cues) {
        return new Verdict(cut, assembled, cues).isPrfaq();
    }

    private boolean isPrfaq() {
        boolean named = cut.pressReleaseHeading() != null || cut.genre();
        boolean asks = cut.faqHeading() != null || !assembled.faq().questions().isEmpty();
        boolean part = assembled.pressRelease().parts().stream().anyMatch(p -> p.confidence() == Confidence.LABELLED);
        if (!named && !asks && !part || instructs()) {
            return false;
        }
        if (announces()) {
            return true;
        }
        if (!asks) {
            return named && part;
        }
        return named || part || otherSections() < OTHER_SECTIONS;
    }

    /// A dateline, somebody who is quoted, or news at the head.
    private boolean announces() {
        PressRelease release = assembled.pressRelease();
        return release.dateline() != null || quotes(release.parts()) || brings(release.headline() == null ? "" : release.headline().text())
            || outsideFaq().limit(LOOKED_AT).anyMatch(b -> brings(b.text()) || b.kind() == BlockKind.SUBHEADING);
    }

    private static boolean quotes(List<Part> parts) {
        return parts.stream().anyMatch(p -> p.kind() == PartKind.CUSTOMER_QUOTE || p.kind() == PartKind.LEADER_QUOTE);
    }

    private boolean brings(String text) {
        Cues.Found found = cues.in(text.length() > BEGINNING ? text.substring(0, BEGINNING) : text);
        return found.has(Cues.Kind.ANNOUNCE) || found.has(Cues.Kind.LAUNCH);
    }

    private Stream<Block> outsideFaq() {
        return assembled.blocks().stream().filter(b -> b.kind() != BlockKind.QUESTION && b.kind() != BlockKind.FAQ_GROUP
            && b.kind() != BlockKind.HEADING && b.kind() != BlockKind.FOOTNOTES);
    }

    private long otherSections() {
        return assembled.blocks().stream().filter(b -> b.kind() == BlockKind.HEADING && Labels.of(b.title()).isEmpty()).count();
    }

    /// Whether the text outside the FAQ speaks to somebody who is to write, and nobody is quoted.
    private boolean instructs() {
        if (assembled.pressRelease().dateline() != null || quotes(assembled.pressRelease().parts())) {
            return false;
        }
        StringBuilder text = new StringBuilder();
        outsideFaq().takeWhile(_ -> text.length() < 10_000).forEach(b -> text.append(b.text()).append('\n'));
        return cues.in(text.toString()).count(Cues.Kind.INSTRUCT) >= INSTRUCTIONS;
    }
}
