package org.pressroom.parse;

import org.jspecify.annotations.Nullable;
import org.pressroom.config.MetadataExtra;
import org.pressroom.config.Vocabulary;
import org.pressroom.config.YamlValue;
import org.pressroom.source.SourceSpan;

import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/// The keys that metadata may have, and what their values are. Stateless; safe for several threads.
///
/// A key counts in its normal form ([Vocabulary#normal]) and may be one of the vocabulary's aliases. A nested key may
/// also be written with a dot (`decision.date`), as carriers without nesting do: JBake's header, a table, a list.
/// Keys that begin with `x-` are the author's own. A few keys that other site generators want (`layout`, `type`) are let
/// stand without a word; `draft` is not among them, since it would say something that is not heard.
public final class MetadataSchema {

    private static final ValueType TEXT = new ValueType.Text();
    private static final ValueType ADDRESS = new ValueType.Address();
    private static final ValueType DAY = new ValueType.Day();
    private static final ValueType LOOSE_DAY = new ValueType.LooseDay();
    private static final ValueType PEOPLE = new ValueType.People();
    private static final ValueType TEXTS = new ValueType.Texts();
    private static final ValueType IDS = new ValueType.Ids();
    private static final ValueType ANSWER = new ValueType.Word("an answer", _ -> Vocabulary.ANSWERS);
    private static final ValueType FREE = new ValueType.Free();
    private static final ValueType FOREIGN = new ValueType.Foreign();

    private static final ValueType REVIEWS = new ValueType.Fields(List.of(
        new MetadataKey("date", DAY), new MetadataKey("reviewers", PEOPLE),
        new MetadataKey("decision", new ValueType.Word("a decision of a review", _ -> Vocabulary.REVIEW_DECISIONS)),
        new MetadataKey("notes", TEXT)), "notes", true);

    private static final ValueType DECISION = new ValueType.Fields(List.of(
        new MetadataKey("date", DAY), new MetadataKey("deciders", PEOPLE),
        new MetadataKey("reason", new ValueType.Term("a reason", Vocabulary::reason)),
        new MetadataKey("text", TEXT), new MetadataKey("link", ADDRESS)), "text", false);

    private static final ValueType CRITERIA = new ValueType.Fields(List.of(
        new MetadataKey("big-idea", ANSWER), new MetadataKey("ours-to-do", ANSWER), new MetadataKey("plan", ANSWER)),
        null, false);

    private static final ValueType PREDICTION = new ValueType.Fields(List.of(
        new MetadataKey("text", TEXT), new MetadataKey("by", LOOSE_DAY)), "text", false);

    /// In the order in which documentation shows them.
    public static final List<MetadataKey> KEYS = List.of(
        new MetadataKey("id", TEXT), new MetadataKey("title", TEXT), new MetadataKey("summary", TEXT),
        new MetadataKey("status", new ValueType.Term("a status", Vocabulary::status)),
        new MetadataKey("outcome", new ValueType.Term("an outcome", Vocabulary::outcome)),
        new MetadataKey("result", new ValueType.Term("a result", Vocabulary::result)),
        new MetadataKey("size", new ValueType.Word("a size", _ -> Vocabulary.SIZES)),
        new MetadataKey("authors", PEOPLE), new MetadataKey("sponsor", new ValueType.Someone()),
        new MetadataKey("team", TEXT), new MetadataKey("customer", TEXT), new MetadataKey("tags", TEXTS),
        new MetadataKey("created", DAY), new MetadataKey("launch", LOOSE_DAY), new MetadataKey("reviews", REVIEWS),
        new MetadataKey("decision", DECISION), new MetadataKey("criteria", CRITERIA),
        new MetadataKey("prediction", PREDICTION), new MetadataKey("actual", TEXT), new MetadataKey("revisit", DAY),
        new MetadataKey("launched", DAY), new MetadataKey("supersedes", IDS), new MetadataKey("superseded-by", IDS),
        new MetadataKey("related", IDS),
        new MetadataKey("discussion", ADDRESS), new MetadataKey("tracking", ADDRESS),
        new MetadataKey("visibility", new ValueType.Word("a visibility", _ -> Vocabulary.VISIBILITIES)),
        new MetadataKey("aliases", TEXTS));

    private static final Map<String, MetadataKey> BY_NAME = byName(KEYS);
    private static final Set<String> PATHS = pathsOf(KEYS);

    /// What JBake, Jekyll and Hugo want to be told, and nobody else.
    static final Set<String> OTHER_GENERATORS =
        Set.of("type", "layout", "template", "cached", "slug", "permalink", "lang", "language", "toc", "url", "weight", "menu", "parent", "nav-order", "has-children",
            "sidebar-position", "sidebar-label", "hide-table-of-contents", "taxonomies", "extra", "math", "mermaid", "updated", "last-updated", "last-modified", "modified", "lastmod", "version");

    private MetadataSchema() { }

    private static Map<String, MetadataKey> byName(List<MetadataKey> keys) {
        Map<String, MetadataKey> byName = new LinkedHashMap<>();
        keys.forEach(key -> byName.put(key.name(), key));
        return byName;
    }

    /// Every path that a value can have: `status`, `decision`, `decision.date`.
    public static Set<String> paths() {
        return PATHS;
    }

    private static Set<String> pathsOf(List<MetadataKey> keys) {
        Set<String> paths = new LinkedHashSet<>();
        for (MetadataKey key : keys) {
            paths.add(key.name());
            if (key.type() instanceof ValueType.Fields fields) {
                fields.keys().forEach(nested -> paths.add(key.name() + "." + nested.name()));
            }
        }
        return Collections.unmodifiableSet(paths);
    }

    /// The words among which a mistyped key is looked for: the keys beside it, and at the top level the aliases too.
    ///
    /// @param path of a field without a type
    public static List<String> candidates(String path, Vocabulary vocabulary) {
        int dot = path.indexOf('.');
        if (dot > 0 && BY_NAME.get(path.substring(0, dot)) instanceof MetadataKey(String _, ValueType.Fields fields)) {
            return fields.keys().stream().map(MetadataKey::name).toList();
        }
        List<String> candidates = new ArrayList<>(BY_NAME.keySet());
        vocabulary.extras().forEach(extra -> candidates.add(extra.name()));
        vocabulary.aliases().keySet().stream().sorted().forEach(candidates::add);
        return candidates;
    }

    /// Brings every value under its key; in the order written, nested ones in place of what holds them. Of several carriers the first
    /// counts that has a key; what others say of who may read the document stays.
    public static List<MetadataField> fields(RawMetadata raw, Vocabulary vocabulary) {
        if (raw.further().isEmpty()) {
            return fieldsOf(raw, vocabulary);
        }
        List<MetadataField> fields = new ArrayList<>();
        Set<String> seen = new HashSet<>();
        for (RawMetadata part : raw.parts()) {
            List<MetadataField> its = fieldsOf(part, vocabulary).stream().filter(field -> !seen.contains(field.path()) || field.path().equals("visibility")).toList();
            its.stream().filter(MetadataField::present).map(MetadataField::path).forEach(seen::add);
            fields.addAll(its);
        }
        return fields;
    }

    /// What each later carrier says otherwise of a key than the one that counts.
    static List<MetadataContradiction> contradictions(RawMetadata raw, Vocabulary vocabulary) {
        if (raw.further().isEmpty()) {
            return List.of();
        }
        Map<String, MetadataContradiction.Said> first = new HashMap<>();
        List<MetadataContradiction> found = new ArrayList<>();
        for (RawMetadata part : raw.parts()) {
            Map<String, MetadataContradiction.Said> its = new LinkedHashMap<>();
            fieldsOf(part, vocabulary).stream().filter(field -> field.present() && field.type() != null && field.value() instanceof YamlValue.Scalar)
                .forEach(field -> its.putIfAbsent(field.path(), new MetadataContradiction.Said(part.carrier(), field)));
            its.forEach((path, said) -> {
                MetadataContradiction.Said before = first.putIfAbsent(path, said);
                if (before != null && said.carrier().isItsOwn() && !said.means(before, vocabulary)) {
                    found.add(new MetadataContradiction(path, before, said));
                }
            });
        }
        return found;
    }

    private static List<MetadataField> fieldsOf(RawMetadata raw, Vocabulary vocabulary) {
        List<MetadataField> fields = new ArrayList<>();
        for (YamlValue.Entry entry : raw.entries().entries()) {
            String path = pathOf(entry.key(), vocabulary);
            ValueType type = typeOf(path, vocabulary);
            YamlValue value = type == null || !raw.carrier().inMarkdown() ? entry.value()
                : MarkedValue.of(entry.value(), type, vocabulary.extra(path).isPresent());
            add(fields, new MetadataField(path, 0, type, entry.key(), entry.keySpan(), value, raw.carrier()));
        }
        return fields;
    }

    /// The key of the schema that a key as written means; in normal form when the schema does not know it.
    public static String keyOf(String written, Vocabulary vocabulary) {
        return pathOf(written, vocabulary);
    }

    /// Whether the schema knows a key as written.
    public static boolean isKnown(String written, Vocabulary vocabulary) {
        return knows(written, vocabulary) || OTHER_GENERATORS.contains(Vocabulary.normal(written)) || Vocabulary.normal(written).startsWith("x-");
    }

    /// Whether a key, as written, is one that a document may have; `x-` keys and those of other generators are not counted.
    static boolean knows(String written, Vocabulary vocabulary) {
        String path = pathOf(written, vocabulary);
        return vocabulary.extra(path).isPresent() || paths().contains(path);
    }

    /// The path of the key that a document's author means; of an unknown one its normal form.
    public static String pathOf(String written, Vocabulary vocabulary) {
        String key = Vocabulary.normal(written);
        return BY_NAME.containsKey(key) || vocabulary.extra(key).isPresent() ? key : vocabulary.aliases().getOrDefault(key, key);
    }

    /// The nested key for which a plain text under a key stands.
    public static Optional<String> shorthand(String key) {
        return BY_NAME.get(key) instanceof MetadataKey(String _, ValueType.Fields fields) ? Optional.ofNullable(fields.shorthand()) : Optional.empty();
    }

    static @Nullable ValueType typeOf(String path, Vocabulary vocabulary) {
        MetadataExtra extra = vocabulary.extra(path).orElse(null);
        if (extra != null) {
            return typeOf(extra);
        }
        int dot = path.indexOf('.');
        MetadataKey key = BY_NAME.get(dot < 0 ? path : path.substring(0, dot));
        if (key != null) {
            return dot < 0 ? key.type() : nestedType(key.type(), path.substring(dot + 1));
        }
        return path.startsWith("x-") ? FREE : OTHER_GENERATORS.contains(path) ? FOREIGN : null;
    }

    /// What the values of a key are that a configuration adds.
    static ValueType typeOf(MetadataExtra extra) {
        return switch (extra.type()) {
            case TEXT -> TEXT;
            case LIST -> TEXTS;
            case PEOPLE -> PEOPLE;
            case DATE -> LOOSE_DAY;
        };
    }

    private static @Nullable ValueType nestedType(ValueType type, String name) {
        if (type instanceof ValueType.Fields fields) {
            for (MetadataKey nested : fields.keys()) {
                if (nested.name().equals(name)) {
                    return nested.type();
                }
            }
        }
        return null;
    }

    private static void add(List<MetadataField> fields, MetadataField field) {
        if (!(field.type() instanceof ValueType.Fields type) || !field.present()) {
            fields.add(field);
        } else if (type.several() && field.value() instanceof YamlValue.Sequence sequence) {
            for (int i = 0; i < sequence.values().size(); i++) {
                addNested(fields, field, type, i, sequence.values().get(i));
            }
        } else {
            addNested(fields, field, type, 0, field.value());
        }
    }

    private static void addNested(
            List<MetadataField> fields, MetadataField field, ValueType.Fields type, int item, YamlValue value) {
        if (value instanceof YamlValue.Mapping mapping) {
            for (YamlValue.Entry entry : mapping.entries()) {
                fields.add(nested(field, type, item, Vocabulary.normal(entry.key()), entry.key(), entry.keySpan(),
                    entry.value()));
            }
        } else if (value instanceof YamlValue.Scalar && type.shorthand() != null) {
            fields.add(nested(field, type, item, type.shorthand(), field.written(), field.keySpan(), value));
        } else {
            fields.add(new MetadataField(field.path(), item, type, field.written(), field.keySpan(), value, field.carrier()));
        }
    }

    private static MetadataField nested(
            MetadataField parent, ValueType.Fields type, int item, String name, String written, SourceSpan keySpan,
            YamlValue value) {
        return new MetadataField(parent.path() + "." + name, item, nestedType(type, name), written, keySpan, value, parent.carrier());
    }
}
