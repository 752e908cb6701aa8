package org.pressroom.rules;

import org.pressroom.model.Document;
import org.pressroom.model.PartKind;
import org.pressroom.parse.Guess;
import org.pressroom.source.LineSpan;

import java.util.Optional;
import java.util.regex.Pattern;

/// A press release that tells no problem. Only said when labels leave no doubt: no part is the problem, and nothing could be
/// it that its author did not call something else. [PrProblemUnclear] speaks where something could.
final class PrProblemMissing extends ReleaseRule {

    private static final Pattern PROBLEM = Pattern.compile("(?i)problem|problème|課題|問題|问题|문제");

    PrProblemMissing() {
        super(RuleInfo.error("pr-problem-missing", Category.PRESS_RELEASE));
    }

    @Override
    void check(Manuscript manuscript, LineSpan lines, Reporter reporter) {
        Document document = manuscript.document();
        boolean told = document.pressRelease().part(PartKind.PROBLEM).isPresent();
        if (told || candidate(manuscript, lines).isPresent() || ReleaseText.undecided(document).isPresent()) {
            return;
        }
        reporter.report(reporter.atLine(lines.from()),
            "the press release has no problem paragraph: it suggests there is no genuine problem" + elsewhere(document),
            "add a paragraph under `### The problem`: who suffers from what, how often, and what they do today");
    }

    /// What is most probably the problem where no part is, as far as the recogniser can tell.
    static Optional<LineSpan> candidate(Manuscript manuscript, LineSpan release) {
        return Optional.ofNullable(manuscript.parsed().problem()).map(Guess::lines)
            .filter(guess -> release.contains(guess.from()) && release.contains(guess.to()));
    }

    /// For the end of a message: where the FAQ asks for a problem that the press release does not tell.
    static String elsewhere(Document document) {
        return document.faq().questions().stream().filter(q -> PROBLEM.matcher(q.text()).find()).findFirst()
            .map(question -> "; only the FAQ mentions one, on line " + question.line()).orElse("");
    }
}
