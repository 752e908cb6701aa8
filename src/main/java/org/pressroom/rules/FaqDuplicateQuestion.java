package org.pressroom.rules;

import org.pressroom.model.Question;

import java.util.HashMap;
import java.util.Map;

/// A question that is asked twice, but for capitals and punctuation.
final class FaqDuplicateQuestion implements DocumentRule {

    static final RuleInfo INFO = RuleInfo.info("faq-duplicate-question", Category.FAQ);

    @Override
    public RuleInfo info() {
        return INFO;
    }

    @Override
    public void check(Manuscript manuscript, Reporter reporter) {
        if (!manuscript.document().prfaq()) {
            return;
        }
        Map<String, Question> asked = new HashMap<>();
        for (Question question : manuscript.document().faq().questions()) {
            String words = words(question.text());
            Question before = words.isEmpty() ? null : asked.putIfAbsent(words, question);
            if (before != null) {
                reporter.report(reporter.atLine(question.line()),
                    "the question \"" + question.text() + "\" is already asked on line " + before.line(),
                    "keep one of them, or say what is different about the second");
            }
        }
    }

    private static String words(String text) {
        StringBuilder words = new StringBuilder(text.length());
        text.codePoints().filter(Character::isLetterOrDigit).map(Character::toLowerCase).forEach(words::appendCodePoint);
        return words.toString();
    }
}
