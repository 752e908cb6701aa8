package org.pressroom.rules;

import org.pressroom.source.LineSpan;

import java.util.HashSet;
import java.util.List;
import java.util.Set;

/// A word that stands where a number should: "significantly faster". A number in the same sentence answers it, and what
/// somebody is quoted with is theirs.
final class PrWeaselWords extends WordRule {

    PrWeaselWords() {
        super(RuleInfo.info("pr-weasel-words", Category.PRESS_RELEASE).byLikelihood(), WordList.WEASEL);
    }

    @Override
    void check(Manuscript manuscript, LineSpan lines, Reporter reporter) {
        Prose prose = manuscript.prose();
        Set<Integer> counted = new HashSet<>();
        manuscript.words(WordList.QUANTITY, lines).forEach(hit -> counted.add(prose.sentenceAt(hit.index())));
        List<WordHit> bare = manuscript.words(WordList.WEASEL, lines).stream().filter(hit -> !hit.quoted())
            .filter(hit -> !prose.hasNumber(prose.sentenceAt(hit.index())) && !counted.contains(prose.sentenceAt(hit.index())))
            .toList();
        for (Reported word : Reported.of(bare)) {
            reporter.report(reporter.at(word.first().span()),
                "'" + manuscript.written(word.first()) + "' has no number" + word.times(),
                "write the number, or what a customer would notice, or remove the words");
        }
    }
}
