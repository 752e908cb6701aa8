package org.pressroom.rules;

import org.jspecify.annotations.Nullable;
import org.pressroom.config.Configuration;
import org.pressroom.history.FileHistory;
import org.pressroom.model.Document;
import org.pressroom.parse.MetadataField;
import org.pressroom.parse.MetadataSchema;
import org.pressroom.parse.ParseOutcome;
import org.pressroom.source.LineSpan;
import org.pressroom.source.SourceText;

import java.time.LocalDate;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/// A document as rules see it. What several rules ask for is found once, when the first asks. For one thread.
public final class Manuscript {

    /// The lists whose words are looked for in the whole document; the others serve single titles and words.
    private static final Set<WordList> LISTS = EnumSet.complementOf(EnumSet.of(WordList.QUESTION, WordList.ACRONYMS));

    private static final Pattern MARKS = Pattern.compile("[*_~`\\[\\]]");
    private static final Pattern SPACES = Pattern.compile("\\s+");

    private final ParseOutcome.Parsed parsed;
    private final Configuration configuration;
    private final Today today;
    private final Lexicon lexicon;
    private final @Nullable FileHistory history;
    private @Nullable List<MetadataField> fields;
    private @Nullable Prose prose;
    private @Nullable Map<WordList, List<WordHit>> words;

    /// @param asOf    the day to call today
    /// @param lexicon the word lists of the document's language
    /// @param history what git knows of it; null without
    Manuscript(ParseOutcome.Parsed parsed, Configuration configuration, LocalDate asOf, Lexicon lexicon, @Nullable FileHistory history) {
        this.parsed = parsed;
        this.configuration = configuration;
        this.today = new Today(asOf);
        this.lexicon = lexicon;
        this.history = history;
    }

    ParseOutcome.Parsed parsed() {
        return parsed;
    }

    Document document() {
        return parsed.document();
    }

    SourceText text() {
        return parsed.text();
    }

    Configuration configuration() {
        return configuration;
    }

    @Nullable FileHistory history() {
        return history;
    }

    Today today() {
        return today;
    }

    Lexicon lexicon() {
        return lexicon;
    }

    /// The values of the metadata under the keys that are meant.
    List<MetadataField> fields() {
        if (fields == null) {
            fields = MetadataSchema.fields(parsed.raw(), configuration.vocabulary());
        }
        return fields;
    }

    /// The first value under a key: `decision.date`.
    Optional<MetadataField> field(String path) {
        return fields().stream().filter(f -> f.path().equals(path) && f.present()).findFirst();
    }

    Prose prose() {
        if (prose == null) {
            prose = Prose.of(parsed.text(), parsed.raw().bodyLine(), parsed.raw().lines());
        }
        return prose;
    }

    /// What some lines hold of a word list, in order.
    List<WordHit> words(WordList list, LineSpan lines) {
        if (words == null) {
            words = lexicon.scan(prose(), LISTS);
        }
        List<WordHit> hits = words.getOrDefault(list, List.of());
        int count = text().lines().count();
        int start = text().lines().startOf(Math.min(lines.from(), count));
        int end = text().lines().endOf(Math.min(lines.to(), count));
        return hits.subList(firstFrom(hits, start), firstFrom(hits, end));
    }

    /// How many hits stand before an offset.
    private static int firstFrom(List<WordHit> hits, int offset) {
        int low = 0;
        int high = hits.size();
        while (low < high) {
            int middle = (low + high) >>> 1;
            if (hits.get(middle).span().start() < offset) {
                low = middle + 1;
            } else {
                high = middle;
            }
        }
        return low;
    }

    /// The words of a hit as they are written, without the marks of markdown.
    String written(WordHit hit) {
        return SPACES.matcher(MARKS.matcher(text().text().substring(hit.span().start(), hit.span().end())).replaceAll("")).replaceAll(" ").strip();
    }
}
