package org.pressroom.rules;

import org.pressroom.model.Document;
import org.pressroom.parse.ParseOutcome;
import org.pressroom.source.LineSpan;

/// A PR/FAQ without questions. Only said when nothing in the text, outside the press release, could be one that was not
/// recognised.
final class FaqMissing implements DocumentRule {

    static final RuleInfo INFO = RuleInfo.error("faq-missing", Category.FAQ);

    @Override
    public RuleInfo info() {
        return INFO;
    }

    @Override
    public void check(Manuscript manuscript, Reporter reporter) {
        ParseOutcome.Parsed parsed = manuscript.parsed();
        Document document = parsed.document();
        if (!document.prfaq() || !document.faq().questions().isEmpty() || mayHoldQuestions(document)) {
            return;
        }
        if (document.faq().lines() == null) {
            reporter.report(reporter.atText(parsed.raw().bodyLine()), "the document has no FAQ",
                "add `## FAQ` under the press release, with what customers and your own company will ask");
        } else {
            reporter.report(reporter.atLine(document.faq().lines().from()), "the FAQ has no questions",
                "write each question as a heading that ends in a question mark, with its answer below");
        }
    }

    private static boolean mayHoldQuestions(Document document) {
        LineSpan release = document.pressRelease().lines();
        LineSpan faq = document.faq().lines();
        return document.blocks().stream()
            .filter(b -> release == null || !release.contains(b.lines().from())
                || faq != null && faq.contains(b.lines().from()))
            .anyMatch(b -> asks(b.title()) || asks(b.text()));
    }

    private static boolean asks(String text) {
        return text.indexOf('?') >= 0 || text.indexOf('？') >= 0;
    }
}
