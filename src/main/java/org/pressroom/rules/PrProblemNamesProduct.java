package org.pressroom.rules;

import org.pressroom.model.Document;
import org.pressroom.model.Part;
import org.pressroom.model.PartKind;
import org.pressroom.source.LineSpan;
import org.pressroom.source.SourceSpan;

/// A problem that speaks of the product that is to solve it. The product's name is taken from title and headline; where
/// they don't surely tell one, nothing is said.
final class PrProblemNamesProduct extends ReleaseRule {

    PrProblemNamesProduct() {
        super(RuleInfo.warning("pr-problem-names-product", Category.PRESS_RELEASE).byLikelihood());
    }

    @Override
    void check(Manuscript manuscript, LineSpan lines, Reporter reporter) {
        Document document = manuscript.document();
        for (String name : ProductNames.of(document)) {
            for (Part part : document.pressRelease().parts()) {
                if (part.kind() == PartKind.PROBLEM && ProductNames.first(name, part.text(), document.language()) >= 0) {
                    reporter.report(reporter.at(place(manuscript, name, part.lines())),
                        "the problem mentions '" + name + "', the product that is meant to solve it",
                        "describe it without the product: what people do today, and where that fails them");
                    return;
                }
            }
        }
    }

    private static SourceSpan place(Manuscript manuscript, String name, LineSpan lines) {
        String text = manuscript.text().text();
        int start = manuscript.text().lines().startOf(lines.from());
        int end = manuscript.text().lines().endOf(lines.to());
        int first = ProductNames.first(name, text.substring(start, end), manuscript.document().language());
        // Markup inside the name keeps it from being found as written.
        return first < 0 ? new SourceSpan(start, manuscript.text().lines().endOf(lines.from()))
            : new SourceSpan(start + first, start + first + name.length());
    }
}
