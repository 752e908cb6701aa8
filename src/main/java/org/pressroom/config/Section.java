package org.pressroom.config;

import org.pressroom.source.SourceSpan;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// A mapping of `pressroom.yaml` whose keys are known, read with findings for what can't be used.
final class Section {

    private static final YamlValue.Mapping EMPTY = new YamlValue.Mapping(List.of(), new SourceSpan(0, 0));

    private final String prefix;
    private final Map<String, YamlValue> values = new HashMap<>();
    private final ConfigurationFindings findings;

    /// @param prefix what stands before a key in messages: empty, or `site.`
    /// @param keys   the keys that may stand here; others, and second values of one key, are reported
    Section(YamlValue.Mapping mapping, String prefix, Collection<String> keys, ConfigurationFindings findings) {
        this.prefix = prefix;
        this.findings = findings;
        for (YamlValue.Entry entry : mapping.entries()) {
            if (!keys.contains(entry.key())) {
                findings.unknownKey(entry.keySpan(), prefix + entry.key(), entry.key(), keys);
            } else if (values.putIfAbsent(entry.key(), entry.value()) != null) {
                findings.badValue(entry.keySpan(), "the key `" + prefix + entry.key() + "` is written twice",
                    "keep one of the two; the first counts");
            }
        }
    }

    /// A value as a mapping: empty when it is absent or, reported, none.
    static YamlValue.Mapping mapping(YamlValue value, String what, ConfigurationFindings findings) {
        if (value instanceof YamlValue.Mapping mapping) {
            return mapping;
        }
        if (!absent(value)) {
            findings.badValue(value.span(), what + " is not a mapping of keys to values", "write `key: value` lines");
        }
        return EMPTY;
    }

    private static boolean absent(YamlValue value) {
        return value instanceof YamlValue.Scalar scalar && scalar.absent();
    }

    private static boolean isText(YamlValue value) {
        return value instanceof YamlValue.Scalar scalar && !scalar.absent() && !scalar.text().isBlank();
    }

    /// What is written under a key; empty when nothing is.
    Optional<YamlValue> value(String key) {
        return Optional.ofNullable(values.get(key)).filter(value -> !absent(value));
    }

    /// The section under a key.
    Section section(String key, Collection<String> keys) {
        return new Section(mapping(key), prefix + key + ".", keys, findings);
    }

    /// The mapping under a key; empty when there is none.
    YamlValue.Mapping mapping(String key) {
        return value(key).map(value -> mapping(value, "`" + prefix + key + "`", findings)).orElse(EMPTY);
    }

    /// The text under a key.
    Optional<String> text(String key) {
        Optional<YamlValue> value = value(key);
        if (value.isPresent() && value.get() instanceof YamlValue.Scalar scalar && isText(scalar)) {
            return Optional.of(scalar.text().strip());
        }
        value.ifPresent(other -> findings.badValue(other.span(), "`" + prefix + key + "` is not a text",
            "write one text after `" + key + ":`"));
        return Optional.empty();
    }

    /// The texts of the list under a key; empty when there is no list.
    Optional<List<YamlValue.Scalar>> texts(String key) {
        Optional<YamlValue> value = value(key);
        if (value.isEmpty() || !(value.get() instanceof YamlValue.Sequence sequence)) {
            value.ifPresent(other -> findings.badValue(other.span(), "`" + prefix + key + "` is not a list",
                "write `" + key + ": [one, another]`"));
            return Optional.empty();
        }
        List<YamlValue.Scalar> texts = new ArrayList<>();
        for (YamlValue element : sequence.values()) {
            if (element instanceof YamlValue.Scalar scalar && isText(scalar)) {
                texts.add(scalar);
            } else {
                findings.badValue(element.span(), "an element of `" + prefix + key + "` is not a text",
                    "write one text there");
            }
        }
        return Optional.of(texts);
    }
}
