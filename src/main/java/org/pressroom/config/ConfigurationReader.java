package org.pressroom.config;

import org.jspecify.annotations.Nullable;
import org.pressroom.diagnostic.Diagnostic;
import org.pressroom.diagnostic.Severity;
import org.pressroom.source.SourceSpan;
import org.pressroom.source.SourceText;

import java.nio.charset.StandardCharsets;
import java.nio.file.FileSystems;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.PatternSyntaxException;

/// Reads `pressroom.yaml`. Immutable; safe for several threads.
///
/// What comes out is always a whole, valid [Configuration]: a value that can't be used is reported and its default
/// stands. An unknown key is never ignored, since a switch that does nothing is worse than none.
public final class ConfigurationReader {

    /// What a file said.
    ///
    /// @param findings `config-unknown-key` and `config-bad-value`, all errors, in order of place
    public record Result(Configuration configuration, List<Diagnostic> findings) {
        public Result {
            findings = List.copyOf(findings);
        }
    }

    private static final List<String> KEYS = List.of("site", "content", "exclude", "statuses", "outcomes", "results",
        "reasons", "required", "aliases", "severities", "thresholds", "words");
    private static final List<String> LEVELS = List.of("error", "warning", "info", "off");

    private final Set<String> rules;
    private final Set<String> metadataKeys;
    private final Map<String, Set<String>> wordLists;

    /// @param rules        ids of the rules there are
    /// @param metadataKeys the keys that metadata may have, nested ones with a dot
    /// @param wordLists    name of each word list to its entries in all languages
    public ConfigurationReader(Set<String> rules, Set<String> metadataKeys, Map<String, Set<String>> wordLists) {
        this.rules = Set.copyOf(rules);
        this.metadataKeys = Set.copyOf(metadataKeys);
        this.wordLists = new TreeMap<>(wordLists);
    }

    /// Reads the text of one file; an empty one gives the defaults.
    public Result read(SourceText source) {
        ConfigurationFindings findings = new ConfigurationFindings(source);
        YamlValue.Mapping root = root(source, findings);
        Configuration configuration =
            new Reading(new Section(root, "", KEYS, findings), findings).configuration(fingerprint(source.text()));
        return new Result(configuration, findings.sorted());
    }

    private static YamlValue.Mapping root(SourceText source, ConfigurationFindings findings) {
        return switch (YamlReader.read(source.text(), new SourceSpan(0, source.text().length()))) {
            case YamlReader.Unreadable(String message, int offset) -> {
                findings.badValue(new SourceSpan(offset, offset), "the configuration can't be read as YAML: " + message,
                    "mend the YAML here; until then the defaults are used");
                yield new YamlValue.Mapping(List.of(), new SourceSpan(0, 0));
            }
            case YamlReader.Read(YamlValue value) -> value == null
                ? new YamlValue.Mapping(List.of(), new SourceSpan(0, 0))
                : Section.mapping(value, "the configuration", findings);
        };
    }

    private static String fingerprint(String text) {
        try {
            MessageDigest sha = MessageDigest.getInstance("SHA-256");
            return HexFormat.of().formatHex(sha.digest(text.getBytes(StandardCharsets.UTF_8)));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every JDK has SHA-256", e);
        }
    }

    /// One file being read.
    private final class Reading {

        private final Section root;
        private final ConfigurationFindings findings;

        Reading(Section root, ConfigurationFindings findings) {
            this.root = root;
            this.findings = findings;
        }

        Configuration configuration(String fingerprint) {
            Vocabulary standard = Vocabulary.PRFAQ;
            Vocabulary vocabulary = new Vocabulary(
                words("statuses", standard.statuses()), words("outcomes", standard.outcomes()),
                words("results", standard.results()), words("reasons", standard.reasons()),
                required(standard), aliases(standard));
            return new Configuration(
                site(), content(), exclude(), vocabulary, severities(), thresholds(), wordChanges(),
                fingerprint);
        }

        private SiteSettings site() {
            Section site = root.section("site", List.of("name", "tagline"));
            return new SiteSettings(
                site.text("name").orElse(SiteSettings.DEFAULT.name()), site.text("tagline").orElse(null));
        }

        private @Nullable String content() {
            String folder = root.text("content").orElse(null);
            if (folder == null) {
                return null;
            }
            String path = folder.endsWith("/") ? folder.substring(0, folder.length() - 1) : folder;
            boolean inside = path.equals(".") || !path.contains("\\") && Arrays.stream(path.split("/", -1))
                .noneMatch(name -> name.isEmpty() || name.equals(".") || name.equals(".."));
            if (!inside) {
                root.value("content").ifPresent(value -> findings.badValue(value.span(),
                    "the content folder `" + folder + "` is not inside the archive",
                    "write a path relative to the archive's root, such as `content` or `docs/ideas`"));
            }
            return inside ? path : null;
        }

        private List<String> exclude() {
            List<String> globs = new ArrayList<>();
            for (YamlValue.Scalar scalar : root.texts("exclude").orElse(List.of())) {
                try {
                    FileSystems.getDefault().getPathMatcher("glob:" + scalar.text());
                    globs.add(scalar.text());
                } catch (PatternSyntaxException e) {
                    findings.badValue(scalar.span(),
                        "`" + scalar.text() + "` is not a pattern of paths: " + e.getDescription(),
                        "write a glob such as `archive/**` or `*.draft.md`");
                }
            }
            return globs;
        }

        private List<String> words(String key, List<String> standard) {
            Optional<List<YamlValue.Scalar>> written = root.texts(key);
            if (written.isEmpty()) {
                return standard;
            }
            Map<String, String> words = new LinkedHashMap<>();
            for (YamlValue.Scalar scalar : written.get()) {
                String word = scalar.text().strip();
                if (words.putIfAbsent(Vocabulary.normal(word), word) != null) {
                    findings.badValue(
                        scalar.span(), "`" + word + "` stands twice in `" + key + "`", "leave one of them out");
                }
            }
            if (words.isEmpty()) {
                root.value(key).ifPresent(value -> findings.badValue(value.span(), "`" + key + "` holds no word",
                    "name at least one, or leave `" + key + "` out to have " + String.join(", ", standard)));
                return standard;
            }
            return List.copyOf(words.values());
        }

        private List<String> required(Vocabulary standard) {
            return root.texts("required")
                .map(texts -> texts.stream().flatMap(text -> metadataKey(text).stream()).distinct().toList())
                .orElse(standard.required());
        }

        private Optional<String> metadataKey(YamlValue.Scalar scalar) {
            String key = Vocabulary.normal(scalar.text());
            if (metadataKeys.contains(key) || key.startsWith("x-")) {
                return Optional.of(key);
            }
            findings.unknownWord(
                scalar.span(), "`" + scalar.text() + "` is no key of the metadata", scalar.text(), metadataKeys);
            return Optional.empty();
        }

        private Map<String, String> aliases(Vocabulary standard) {
            Map<String, String> aliases = new LinkedHashMap<>(standard.aliases());
            for (YamlValue.Entry entry : root.mapping("aliases").entries()) {
                String alias = Vocabulary.normal(entry.key());
                if (metadataKeys.contains(alias)) {
                    findings.badValue(entry.keySpan(), "`" + entry.key() + "` is a key itself and can't be an alias",
                        "choose another name");
                } else if (entry.value() instanceof YamlValue.Scalar scalar && !scalar.absent()) {
                    metadataKey(scalar).ifPresent(key -> aliases.put(alias, key));
                } else {
                    findings.badValue(entry.value().span(), "the alias `" + entry.key() + "` stands for no single key",
                        "write `" + entry.key() + ": authors`, or another key of the metadata");
                }
            }
            return aliases;
        }

        private Map<String, Optional<Severity>> severities() {
            Map<String, Optional<Severity>> severities = new LinkedHashMap<>();
            for (YamlValue.Entry entry : root.mapping("severities").entries()) {
                String level = entry.value() instanceof YamlValue.Scalar scalar ? scalar.text() : "";
                if (!rules.contains(entry.key())) {
                    findings.unknownKey(entry.keySpan(), "severities." + entry.key(), entry.key(), rules);
                } else if (!LEVELS.contains(level)) {
                    findings.unknownWord(entry.value().span(), "`" + level + "` is no severity", level, LEVELS);
                } else {
                    severities.putIfAbsent(entry.key(), Severity.of(level));
                }
            }
            return severities;
        }

        private Thresholds thresholds() {
            Map<String, Integer> thresholds = new LinkedHashMap<>(Thresholds.DEFAULT.byName());
            Section section = root.section("thresholds", Thresholds.DEFAULT.byName().keySet());
            thresholds.replaceAll((name, standard) -> section.value(name)
                .map(value -> positive(value).orElseGet(() -> {
                    findings.badValue(value.span(), "`thresholds." + name + "` is not a whole number above zero",
                        "write a number such as " + standard);
                    return standard;
                }))
                .orElse(standard));
            return Thresholds.of(thresholds);
        }

        private static Optional<Integer> positive(YamlValue value) {
            String digits = value instanceof YamlValue.Scalar scalar ? scalar.text().replace("_", "") : "";
            return digits.matches("[0-9]{1,9}") && Integer.parseInt(digits) > 0
                ? Optional.of(Integer.valueOf(digits)) : Optional.empty();
        }

        private Map<String, WordChanges> wordChanges() {
            Map<String, WordChanges> changes = new LinkedHashMap<>();
            Section section = root.section("words", wordLists.keySet());
            wordLists.forEach((list, entries) -> {
                if (section.value(list).isPresent()) {
                    Section change = section.section(list, List.of("add", "remove"));
                    changes.put(list, new WordChanges(added(change), removed(change, list, entries)));
                }
            });
            return changes;
        }

        private List<String> added(Section change) {
            List<String> added = new ArrayList<>();
            for (YamlValue.Scalar scalar : change.texts("add").orElse(List.of())) {
                if (scalar.text().codePoints().anyMatch(Character::isLetterOrDigit)) {
                    added.add(scalar.text());
                } else {
                    findings.badValue(scalar.span(), "`" + scalar.text() + "` has neither letter nor digit",
                        "write a word or a few words, such as `game-changing`");
                }
            }
            return added;
        }

        /// Only what is in the built-in list can be taken out of it: a misspelt word would go on being found.
        private List<String> removed(Section change, String list, Set<String> entries) {
            Set<String> known = new TreeSet<>();
            entries.forEach(entry -> known.add(WordChanges.normal(entry)));
            List<String> removed = new ArrayList<>();
            for (YamlValue.Scalar scalar : change.texts("remove").orElse(List.of())) {
                if (known.contains(WordChanges.normal(scalar.text()))) {
                    removed.add(scalar.text());
                } else {
                    findings.unknownWord(scalar.span(), "the word list `" + list + "` does not hold `" + scalar.text() + "`",
                        scalar.text(), entries);
                }
            }
            return removed;
        }
    }
}
