package org.pressroom.rules;

import org.pressroom.model.Audience;
import org.pressroom.model.Document;
import org.pressroom.model.Faq;
import org.pressroom.model.Question;
import org.pressroom.source.LineSpan;

import java.util.Set;

/// A rule about an FAQ that answers only one side. It is silent while there are questions of which nobody says who asks
/// them: in no group, or in a group named by its topic.
abstract class AudienceRule implements DocumentRule {

    private final RuleInfo info;
    private final Set<Audience> wanted;
    private final String message;
    private final String fix;

    AudienceRule(RuleInfo info, Set<Audience> wanted, String message, String fix) {
        this.info = info;
        this.wanted = wanted;
        this.message = message;
        this.fix = fix;
    }

    @Override
    public final RuleInfo info() {
        return info;
    }

    @Override
    public final void check(Manuscript manuscript, Reporter reporter) {
        Document document = manuscript.document();
        Faq faq = document.faq();
        LineSpan lines = faq.lines();
        boolean mayBe = faq.questions().stream().anyMatch(question -> {
            Audience audience = audience(faq, question);
            return audience == Audience.OTHER || wanted.contains(audience);
        });
        if (document.prfaq() && lines != null && !faq.questions().isEmpty() && !mayBe) {
            int line = faq.groups().stream().filter(group -> wanted.contains(group.audience())).findFirst()
                .map(group -> group.line()).orElse(lines.from());
            reporter.report(reporter.atLine(line), message, fix);
        }
    }

    private static Audience audience(Faq faq, Question question) {
        Integer group = question.group();
        return group == null ? Audience.OTHER : faq.groups().get(group).audience();
    }
}
