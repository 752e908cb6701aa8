package org.pressroom.rules;

import org.pressroom.model.Confidence;
import org.pressroom.model.Document;
import org.pressroom.model.Part;
import org.pressroom.model.PartKind;
import org.pressroom.source.LineSpan;

import java.util.List;

/// A problem told in less than `thresholds.problem-words` words. Where the author did not name it, and other paragraphs
/// have no name either, one of them may go on with it.
final class PrProblemThin extends ReleaseRule {

    PrProblemThin() {
        super(RuleInfo.warning("pr-problem-thin", Category.PRESS_RELEASE));
    }

    @Override
    void check(Manuscript manuscript, LineSpan lines, Reporter reporter) {
        Document document = manuscript.document();
        List<Part> told = document.pressRelease().parts().stream().filter(p -> p.kind() == PartKind.PROBLEM).toList();
        boolean named = told.stream().anyMatch(part -> part.confidence() == Confidence.LABELLED);
        if (told.isEmpty() || !named && ReleaseText.of(document).hasParagraph()) {
            return;
        }
        int words = told.stream().mapToInt(part -> Length.of(part.text(), document.language()).words()).sum();
        int least = manuscript.configuration().thresholds().problemWords();
        if (words < least) {
            reporter.report(reporter.atLine(told.getFirst().lines().from()),
                "the problem has only " + Length.of(words, document.language()),
                "write at least " + Length.of(least, document.language())
                    + ": who has it, how often, what it costs them, what they do about it today");
        }
    }
}
