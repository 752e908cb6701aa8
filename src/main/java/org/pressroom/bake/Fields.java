package org.pressroom.bake;

import org.jspecify.annotations.Nullable;

import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.Map;

/// Collects a part of a page model: nulls and empty collections are left out, texts are made fit for pages.
final class Fields {

    private final Map<String, Object> values = new LinkedHashMap<>();

    Fields put(String name, @Nullable String text) {
        if (text != null && !text.isBlank()) {
            values.put(name, PlainText.of(text));
        }
        return this;
    }

    /// Puts a text that may be empty.
    Fields putAsIs(String name, String text) {
        values.put(name, text);
        return this;
    }

    Fields put(String name, @Nullable Map<String, Object> fields) {
        if (fields != null) {
            values.put(name, fields);
        }
        return this;
    }

    Fields put(String name, Collection<?> list) {
        if (!list.isEmpty()) {
            values.put(name, list);
        }
        return this;
    }

    Fields put(String name, int number) {
        values.put(name, number);
        return this;
    }

    Fields put(String name, boolean truth) {
        values.put(name, truth);
        return this;
    }

    Fields putAll(Map<String, Object> others) {
        values.putAll(others);
        return this;
    }

    Map<String, Object> map() {
        return values;
    }
}
