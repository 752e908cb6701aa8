package org.pressroom.rules;

import org.pressroom.source.LineSpan;

import java.util.List;

/// Praise in the press release that proves nothing: "groundbreaking". What somebody is quoted with is theirs.
final class PrHypeWords extends WordRule {

    PrHypeWords() {
        super(RuleInfo.info("pr-hype-words", Category.PRESS_RELEASE).byLikelihood(), WordList.HYPE);
    }

    @Override
    void check(Manuscript manuscript, LineSpan lines, Reporter reporter) {
        List<WordHit> own = manuscript.words(WordList.HYPE, lines).stream().filter(hit -> !hit.quoted()).toList();
        for (Reported word : Reported.of(own)) {
            reporter.report(reporter.at(word.first().span()),
                "'" + manuscript.written(word.first()) + "' is praise that proves nothing" + word.times(),
                "say what the customer can do now that was not possible before, or remove the word");
        }
    }
}
