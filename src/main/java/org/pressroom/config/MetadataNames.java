package org.pressroom.config;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/// The keys that metadata may have, those that the configuration adds among them.
final class MetadataNames {

    private final Set<String> names;
    private final ConfigurationFindings findings;

    MetadataNames(Set<String> metadataKeys, List<MetadataExtra> extras, ConfigurationFindings findings) {
        this.names = new LinkedHashSet<>(metadataKeys);
        this.findings = findings;
        extras.forEach(extra -> names.add(extra.name()));
    }

    /// @param name in normal form
    boolean knows(String name) {
        return names.contains(name);
    }

    /// The key that a text names; reported when there is none.
    Optional<String> key(YamlValue.Scalar scalar) {
        String key = Vocabulary.normal(scalar.text());
        if (names.contains(key) || key.startsWith("x-")) {
            return Optional.of(key);
        }
        findings.unknownWord(scalar.span(), "`" + scalar.text() + "` is not a metadata key", scalar.text(), names);
        return Optional.empty();
    }

    List<String> keys(List<YamlValue.Scalar> scalars) {
        return scalars.stream().flatMap(scalar -> key(scalar).stream()).distinct().toList();
    }
}
