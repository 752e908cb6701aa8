package org.pressroom.parse;

import org.pressroom.model.Block;
import org.pressroom.model.BlockKind;
import org.pressroom.model.Confidence;
import org.pressroom.model.Part;
import org.pressroom.model.PartKind;
import org.pressroom.model.PressRelease;

import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/// Decides whether a document is a PR/FAQ, or something else: an agent's prompt, an explanation of how PR/FAQs are written, a stub,
/// a request for comments, a design or a manual with an FAQ at its end.
///
/// One that names its press release, or itself a PR/FAQ, is one as soon as it has anything of one. Another has to announce something:
/// proposals of every kind have a problem, a solution and open questions, so these alone tell nothing, and where a document has sections
/// of its own, a date or somebody who is quoted must be joined by more.
final class Verdict {

    private static final Pattern NAME = Pattern.compile("(?i)pr[-_ ]?faq");
    private static final int BEGINNING = 200;
    private static final int LOOKED_AT = 12;
    /// Fewer sections of its own are not what a document is about.
    private static final int OTHER_SECTIONS = 3;
    /// So many labelled parts of different kinds, or so many signs of a release, are more than chance.
    private static final int SEVERAL = 2;
    /// Parts that no other kind of proposal has.
    private static final Set<PartKind> OWN = EnumSet.of(PartKind.CUSTOMER_QUOTE, PartKind.LEADER_QUOTE, PartKind.CALL_TO_ACTION);
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

    /// @param fileName of the document: `PRFAQ.md` is more than chance where something is announced, too
    static boolean isPrfaq(Sectioner.Result cut, BlockAssembler.Result assembled, Cues cues, String fileName) {
        return new Verdict(cut, assembled, cues).isPrfaq(NAME.matcher(fileName).find());
    }

    private boolean isPrfaq(boolean namedByFile) {
        if (instructs()) {
            return false;
        }
        Set<PartKind> labelled = EnumSet.noneOf(PartKind.class);
        assembled.pressRelease().parts().stream().filter(p -> p.confidence() == Confidence.LABELLED).forEach(p -> labelled.add(p.kind()));
        boolean asks = cut.faqHeading() != null || !assembled.faq().questions().isEmpty();
        if (cut.pressReleaseHeading() != null || cut.genre()) {
            return asks || !labelled.isEmpty() || announces();
        }
        if (namedByFile && cut.faqHeading() != null && announces()) {
            return true;
        }
        boolean own = labelled.stream().anyMatch(OWN::contains);
        long others = otherSections();
        int signs = (assembled.pressRelease().dateline() == null ? 0 : 1) + (quotes(assembled.pressRelease().parts()) ? 1 : 0) + (bringsInHeadline() ? 1 : 0);
        if (cut.faqHeading() == null && !(asks && others == 0 && assembled.faq().questions().size() >= SEVERAL && announces())) {
            return signs >= SEVERAL && (own || others < OTHER_SECTIONS) || own && labelled.size() >= SEVERAL;
        }
        return others == 0 || bringsInHeadline() || others < OTHER_SECTIONS && (signs > 0 || own || labelled.size() >= SEVERAL)
            || signs >= SEVERAL && others <= assembled.faq().questions().size();
    }

    /// A dateline, somebody who is quoted, or news at the head.
    private boolean announces() {
        PressRelease release = assembled.pressRelease();
        return release.dateline() != null || quotes(release.parts()) || bringsInHeadline()
            || outsideFaq().limit(LOOKED_AT).anyMatch(b -> brings(b.text()) || b.kind() == BlockKind.SUBHEADING);
    }

    private boolean bringsInHeadline() {
        PressRelease release = assembled.pressRelease();
        return release.headline() != null && brings(release.headline().text());
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
