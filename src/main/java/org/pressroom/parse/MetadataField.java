package org.pressroom.parse;

import org.jspecify.annotations.Nullable;
import org.pressroom.config.YamlValue;
import org.pressroom.model.MetadataCarrier;
import org.pressroom.source.SourceSpan;

/// One value of the metadata, brought under the key of the schema that is meant.
///
/// @param path    the schema's key, with a dot before a nested one: `status`, `decision.date`, `reviews.date`;
///                for a key that the schema does not know, the key in its normal form
/// @param item    zero-based number in a list of mappings (`reviews`); else 0
/// @param type    what the value should be; null when the schema does not know the key
/// @param written the key as it was written
/// @param keySpan where the key stands
/// @param value   as written
/// @param carrier in which it stands
public record MetadataField(
        String path, int item, @Nullable ValueType type, String written, SourceSpan keySpan, YamlValue value,
        MetadataCarrier carrier) {

    /// Whether there is a value at all, and not only a key.
    public boolean present() {
        return switch (value) {
            case YamlValue.Scalar scalar -> !scalar.absent() && !scalar.text().isBlank();
            case YamlValue.Sequence sequence -> !sequence.values().isEmpty();
            case YamlValue.Mapping mapping -> !mapping.entries().isEmpty();
        };
    }
}
