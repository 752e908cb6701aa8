package org.pressroom.rules;

import org.pressroom.config.Configuration;
import org.pressroom.config.PartForm;
import org.pressroom.model.Block;
import org.pressroom.model.Document;
import org.pressroom.model.PartKind;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/// A part that documents of this kind must have, by `kinds` in `pressroom.yaml`, and that is not there or empty. While
/// the document is a draft that is a warning.
final class PartMissing implements DocumentRule {

    static final RuleInfo INFO = RuleInfo.error("part-missing", Category.PARTS);

    @Override
    public RuleInfo info() {
        return INFO;
    }

    @Override
    public void check(Manuscript manuscript, Reporter reporter) {
        Configuration configuration = manuscript.configuration();
        Document document = manuscript.document();
        for (PartForm part : configuration.kind().parts()) {
            List<Block> blocks = document.blocks().stream().filter(block -> part.name().equals(block.part())).toList();
            if (!part.required() || holdsText(blocks) || recognised(document, part)) {
                continue;
            }
            String heading = "`## " + label(part) + "`";
            if (blocks.isEmpty()) {
                reporter.report(Drafts.severity(document, configuration), reporter.atText(manuscript.parsed().raw().bodyLine()),
                    "the document has no part `" + part.name() + "`, which every " + configuration.kind().name() + " must have",
                    "write it under a heading " + heading);
            } else {
                reporter.report(Drafts.severity(document, configuration), reporter.atLine(blocks.getFirst().lines().from()),
                    "the part `" + part.name() + "` is empty", "write it below its heading; one sentence is a start");
            }
        }
    }

    private static boolean holdsText(List<Block> blocks) {
        return blocks.size() > 1 || blocks.stream().anyMatch(block -> !block.html().isBlank());
    }

    /// Whether it was found by the words that announce it in any PR/FAQ.
    private static boolean recognised(Document document, PartForm part) {
        String role = part.role();
        return role != null && document.prfaq() && (role.equals("faq") ? !document.faq().questions().isEmpty()
            : Arrays.stream(PartKind.values()).filter(kind -> kind.label().equals(role)).anyMatch(
                kind -> document.pressRelease().part(kind).isPresent()));
    }

    private static String label(PartForm part) {
        String label = part.labels().getFirst().replace("*", "").strip();
        return label.isEmpty() ? part.name()
            : label.substring(0, label.offsetByCodePoints(0, 1)).toUpperCase(Locale.ROOT) + label.substring(label.offsetByCodePoints(0, 1));
    }
}
