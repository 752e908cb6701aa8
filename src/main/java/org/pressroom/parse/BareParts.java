package org.pressroom.parse;

import org.pressroom.model.BlockKind;

import java.util.ArrayList;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/// Weighs what the paragraphs of a press release may be when their author named none: the problem, the solution, the call to
/// action.
///
/// Evidence is gathered for each paragraph by itself ([BareParagraph]); here it is weighed together with the order in which
/// press releases are told: an announcement first or none, the problem before the product is described, quotations after,
/// the call to action last. A kind that the author named is left as it is.
final class BareParts {

    private static final int ENOUGH_FOR_PROBLEM = 4;
    private static final int ENOUGH_FOR_SOLUTION = 3;
    private static final int ENOUGH_FOR_ACTION = 3;
    /// Of the last paragraphs one may call to action.
    private static final int LAST = 6;
    private static final int SHORT = 7;

    private final List<BareParagraph> paragraphs;
    private final Set<BlockKind> named;
    private final Map<BareParagraph, BlockKind> kinds = new IdentityHashMap<>();

    /// Line on which the problem ends that its author named; 0 when none is named.
    private final int problemEnds;

    private BareParts(List<BareParagraph> paragraphs, Set<BlockKind> named, int problemEnds) {
        this.paragraphs = paragraphs;
        this.named = named;
        this.problemEnds = problemEnds;
    }

    /// What each paragraph is; those that are nothing are left out.
    ///
    /// @param paragraphs  in the order of the document
    /// @param named       the kinds that their author named
    /// @param problemEnds line on which a named problem ends; 0 without one
    static Map<BareParagraph, BlockKind> classify(List<BareParagraph> paragraphs, Set<BlockKind> named, int problemEnds, Quotations quotations) {
        BareParts parts = new BareParts(paragraphs, named, problemEnds);
        parts.quotations(quotations);
        int problem = parts.problem();
        parts.callToAction();
        parts.solution(problem);
        return parts.kinds;
    }

    private void quotations(Quotations quotations) {
        List<BareParagraph> spoken = paragraphs.stream().filter(BareParagraph::quotation).toList();
        List<BlockKind> sides = quotations.sides(spoken.stream().map(BareParts::said).toList());
        for (int i = 0; i < spoken.size(); i++) {
            kinds.put(spoken.get(i), sides.get(i));
        }
    }

    static Quotations.Said said(BareParagraph paragraph) {
        List<Quoted.Range> speech = paragraph.speech();
        return new Quotations.Said(paragraph.speaker(), Quoted.without(paragraph.text(), speech),
            speech.isEmpty() ? paragraph.text() : Quoted.only(paragraph.text(), speech));
    }

    private boolean free(BareParagraph paragraph) {
        return paragraph.prose() && !kinds.containsKey(paragraph);
    }

    // ---- the problem

    /// @return index of the last paragraph of the problem; -1 when there is none
    private int problem() {
        if (named.contains(BlockKind.PROBLEM)) {
            return -1;
        }
        int product = firstDescription();
        int best = -1;
        int most = ENOUGH_FOR_PROBLEM - 1;
        boolean spoken = false;
        for (int i = 0; i < paragraphs.size(); i++) {
            BareParagraph paragraph = paragraphs.get(i);
            spoken |= paragraph.quotation();
            if (free(paragraph) && !paragraph.isLine()) {
                int weight = weightOfProblem(paragraph) + weightOfPlace(i, product) - (spoken ? 3 : 0);
                if (weight > most) {
                    most = weight;
                    best = i;
                }
            }
        }
        if (best < 0) {
            return -1;
        }
        int from = best;
        while (from > 0 && continues(paragraphs.get(from - 1)) && weightOfProblem(paragraphs.get(from - 1)) >= 1) {
            from--;
        }
        int to = best;
        while (to + 1 < paragraphs.size() && continues(paragraphs.get(to + 1)) && weightOfProblem(paragraphs.get(to + 1)) >= (to + 1 < product && product < paragraphs.size() ? 0 : 3)) {
            to++;
        }
        for (int i = from; i <= to; i++) {
            kinds.put(paragraphs.get(i), BlockKind.PROBLEM);
        }
        return to;
    }

    /// Where the product is described for the first time, after the news of it; the number of paragraphs when nowhere.
    private int firstDescription() {
        for (int i = 0; i < paragraphs.size(); i++) {
            BareParagraph paragraph = paragraphs.get(i);
            if (free(paragraph) && !paragraph.announces() && paragraph.describesProduct()) {
                return i;
            }
        }
        return paragraphs.size();
    }

    /// The problem is told early, before anybody speaks, before the product is described, best of all between the news of it
    /// and that.
    private static int weightOfPlace(int index, int product) {
        boolean before = index < product;
        boolean between = before && index > 0;
        return (before ? 1 : 0) + (between || index < 2 ? 1 : 0) - (index > LAST ? 2 : 0);
    }

    private boolean continues(BareParagraph paragraph) {
        return free(paragraph) && !paragraph.names() && !paragraph.announces() && !paragraph.launches() && !paragraph.actsFirst()
            && !paragraph.isLine() && !paragraph.isAboutProduct();
    }

    /// Trouble, told of today, in contrast or in numbers; not what is announced, not the product, not a call.
    static int weightOfProblem(BareParagraph paragraph) {
        return Math.min(4, paragraph.trouble()) + (paragraph.speaksOfNow() ? 1 : 0) + (paragraph.contrasts() ? 1 : 0)
            + (paragraph.hasNumber() ? 1 : 0) - (paragraph.announces() || paragraph.launches() ? 4 : 0)
            - (paragraph.isAboutProduct() ? 4 : paragraph.namesEarly() ? 3 : paragraph.names() ? 1 : 0)
            - (paragraph.actsFirst() ? 3 : 0) - (paragraph.links() ? 1 : 0) - (paragraph.leadsToList() ? 1 : 0)
            - (paragraph.gain() > paragraph.trouble() ? 1 : 0);
    }

    // ---- the solution

    private void solution(int problem) {
        if (named.contains(BlockKind.SOLUTION)) {
            return;
        }
        int next = nextTo(problem);
        int best = -1;
        int most = ENOUGH_FOR_SOLUTION - 1;
        for (int i = 0; i < paragraphs.size(); i++) {
            BareParagraph paragraph = paragraphs.get(i);
            if (free(paragraph) && !paragraph.isLine() && (paragraph.leadsToList() || Words.count(paragraph.text()) >= SHORT)) {
                int weight = weightOfSolution(paragraph) + (i == next && (problem >= 0 || problemEnds > 0) ? 4 : 0) + (paragraphs.size() == 1 ? 1 : 0)
                    + (i + 1 < paragraphs.size() && paragraph.leadsToList() && !paragraphs.get(i + 1).prose() ? 1 : 0)
                    - Math.max(0, i - next) / 3;
                if (weight > most) {
                    most = weight;
                    best = i;
                }
            }
        }
        if (best < 0) {
            return;
        }
        kinds.put(paragraphs.get(best), BlockKind.SOLUTION);
        for (int i = best + 1; i < paragraphs.size() && !paragraphs.get(i).prose() && !kinds.containsKey(paragraphs.get(i)); i++) {
            kinds.put(paragraphs.get(i), BlockKind.SOLUTION);
        }
    }

    /// The first paragraph behind the problem that is nothing else.
    private int nextTo(int problem) {
        int next = problem + 1;
        while (next < paragraphs.size() && (paragraphs.get(next).lines().from() <= problemEnds || problem >= 0 && !free(paragraphs.get(next)))) {
            next++;
        }
        return next;
    }

    /// The product as the subject, and what it does for somebody; rather not the news of it, and no call.
    static int weightOfSolution(BareParagraph paragraph) {
        return (paragraph.names() ? 1 : 0) + (paragraph.namesEarly() ? 1 : 0) + (paragraph.isAboutProduct() ? 2 : paragraph.mentionsProduct() ? 1 : 0)
            + Math.min(2, paragraph.gain()) + (paragraph.launches() ? 2 : 0) - (paragraph.announces() ? 2 : 0)
            - (paragraph.actsFirst() ? 3 : 0);
    }

    // ---- the call to action

    private void callToAction() {
        if (named.contains(BlockKind.CALL_TO_ACTION)) {
            return;
        }
        for (int i = paragraphs.size() - 1; i >= Math.max(1, paragraphs.size() - LAST); i--) {
            BareParagraph paragraph = paragraphs.get(i);
            if (free(paragraph) && !paragraph.isLine() && weightOfAction(paragraph) + (i == paragraphs.size() - 1 ? 1 : 0) >= ENOUGH_FOR_ACTION) {
                kinds.put(paragraph, BlockKind.CALL_TO_ACTION);
                return;
            }
        }
    }

    /// What the reader may do, and where.
    static int weightOfAction(BareParagraph paragraph) {
        return (paragraph.actsFirst() ? 2 : 0) + Math.min(2, paragraph.action()) + (paragraph.links() ? 2 : 0)
            - (paragraph.announces() ? 2 : 0);
    }
}
