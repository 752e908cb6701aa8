package org.pressroom.parse;

import org.jspecify.annotations.Nullable;
import org.pressroom.config.PartForm;
import org.pressroom.model.Block;
import org.pressroom.model.BlockKind;
import org.pressroom.model.Carrier;
import org.pressroom.model.Confidence;
import org.pressroom.model.Part;
import org.pressroom.model.PartKind;
import org.pressroom.source.LineSpan;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/// Marks the blocks that belong to a part of the document's own kind. A part reaches from what announces it to the next
/// heading of its level or above; announced by a label, to the next heading or announcement.
final class OwnParts {

    /// A label that begins a paragraph is below every heading.
    private static final int LABEL_LEVEL = 7;

    private OwnParts() { }

    static List<Block> mark(List<Block> blocks, PartLabels labels) {
        List<Block> marked = new ArrayList<>(blocks.size());
        PartForm current = null;
        int level = 0;
        for (Block block : blocks) {
            int its = block.level() > 0 ? block.level() : LABEL_LEVEL;
            PartForm announced = block.title().isBlank() || block.kind() == BlockKind.QUESTION ? null
                : labels.part(block.title()).orElse(null);
            if (announced != current && (announced != null || ends(block, its <= level))) {
                current = announced;
                level = its;
            }
            marked.add(current == null ? block : block.in(current.name()));
        }
        return marked;
    }

    /// @param above whether the block's level is that of the part or above
    private static boolean ends(Block block, boolean above) {
        return switch (block.kind()) {
            case HEADING -> above;
            case PROSE, FAQ_GROUP, QUESTION -> false;
            case HEADLINE, SUBHEADING, DATELINE, PROBLEM, SOLUTION, LEADER_QUOTE, HOW_IT_WORKS, CUSTOMER_QUOTE, CALL_TO_ACTION, FOOTNOTES -> true;
        };
    }

    /// Parts that stand for one of a press release, for documents that have none: the problem is what search and lists
    /// look for.
    static List<Part> standIns(List<Block> blocks, List<PartForm> forms) {
        List<Part> parts = new ArrayList<>();
        for (PartForm form : forms) {
            PartKind kind = kindOf(form);
            List<Block> own = blocks.stream().filter(block -> form.name().equals(block.part())).toList();
            String text = String.join("\n\n", own.stream().map(Block::text).filter(t -> !t.isBlank()).toList());
            if (kind != null && !text.isEmpty()) {
                LineSpan lines = own.stream().map(Block::lines).reduce(LineSpan::union).orElseThrow();
                parts.add(new Part(kind, lines, own.getFirst().level() > 0 ? Carrier.HEADING : Carrier.LABEL, Confidence.LABELLED, text, null));
            }
        }
        return parts;
    }

    private static @Nullable PartKind kindOf(PartForm form) {
        String role = form.role();
        return role == null || role.equals("faq") ? null : PartKind.valueOf(role.toUpperCase(Locale.ROOT).replace('-', '_'));
    }
}
