package org.pressroom.build;

import org.pressroom.bake.RuleText;
import org.pressroom.parse.MarkdownHtml;
import org.pressroom.rules.Rule;
import org.pressroom.rules.RulePage;
import org.pressroom.rules.Rules;

import java.util.List;

/// The rules' pages, for the site.
final class RuleTexts {

    private RuleTexts() { }

    static List<RuleText> all() {
        return Rules.ALL.stream().map(RuleTexts::of).toList();
    }

    /// Name, summary and severity are told in the page's header; the rest begins with the first section.
    private static RuleText of(Rule rule) {
        RulePage page = RulePage.of(rule.id()).orElseThrow(() -> new IllegalStateException("no page for " + rule.id()));
        String body = page.text().substring(page.text().indexOf("\n## ") + 1);
        return new RuleText(rule.id(), page.summary(), rule.info().severity(), rule.info().category().label(), MarkdownHtml.of(body));
    }
}
