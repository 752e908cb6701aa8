package org.pressroom.rules;

import org.pressroom.model.Part;
import org.pressroom.model.PartKind;
import org.pressroom.source.LineMap;
import org.pressroom.source.LineSpan;

import java.util.List;
import java.util.regex.Pattern;

/// A quote of which nobody says whose it is, or that is nobody's in particular: "a customer". It is enough that a name
/// may stand in the quote's lines or in those around it.
final class PrQuoteUnattributed extends WordRule {

    /// Two words with capitals in a row, a name in katakana or of Chinese characters with a title, a slot for a name.
    private static final Pattern NAME = Pattern.compile(
        "(?<!\\p{L})\\p{Lu}[\\p{L}'’.-]{0,40}+\\s{1,8}(?:(?:van|von|de|da|di|del|der|bin|al)\\s{1,8}){0,3}\\p{Lu}\\p{L}"
        + "|(?:さん|氏|様|씨|님|先生|女士)|\\[[^\\]]{2,60}\\]");

    /// Words that bring in a speaker.
    private static final Pattern SAYS = Pattern.compile("(?i)\\b(?:said|says|explain\\w*|add(?:s|ed)|not(?:es|ed)|comment\\w*|sagt\\w*|erklärt\\w*"
        + "|dit|déclare\\w*|explique\\w*|dijo|dice|afirm\\w*|explic\\w*|disse|diz)\\b|(?:話|語|述べ|言|말|전했|说|表示)");

    /// Words outside the quotation marks that are enough to name somebody.
    private static final Pattern WORD = Pattern.compile("[\\p{L}\\p{N}]{2,}");

    private static final Pattern SPEAKER = Pattern.compile("(?:>\\s*)?[-—–―*_(]");
    private static final Pattern QUOTE = Pattern.compile("(?i)customer quote|quote");
    private static final Pattern QUOTED =
        Pattern.compile("“[^”]*”?|„[^“”]*[“”]?|«[^»]*»?|»[^«]*«?|「[^」]*」?|『[^』]*』?|\"[^\"]*\"?");

    PrQuoteUnattributed() {
        super(RuleInfo.warning("pr-quote-unattributed", Category.PRESS_RELEASE).byLikelihood(), WordList.ANONYMOUS);
    }

    @Override
    void check(Manuscript manuscript, LineSpan lines, Reporter reporter) {
        for (Part part : manuscript.document().pressRelease().parts()) {
            if (part.kind() == PartKind.CUSTOMER_QUOTE || part.kind() == PartKind.LEADER_QUOTE) {
                check(manuscript, part, reporter);
            }
        }
    }

    private static void check(Manuscript manuscript, Part part, Reporter reporter) {
        List<WordHit> nobody = manuscript.words(WordList.ANONYMOUS, part.lines()).stream()
            .filter(hit -> !hit.quoted() || part.text().indexOf('"') < 0 && part.text().indexOf('“') < 0).toList();
        if (nobody.isEmpty() && part.speaker() != null) {
            return;
        }
        String outside = QUOTED.matcher(around(manuscript, part.lines())).replaceAll(" ");
        if (NAME.matcher(outside).find()) {
            return;
        }
        if (!nobody.isEmpty()) {
            reporter.report(reporter.at(nobody.getFirst().span()),
                "'" + manuscript.written(nobody.getFirst()) + "' is not a particular person",
                "give the speaker a name and a place in life, invented but believable: `Ana Lima, nurse in Porto`");
        } else if (!SAYS.matcher(outside).find() && !names(outside, part)) {
            reporter.report(reporter.atLine(part.lines().from()), "this quote does not name its speaker",
                "add who says it, with a role or a place in life: `said Ana Lima, nurse in Porto`");
        }
    }

    /// The lines of a quote, and the nearest line with words before and behind it.
    private static String around(Manuscript manuscript, LineSpan part) {
        LineMap lines = manuscript.text().lines();
        int from = part.from() - 1;
        while (from > 1 && lines.textOf(from).isBlank()) {
            from--;
        }
        int to = part.to() + 1;
        while (to < lines.count() && lines.textOf(to).isBlank()) {
            to++;
        }
        StringBuilder around = new StringBuilder();
        if (from >= 1 && !lines.textOf(from).startsWith("#")) {
            around.append(lines.textOf(from)).append('\n');
        }
        for (int line = part.from(); line <= Math.min(part.to(), lines.count()); line++) {
            around.append(lines.textOf(line)).append('\n');
        }
        if (to <= lines.count() && SPEAKER.matcher(lines.textOf(to).strip()).lookingAt()) {
            around.append(lines.textOf(to));
        }
        return around.toString();
    }

    /// Whether words outside the quotation marks may be a name. A block quotation without marks is all quotation.
    private static boolean names(String outside, Part part) {
        boolean marks = part.text().chars().anyMatch(c -> "“„«»「『\"".indexOf(c) >= 0);
        return marks && WORD.matcher(QUOTE.matcher(outside).replaceAll("")).results().count() >= 2;
    }
}
