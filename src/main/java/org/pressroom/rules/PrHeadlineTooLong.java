package org.pressroom.rules;

import org.pressroom.model.Document;
import org.pressroom.model.Passage;
import org.pressroom.source.LineSpan;

import java.util.regex.Pattern;

/// A headline that nobody reads to its end: longer than `thresholds.headline-words` words or
/// `thresholds.headline-characters` characters.
final class PrHeadlineTooLong extends ReleaseRule {

    private static final Pattern SPACES = Pattern.compile("\\s+");

    PrHeadlineTooLong() {
        super(RuleInfo.info("pr-headline-too-long", Category.PRESS_RELEASE));
    }

    @Override
    void check(Manuscript manuscript, LineSpan lines, Reporter reporter) {
        Document document = manuscript.document();
        Passage headline = document.pressRelease().headline();
        if (headline == null) {
            return;
        }
        int words = SPACES.split(headline.text().strip()).length;
        int characters = headline.text().codePointCount(0, headline.text().length());
        int mostWords = manuscript.configuration().thresholds().headlineWords();
        int mostCharacters = manuscript.configuration().thresholds().headlineCharacters();
        if (words > mostWords || characters > mostCharacters) {
            reporter.report(reporter.atLine(headline.line()),
                "the headline has " + words + " words and " + characters + " characters",
                "say it in at most " + mostWords + " words and " + mostCharacters + " characters");
        }
    }
}
