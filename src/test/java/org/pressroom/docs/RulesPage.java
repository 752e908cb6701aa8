package org.pressroom.docs;

import org.pressroom.rules.Category;
import org.pressroom.rules.Rule;
import org.pressroom.rules.RulePage;
import org.pressroom.rules.Rules;

import java.util.List;

/// The page of all rules, from the pages that `pressroom explain` prints: what each finds and why, without the examples.
final class RulesPage {

    private RulesPage() { }

    static String text() {
        StringBuilder out = new StringBuilder("""
            ---
            summary: What Pressroom checks, how severe each finding is, and why the rule exists.
            ---

            # Rules

            `pressroom explain RULE` prints the page of a rule with a bad and a good example, and the site has the same page. How to allow a finding in one
            document, or to change a rule's severity, is in [Check documents, and allow a finding](../how-to/check.md#allow-a-finding).
            """);
        for (Category category : Category.values()) {
            List<Rule> rules = Rules.ALL.stream().filter(rule -> rule.info().category() == category).toList();
            if (!rules.isEmpty()) {
                String label = category.label();
                out.append("\n## ").append(Character.toUpperCase(label.charAt(0))).append(label.substring(1)).append('\n');
                rules.forEach(rule -> out.append('\n').append(section(rule)));
            }
        }
        return out.toString();
    }

    private static String section(Rule rule) {
        RulePage page = RulePage.of(rule.id()).orElseThrow();
        String text = page.text();
        int why = text.indexOf("\n## Why\n") + "\n## Why\n".length();
        int end = text.indexOf("\n## ", why);
        return "### " + rule.id() + "\n\n" + page.summary() + " Severity: " + rule.info().severity().label() + ".\n\n"
            + text.substring(why, end < 0 ? text.length() : end).strip() + "\n";
    }
}
