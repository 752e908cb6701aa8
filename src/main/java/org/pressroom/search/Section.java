package org.pressroom.search;

import org.jspecify.annotations.Nullable;
import org.pressroom.catalog.Entry;
import org.pressroom.model.Block;
import org.pressroom.model.BlockKind;
import org.pressroom.model.Decision;
import org.pressroom.model.Document;
import org.pressroom.model.LinkedText;
import org.pressroom.model.Metadata;
import org.pressroom.model.Part;
import org.pressroom.model.PartKind;
import org.pressroom.model.Person;
import org.pressroom.model.Prediction;
import org.pressroom.search.shard.StoredSection;
import org.pressroom.source.LineSpan;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeMap;

/// A stretch of a document that a hit can link to, with its words and what they weigh.
///
/// @param stored what is shown of it; its text is in [normal form][Analysis#normal]
/// @param words  texts in normal form
record Section(StoredSection stored, List<Weighted> words) {

    /// A text each of whose words counts as `weight` words of plain prose.
    record Weighted(String text, int weight, Region region) { }

    private static final int PLAIN = 1;
    /// What follows in a document belongs to the last of so many.
    private static final int MOST = 2_000;

    /// Divides a document at the blocks that have an anchor. The first section is the top of the page: title, summary
    /// and metadata, and what stands before the first anchor.
    static List<Section> of(Entry entry, Document document, Weights weights) {
        List<Section> sections = new ArrayList<>();
        Draft draft = top(entry, document, weights);
        LineSpan problem = document.pressRelease().part(PartKind.PROBLEM).map(Part::lines).orElse(null);
        for (Block block : document.blocks()) {
            if (block.anchor() != null && sections.size() < MOST) {
                sections.add(draft.finish());
                draft = new Draft(block.anchor(), Analysis.normal(block.title()));
            } else {
                draft.show(Analysis.normal(block.title()));
            }
            String text = Analysis.normal(block.text());
            boolean told = problem != null && problem.contains(block.lines().from());
            Region region = told ? Region.PROBLEM : regionOf(document, block);
            draft.add(Analysis.normal(block.title()), titleWeight(block.kind(), weights), region);
            draft.add(text, Math.max(textWeight(block.kind(), weights), told ? weights.problem() : PLAIN), region);
            draft.show(text);
            String code = Analysis.normal(CodeText.of(block.html()));
            draft.add(code, PLAIN, region);
            draft.show(code);
        }
        sections.add(draft.finish());
        return sections;
    }

    /// Parts that nothing announces stand in blocks of prose.
    private static Region regionOf(Document document, Block block) {
        Region region = Region.of(block.kind());
        if (region != Region.OTHER) {
            return region;
        }
        int line = block.lines().from();
        for (Part part : document.pressRelease().parts()) {
            if (part.lines().contains(line)) {
                return switch (part.kind()) {
                    case PROBLEM -> Region.PROBLEM;
                    case SOLUTION -> Region.SOLUTION;
                    case LEADER_QUOTE, CUSTOMER_QUOTE -> Region.QUOTE;
                    default -> Region.OTHER;
                };
            }
        }
        LineSpan faq = document.faq().lines();
        return faq != null && faq.contains(line) ? Region.FAQ : Region.OTHER;
    }

    private static Draft top(Entry entry, Document document, Weights weights) {
        Draft top = new Draft("", "");
        Metadata metadata = document.metadata();
        String summary = Analysis.normal(document.summary());
        top.add(Analysis.normal(document.title()), weights.title(), Region.TITLE);
        top.add(Analysis.normal(entry.id().value()), weights.id(), Region.ID);
        top.add(Analysis.normal(key(metadata.tracking())), weights.id(), Region.ID);
        top.add(summary, weights.summary(), Region.OTHER);
        top.show(summary);
        metadata.tags().forEach(tag -> top.add(Analysis.normal(tag), weights.tag(), Region.OTHER));
        top.add(metadata.customer() == null ? "" : Analysis.normal(metadata.customer()), weights.customer(),
            Region.CUSTOMER);
        top.add(metadata.team() == null ? "" : Analysis.normal(metadata.team()), PLAIN, Region.OTHER);
        new TreeMap<>(metadata.extra()).forEach((key, value) -> addExtra(top, key, value));
        for (Person author : metadata.authors()) {
            top.add(Analysis.normal(author.name()), PLAIN, Region.PEOPLE);
        }
        Person sponsor = metadata.sponsor();
        if (sponsor != null && !metadata.authors().contains(sponsor)) {
            top.add(Analysis.normal(sponsor.name()), PLAIN, Region.PEOPLE);
        }
        Decision decision = metadata.decision();
        Prediction prediction = metadata.prediction();
        for (String text : new String[] {decision == null ? null : decision.text(),
            prediction == null ? null : prediction.text(), metadata.actual()}) {
            if (text != null) {
                top.add(Analysis.normal(text), PLAIN, Region.OTHER);
                top.show(Analysis.normal(text));
            }
        }
        return top;
    }

    /// With what an address in a tracker ends: the key by which people speak of the work.
    private static String key(@Nullable String address) {
        if (address == null) {
            return "";
        }
        String path = address.replaceFirst("[?#].*$", "").replaceFirst("(?<!/)/++$", "");
        return path.substring(path.lastIndexOf('/') + 1);
    }

    /// The keys that a configuration adds; those that begin with `x-` are for templates alone.
    private static void addExtra(Draft top, String key, Object value) {
        if (!key.startsWith("x-")) {
            for (Object one : value instanceof List<?> list ? list : List.of(value)) {
                top.add(Analysis.normal(LinkedText.of(one.toString()).plain()), PLAIN, Region.OTHER);
            }
        }
    }

    private static int titleWeight(BlockKind kind, Weights weights) {
        return switch (kind) {
            case HEADLINE -> weights.headline();
            case SUBHEADING, HEADING, QUESTION -> weights.question();
            case PROSE, DATELINE, PROBLEM, SOLUTION, LEADER_QUOTE, HOW_IT_WORKS, CUSTOMER_QUOTE, CALL_TO_ACTION,
                 FAQ_GROUP, FOOTNOTES -> PLAIN;
        };
    }

    private static int textWeight(BlockKind kind, Weights weights) {
        return switch (kind) {
            case HEADLINE -> weights.headline();
            case SUBHEADING -> weights.summary();
            case PROBLEM -> weights.problem();
            case PROSE, HEADING, DATELINE, SOLUTION, LEADER_QUOTE, HOW_IT_WORKS, CUSTOMER_QUOTE, CALL_TO_ACTION,
                 FAQ_GROUP, QUESTION, FOOTNOTES -> PLAIN;
        };
    }

    /// A section while it is put together.
    private static final class Draft {

        private final String anchor;
        private final String title;
        private final StringBuilder shown = new StringBuilder();
        private final Set<String> parts = new HashSet<>();
        private final List<Weighted> words = new ArrayList<>();

        Draft(String anchor, String title) {
            this.anchor = anchor;
            this.title = title;
        }

        void add(String text, int weight, Region region) {
            if (!text.isEmpty()) {
                words.add(new Weighted(text, weight, region));
            }
        }

        /// Adds to what is shown, once: the summary often stands in the text too.
        void show(String text) {
            if (!text.isEmpty() && parts.add(text)) {
                shown.append(shown.isEmpty() ? "" : " ").append(text);
            }
        }

        Section finish() {
            return new Section(new StoredSection(anchor, title, shown.toString()), List.copyOf(words));
        }
    }
}
