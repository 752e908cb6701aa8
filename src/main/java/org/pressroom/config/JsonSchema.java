package org.pressroom.config;

import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// A piece of a JSON Schema (draft 2020-12), ready to be written as JSON.
///
/// YAML's plain scalars are typed by whoever reads them: `0042`, `2027` and `yes` reach a validator as numbers and truth
/// values, and Pressroom as the text that was written. So a text is also a number or a truth value here.
///
/// @param keywords names to texts, numbers, truth values, lists and mappings of these, or pieces of a schema
public record JsonSchema(Map<String, Object> keywords) {

    public static final String DIALECT = "https://json-schema.org/draft/2020-12/schema";

    /// What nothing is said of.
    public static final JsonSchema ANYTHING = new JsonSchema(Map.of());

    public JsonSchema {
        keywords = new LinkedHashMap<>(keywords);
    }

    @Override
    public Map<String, Object> keywords() {
        return new LinkedHashMap<>(keywords);
    }

    /// A text that is not blank.
    public static JsonSchema text() {
        return text("\\S");
    }

    /// A text in which a regular expression is found, if it is written as text.
    public static JsonSchema text(String pattern) {
        return new JsonSchema(Map.of()).with("type", List.of("string", "number", "boolean")).with("pattern", pattern);
    }

    /// A text in which a regular expression is found.
    public static JsonSchema string(String pattern) {
        return new JsonSchema(Map.of()).with("type", "string").with("pattern", pattern);
    }

    public static JsonSchema oneOf(Collection<String> words) {
        return new JsonSchema(Map.of("enum", List.copyOf(words)));
    }

    /// One of some words, ignoring case and the difference of `_`, space and `-`; editors offer them as they are.
    public static JsonSchema words(Collection<String> words) {
        return anyOf(oneOf(words), text(String.join("|", words.stream().map(WordForms::whole).toList())));
    }

    public static JsonSchema anyOf(JsonSchema... choices) {
        return new JsonSchema(Map.of("anyOf", List.of(choices)));
    }

    public static JsonSchema list(JsonSchema items) {
        return new JsonSchema(Map.of()).with("type", "array").with("items", items);
    }

    /// A mapping of these keys and no others.
    public static JsonSchema mapping(Map<String, JsonSchema> properties) {
        return new JsonSchema(Map.of()).with("type", "object").with("properties", new LinkedHashMap<>(properties))
            .with("additionalProperties", false);
    }

    /// A mapping of any keys.
    public static JsonSchema mappingTo(JsonSchema values) {
        return new JsonSchema(Map.of()).with("type", "object").with("additionalProperties", values);
    }

    /// The same with one more keyword, or another value of one.
    public JsonSchema with(String keyword, Object value) {
        Map<String, Object> more = keywords();
        more.put(keyword, value);
        return new JsonSchema(more);
    }

    /// The same for a key behind which nothing needs to be written.
    public JsonSchema orNothing() {
        if (keywords.get("type") instanceof String type) {
            return with("type", List.of(type, "null"));
        }
        if (keywords.get("type") instanceof List<?> types) {
            List<Object> more = new ArrayList<>(types);
            more.add("null");
            return with("type", more);
        }
        JsonSchema nothing = new JsonSchema(Map.of("type", "null"));
        if (keywords.get("anyOf") instanceof List<?> choices) {
            List<Object> more = new ArrayList<>(choices);
            more.add(nothing);
            return with("anyOf", more);
        }
        return keywords.isEmpty() ? this : anyOf(this, nothing);
    }

    /// The same as a document of its own.
    public JsonSchema asDocument(String title) {
        Map<String, Object> document = new LinkedHashMap<>();
        document.put("$schema", DIALECT);
        document.put("title", title);
        document.putAll(keywords);
        return new JsonSchema(document);
    }

    /// The whole as plain mappings and lists.
    public Map<String, Object> tree() {
        Map<String, Object> tree = new LinkedHashMap<>();
        keywords.forEach((name, value) -> tree.put(name, plain(value)));
        return tree;
    }

    private static Object plain(Object value) {
        return switch (value) {
            case JsonSchema schema -> schema.tree();
            case List<?> list -> list.stream().map(JsonSchema::plain).toList();
            case Map<?, ?> map -> {
                Map<String, Object> plain = new LinkedHashMap<>();
                map.forEach((name, inner) -> plain.put(String.valueOf(name), plain(inner)));
                yield plain;
            }
            default -> value;
        };
    }
}
