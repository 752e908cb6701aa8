package org.pressroom.edit;

import org.jspecify.annotations.Nullable;
import org.pressroom.config.Vocabulary;
import org.pressroom.config.YamlValue;
import org.pressroom.parse.MetadataField;
import org.pressroom.parse.MetadataKey;
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

/// Changes of YAML front matter, as texts of which the first that is right is taken.
final class YamlEdits {

    private final String text;
    private final LineMap lines;
    private final RawMetadata raw;
    private final Vocabulary vocabulary;
    private final LineSpan block;
    private final String end;

    YamlEdits(SourceText source, RawMetadata raw, Vocabulary vocabulary) {
        this.text = source.text();
        this.lines = source.lines();
        this.raw = raw;
        this.vocabulary = vocabulary;
        this.block = Objects.requireNonNull(raw.lines());
        this.end = text.startsWith("---\r\n") || text.startsWith("--- \r\n") ? "\r\n" : "\n";
    }

    /// The lines that a key takes that is not there yet.
    static List<String> lines(MetadataChange change) {
        int dot = change.path().indexOf('.');
        if (change instanceof MetadataChange.AddItem item) {
            return List.of(item.path() + ":", "  - " + YamlText.of(item.fields()));
        }
        return dot < 0 ? List.of(change.path() + ": " + value(change))
            : List.of(change.path().substring(0, dot) + ":", "  " + change.path().substring(dot + 1) + ": " + value(change));
    }

    private static String value(MetadataChange change) {
        return switch (change) {
            case MetadataChange.Put put -> YamlText.of(put.value());
            case MetadataChange.PutList list -> YamlText.of(list.values());
            case MetadataChange.Add add -> YamlText.of(List.of(add.value()));
            case MetadataChange.AddItem item -> YamlText.of(item.fields());
        };
    }

    List<String> attempts(MetadataChange change) {
        List<String> attempts = new ArrayList<>();
        Optional<MetadataField> field = MetadataSchema.fields(raw, vocabulary).stream().filter(one -> one.path().equals(change.path())).findFirst();
        Optional<YamlValue.Entry> entry = raw.entries().entries().stream().filter(one -> MetadataSchema.pathOf(one.key(), vocabulary).equals(outer(change))).findFirst();
        switch (change) {
            case MetadataChange.Add add when field.isPresent() && field.get().present() -> added(attempts, field.get().value(), YamlText.of(add.value()));
            case MetadataChange.AddItem item when entry.isPresent() && isPresent(entry.get().value()) -> addedItem(attempts, entry.get().value(), item);
            case MetadataChange.AddItem item when entry.isPresent() -> below(attempts, entry.get(), List.of("  - " + YamlText.of(item.fields())));
            case MetadataChange _ when field.isPresent() -> replaced(attempts, field.get(), value(change));
            case MetadataChange _ when entry.isPresent() && !outer(change).equals(change.path()) -> nested(attempts, entry.get(), change);
            default -> {
                attempts.add(inserted(lineFor(change), lines(change)));
                attempts.add(inserted(block.to(), lines(change)));
            }
        }
        return attempts;
    }

    private static String outer(MetadataChange change) {
        int dot = change.path().indexOf('.');
        return dot < 0 ? change.path() : change.path().substring(0, dot);
    }

    private static boolean isPresent(YamlValue value) {
        return !(value instanceof YamlValue.Scalar scalar && scalar.absent());
    }

    private boolean isFlow(YamlValue value) {
        char first = value.span().start() < text.length() ? text.charAt(value.span().start()) : ' ';
        return first == '[' || first == '{';
    }

    private void replaced(List<String> attempts, MetadataField field, String value) {
        YamlValue old = field.value();
        int from = old.span().start();
        if (!field.present() && from == old.span().end()) {
            int colon = text.indexOf(':', field.keySpan().end()) + 1;
            attempts.add(text.substring(0, colon) + " " + value + text.substring(colon));
            return;
        }
        if (old instanceof YamlValue.Scalar && (text.charAt(from) == '|' || text.charAt(from) == '>')) {
            // Its span has the line's end, and the blank lines below it.
            attempts.add(text.substring(0, from) + value + text.substring(lines.endOf(lastLineOf(old))));
        } else if (old instanceof YamlValue.Scalar || isFlow(old)) {
            attempts.add(text.substring(0, from) + value + text.substring(old.span().end()));
        } else {
            // A list of lines gives way to one in brackets.
            int colon = text.indexOf(':', field.keySpan().end()) + 1;
            attempts.add(text.substring(0, colon) + " " + value + text.substring(lines.endOf(lastLineOf(old))));
        }
    }

    private void added(List<String> attempts, YamlValue old, String value) {
        if (old instanceof YamlValue.Sequence sequence && isFlow(old)) {
            attempts.add(intoFlow(old, sequence.values().isEmpty(), value));
        } else if (old instanceof YamlValue.Sequence sequence) {
            attempts.add(inserted(lastLineOf(old) + 1, List.of(dash(sequence) + value)));
        } else {
            attempts.add(text.substring(0, old.span().start()) + "[" + text.substring(old.span().start(), old.span().end()) + ", " + value + "]" + text.substring(old.span().end()));
        }
    }

    private void addedItem(List<String> attempts, YamlValue old, MetadataChange.AddItem item) {
        String flow = YamlText.of(item.fields());
        if (old instanceof YamlValue.Sequence sequence && !isFlow(old)) {
            String dash = dash(sequence);
            YamlValue first = sequence.values().getFirst();
            List<String> added = new ArrayList<>();
            if (isFlow(first) || !(first instanceof YamlValue.Mapping)) {
                added.add(dash + flow);
            } else {
                for (Map.Entry<String, Object> field : item.fields().entrySet()) {
                    added.add((added.isEmpty() ? dash : " ".repeat(dash.length())) + field.getKey() + ": " + YamlText.value(field.getValue()));
                }
            }
            attempts.add(inserted(lastLineOf(old) + 1, added));
        } else if (old instanceof YamlValue.Sequence sequence) {
            attempts.add(intoFlow(old, sequence.values().isEmpty(), flow));
        } else if (isFlow(old)) {
            attempts.add(text.substring(0, old.span().start()) + "[" + text.substring(old.span().start(), old.span().end()) + ", " + flow + "]" + text.substring(old.span().end()));
        }
    }

    private String intoFlow(YamlValue old, boolean empty, String value) {
        int close = old.span().end() - 1;
        int last = close;
        while (Character.isWhitespace(text.charAt(last - 1))) {
            last--;
        }
        boolean comma = text.charAt(last - 1) == ',';
        return text.substring(0, last) + (empty ? "" : comma ? " " : ", ") + value + text.substring(close);
    }

    /// The indent and dash of a list's first item, with the spaces behind it.
    private String dash(YamlValue.Sequence sequence) {
        int start = sequence.values().getFirst().span().start();
        int line = lines.lineAt(start);
        String before = text.substring(lines.startOf(line), start);
        int dash = before.lastIndexOf('-');
        return dash < 0 ? "  - " : before.substring(0, dash) + before.substring(dash);
    }

    private void nested(List<String> attempts, YamlValue.Entry entry, MetadataChange change) {
        String name = change.path().substring(change.path().indexOf('.') + 1);
        YamlValue old = entry.value();
        if (!isPresent(old)) {
            below(attempts, entry, List.of("  " + name + ": " + value(change)));
        } else if (old instanceof YamlValue.Mapping mapping && isFlow(old)) {
            attempts.add(intoFlow(old, mapping.entries().isEmpty(), name + ": " + value(change)));
        } else if (old instanceof YamlValue.Mapping mapping) {
            int first = mapping.entries().getFirst().keySpan().start();
            String indent = text.substring(lines.startOf(lines.lineAt(first)), first);
            attempts.add(inserted(lastLineOf(old) + 1, List.of(indent + name + ": " + value(change))));
        } else if (old instanceof YamlValue.Scalar) {
            // A text alone stands for one of the keys.
            String shorthand = MetadataSchema.shorthand(outer(change)).orElse("text");
            String written = text.substring(old.span().start(), old.span().end());
            int colon = text.indexOf(':', entry.keySpan().end()) + 1;
            attempts.add(text.substring(0, colon) + end + "  " + shorthand + ": " + written + end + "  " + name + ": " + value(change) + text.substring(old.span().end()));
        }
    }

    private void below(List<String> attempts, YamlValue.Entry entry, List<String> added) {
        attempts.add(inserted(lines.lineAt(entry.keySpan().end()) + 1, added));
    }

    /// Behind the last of the keys that documentation shows before it.
    private int lineFor(MetadataChange change) {
        List<String> order = MetadataSchema.KEYS.stream().map(MetadataKey::name).toList();
        int own = order.indexOf(outer(change));
        YamlValue.@Nullable Entry before = null;
        for (YamlValue.Entry entry : raw.entries().entries()) {
            String path = MetadataSchema.pathOf(entry.key(), vocabulary);
            int at = order.indexOf(path.indexOf('.') < 0 ? path : path.substring(0, path.indexOf('.')));
            if (at >= 0 && at < own) {
                before = entry;
            }
        }
        return before == null ? block.to() : lastLineOf(before.value(), before.keySpan().end()) + 1;
    }

    private int lastLineOf(YamlValue value) {
        return lastLineOf(value, value.span().start());
    }

    /// The last line of a value. What ends by its indent ends where the next key begins, with blank lines and comments between.
    private int lastLineOf(YamlValue value, int atLeast) {
        int first = lines.lineAt(atLeast);
        int last = Math.min(lines.lineAt(Math.max(atLeast, value.span().end())), block.to());
        if (last > first && (value.span().end() == lines.startOf(last) || lines.textOf(last).substring(0, Math.max(0, Math.min(lines.textOf(last).length(),
                value.span().end() - lines.startOf(last)))).isBlank())) {
            last--;
        }
        while (last > first && (lines.textOf(last).isBlank() || lines.textOf(last).stripLeading().startsWith("#") && !(value instanceof YamlValue.Scalar))) {
            last--;
        }
        return last;
    }

    /// @param line before which they go
    private String inserted(int line, List<String> added) {
        int at = lines.startOf(line);
        return text.substring(0, at) + String.join(end, added) + end + text.substring(at);
    }
}
