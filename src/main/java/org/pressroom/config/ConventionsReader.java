package org.pressroom.config;

import org.jspecify.annotations.Nullable;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/// Reads the conventions of an archive.
final class ConventionsReader {

    private final ConfigurationKeys keys;
    private final Vocabulary vocabulary;
    private final MetadataNames names;
    private final ConfigurationFindings findings;

    ConventionsReader(ConfigurationKeys keys, Set<String> metadataKeys, Vocabulary vocabulary, ConfigurationFindings findings) {
        this.keys = keys;
        this.vocabulary = vocabulary;
        this.names = new MetadataNames(metadataKeys, vocabulary.extras(), findings);
        this.findings = findings;
    }

    Conventions read(Keys.Values root) {
        String title = root.text(ConfigurationKeys.TITLE_FROM);
        return new Conventions(root.get(ConfigurationKeys.DEFAULTS).orElse(List.of()).stream().flatMap(one -> defaults(one).stream()).toList(),
            root.get(ConfigurationKeys.STATUS_FROM).map(this::folders).orElse(null), root.get(ConfigurationKeys.CREATED_FROM).isPresent(),
            title == null ? Conventions.TitleFrom.METADATA : title.equals("file") ? Conventions.TitleFrom.FILE : Conventions.TitleFrom.HEADING,
            texts(root, ConfigurationKeys.TITLE_PREFIXES), texts(root, ConfigurationKeys.TITLE_SUFFIXES), root.text(ConfigurationKeys.ID),
            ignored(root), requiredFor(root), root.get(ConfigurationKeys.TEMPLATES).orElse(null));
    }

    private static List<String> texts(Keys.Values root, Key<List<YamlValue.Scalar>> key) {
        return root.get(key).orElse(List.of()).stream().map(YamlValue.Scalar::text).toList();
    }

    private Optional<Conventions.Defaults> defaults(Shapes.Named<YamlValue.Mapping> written) {
        YamlValue.Mapping values = written.value();
        if (values == null) {
            return Optional.empty();
        }
        List<YamlValue.Entry> entries = new ArrayList<>();
        for (YamlValue.Entry entry : values.entries()) {
            String normal = Vocabulary.normal(entry.key());
            String key = vocabulary.aliases().getOrDefault(normal, normal);
            if (!names.knows(key) && !key.startsWith("x-")) {
                names.key(new YamlValue.Scalar(entry.key(), true, entry.keySpan()));
            } else if (!key.equals("status") || status(entry.value())) {
                entries.add(entry);
            }
        }
        Shape.Place place = new Shape.Place("defaults", false, findings);
        return Shape.glob().read(new YamlValue.Scalar(written.name(), true, written.span()), place)
            .map(glob -> new Conventions.Defaults(glob, new YamlValue.Mapping(entries, values.span())));
    }

    private boolean status(YamlValue value) {
        return value instanceof YamlValue.Scalar scalar && known(scalar).isPresent();
    }

    private Optional<String> known(YamlValue.Scalar scalar) {
        Optional<String> word = vocabulary.status().match(scalar.text()).map(match -> match.term().word());
        if (word.isEmpty()) {
            findings.unknownWord(scalar.span(), "`" + scalar.text() + "` is not a status", scalar.text(), vocabulary.statuses());
        }
        return word;
    }

    private @Nullable Map<String, String> folders(List<Shapes.Named<YamlValue.Scalar>> written) {
        Map<String, String> folders = new LinkedHashMap<>();
        for (Shapes.Named<YamlValue.Scalar> folder : written) {
            if (folder.value() == null) {
                findings.badValue(folder.span(), "the folder `" + folder.name() + "` does not stand for a status", "write `" + folder.name() + ": draft`, or another status");
            } else {
                known(folder.value()).ifPresent(word -> folders.put(Vocabulary.normal(folder.name()), word));
            }
        }
        return folders;
    }

    private static Set<String> ignored(Keys.Values root) {
        Set<String> ignored = new HashSet<>();
        root.get(ConfigurationKeys.IGNORE).orElse(List.of()).forEach(key -> ignored.add(Vocabulary.normal(key.text())));
        return ignored;
    }

    private Map<String, List<String>> requiredFor(Keys.Values root) {
        Map<String, List<String>> required = new LinkedHashMap<>();
        for (Shapes.Named<List<YamlValue.Scalar>> written : root.get(keys.requiredFor).orElse(List.of())) {
            if (written.value() != null) {
                List<String> its = names.keys(written.value());
                known(new YamlValue.Scalar(written.name(), true, written.span())).ifPresent(word -> required.put(word, its));
            }
        }
        return required;
    }
}
