package org.pressroom.config;

import org.jspecify.annotations.Nullable;
import org.pressroom.diagnostic.Diagnostic;
import org.pressroom.diagnostic.Severity;
import org.pressroom.source.SourceSpan;
import org.pressroom.source.SourceText;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;

/// Reads `pressroom.yaml`. Immutable; safe for several threads.
///
/// What comes out is always a whole, valid [Configuration], so that `check` can go on: a value that can't be used is
/// reported and its default stands. Nothing may be published by it as long as there are findings, since what was meant to
/// be hidden is unknown. An unknown key is never ignored, since a switch that does nothing is worse than none.
///
/// The form of each value is checked by its [Key]; what refers to another place of the file is checked here.
public final class ConfigurationReader {

    /// What a file said.
    ///
    /// @param findings `config-unknown-key` and `config-bad-value`, all errors, in order of place
    public record Result(Configuration configuration, List<Diagnostic> findings) {
        public Result {
            findings = List.copyOf(findings);
        }
    }

    private final ConfigurationKeys keys;
    private final Set<String> metadataKeys;
    private final Map<String, Set<String>> wordLists;

    /// @param rules        ids of the rules there are
    /// @param metadataKeys the keys that metadata may have, nested ones with a dot
    /// @param wordLists    name of each word list to its entries in all languages
    public ConfigurationReader(Set<String> rules, Set<String> metadataKeys, Map<String, Set<String>> wordLists) {
        this.keys = new ConfigurationKeys(rules, metadataKeys, wordLists.keySet());
        this.metadataKeys = Set.copyOf(metadataKeys);
        this.wordLists = new TreeMap<>(wordLists);
    }

    /// The JSON Schema of the file, written from the keys that [#read] reads.
    public Map<String, Object> schema() {
        return keys.root.schema().orNothing().asDocument("Pressroom configuration, pressroom.yaml").tree();
    }

    /// Reads the text of one file by itself; an empty one gives the defaults.
    public Result read(SourceText source) {
        return read(source, Surroundings.NONE);
    }

    /// Reads the text of one file; an empty one gives the defaults.
    public Result read(SourceText source, Surroundings surroundings) {
        ConfigurationFindings findings = new ConfigurationFindings(source);
        Keys.Values root = root(source, findings);
        List<String> recogniser = root.get(ConfigurationKeys.RECOGNISER).map(written -> weights(written, surroundings, findings)).orElse(List.of());
        Configuration configuration = configuration(root, new SiteReader(surroundings, findings).read(root), new ScopeReader(source, findings).read(root), findings,
            recogniser, fingerprint(source.text(), recogniser));
        return new Result(configuration, findings.sorted());
    }

    private Keys.Values root(SourceText source, ConfigurationFindings findings) {
        return switch (YamlReader.read(source.text(), new SourceSpan(0, source.text().length()))) {
            case YamlReader.Unreadable(String message, int offset) -> {
                findings.badValue(new SourceSpan(offset, offset), "the configuration can't be read as YAML: " + message,
                    "fix the YAML here; until then nothing is published");
                yield keys.root.none();
            }
            case YamlReader.Read(YamlValue value) -> value == null || Shapes.absent(value) ? keys.root.none()
                : keys.root.read(value, new Shape.Place("", false, findings)).orElseGet(keys.root::none);
        };
    }

    private static List<String> weights(YamlValue.Scalar written, Surroundings surroundings, ConfigurationFindings findings) {
        Surroundings.Learned weights = surroundings.weights(written.text());
        if (weights.refusal() != null) {
            findings.badValue(written.span(), "the weights `" + written.text() + "` " + weights.refusal(),
                "name a file as the recogniser's trainer writes it, or remove the key: Pressroom brings weights of its own");
        }
        return weights.lines();
    }

    /// Of all that the configuration says, in other files too.
    private static String fingerprint(String text, List<String> recogniser) {
        try {
            MessageDigest sha = MessageDigest.getInstance("SHA-256");
            sha.update(text.getBytes(StandardCharsets.UTF_8));
            recogniser.forEach(line -> sha.update(("\n" + line).getBytes(StandardCharsets.UTF_8)));
            return HexFormat.of().formatHex(sha.digest());
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every JDK has SHA-256", e);
        }
    }

    private Configuration configuration(Keys.Values root, SiteSettings site, Scope scope, ConfigurationFindings findings, List<String> recogniser, String fingerprint) {
        Vocabulary vocabulary = new VocabularyReader(keys, metadataKeys, findings).read(root);
        KindReader kinds = new KindReader(keys, metadataKeys, vocabulary, findings);
        root.get(keys.kinds).ifPresent(kinds::read);
        List<PathGlob> exclude = root.get(ConfigurationKeys.EXCLUDE).orElse(List.of());
        return new Configuration(site, content(root), root.text(ConfigurationKeys.BASELINE), exclude, vocabulary, kinds.ofAllOthers(), kinds.withFiles(),
            severities(root), thresholds(root), words(root, findings), since(root), synonyms(root),
            root.get(ConfigurationKeys.PEOPLE).map(new PeopleReader(findings)::read).orElse(List.of()), diffs(root), scope,
            new ConventionsReader(keys, metadataKeys, vocabulary, findings).read(root), recogniser, fingerprint);
    }

    /// A day that the calendar has not, the 31st of a shorter month, is the last of that month.
    private static @Nullable LocalDate since(Keys.Values root) {
        String day = root.text(ConfigurationKeys.SINCE);
        if (day == null) {
            return null;
        }
        YearMonth month = YearMonth.parse(day.substring(0, 7));
        return month.atDay(Math.min(month.lengthOfMonth(), Integer.parseInt(day.substring(8))));
    }

    private static @Nullable String content(Keys.Values root) {
        String folder = root.text(ConfigurationKeys.CONTENT);
        return folder != null && folder.endsWith("/") ? folder.substring(0, folder.length() - 1) : folder;
    }

    private Map<String, Optional<Severity>> severities(Keys.Values root) {
        Map<String, Optional<Severity>> severities = new LinkedHashMap<>();
        root.get(keys.severities).ifPresent(levels -> keys.levels.forEach((rule, key) ->
            levels.get(key).ifPresent(level -> severities.put(rule, Severity.of(level.text())))));
        return severities;
    }

    private Map<String, WordChanges> words(Keys.Values root, ConfigurationFindings findings) {
        return root.get(keys.words).map(words -> new WordsReader(keys, wordLists, findings).read(words)).orElse(Map.of());
    }

    private static List<List<String>> synonyms(Keys.Values root) {
        return root.get(ConfigurationKeys.SYNONYMS).orElse(List.of()).stream()
            .map(group -> group.stream().map(YamlValue.Scalar::text).toList()).toList();
    }

    private static DiffBounds diffs(Keys.Values root) {
        return root.get(ConfigurationKeys.DIFFS).map(diffs -> new DiffBounds(
            diffs.get(ConfigurationKeys.COMPARED).orElse(DiffBounds.DEFAULT.revisions()),
            diffs.get(ConfigurationKeys.COMPARED_IN_ALL).orElse(DiffBounds.DEFAULT.pages()),
            diffs.get(ConfigurationKeys.COMPARED_WORDS).orElse(DiffBounds.DEFAULT.words()))).orElse(DiffBounds.DEFAULT);
    }

    private Thresholds thresholds(Keys.Values root) {
        Map<String, Integer> thresholds = new LinkedHashMap<>(Thresholds.DEFAULT.byName());
        root.get(keys.thresholds).ifPresent(numbers -> keys.numbers.forEach((name, key) ->
            numbers.get(key).ifPresent(number -> thresholds.put(name, number))));
        return Thresholds.of(thresholds);
    }
}
