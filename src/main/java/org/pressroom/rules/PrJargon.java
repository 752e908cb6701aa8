package org.pressroom.rules;

import org.pressroom.source.LineSpan;

/// An acronym in the press release that is spelled out nowhere in the document, and that not everybody knows.
///
/// It is spelled out by brackets on either side (`service level objective (SLO)`), by capitals (`Service Level
/// Objective`) or by a short question that asks for it. The list `acronyms` holds what everybody knows.
final class PrJargon implements DocumentRule {

    static final RuleInfo INFO = RuleInfo.info("pr-jargon", Category.PRESS_RELEASE).byLikelihood();

    @Override
    public RuleInfo info() {
        return INFO;
    }

    @Override
    public void check(Manuscript manuscript, Reporter reporter) {
        LineSpan lines = manuscript.document().pressRelease().lines();
        if (manuscript.document().prfaq() && lines != null) {
            Acronyms.unexplained(manuscript, lines).forEach((acronym, span) ->
                reporter.report(reporter.at(span), "'" + acronym + "' is never spelled out",
                    "spell it out where it first appears, with the acronym in brackets, or use plain words"));
        }
    }
}
