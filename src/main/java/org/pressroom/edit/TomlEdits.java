package org.pressroom.edit;

import org.pressroom.config.Vocabulary;
import org.pressroom.config.YamlValue;
import org.pressroom.parse.MetadataField;
import org.pressroom.parse.MetadataSchema;
import org.pressroom.parse.RawMetadata;
import org.pressroom.source.LineMap;
import org.pressroom.source.LineSpan;
import org.pressroom.source.SourceText;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/// Changes of TOML front matter (TOML 1.0), as texts of which the first that is right is taken.
final class TomlEdits {

    private static final Pattern DAY = Pattern.compile("\\d{4}-\\d\\d-\\d\\d");

    private final String text;
    private final LineMap lines;
    private final RawMetadata raw;
    private final Vocabulary vocabulary;
    private final LineSpan block;
    private final String end;

    TomlEdits(SourceText source, RawMetadata raw, Vocabulary vocabulary) {
        this.text = source.text();
        this.lines = source.lines();
        this.raw = raw;
        this.vocabulary = vocabulary;
        this.block = Objects.requireNonNull(raw.lines());
        this.end = text.startsWith("\r\n", lines.endOf(block.from())) ? "\r\n" : "\n";
    }

    List<String> attempts(MetadataChange change) {
        Optional<MetadataField> field = MetadataSchema.fields(raw, vocabulary).stream().filter(one -> one.path().equals(change.path())).findFirst();
        return switch (change) {
            case MetadataChange.AddItem item -> List.of(inserted(block.to(), table(item)));
            case MetadataChange.Add add when field.isPresent() -> added(field.get().value(), value(add.value()));
            case MetadataChange.Add add -> put(change.path(), field, value(List.of(add.value())));
            case MetadataChange.Put put -> put(change.path(), field, value(put.value()));
            case MetadataChange.PutList list -> put(change.path(), field, value(list.values()));
        };
    }

    private List<String> put(String path, Optional<MetadataField> field, String value) {
        if (field.isPresent()) {
            YamlValue old = field.get().value();
            return List.of(text.substring(0, old.span().start()) + value + text.substring(old.span().end()));
        }
        List<String> attempts = new ArrayList<>();
        int dot = path.indexOf('.');
        int first = block.to();
        for (int line = block.to() - 1; line > block.from(); line--) {
            String written = lines.textOf(line).strip();
            first = written.startsWith("[") ? line : first;
            if (dot > 0 && written.equals("[" + path.substring(0, dot) + "]")) {
                attempts.add(inserted(line + 1, List.of(path.substring(dot + 1) + " = " + value)));
            }
        }
        // Keys that stand below the name of a table are the table's.
        attempts.add(inserted(first, List.of(path + " = " + value)));
        return attempts;
    }

    private List<String> added(YamlValue old, String value) {
        String written = text.substring(old.span().start(), old.span().end());
        int close = written.lastIndexOf(']');
        String list = close < 0 ? "[" + written + ", " + value + "]"
            : written.substring(0, close).stripTrailing().replaceFirst(",$", "") + (old instanceof YamlValue.Sequence several && several.values().isEmpty() ? "" : ", ") + value + "]";
        return List.of(text.substring(0, old.span().start()) + list + text.substring(old.span().end()));
    }

    private static List<String> table(MetadataChange.AddItem item) {
        List<String> table = new ArrayList<>(List.of("[[" + item.path() + "]]"));
        for (Map.Entry<String, Object> field : item.fields().entrySet()) {
            table.add(field.getKey() + " = " + (field.getValue() instanceof List<?> list ? value(list) : value(String.valueOf(field.getValue()))));
        }
        return table;
    }

    private static String value(List<?> texts) {
        return texts.stream().map(each -> value(String.valueOf(each))).collect(Collectors.joining(", ", "[", "]"));
    }

    private static String value(String text) {
        return DAY.matcher(text).matches() ? text : YamlText.quoted(text);
    }

    private String inserted(int line, List<String> added) {
        int at = lines.startOf(line);
        return text.substring(0, at) + String.join(end, added) + end + text.substring(at);
    }
}
