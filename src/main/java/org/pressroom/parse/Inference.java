package org.pressroom.parse;

import com.vladsch.flexmark.ast.BlockQuote;
import com.vladsch.flexmark.ast.Paragraph;
import com.vladsch.flexmark.util.ast.Node;
import org.jspecify.annotations.Nullable;
import org.pressroom.model.BlockKind;
import org.pressroom.parse.Section.Region;
import org.pressroom.source.LineSpan;
import org.pressroom.source.SourceText;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/// Finds the parts of a press release that their author did not name, among the paragraphs that are left, and cuts the sections
/// anew where they are. For one document and thread.
final class Inference {

    private static final int EVIDENCE = 3_000;
    private static final int RELEASE = 20_000;
    private static final int TITLE = 300;

    private final SourceText source;
    private final Cues cues;
    private final List<Section> sections;
    private final Map<Node, String> texts = new IdentityHashMap<>();

    /// Whether a heading names the release; then nothing above it is.
    private final boolean releaseNamed;

    private Inference(SourceText source, List<Section> sections, boolean releaseNamed, Cues cues) {
        this.releaseNamed = releaseNamed;
        this.source = source;
        this.sections = sections;
        this.cues = cues;
    }

    /// The same document with sections for the parts that were inferred.
    static Sectioner.Result infer(SourceText source, Sectioner.Result cut, Cues cues) {
        boolean release = cut.genre() || cut.pressReleaseHeading() != null || cut.faqHeading() != null
            || cut.sections().stream().anyMatch(s -> s.region == Region.PRESS_RELEASE || s.kind == BlockKind.QUESTION);
        return release ? cut.with(new Inference(source, cut.sections(), cut.pressReleaseHeading() != null, cues).infer(titles(cut)), cut.groups()) : cut;
    }

    private static List<String> titles(Sectioner.Result cut) {
        List<String> titles = new ArrayList<>();
        Element title = cut.title();
        if (title != null) {
            titles.add(title.text());
        }
        cut.sections().stream().filter(s -> s.kind == BlockKind.HEADLINE).forEach(s -> titles.add(s.title));
        return titles.stream().map(t -> t.length() <= TITLE ? t : t.substring(0, TITLE)).toList();
    }

    private List<Section> infer(List<String> titles) {
        ProductName product = ProductName.of(titles, releaseText(), cues);
        Set<BlockKind> named = EnumSet.noneOf(BlockKind.class);
        sections.stream().filter(s -> s.label != null && s.label != Label.QUOTE).forEach(s -> named.add(s.kind));
        Quotations quotations = new Quotations(cues, product, named.contains(BlockKind.LEADER_QUOTE), named.contains(BlockKind.CUSTOMER_QUOTE));
        List<Section> settled = settleQuotes(quotations);

        List<BareParagraph> paragraphs = new ArrayList<>();
        Map<Section, List<BareParagraph>> bySection = new HashMap<>();
        for (Section section : settled) {
            if (opens(section)) {
                List<BareParagraph> own = paragraphsOf(section, product);
                bySection.put(section, own);
                paragraphs.addAll(own);
            }
        }
        Map<BareParagraph, BlockKind> kinds = BareParts.classify(paragraphs, named,
            settled.stream().filter(x -> x.label == Label.PROBLEM).mapToInt(x -> x.lines().to()).max().orElse(0), quotations);
        List<Section> result = new ArrayList<>();
        for (Section section : settled) {
            List<BareParagraph> own = bySection.get(section);
            if (own == null || own.stream().noneMatch(p -> kinds.containsKey(p) || p.quotesInside())) {
                result.add(section);
            } else {
                new Splitting(section, own, kinds, quotations, source).into(result);
            }
        }
        return result;
    }

    private String releaseText() {
        StringBuilder text = new StringBuilder();
        for (Section section : sections) {
            if (inRelease(section)) {
                if (section.rest != null) {
                    text.append(evidence(HtmlWriter.plainFrom(section.rest))).append('\n');
                }
                section.body.stream().takeWhile(_ -> text.length() < RELEASE).forEach(node -> text.append(textOf(node)).append('\n'));
            }
        }
        return text.toString();
    }

    private boolean inRelease(Section section) {
        return !section.aside && (section.region == Region.PRESS_RELEASE || section.region == Region.FRONT && !releaseNamed);
    }

    /// Decides whose words an author's `Quote` is; several under one heading are left to be told apart.
    private List<Section> settleQuotes(Quotations quotations) {
        List<Section> result = new ArrayList<>();
        for (Section section : sections) {
            if (section.label != Label.QUOTE) {
                result.add(section);
            } else if (section.body.size() > 1 && section.rest == null) {
                result.add(section.as(BlockKind.HEADING).withoutBody());
                Section prose = Section.prose(section.region, section.bodyLineSpans().getFirst().from());
                for (int i = 0; i < section.body.size(); i++) {
                    prose.add(section.body.get(i), section.bodyLineSpans().get(i));
                }
                result.add(prose);
            } else {
                String text = section.rest != null ? HtmlWriter.plainFrom(section.rest) : section.body.isEmpty() ? "" : textOf(section.body.getFirst());
                List<Quoted.Range> speech = Quoted.speech(text);
                String around = section.title + " " + (speech.isEmpty() ? "" : Quoted.without(text, speech));
                String speaker = Speakers.in(text, speech);
                result.add(section.as(quotations.sides(List.of(new Quotations.Said(
                    speaker == null ? null : section.title + " " + speaker, around, text))).getFirst()));
            }
        }
        return result;
    }

    /// Prose of the press release, and named parts in which somebody may be quoted.
    private boolean opens(Section section) {
        return inRelease(section) && switch (section.kind) {
            case PROSE -> true;
            case PROBLEM, SOLUTION, HOW_IT_WORKS, CALL_TO_ACTION -> section.body.size() > 1;
            case HEADING, HEADLINE, SUBHEADING, DATELINE, LEADER_QUOTE, CUSTOMER_QUOTE, FAQ_GROUP, QUESTION, FOOTNOTES -> false;
        };
    }

    private List<BareParagraph> paragraphsOf(Section section, ProductName product) {
        List<BareParagraph> paragraphs = new ArrayList<>();
        boolean free = section.kind == BlockKind.PROSE;
        if (free && section.rest != null) {
            LineSpan lines = section.body.isEmpty() ? section.lines() : LineSpan.of(section.titleLine);
            paragraphs.add(new BareParagraph(null, lines, evidence(HtmlWriter.plainFrom(section.rest)), cues, product));
        }
        for (int i = 0; i < section.body.size(); i++) {
            Node node = section.body.get(i);
            if (free || node instanceof BlockQuote || node instanceof Paragraph) {
                BareParagraph paragraph = new BareParagraph(node, section.bodyLineSpans().get(i), textOf(node), cues, product);
                // Only a quotation may leave a part that its author named.
                if (isAbout(paragraph)) {
                    return paragraphs;
                }
                if (free || paragraph.quotation()) {
                    paragraphs.add(paragraph);
                }
            }
        }
        return paragraphs;
    }

    /// The line above what a company says of itself below every release.
    private static boolean isAbout(BareParagraph paragraph) {
        return paragraph.isLine() && Labels.of(paragraph.text()).filter(l -> l == Label.BOILERPLATE).isPresent();
    }

    /// The beginning of a text, in which everything that matters stands.
    private static String evidence(String text) {
        return text.length() <= EVIDENCE ? text : text.substring(0, EVIDENCE);
    }

    private String textOf(Node node) {
        return texts.computeIfAbsent(node, n -> evidence(wordsOf(n)));
    }

    private static @Nullable String speakerLine(Node child) {
        return child instanceof Paragraph ? null : HtmlWriter.plainDeep(child);
    }

    private static String wordsOf(Node node) {
        if (node instanceof BlockQuote) {
            StringBuilder text = new StringBuilder();
            for (Node child = node.getFirstChild(); child != null; child = child.getNext()) {
                String speaker = speakerLine(child);
                text.append(speaker == null ? HtmlWriter.plain(child) : "— " + speaker).append('\n');
            }
            return text.toString().strip();
        }
        return node instanceof Paragraph ? HtmlWriter.plain(node) : HtmlWriter.plainDeep(node);
    }
}
