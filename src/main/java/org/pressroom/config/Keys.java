package org.pressroom.config;

import org.jspecify.annotations.Nullable;
import org.pressroom.source.SourceSpan;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// The shape of a mapping whose keys are known. Any other key is a finding with "did you mean", and not allowed by the
/// schema. What is read can be asked for by these keys alone, so none is read that the schema does not know.
final class Keys implements Shape<Keys.Values> {

    private final List<Key<?>> keys;

    private Keys(List<Key<?>> keys) {
        this.keys = keys;
    }

    static Keys of(Key<?>... keys) {
        return new Keys(List.of(keys));
    }

    static Keys of(List<? extends Key<?>> keys) {
        return new Keys(List.copyOf(keys));
    }

    /// What stood behind the keys.
    final class Values {

        private final SourceSpan span;
        private final Map<Key<?>, Object> values;
        private final Map<Key<?>, SourceSpan> spans;

        private Values(SourceSpan span, Map<Key<?>, Object> values, Map<Key<?>, SourceSpan> spans) {
            this.span = span;
            this.values = values;
            this.spans = spans;
        }

        /// What was read of a key; empty when it was not written or can't be used.
        @SuppressWarnings("unchecked")
        <T> Optional<T> get(Key<T> key) {
            if (!keys.contains(key)) {
                throw new IllegalArgumentException("`" + key.name() + "` is not a key of this mapping");
            }
            return Optional.ofNullable((T) values.get(key));
        }

        /// The text behind a key.
        @Nullable String text(Key<YamlValue.Scalar> key) {
            return get(key).map(YamlValue.Scalar::text).orElse(null);
        }

        /// Where the value of a key stands, or, without one, the mapping.
        SourceSpan span(Key<?> key) {
            return spans.getOrDefault(key, span);
        }
    }

    /// What an empty mapping gives.
    Values none() {
        return of(new SourceSpan(0, 0), Map.of());
    }

    /// What a mapping of these values, all written in one place, would give.
    Values of(SourceSpan span, Map<Key<?>, Object> values) {
        return new Values(span, values, Map.of());
    }

    @Override
    public Optional<Values> read(YamlValue value, Place place) {
        if (!(value instanceof YamlValue.Mapping mapping)) {
            place.bad(value.span(), place.name() + " is not a mapping of keys to values", "write `key: value` lines");
            return Optional.empty();
        }
        Map<Key<?>, Object> values = new HashMap<>();
        Map<Key<?>, SourceSpan> spans = new HashMap<>();
        List<String> seen = new ArrayList<>();
        for (YamlValue.Entry entry : mapping.entries()) {
            Place below = place.below(entry.key());
            Key<?> key = keys.stream().filter(k -> k.name().equals(entry.key())).findFirst().orElse(null);
            if (key == null) {
                place.findings().unknownKey(entry.keySpan(), below.path(), entry.key(), keys.stream().map(Key::name).toList());
            } else if (seen.contains(entry.key())) {
                place.bad(entry.keySpan(), "the key " + below.name() + " is written twice", "keep one of the two; the first counts");
            } else {
                seen.add(entry.key());
                spans.put(key, entry.value().span());
                if (Shapes.absent(entry.value()) && !key.shape().mayBeAbsent()) {
                    place.bad(entry.keySpan(), "there is no value for " + below.name(), "write a value, or remove the key");
                } else if (!Shapes.absent(entry.value())) {
                    key.shape().read(entry.value(), below).ifPresent(read -> values.put(key, read));
                }
            }
        }
        return Optional.of(new Values(mapping.span(), values, spans));
    }

    @Override
    public JsonSchema schema() {
        Map<String, JsonSchema> properties = new LinkedHashMap<>();
        for (Key<?> key : keys) {
            JsonSchema schema = key.shape().mayBeAbsent() ? key.shape().schema().orNothing() : key.shape().schema();
            properties.put(key.name(), key.about().isEmpty() ? schema : schema.with("description", key.about()));
        }
        return JsonSchema.mapping(properties);
    }
}
