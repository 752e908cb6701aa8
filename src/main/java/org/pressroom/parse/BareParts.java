package org.pressroom.parse;

import com.vladsch.flexmark.ast.BlockQuote;
import com.vladsch.flexmark.ast.Paragraph;
import com.vladsch.flexmark.util.ast.Node;
import org.pressroom.model.BlockKind;
import org.pressroom.parse.Paragraphs.Unit;
import org.pressroom.parse.Section.Region;
import org.pressroom.source.LineSpan;
import org.pressroom.source.SourceText;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/// Finds the parts of a press release that their author did not name, among the paragraphs that are left: the problem, the
/// solution, quotations, the call to action.
///
/// Evidence is gathered for each paragraph by itself ([Paragraphs.Unit]); here it is weighed, together with the order in
/// which press releases are told: an announcement first or none, the problem before the solution, quotations after, the call to
/// action last. A kind that the author named is left as it is.
final class BareParts {

    private static final int ENOUGH_FOR_PROBLEM = 3;
    private static final int EVIDENCE = 3_000;
    private static final int RELEASE = 20_000;
    private static final int TITLE = 300;

    private final SourceText source;
    private final Cues cues;
    private final List<Section> sections;
    private final Set<BlockKind> named = EnumSet.noneOf(BlockKind.class);

    private BareParts(SourceText source, List<Section> sections, Cues cues) {
        this.source = source;
        this.sections = sections;
        this.cues = cues;
        sections.forEach(s -> named.add(s.kind));
    }

    /// The same document with sections for the parts that were inferred.
    static Sectioner.Result infer(SourceText source, Sectioner.Result cut, Cues cues) {
        boolean release = cut.pressReleaseHeading() != null || cut.faqHeading() != null
            || cut.sections().stream().anyMatch(s -> s.region == Region.PRESS_RELEASE || s.kind == BlockKind.QUESTION);
        if (!release) {
            return cut;
        }
        List<String> titles = new ArrayList<>();
        Element title = cut.title();
        if (title != null) {
            titles.add(title.text());
        }
        cut.sections().stream().filter(s -> s.kind == BlockKind.HEADLINE).forEach(s -> titles.add(s.title));
        return new Sectioner.Result(new BareParts(source, cut.sections(), cues).infer(titles), cut.groups(),
            cut.pressReleaseHeading(), cut.faqHeading(), cut.title());
    }

    private List<Section> infer(List<String> titles) {
        StringBuilder text = new StringBuilder();
        for (Section section : sections) {
            if (section.region == Region.PRESS_RELEASE || section.region == Region.FRONT) {
                section.body.stream().takeWhile(_ -> text.length() < RELEASE).forEach(node -> text.append(evidence(textOf(node))).append('\n'));
            }
        }
        ProductName product = ProductName.of(
            titles.stream().map(t -> t.length() <= TITLE ? t : t.substring(0, TITLE)).toList(), text.toString());
        List<Unit> units = new ArrayList<>();
        Map<Section, List<Unit>> bySection = new HashMap<>();
        for (Section section : sections) {
            if (opens(section)) {
                List<Unit> own = unitsOf(section, product);
                bySection.put(section, own);
                units.addAll(own);
            }
        }
        Map<Unit, BlockKind> kinds = classify(units);
        List<Section> result = new ArrayList<>();
        for (Section section : sections) {
            List<Unit> own = bySection.get(section);
            if (own == null || own.stream().noneMatch(kinds::containsKey)) {
                result.add(section);
            } else {
                split(section, own, kinds, result);
            }
        }
        return result;
    }

    /// Prose of the press release, and named parts in which somebody may be quoted.
    private static boolean opens(Section section) {
        boolean release = section.region == Region.PRESS_RELEASE || section.region == Region.FRONT;
        return release && switch (section.kind) {
            case PROSE -> true;
            case PROBLEM, SOLUTION, HOW_IT_WORKS, CALL_TO_ACTION -> section.body.size() > 1;
            default -> false;
        };
    }

    private List<Unit> unitsOf(Section section, ProductName product) {
        List<Unit> units = new ArrayList<>();
        if (section.kind == BlockKind.PROSE && section.rest != null) {
            units.add(new Unit(null, section.rest, section.restOffset, LineSpan.of(section.titleLine).union(
                section.body.isEmpty() ? section.lines() : LineSpan.of(section.titleLine)), evidence(HtmlWriter.plainFrom(section.rest)), cues, product));
        }
        for (Node node : section.body) {
            boolean free = section.kind == BlockKind.PROSE;
            if (free || node instanceof BlockQuote || node instanceof Paragraph) {
                units.add(new Unit(node, null, 0, Element.linesOf(source, node), evidence(textOf(node)), cues, product));
            }
        }
        if (section.kind != BlockKind.PROSE) {
            // Only a quotation may leave a part that its author named.
            units.removeIf(u -> !u.quotation());
        }
        return units;
    }

    /// The beginning of a text, in which everything that matters stands.
    private static String evidence(String text) {
        return text.length() <= EVIDENCE ? text : text.substring(0, EVIDENCE);
    }

    private static String textOf(Node node) {
        if (node instanceof Paragraph) {
            return HtmlWriter.plain(node);
        }
        if (node instanceof BlockQuote) {
            StringBuilder text = new StringBuilder();
            for (Node child = node.getFirstChild(); child != null; child = child.getNext()) {
                text.append(child instanceof Paragraph ? "" : "— ").append(HtmlWriter.plainDeep(child)).append('\n');
            }
            return text.toString().strip();
        }
        return HtmlWriter.plainDeep(node);
    }

    // ---- weighing

    private Map<Unit, BlockKind> classify(List<Unit> units) {
        Map<Unit, BlockKind> kinds = new HashMap<>();
        quotations(units, kinds);
        int problem = problem(units, kinds);
        solution(units, kinds, problem);
        callToAction(units, kinds);
        return kinds;
    }

    private void quotations(List<Unit> units, Map<Unit, BlockKind> kinds) {
        List<Unit> spoken = units.stream().filter(Unit::quotation).toList();
        boolean leader = named.contains(BlockKind.LEADER_QUOTE);
        for (Unit unit : spoken) {
            // Where a speaker's words tell nothing, the first of several leads.
            boolean leads = leaderSigns(unit) > 0 || !leader && spoken.size() > 1 && leaderSigns(unit) == 0;
            leader |= leads;
            kinds.put(unit, leads ? BlockKind.LEADER_QUOTE : BlockKind.CUSTOMER_QUOTE);
        }
    }

    private static int leaderSigns(Unit unit) {
        return unit.leaderSigns() + (unit.speakerNamesProduct() ? 1 : 0) - unit.customerSigns();
    }

    /// @return index of the last paragraph of the problem; -1 when there is none
    private int problem(List<Unit> units, Map<Unit, BlockKind> kinds) {
        if (named.contains(BlockKind.PROBLEM)) {
            return -1;
        }
        int best = -1;
        int most = ENOUGH_FOR_PROBLEM - 1;
        int product = -1;
        for (int i = 0; i < units.size(); i++) {
            Unit unit = units.get(i);
            if (kinds.containsKey(unit) || !unit.prose()) {
                continue;
            }
            int weight = weightOfProblem(unit) + (product < 0 ? 1 : 0) - (i > 6 ? 2 : 0);
            if (weight > most) {
                most = weight;
                best = i;
            }
            if (unit.namesEarly() && !unit.announces()) {
                product = i;
            }
        }
        if (best < 0) {
            return -1;
        }
        int from = best;
        while (from > 0 && continues(units.get(from - 1), kinds) && weightOfProblem(units.get(from - 1)) >= 1) {
            from--;
        }
        int to = best;
        while (to + 1 < units.size() && continues(units.get(to + 1), kinds) && weightOfProblem(units.get(to + 1)) >= 2) {
            to++;
        }
        for (int i = from; i <= to; i++) {
            kinds.put(units.get(i), BlockKind.PROBLEM);
        }
        return to;
    }

    private static boolean continues(Unit unit, Map<Unit, BlockKind> kinds) {
        return unit.prose() && !kinds.containsKey(unit) && !unit.names() && !unit.announces() && !unit.launches()
            && unit.action() == 0;
    }

    /// Trouble, told of today, in contrast or in numbers; not what is announced, not the product, not a call.
    private static int weightOfProblem(Unit unit) {
        return Math.min(4, unit.trouble()) + (unit.speaksOfNow() ? 1 : 0) + (unit.contrasts() ? 1 : 0) + (unit.hasNumber() ? 1 : 0)
            - (unit.announces() || unit.launches() ? 4 : 0) - (unit.namesEarly() ? 4 : unit.names() ? 2 : 0) - (unit.actsFirst() ? 3 : 0)
            - (unit.structure() ? 3 : 0) - (unit.links() ? 1 : 0);
    }

    private void solution(List<Unit> units, Map<Unit, BlockKind> kinds, int problem) {
        // Without a problem before it, an announcement can't be told from a solution.
        if (named.contains(BlockKind.SOLUTION) || problem < 0) {
            return;
        }
        int best = -1;
        int most = 0;
        for (int i = problem + 1; i < units.size(); i++) {
            Unit unit = units.get(i);
            if (kinds.containsKey(unit) || !unit.prose() || unit.structure() || unit.text().length() < 40) {
                continue;
            }
            int weight = (unit.names() ? 2 : 0) + (unit.namesEarly() ? 1 : 0) + Math.min(2, unit.gain())
                - (unit.actsFirst() ? 3 : 0) + (unit.launches() ? 2 : 0) + (i == problem + 1 ? 4 : 0)
                - (i - problem) / 3;
            if (weight > most) {
                most = weight;
                best = i;
            }
        }
        if (best >= 0) {
            kinds.put(units.get(best), BlockKind.SOLUTION);
            for (int i = best + 1; i < units.size() && !units.get(i).prose() && !kinds.containsKey(units.get(i)); i++) {
                kinds.put(units.get(i), BlockKind.SOLUTION);
            }
        }
    }

    private void callToAction(List<Unit> units, Map<Unit, BlockKind> kinds) {
        if (named.contains(BlockKind.CALL_TO_ACTION)) {
            return;
        }
        for (int i = units.size() - 1; i >= Math.max(1, units.size() - 6); i--) {
            Unit unit = units.get(i);
            int weight = (unit.actsFirst() ? 2 : 0) + Math.min(2, unit.action()) + (unit.links() ? 2 : 0);
            if (!kinds.containsKey(unit) && unit.prose() && weight >= 3 && !unit.structure()) {
                kinds.put(unit, BlockKind.CALL_TO_ACTION);
                return;
            }
        }
    }

    // ---- cutting

    private static void split(Section section, List<Unit> units, Map<Unit, BlockKind> kinds, List<Section> result) {
        Map<Node, BlockKind> byNode = new HashMap<>();
        BlockKind restKind = BlockKind.PROSE;
        for (Unit unit : units) {
            BlockKind kind = kinds.getOrDefault(unit, BlockKind.PROSE);
            if (unit.node() == null) {
                restKind = kind;
            } else {
                byNode.put(unit.node(), kind);
            }
        }
        boolean prose = section.kind == BlockKind.PROSE;
        Section current;
        if (prose) {
            current = Section.inferred(section.rest == null ? BlockKind.PROSE : restKind, section.region, section.titleLine, section.rest,
                section.restOffset);
            if (section.rest != null) {
                current.extend(LineSpan.of(section.titleLine));
                result.add(current);
            }
        } else {
            current = section.withoutBody();
            result.add(current);
        }
        boolean left = false;
        for (int i = 0; i < section.body.size(); i++) {
            Node node = section.body.get(i);
            BlockKind kind = byNode.getOrDefault(node, BlockKind.PROSE);
            LineSpan lines = section.bodyLineSpans().get(i);
            boolean stays = !prose && !left && kind == BlockKind.PROSE;
            if (!stays && (result.isEmpty() || result.getLast() != current || current.kind != kind
                    || kind == BlockKind.LEADER_QUOTE || kind == BlockKind.CUSTOMER_QUOTE)) {
                current = Section.inferred(kind, section.region, lines.from(), null, 0);
                result.add(current);
                left = true;
            }
            current.add(node, lines);
        }
    }
}
