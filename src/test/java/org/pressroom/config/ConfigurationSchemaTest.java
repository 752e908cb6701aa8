package org.pressroom.config;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.pressroom.SchemaCheck;
import org.pressroom.diagnostic.Diagnostic;
import org.pressroom.parse.MetadataSchema;
import org.pressroom.rules.Rules;
import org.pressroom.source.SourcePath;
import org.pressroom.source.SourceText;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/// The reader of `pressroom.yaml` and its JSON Schema say the same of a file.
class ConfigurationSchemaTest {

    private static final ConfigurationReader READER = new ConfigurationReader(Rules.ids(), MetadataSchema.paths(), Rules.wordLists());
    private static final SchemaCheck SCHEMA = new SchemaCheck(READER.schema());

    private static List<Diagnostic> findings(String yaml) {
        return READER.read(SourceText.of(SourcePath.of("pressroom.yaml"), yaml)).findings();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "site:", "site: {name: 2027, tagline: yes}", "site: {menu: [people, board]}", "site: {menu: []}", "content: .", "content: docs/ideas/", "content: 2027",
        "exclude: []", "exclude: private/**", "exclude: 'my folder/{a,b}.md'", "exclude: [/old/, ./x, 'a, b.md']", "exclude: ['old/**', '*.{md,txt}', '[a-c]?.md', 'a\\*b']", "statuses: [draft, done]",
        "statuses: {draft: , done: {as: approved, written: [finished, 'ready *'], next: [draft], label: Ready, about: All is done.}}",
        "outcomes: {shipped: {as: launched, colour: '#2F78C4'}}", "results: {good: {as: met, colour: {light: '#123', dark: '#fff'}}}",
        "reasons: [no money, 42]", "keys: {bug: text, testers: people, seen: date, names: list, free: }",
        "required: [title, Authors, x-cost]", "aliases: {Written by: authors}", "kinds: {memo: , rfc: {files: ['rfc/**'], prfaq: false}}",
        "kinds: {rfc: {id: 'RFC-{number}', statuses: [draft], required: [title], parts: {context: , risks: {labels: [Risks, 'Risk of *'], as: problem, required: true}}}}",
        "keep-image-metadata: true", "keep-image-metadata: false", "drafts: hide", "sources: {web: {location: \"https://git.example.com/web.git\", ref: main, content: docs}, old: {location: ../old}}",
        "severities: {pr-missing: off, faq-missing: info}", "thresholds: {document-max-bytes: 2_000_000, headline-words: 20}",
        "diffs: {revisions: 0, pages: 1, words: 5_000}", "people: {Ana Lima: {also: [A. Lima], hidden: false}, Bo: {hidden: true}}"})
    void bothAcceptWhatIsRight(String yaml) {
        assertEquals(List.of(), findings(yaml));
        assertEquals(List.of(), SCHEMA.faults(yaml));
    }

    @ParameterizedTest
    @ValueSource(strings = {"- a", "text", "site: Acme", "site: {name: '  '}", "site: {nmae: a}", "site: {menu: [ideas]}", "site: {menu: board}", "content: ../x", "content: /etc", "content: a//b",
        "content: 'a\\b'", "exclude: ", "exclude: a/**,b/**", "exclude: a/** b/**", "exclude: ['!a/**']", "exclude: {a: b}", "drafts: ", "drafts: true",
        "people: {Ana: {hidden: }}", "excludes: ['a/**']", "exclude: ['a[']", "exclude: ['{a']", "exclude: ['a\\']", "statuses: []", "statuses: {a: {as: aproved}}",
        "statuses: {a: {written: b}}", "statuses: {a: {next: b}}", "statuses: {a: {colour: red}}", "statuses: {a: {colour: '#12'}}",
        "statuses: {a: {colour: {bright: '#123'}}}", "statuses: {a: b}", "keys: {bug: number}", "keys: [bug]", "required: title",
        "aliases: {By: [authors]}", "kinds: [rfc]", "kinds: {rfc: {prfaq: 'true'}}", "kinds: {rfc: {prfaq: maybe}}", "kinds: {rfc: {id: RFC}}",
        "kinds: {rfc: {id: 'RFC-{nr}'}}", "kinds: {rfc: {parts: [context]}}", "kinds: {rfc: {parts: {context: {as: trouble}}}}",
        "kinds: {rfc: {parts: {context: {require: true}}}}", "severities: {pr-mising: off}", "severities: {pr-missing: none}",
        "thresholds: {headline-words: 0}", "thresholds: {headline-words: many}", "thresholds: {headline-words: 1.5}", "colour: red",
        "keep-image-metadata: perhaps", "keep-image-metadata: [true]", "drafts: yes", "drafts: hidden", "sources: [x]", "sources: {web: {locaton: x}}", "sources: {web: {location: [x]}}",
        "diffs: 3", "diffs: {revisions: -1}", "diffs: {pages: 0}", "diffs: {words: 0}", "diffs: {page: 3}", "people: [Ana]", "people: {Ana: {also: A}}",
        "people: {Ana: {hidden: maybe}}", "people: {Ana: {hide: true}}"})
    void bothRefuseWhatIsWrong(String yaml) {
        assertFalse(findings(yaml).isEmpty());
        assertFalse(SCHEMA.faults(yaml).isEmpty());
    }

    /// One key of the schema, however deep; names that the author chooses are `any`.
    private record Place(List<String> path, boolean known) {
        String yaml(String value) {
            return String.join(": {", path.stream().map(key -> "'" + key + "'").toList()) + ": " + value + "}".repeat(path.size() - 1);
        }
    }

    @SuppressWarnings("unchecked")
    private static void walk(Map<String, Object> schema, List<String> path, List<Place> places) {
        ((Map<String, Object>) schema.getOrDefault("properties", Map.of())).forEach((key, inner) -> {
            List<String> below = new ArrayList<>(path);
            below.add(key);
            places.add(new Place(below, true));
            walk((Map<String, Object>) inner, below, places);
        });
        if (schema.get("additionalProperties") instanceof Map<?, ?> inner) {
            List<String> below = new ArrayList<>(path);
            below.add("any");
            places.add(new Place(below, false));
            walk((Map<String, Object>) inner, below, places);
        }
        for (Object choice : (List<Object>) schema.getOrDefault("anyOf", List.of())) {
            walk((Map<String, Object>) choice, path, places);
        }
    }

    private static List<Place> places() {
        List<Place> places = new ArrayList<>();
        walk(READER.schema(), List.of(), places);
        return places;
    }

    @Test
    void theSchemaIsWalkedToItsDeepestKeys() {
        List<String> paths = places().stream().map(place -> String.join(".", place.path())).toList();
        assertTrue(paths.containsAll(List.of("site.name", "statuses.any.colour.light", "kinds.any.parts.any.required",
            "severities.part-missing", "thresholds.headline-words")), paths.toString());
    }

    @TestFactory
    Stream<DynamicTest> nothingButTheRightFormIsAcceptedAnywhere() {
        return places().stream().map(place -> DynamicTest.dynamicTest(String.join(".", place.path()), () -> {
            String nonsense = place.yaml("[[[]]]");
            assertFalse(findings(nonsense).isEmpty(), nonsense);
            assertFalse(SCHEMA.faults(nonsense).isEmpty(), nonsense);
        }));
    }

    @TestFactory
    Stream<DynamicTest> aKeyThatIsNotKnownIsRefusedAtEveryLevel() {
        return places().stream().filter(Place::known).map(place -> DynamicTest.dynamicTest(String.join(".", place.path()), () -> {
            List<String> beside = new ArrayList<>(place.path());
            String last = beside.removeLast();
            beside.add(last + "z");
            String mistyped = new Place(beside, true).yaml("");
            List<Diagnostic> findings = findings(mistyped);
            assertEquals("config-unknown-key", findings.getFirst().rule(), mistyped);
            assertTrue(String.valueOf(findings.getFirst().fix()).contains("did you mean `" + last + "`?"), () -> findings.toString());
            assertFalse(SCHEMA.faults(mistyped).isEmpty(), mistyped);
        }));
    }

    @Test
    void everyKeyThatAnAuthorCanNameIsExplained() {
        for (Place place : places()) {
            boolean named = place.path().getFirst().equals("severities") || place.path().getFirst().equals("thresholds");
            assertTrue(!place.known() || named && place.path().size() > 1 || explained(place), place.toString());
        }
    }

    @SuppressWarnings("unchecked")
    private static boolean explained(Place place) {
        List<Map<String, Object>> at = List.of(READER.schema());
        for (String key : place.path()) {
            List<Map<String, Object>> next = new ArrayList<>();
            for (Map<String, Object> schema : at) {
                Stream.concat(Stream.of(schema), ((List<Map<String, Object>>) schema.getOrDefault("anyOf", List.of())).stream()).forEach(s -> {
                    Object inner = key.equals("any") ? s.get("additionalProperties") : ((Map<String, Object>) s.getOrDefault("properties", Map.of())).get(key);
                    if (inner instanceof Map<?, ?> map) {
                        next.add((Map<String, Object>) map);
                    }
                });
            }
            at = next;
        }
        return at.stream().allMatch(schema -> schema.containsKey("description"));
    }
}
