package org.pressroom.parse;

import org.jspecify.annotations.Nullable;
import org.pressroom.config.MetadataExtra;
import org.pressroom.config.Nearest;
import org.pressroom.config.Terms;
import org.pressroom.config.Vocabulary;
import org.pressroom.config.YamlValue;
import org.pressroom.model.Criteria;
import org.pressroom.model.Decision;
import org.pressroom.model.LooseDate;
import org.pressroom.model.Metadata;
import org.pressroom.model.Person;
import org.pressroom.model.Prediction;
import org.pressroom.model.Review;
import org.pressroom.model.Visibility;
import org.pressroom.parse.VisibilityStatement.Says;
import org.pressroom.source.MailAddresses;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;

/// Metadata as written → metadata as meant.
///
/// What can't be typed is absent, the rules say why. Where a key stands twice, its first value counts. Visibility alone
/// errs to the other side: whatever is not surely `internal` is restricted, a misspelt `visibility:` too.
public final class MetadataTyping {

    /// Elements of a list that count: each tag, name and alias has pages of its own.
    public static final int MOST_ELEMENTS = 200;
    /// Characters of a text that count.
    public static final int LONGEST_TEXT = 5_000;
    /// Characters of an element of a list that count.
    public static final int LONGEST_ELEMENT = 300;
    private static final int LONGEST_VISIBILITY = 200;

    private final RawMetadata raw;
    private final Vocabulary vocabulary;
    private final List<MetadataField> fields;
    private final Map<String, MetadataField> first = new HashMap<>();

    private MetadataTyping(RawMetadata raw, Vocabulary vocabulary) {
        this.raw = raw;
        this.vocabulary = vocabulary;
        this.fields = MetadataSchema.fields(raw, vocabulary);
        fields.stream().filter(MetadataField::present)
            .forEach(field -> first.putIfAbsent(slot(field.path(), field.item()), field));
    }

    /// Types what was written.
    public static Metadata type(RawMetadata raw, Vocabulary vocabulary) {
        return new MetadataTyping(raw, vocabulary).type();
    }

    /// For a reader who wants only some of the metadata.
    static MetadataTyping of(RawMetadata raw, Vocabulary vocabulary) {
        return new MetadataTyping(raw, vocabulary);
    }

    /// Who may read a document whose front matter can't be read: restricted as soon as it seems to speak of that.
    ///
    /// @param plain the text between the fences, in plain letters
    static Visibility ofUnreadable(String plain) {
        return plain.contains("visib") || plain.contains("restrict") ? Visibility.RESTRICTED : Visibility.INTERNAL;
    }

    private static String slot(String path, int item) {
        return item + " " + path;
    }

    private <T> @Nullable T one(String path, Function<YamlValue, Optional<T>> reading) {
        return one(path, 0, reading);
    }

    private <T> @Nullable T one(String path, int item, Function<YamlValue, Optional<T>> reading) {
        MetadataField field = first.get(slot(path, item));
        return field == null ? null : reading.apply(field.value()).orElse(null);
    }

    private <T> List<T> list(String path, int item, Function<YamlValue, List<T>> reading) {
        MetadataField field = first.get(slot(path, item));
        return field == null ? List.of() : reading.apply(field.value());
    }

    private static <T> List<T> within(List<T> list) {
        return list.size() <= MOST_ELEMENTS ? list : list.subList(0, MOST_ELEMENTS);
    }

    private static List<String> texts(YamlValue value) {
        return within(MetadataValues.texts(value)).stream().map(text -> Words.shorten(text, LONGEST_ELEMENT)).distinct().toList();
    }

    private static List<Person> people(YamlValue value) {
        return within(MetadataValues.people(value)).stream().map(MetadataTyping::within).toList();
    }

    private static Person within(Person person) {
        return person.name().length() <= LONGEST_ELEMENT ? person : new Person(Words.shorten(person.name(), LONGEST_ELEMENT), person.mail());
    }

    private static Optional<String> text(YamlValue value) {
        return MetadataValues.text(value).map(text -> Words.shorten(text, LONGEST_TEXT));
    }

    private @Nullable String text(String path) {
        return one(path, MetadataTyping::text);
    }

    private @Nullable String word(String path, List<String> words) {
        return one(path, value -> MetadataValues.word(value, words));
    }

    private @Nullable String term(String path, Terms terms) {
        return one(path, value -> MetadataValues.term(value, terms).map(match -> match.term().word()));
    }

    @Nullable String id() {
        return text("id");
    }

    @Nullable String title() {
        return text("title");
    }

    @Nullable String summary() {
        return text("summary");
    }

    @Nullable String status() {
        return term("status", vocabulary.status());
    }

    @Nullable String outcome() {
        return term("outcome", vocabulary.outcome());
    }

    private Metadata type() {
        Terms.@Nullable Match status = one("status", value -> MetadataValues.term(value, vocabulary.status()));
        StatusPhrase phrase = phrase();
        return new Metadata(raw.carrier(), id(), title(), summary(),
            status == null ? null : status.term().word(), status == null ? null : detail(status),
            outcome(), term("result", vocabulary.result()), "light".equals(word("size", Vocabulary.SIZES)),
            list("authors", 0, MetadataTyping::people), one("sponsor", value -> MetadataValues.person(value).map(MetadataTyping::within)), text("team"),
            text("customer"), distinct("tags"), one("created", MetadataValues::day),
            one("launch", MetadataValues::looseDay), reviews(), decision(), criteria(), prediction(), text("actual"),
            one("revisit", MetadataValues::day), one("launched", MetadataValues::day), references("supersedes", phrase),
            references("superseded-by", phrase), references("related", phrase), one("discussion", MetadataValues::address), one("tracking", MetadataValues::address),
            visibility(), distinct("aliases"), extra());
    }

    /// What stands beside the word of the status, with its links where they can be kept.
    private @Nullable String detail(Terms.Match status) {
        MetadataField field = Objects.requireNonNull(first.get(slot("status", 0)));
        return text(field.value()).filter(text -> text.indexOf("](") > 0).flatMap(vocabulary.status()::match).filter(match -> match.term().equals(status.term()))
            .map(Terms.Match::detail).orElse(status.detail());
    }

    /// What the status says beside its word: `Superseded by ADR-7`.
    private @Nullable StatusPhrase phrase() {
        MetadataField field = first.get(slot("status", 0));
        return field == null || !(field.value() instanceof YamlValue.Scalar scalar) || scalar.text().length() > LONGEST_TEXT ? null : StatusPhrase.of(MailAddresses.without(scalar.text()));
    }

    /// Documents that a key names, and the status beside its word.
    private List<String> references(String path, @Nullable StatusPhrase phrase) {
        List<String> references = new ArrayList<>();
        if (phrase != null && phrase.key().equals(path)) {
            references.addAll(phrase.references());
        }
        references.addAll(fields.stream().filter(field -> field.path().equals(path) && field.present())
            .flatMap(field -> DocumentReferences.of(field.value()).stream()).map(reference -> MailAddresses.without(reference.text())).toList());
        return within(references).stream().map(text -> Words.shorten(text, LONGEST_ELEMENT)).distinct().toList();
    }

    private List<String> distinct(String path) {
        return list(path, 0, MetadataTyping::texts);
    }

    private List<Review> reviews() {
        int count = 0;
        for (MetadataField field : fields) {
            count = field.path().startsWith("reviews.") ? Math.max(count, field.item() + 1) : count;
        }
        List<Review> reviews = new ArrayList<>();
        for (int i = 0; i < Math.min(count, MOST_ELEMENTS); i++) {
            Review review = new Review(one("reviews.date", i, MetadataValues::day),
                list("reviews.reviewers", i, MetadataTyping::people),
                one("reviews.decision", i, value -> MetadataValues.word(value, Vocabulary.REVIEW_DECISIONS)),
                one("reviews.notes", i, MetadataTyping::text));
            if (review.date() != null || !review.reviewers().isEmpty() || review.decision() != null
                    || review.notes() != null) {
                reviews.add(review);
            }
        }
        return reviews;
    }

    private @Nullable Decision decision() {
        List<Person> deciders = list("decision.deciders", 0, MetadataTyping::people);
        Decision decision = new Decision(one("decision.date", MetadataValues::day), deciders,
            term("decision.reason", vocabulary.reason()), text("decision.text"),
            one("decision.link", MetadataValues::address));
        return decision.equals(new Decision(null, List.of(), null, null, null)) ? null : decision;
    }

    private @Nullable Criteria criteria() {
        Criteria criteria = new Criteria(word("criteria.big-idea", Vocabulary.ANSWERS),
            word("criteria.ours-to-do", Vocabulary.ANSWERS), word("criteria.plan", Vocabulary.ANSWERS));
        return criteria.equals(new Criteria(null, null, null)) ? null : criteria;
    }

    private @Nullable Prediction prediction() {
        Prediction prediction = new Prediction(text("prediction.text"), one("prediction.by", MetadataValues::looseDay));
        return prediction.text() == null && prediction.by() == null ? null : prediction;
    }

    Visibility visibility() {
        for (MetadataField field : fields) {
            boolean meant = field.path().equals("visibility") || field.type() == null && Nearest
                .of(field.path(), MetadataSchema.candidates(field.path(), vocabulary)).equals(Optional.of("visibility"));
            if (meant && !MetadataValues.word(field.value(), Vocabulary.VISIBILITIES).equals(Optional.of("internal"))) {
                return Visibility.RESTRICTED;
            }
        }
        // A status that there is none of may be meant for this.
        String status = status() == null ? text("status") : null;
        return status != null && stated("classification: " + status).says(true) == Says.RESTRICTED
            || raw.parts().stream().anyMatch(part -> restricts(part.entries(), true)) ? Visibility.RESTRICTED : Visibility.INTERNAL;
    }

    /// Whether metadata say that everybody may read the document.
    boolean opens() {
        return fields.stream().anyMatch(field -> field.path().equals("visibility")
            && MetadataValues.word(field.value(), Vocabulary.VISIBILITIES).equals(Optional.of("internal")));
    }

    /// Whether a key that the schema does not know says so, or one inside another. Recursion is bounded by
    /// [org.pressroom.config.YamlReader#MAX_DEPTH].
    private boolean restricts(YamlValue value, boolean top) {
        return switch (value) {
            case YamlValue.Scalar scalar -> scalar.text().length() < LONGEST_VISIBILITY && mayBeTight(scalar.text()) && stated(scalar.text()).isTight();
            case YamlValue.Sequence sequence -> sequence.values().stream().anyMatch(element -> restricts(element, false));
            case YamlValue.Mapping mapping -> mapping.entries().stream().anyMatch(entry ->
                !(top && MetadataSchema.knows(entry.key(), vocabulary)) && restricts(entry.key(), entry.value()) || restricts(entry.value(), false));
        };
    }

    /// Whether a text may hold a key and a value as one word: seen sooner than its words are. Wide colons are not ASCII.
    private static boolean mayBeTight(String text) {
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c == '=' || c == ':' || c == '&' || c >= 0x80) {
                return true;
            }
        }
        return false;
    }

    private boolean restricts(String key, YamlValue value) {
        return (stated(key).says(false) == Says.KEY || stated(key + ": true").says(true) == Says.RESTRICTED) && restrictsBehind(key, value);
    }

    private boolean restrictsBehind(String key, YamlValue value) {
        return switch (value) {
            case YamlValue.Scalar scalar -> stated(key + ": " + scalar.text().substring(0, Math.min(scalar.text().length(), LONGEST_VISIBILITY)))
                .says(false).compareTo(Says.UNKNOWN) >= 0;
            case YamlValue.Sequence sequence -> sequence.values().stream().anyMatch(element -> restrictsBehind(key, element));
            case YamlValue.Mapping mapping -> mapping.entries().stream().anyMatch(entry -> restrictsBehind(key, entry.value()));
        };
    }

    private VisibilityStatement stated(String text) {
        return new HeaderLine(text, label -> "visibility".equals(vocabulary.aliases().get(label))).visibility();
    }

    private Map<String, Object> extra() {
        Map<String, Object> extra = new LinkedHashMap<>();
        for (MetadataField field : fields) {
            if (field.type() instanceof ValueType.Free) {
                plain(field.value()).ifPresent(value -> extra.putIfAbsent(MailAddresses.without(field.path()), value));
            }
        }
        for (MetadataExtra key : vocabulary.extras()) {
            MetadataField field = first.get(slot(key.name(), 0));
            if (field != null) {
                extra(key, field.value()).ifPresent(value -> extra.put(key.name(), value));
            }
        }
        return extra;
    }

    /// People without their mail addresses, which are never published.
    private static Optional<Object> extra(MetadataExtra key, YamlValue value) {
        return switch (key.type()) {
            case TEXT -> text(value).map(text -> text);
            case DATE -> MetadataValues.looseDay(value).map(LooseDate::text);
            case LIST -> Optional.of(texts(value));
            case PEOPLE -> Optional.of(people(value).stream().map(Person::name).toList());
        };
    }

    /// Recursion is bounded by [org.pressroom.config.YamlReader#MAX_DEPTH].
    private static Optional<Object> plain(YamlValue value) {
        return switch (value) {
            case YamlValue.Scalar scalar -> scalar.absent() ? Optional.empty() : Optional.of(MailAddresses.without(scalar.text()));
            case YamlValue.Sequence sequence ->
                Optional.of(sequence.values().stream().flatMap(element -> plain(element).stream()).toList());
            case YamlValue.Mapping mapping -> {
                Map<String, Object> map = new LinkedHashMap<>();
                for (YamlValue.Entry entry : mapping.entries()) {
                    plain(entry.value()).ifPresent(nested -> map.putIfAbsent(MailAddresses.without(entry.key()), nested));
                }
                yield Optional.of(map);
            }
        };
    }
}
