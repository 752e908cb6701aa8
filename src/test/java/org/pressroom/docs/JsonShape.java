package org.pressroom.docs;

import org.jspecify.annotations.Nullable;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/// What JSON values have in common, learned from as many as are added: the fields of objects, what lists hold, and which
/// of text, number, true or false, and null are at a place.
final class JsonShape {

    private final Set<String> scalars = new TreeSet<>();
    private @Nullable Map<String, JsonShape> fields;
    private @Nullable JsonShape items;
    /// Of a mapping whose keys are words of the archive.
    private @Nullable JsonShape named;

    private final Map<String, String> free;

    /// @param free names of fields that hold a mapping with keys of the archive, each with what these keys are
    JsonShape(Map<String, String> free) {
        this.free = free;
    }

    JsonShape add(@Nullable Object value) {
        switch (value) {
            case null -> scalars.add("null");
            case Map<?, ?> object -> object.forEach((name, field) -> below((String) name).add(field, (String) name));
            case List<?> list -> {
                JsonShape each = items == null ? items = new JsonShape(free) : items;
                list.forEach(each::add);
            }
            case String _ -> scalars.add("text");
            case Boolean _ -> scalars.add("true or false");
            default -> scalars.add("number");
        }
        return this;
    }

    private void add(@Nullable Object value, String name) {
        String keys = free.get(name);
        if (keys != null && value instanceof Map<?, ?> mapping) {
            JsonShape each = named == null ? named = new JsonShape(free) : named;
            mapping.values().forEach(each::add);
        } else {
            add(value);
        }
    }

    private JsonShape below(String name) {
        Map<String, JsonShape> all = fields == null ? fields = new LinkedHashMap<>() : fields;
        return all.computeIfAbsent(name, _ -> new JsonShape(free));
    }

    /// As it is written on the page: JSON with words in the place of values.
    String text() {
        return text("", "", 100);
    }

    private String text(String name, String indent, int width) {
        List<String> forms = new ArrayList<>();
        if (fields != null) {
            forms.add(object(fields, indent, width));
        }
        if (named != null) {
            forms.add("{" + free.get(name) + ": " + named.text("", indent, width) + ", …}");
        }
        if (items != null) {
            forms.add("[" + items.text("", indent, width) + ", …]");
        }
        scalars.stream().filter(scalar -> !scalar.equals("null")).forEach(forms::add);
        if (scalars.contains("null")) {
            forms.add("null");
        }
        return String.join(" or ", forms);
    }

    private static String object(Map<String, JsonShape> fields, String indent, int width) {
        List<String> inner = new ArrayList<>();
        fields.forEach((name, shape) -> inner.add("\"" + name + "\": " + shape.text(name, indent + "  ", width)));
        String line = "{" + String.join(", ", inner) + "}";
        return line.length() + indent.length() <= width && !line.contains("\n") ? line
            : "{\n" + indent + "  " + String.join(",\n" + indent + "  ", inner) + "\n" + indent + "}";
    }
}
