package org.pressroom.edit;

import org.jspecify.annotations.Nullable;
import org.pressroom.config.Vocabulary;
import org.pressroom.config.YamlValue;
import org.pressroom.model.MetadataCarrier;
import org.pressroom.parse.MetadataField;
import org.pressroom.parse.MetadataSchema;
import org.pressroom.parse.RawMetadata;
import org.pressroom.source.LineMap;
import org.pressroom.source.LineSpan;
import org.pressroom.source.SourceText;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// Changes of metadata that have a line for each value: JBake's header, and what stands under a title or in sections.
final class FlatEdits {

    /// What a person would write under a title in the place of `decision.date`.
    private static final Map<String, String> LABELS = Map.of("decision.date", "Decision date", "decision.deciders", "Decided by", "decision.reason", "Reason");

    private final String text;
    private final LineMap lines;
    private final RawMetadata raw;
    private final Vocabulary vocabulary;
    private final @Nullable LineSpan block;
    private final String end;

    FlatEdits(SourceText source, RawMetadata raw, Vocabulary vocabulary) {
        this.text = source.text();
        this.lines = source.lines();
        this.raw = raw;
        this.vocabulary = vocabulary;
        this.block = raw.lines();
        int first = lines.endOf(block == null ? 1 : block.from());
        this.end = text.startsWith("\r\n", first) ? "\r\n" : "\n";
    }

    List<String> attempts(MetadataChange change) {
        if (change instanceof MetadataChange.AddItem item) {
            return items(item);
        }
        String value = switch (change) {
            case MetadataChange.Put put -> put.value();
            case MetadataChange.PutList list -> String.join(", ", list.values());
            case MetadataChange.Add add -> add.value();
            case MetadataChange.AddItem _ -> throw new IllegalStateException("handled above");
        };
        if (value.indexOf('\n') >= 0 || value.indexOf('\r') >= 0) {
            throw new EditException("`" + change.path() + "` would take several lines, which this kind of header can't hold; write it on one line");
        }
        Optional<MetadataField> field = MetadataSchema.fields(raw, vocabulary).stream().filter(one -> one.path().equals(change.path())).findFirst();
        if (field.isPresent()) {
            YamlValue old = field.get().value();
            String before = text.substring(old.span().start(), old.span().end());
            String now = change instanceof MetadataChange.Add && !before.isBlank() ? before + ", " + value : value;
            String lead = before.isEmpty() && old.span().start() > 0 && !Character.isWhitespace(text.charAt(old.span().start() - 1)) && raw.carrier() != MetadataCarrier.JBAKE ? " " : "";
            return List.of(text.substring(0, old.span().start()) + lead + escaped(now) + text.substring(old.span().end()));
        }
        return List.of(inserted(List.of(line(change.path(), value))));
    }

    /// Such a header can say one thing of each key, so it holds one review.
    private List<String> items(MetadataChange.AddItem item) {
        if (MetadataSchema.fields(raw, vocabulary).stream().anyMatch(field -> field.path().startsWith(item.path()) && field.present())) {
            throw new EditException("this kind of header holds one entry of `" + item.path() + "`, and it has one; write the metadata as YAML between --- lines to have more");
        }
        List<String> added = new ArrayList<>();
        item.fields().forEach((name, value) -> added.add(line(item.path() + "." + name,
            value instanceof List<?> list ? String.join(", ", list.stream().map(String::valueOf).toList()) : String.valueOf(value))));
        return List.of(inserted(added));
    }

    private String escaped(String value) {
        return raw.carrier() == MetadataCarrier.TABLE ? value.replace("|", "\\|") : value;
    }

    private String line(String path, String value) {
        String label = LABELS.getOrDefault(path, Character.toUpperCase(path.charAt(0)) + path.substring(1));
        return switch (raw.carrier()) {
            case JBAKE -> path + "=" + value;
            case TABLE -> "| " + label + " | " + escaped(value) + " |";
            case LIST, BLOCKQUOTE, LINES -> like(label) + value;
            default -> throw new EditException("`" + path + "` is not said yet, and " + raw.carrier().noun()
                + " can't take it; write the metadata as YAML between --- lines at the top of the file");
        };
    }

    /// The last key's line, with another key.
    private String like(String label) {
        YamlValue.Entry last = raw.entries().entries().getLast();
        int line = lines.lineAt(last.keySpan().start());
        String before = text.substring(lines.startOf(line), last.keySpan().start());
        int value = last.value().span().start();
        String between = value > last.keySpan().end() && value <= lines.endOf(line) ? text.substring(last.keySpan().end(), value) : ": ";
        return before + label + (between.isBlank() ? ": " : between.endsWith(" ") ? between : between.stripTrailing() + " ");
    }

    private String inserted(List<String> added) {
        if (block == null) {
            throw new EditException("nothing can be added to metadata that stand in the text; write them as YAML between --- lines at the top of the file");
        }
        int at;
        if (raw.carrier() == MetadataCarrier.JBAKE) {
            at = lines.startOf(block.to());
        } else if (block.to() < lines.count()) {
            at = lines.startOf(block.to() + 1);
        } else {
            return text + (text.endsWith("\n") ? "" : end) + String.join(end, added) + end;
        }
        return text.substring(0, at) + String.join(end, added) + end + text.substring(at);
    }
}
