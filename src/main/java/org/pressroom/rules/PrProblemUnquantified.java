package org.pressroom.rules;

import org.pressroom.model.Part;
import org.pressroom.model.PartKind;
import org.pressroom.source.LineSpan;
import org.pressroom.source.SourceSpan;

import java.util.List;

/// A problem of which nobody says how large it is: neither a number nor a word that counts.
final class PrProblemUnquantified extends WordRule {

    PrProblemUnquantified() {
        super(RuleInfo.info("pr-problem-unquantified", Category.PRESS_RELEASE).byLikelihood(), WordList.QUANTITY);
    }

    @Override
    void check(Manuscript manuscript, LineSpan lines, Reporter reporter) {
        List<Part> told =
            manuscript.document().pressRelease().parts().stream().filter(p -> p.kind() == PartKind.PROBLEM).toList();
        boolean counted = told.stream().anyMatch(part -> hasDigit(manuscript, part.lines())
            || !manuscript.words(WordList.QUANTITY, part.lines()).isEmpty());
        if (!told.isEmpty() && !counted) {
            reporter.report(reporter.atLine(told.getFirst().lines().from()), "the problem has no number",
                "say how many people have it, how often, or what it costs them, and how you know");
        }
    }

    private static boolean hasDigit(Manuscript manuscript, LineSpan lines) {
        SourceSpan range = manuscript.prose().range(manuscript.text(), lines);
        for (int i = range.start(); i < range.end(); i++) {
            if (Character.isDigit(manuscript.prose().charAt(i))) {
                return true;
            }
        }
        return false;
    }
}
