package org.pressroom.rules;

import org.pressroom.model.BlockKind;
import org.pressroom.model.Metadata;
import org.pressroom.model.Passage;
import org.pressroom.parse.MetadataField;
import org.pressroom.parse.ParseOutcome;

import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/// A title in the metadata that has little to do with the document's first heading: one of the two was forgotten when
/// the idea got another name. They differ when less than half of the title's words occur in the heading.
final class MetaTitleMismatch implements DocumentRule {

    static final RuleInfo INFO = RuleInfo.info("meta-title-mismatch", Category.METADATA);

    private static final Pattern WORD =
        Pattern.compile("[\\p{IsHan}\\p{IsHiragana}\\p{IsKatakana}\\p{IsHangul}]|[\\p{L}\\p{N}]{3,}");

    /// Headings that name the form and not the idea.
    private static final Pattern FORM = Pattern.compile("\\W*(?:pr[ /-]?faq|press[ -]release|pressemitteilung"
        + "|communiqué de presse|nota de prensa|プレスリリース|新闻稿|보도자료)\\W*", Pattern.CASE_INSENSITIVE);

    @Override
    public RuleInfo info() {
        return INFO;
    }

    @Override
    public void check(Manuscript manuscript, Reporter reporter) {
        ParseOutcome.Parsed parsed = manuscript.parsed();
        Metadata metadata = parsed.document().metadata();
        Passage heading = firstHeading(parsed).orElse(null);
        if (metadata.title() == null || heading == null || FORM.matcher(heading.text()).matches()) {
            return;
        }
        Set<String> wanted = words(metadata.title());
        Set<String> found = words(heading.text());
        long shared = wanted.stream().filter(found::contains).count();
        if (!wanted.isEmpty() && !found.isEmpty() && shared * 2 < wanted.size()) {
            manuscript.fields().stream()
                .filter(f -> f.path().equals("title") && f.present()).map(MetadataField::value).findFirst()
                .ifPresent(value -> reporter.report(reporter.at(value.span()),
                    "the title is not that of the heading on line " + heading.line() + ", \"" + heading.text()
                        + "\"", "give both the same name"));
        }
    }

    /// The first heading of the first level, whether it was taken for the headline or names the document only. A document of another kind
    /// that has several names its sections so.
    private static Optional<Passage> firstHeading(ParseOutcome.Parsed parsed) {
        Stream<Passage> headings = parsed.document().blocks().stream()
            .filter(block -> block.kind() == BlockKind.HEADING && block.level() == 1)
            .map(block -> new Passage(block.lines().from(), block.title()));
        List<Passage> first = Stream.concat(headings, Stream.ofNullable(parsed.document().pressRelease().headline()))
            .filter(heading -> parsed.text().lines().textOf(heading.line()).stripLeading().startsWith("# "))
            .sorted(Comparator.comparing(Passage::line)).toList();
        return first.size() > 1 && !parsed.document().prfaq() ? Optional.empty() : first.stream().findFirst();
    }

    private static Set<String> words(String text) {
        Set<String> words = new HashSet<>();
        Matcher m = WORD.matcher(text.toLowerCase(Locale.ROOT));
        while (m.find()) {
            words.add(m.group());
        }
        return words;
    }
}
