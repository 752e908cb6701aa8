package org.pressroom.docs;

import org.jspecify.annotations.Nullable;
import org.pressroom.config.ConfigurationReader;
import org.pressroom.parse.MetadataSchema;
import org.pressroom.rules.Rules;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.BiConsumer;
import java.util.function.Consumer;
import java.util.stream.Collectors;

/// The page of all keys of `pressroom.yaml`, from the JSON Schema that is written from the definitions by which they are read.
final class ConfigurationPage {

    /// What is described on another page, or once for several keys.
    private static final Map<String, String> ELSEWHERE = Map.of(
        "severities", "`RULE:` `error`, `warning`, `info` or `off`; see [rules](rules.md)",
        "thresholds", "`NAME:` number; see [thresholds](limits.md#thresholds)",
        "words", "`LIST:` `add` and `remove`; see [word lists](limits.md#word-lists)",
        "diffs", "`revisions`, `pages` and `words`; see [history](history.md#what-a-revision-changed)",
        "defaults", "`PATTERN:` [metadata](metadata.md#keys)",
        "outcomes", "the same as `statuses`",
        "results", "the same as `statuses`",
        "reasons", "the same as `statuses`");

    /// More words than this are not worth a list in a table.
    private static final int MANY = 20;

    private final StringBuilder out = new StringBuilder("""
        ---
        summary: Every key of the configuration, what it takes, and what it does.
        ---

        # Keys of pressroom.yaml

        `pressroom.yaml` lies at the archive's root; everything in it is optional. [Configure an archive](../how-to/configure.md) has an example. `NAME` stands for a
        word that you choose, and `[…]` for a list.
        """);

    static String text() {
        ConfigurationPage page = new ConfigurationPage();
        page.page(map(new ConfigurationReader(Rules.ids(), MetadataSchema.paths(), Rules.wordLists()).schema(), "properties"));
        return page.out.toString();
    }

    /// The keys at the top, then those below each.
    private void page(Map<String, Object> keys) {
        table("All keys", row -> keys.forEach((key, schema) -> row.accept(key, Schema.of(schema))));
        keys.forEach((key, schema) -> {
            if (!ELSEWHERE.containsKey(key) && Schema.of(schema).isOfKeys()) {
                table("`" + key + "`", row -> below(key, Schema.of(schema), row));
            }
        });
    }

    private void table(String title, Consumer<BiConsumer<String, Schema>> rows) {
        out.append("\n## ").append(title).append("\n\n| key | takes | |\n|---|---|---|\n");
        rows.accept((path, schema) -> out.append(Markdown.row("`" + path + "`", ELSEWHERE.getOrDefault(path, schema.takes()), Markdown.text(schema.description()))));
    }

    private static void below(String path, Schema schema, BiConsumer<String, Schema> row) {
        schema.properties().forEach((key, value) -> {
            row.accept(path + "." + key, Schema.of(value));
            below(path + "." + key, Schema.of(value), row);
        });
        schema.named().filter(Schema::isOfKeys).ifPresent(named -> below(path + ".NAME", named, row));
    }

    @SuppressWarnings("unchecked")
    private static Map<String, Object> map(Map<String, Object> of, String key) {
        return (Map<String, Object>) of.getOrDefault(key, Map.of());
    }

    /// A piece of the schema, which takes one or more forms of values.
    private record Schema(Map<String, Object> keywords) {

        @SuppressWarnings("unchecked")
        static Schema of(@Nullable Object tree) {
            return new Schema((Map<String, Object>) (tree == null ? Map.of() : tree));
        }

        String description() {
            return (String) keywords.getOrDefault("description", "");
        }

        private List<Schema> forms() {
            return keywords.get("anyOf") instanceof List<?> choices ? choices.stream().map(Schema::of).toList() : List.of(this);
        }

        Map<String, Object> properties() {
            return forms().stream().map(form -> map(form.keywords, "properties")).filter(keys -> !keys.isEmpty()).findFirst().orElse(Map.of());
        }

        /// What each value of a mapping with names of the archive's own is.
        Optional<Schema> named() {
            return forms().stream().map(form -> form.keywords.get("additionalProperties")).filter(Map.class::isInstance).map(Schema::of).findFirst();
        }

        boolean isOfKeys() {
            return !properties().isEmpty() || named().filter(Schema::isOfKeys).isPresent();
        }

        /// In words: `text`, `show or hide`, `[text]`.
        String takes() {
            Set<String> words = new LinkedHashSet<>();
            forms().forEach(form -> words.addAll(form.words()));
            if (words.contains("number")) {
                words.remove("text");
            }
            return String.join(" or ", words);
        }

        private List<String> words() {
            if (keywords.get("enum") instanceof List<?> values) {
                return values.size() > MANY ? List.of() : List.of(values.stream().map(value -> "`" + value + "`").collect(Collectors.joining(", ")));
            }
            Object type = keywords.get("type");
            List<?> types = type instanceof List<?> several ? several : type == null ? List.of() : List.of(type);
            if (types.contains("object")) {
                return List.of(properties().isEmpty() ? "`NAME:` " + named().map(Schema::takes).orElse("value") : "keys");
            }
            if (types.contains("array")) {
                return List.of("[" + Schema.of(keywords.get("items")).takes() + ", …]");
            }
            return types.contains("string") ? List.of("text") : types.contains("integer") ? List.of("number") : types.contains("boolean") ? List.of("true or false") : List.of();
        }
    }
}
