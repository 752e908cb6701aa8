package org.pressroom.rules;

import org.pressroom.model.Carrier;
import org.pressroom.model.Part;
import org.pressroom.model.PartKind;
import org.pressroom.source.LineSpan;
import org.pressroom.source.SourceSpan;

import java.util.List;
import java.util.Optional;

/// A solution that begins with its ingredients: some technology early in its first sentence, or several in it.
final class PrSolutionTechnologyFirst extends WordRule {

    /// Characters of the sentence among which a single ingredient is the first thing said.
    private static final int EARLY = 40;

    /// Ingredients that make a sentence a recipe, wherever they stand in it.
    private static final int MANY = 3;

    /// Characters of a label that begins the paragraph: `The solution.`
    private static final int LABEL = 30;

    PrSolutionTechnologyFirst() {
        super(RuleInfo.warning("pr-solution-technology-first", Category.PRESS_RELEASE).byLikelihood(), WordList.TECHNOLOGY);
    }

    @Override
    void check(Manuscript manuscript, LineSpan lines, Reporter reporter) {
        Optional<Part> solution = manuscript.document().pressRelease().part(PartKind.SOLUTION);
        if (solution.isEmpty()) {
            return;
        }
        SourceSpan sentence = firstSentence(manuscript, solution.get());
        List<WordHit> hits = manuscript.words(WordList.TECHNOLOGY, solution.get().lines()).stream()
            .filter(hit -> !hit.quoted())
            .filter(hit -> sentence.start() <= hit.index() && hit.index() < sentence.end())
            .toList();
        if (hits.isEmpty()) {
            return;
        }
        WordHit first = hits.getFirst();
        if (hits.size() >= MANY || first.index() - sentence.start() < EARLY) {
            reporter.report(reporter.at(first.span()),
                "the solution begins with its technology: '" + manuscript.written(first) + "'",
                "begin with what the customer can do now; the technology belongs in `### How it works` or the FAQ");
        }
    }

    private static SourceSpan firstSentence(Manuscript manuscript, Part part) {
        Prose prose = manuscript.prose();
        SourceSpan range = prose.range(manuscript.text(), part.lines());
        SourceSpan first = prose.sentence(prose.sentenceAt(range.start()));
        boolean label = part.carrier() == Carrier.LABEL && first.end() - range.start() < LABEL && first.end() < range.end();
        SourceSpan sentence = label ? prose.sentence(prose.sentenceAt(first.end())) : first;
        return new SourceSpan(Math.max(range.start(), sentence.start()), Math.min(sentence.end(), range.end()));
    }
}
