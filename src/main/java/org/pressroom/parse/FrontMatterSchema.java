package org.pressroom.parse;

import org.pressroom.config.Configuration;
import org.pressroom.config.JsonSchema;
import org.pressroom.config.MetadataExtra;
import org.pressroom.config.Vocabulary;
import org.pressroom.config.WordForms;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/// The JSON Schema of front matter under a configuration, written from the [keys][MetadataSchema#KEYS] by which front
/// matter is read and checked.
///
/// It is what one schema can say of all documents: the words of the whole archive, and as required what every kind
/// requires. It can't say that one date comes before another; the rules do.
public final class FrontMatterSchema {

    private static final String DAY = "\\d{4}-(?:0[1-9]|1[0-2])-(?:0[1-9]|[12]\\d|3[01])";
    private static final String HARMLESS = "^(?!\\s*(?:"
        + String.join("|", List.of("javascript", "vbscript", "data", "file", "blob").stream().map(WordForms::regex).toList()) + "):)";
    private static final JsonSchema TEXT = JsonSchema.ANYTHING.with("type", List.of("string", "number", "boolean"));

    private final Vocabulary vocabulary;
    private final Set<String> required;
    private final Map<String, JsonSchema> definitions = new LinkedHashMap<>();
    private final Map<String, JsonSchema> properties = new LinkedHashMap<>();
    /// Keys as they may be written too: in other case, with spaces, with a dot, as an alias.
    private final Map<String, JsonSchema> forms = new LinkedHashMap<>();

    private FrontMatterSchema(Vocabulary vocabulary, Set<String> required) {
        this.vocabulary = vocabulary;
        this.required = required;
    }

    /// The schema of an archive's front matter as a tree of JSON.
    public static Map<String, Object> of(Configuration configuration) {
        Set<String> required = new LinkedHashSet<>(configuration.kind().vocabulary().required());
        configuration.kinds().forEach(kind -> required.retainAll(kind.vocabulary().required()));
        return new FrontMatterSchema(configuration.vocabulary(), required).document().tree();
    }

    private JsonSchema document() {
        for (MetadataKey key : MetadataSchema.KEYS) {
            define(key.name(), key.type());
            properties.put(key.name(), reference(key.name()));
            if (key.type() instanceof ValueType.Fields fields) {
                fields.keys().forEach(nested -> define(key.name() + "." + nested.name(), nested.type()));
            }
        }
        for (MetadataExtra extra : vocabulary.extras()) {
            JsonSchema schema = schemaOf(MetadataSchema.typeOf(extra));
            properties.put(extra.name(), required.contains(extra.name()) ? schema : schema.orNothing());
            forms.put(WordForms.whole(extra.name()), schema.orNothing());
        }
        for (String alias : new TreeSet<>(vocabulary.aliases().keySet())) {
            String key = vocabulary.aliases().getOrDefault(alias, alias);
            JsonSchema extra = properties.getOrDefault(key, JsonSchema.ANYTHING);
            forms.put(WordForms.whole(alias), definitions.containsKey(key) ? reference(key) : extra);
        }
        MetadataSchema.OTHER_GENERATORS.stream().sorted().forEach(key -> forms.put(WordForms.whole(key), JsonSchema.ANYTHING));
        forms.put("^\\s*[xX][\\s_-]", JsonSchema.ANYTHING);
        JsonSchema schema = JsonSchema.mapping(properties).with("patternProperties", forms).with("$defs", definitions);
        List<JsonSchema> needs = required.stream().map(this::need).toList();
        return (needs.isEmpty() ? schema : schema.with("allOf", needs)).asDocument("Front matter of this archive's documents");
    }

    private void define(String path, ValueType type) {
        JsonSchema schema = schemaOf(type);
        definitions.put(path, required.contains(path) ? schema : schema.orNothing());
        forms.put(WordForms.whole(path), reference(path));
    }

    private static JsonSchema reference(String path) {
        return JsonSchema.ANYTHING.with("$ref", "#/$defs/" + path);
    }

    /// That a key is there, under its own name, which editors can ask for, or another form of it.
    private JsonSchema need(String key) {
        List<String> names = new ArrayList<>(List.of(WordForms.whole(key), "^\\s*" + WordForms.regex(key) + "\\."));
        vocabulary.aliases().forEach((alias, meant) -> {
            if (meant.equals(key) || meant.startsWith(key + ".")) {
                names.add(WordForms.whole(alias));
            }
        });
        names.subList(2, names.size()).sort(null);
        JsonSchema none = JsonSchema.ANYTHING.with("propertyNames",
            JsonSchema.ANYTHING.with("not", JsonSchema.ANYTHING.with("pattern", String.join("|", names))));
        return JsonSchema.anyOf(JsonSchema.ANYTHING.with("required", List.of(key)), JsonSchema.ANYTHING.with("not", none));
    }

    private JsonSchema schemaOf(ValueType type) {
        return switch (type) {
            case ValueType.Text _, ValueType.Someone _ -> TEXT;
            case ValueType.Address _ -> TEXT.with("pattern", HARMLESS);
            case ValueType.Day _ -> JsonSchema.string("^\\s*" + DAY + "(?:[T ].*)?$");
            case ValueType.LooseDay _ -> JsonSchema.anyOf(
                JsonSchema.ANYTHING.with("type", "integer").with("minimum", 1000).with("maximum", 9999),
                JsonSchema.string("^\\s*(?:" + DAY + "(?:[T ].*)?|\\d{4}(?:-(?:[Qq][1-4]|0[1-9]|1[0-2]))?)\\s*$"));
            case ValueType.Word word -> JsonSchema.words(word.words().apply(vocabulary));
            case ValueType.Term term -> term.terms().apply(vocabulary).schema();
            case ValueType.People _, ValueType.Texts _, ValueType.Ids _ -> JsonSchema.anyOf(TEXT, JsonSchema.list(TEXT.orNothing()));
            case ValueType.Fields fields -> fields(fields);
            case ValueType.Free _, ValueType.Foreign _ -> JsonSchema.ANYTHING;
        };
    }

    private JsonSchema fields(ValueType.Fields type) {
        Map<String, JsonSchema> named = new LinkedHashMap<>();
        Map<String, JsonSchema> written = new LinkedHashMap<>();
        for (MetadataKey key : type.keys()) {
            JsonSchema schema = schemaOf(key.type()).orNothing();
            named.put(key.name(), schema);
            written.put(WordForms.whole(key.name()), schema);
        }
        JsonSchema mapping = JsonSchema.mapping(named).with("patternProperties", written);
        JsonSchema one = type.shorthand() == null ? mapping : JsonSchema.anyOf(mapping, TEXT);
        return type.several() ? JsonSchema.anyOf(mapping, TEXT, JsonSchema.list(one)) : one;
    }
}
