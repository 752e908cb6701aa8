package org.pressroom.edit;

import org.pressroom.config.Vocabulary;
import org.pressroom.config.YamlValue;
import org.pressroom.model.MetadataCarrier;
import org.pressroom.parse.MetadataField;
import org.pressroom.parse.MetadataReader;
import org.pressroom.parse.MetadataSchema;
import org.pressroom.parse.RawMetadata;
import org.pressroom.source.LineMap;
import org.pressroom.source.SourcePath;
import org.pressroom.source.SourceText;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;

/// Changes a document's metadata where they stand, however they are written, and nothing else: comments, order, quotes and line ends
/// stay.
///
/// After each change the text is read again, and must say what it said before but for what was to be changed; where it doesn't, the
/// change is not made.
public final class MetadataEditor {

    private final SourcePath path;
    private final Vocabulary vocabulary;

    /// @param path       of the document, for messages
    /// @param vocabulary of the document's kind
    public MetadataEditor(SourcePath path, Vocabulary vocabulary) {
        this.path = path;
        this.vocabulary = vocabulary;
    }

    /// Makes changes, one after the other.
    ///
    /// @param text without a byte order mark
    /// @throws EditException when one of them can't be made
    public String edit(String text, List<MetadataChange> changes) {
        String edited = text;
        for (MetadataChange change : changes) {
            edited = edit(edited, change);
        }
        return edited;
    }

    private String edit(String text, MetadataChange change) {
        SourceText source = source(text);
        MetadataReader.Result read = MetadataReader.read(source, vocabulary);
        if (read.unreadable()) {
            throw new EditException("its metadata can't be read: " + read.notices().getFirst().message() + "; `pressroom check` shows where");
        }
        RawMetadata part = carrierOf(change, read.raw());
        List<String> attempts = switch (part.carrier()) {
            case NONE -> List.of(begun(text, change));
            case YAML -> new YamlEdits(source, part, vocabulary).attempts(change);
            case JBAKE, TABLE, LIST, BLOCKQUOTE, LINES, SECTION -> new FlatEdits(source, part, vocabulary).attempts(change);
            case TOML -> new TomlEdits(source, part, vocabulary).attempts(change);
            case SIDECAR, FILE_NAME, FOLDER, DEFAULTS ->
                throw new EditException(part.carrier().noun() + " can't be changed by a command; change `" + change.path() + "` in an editor");
        };
        for (String edited : attempts) {
            if (isRight(source, read.raw(), edited, change)) {
                return edited;
            }
        }
        throw new EditException("`" + change.path() + "` can't be changed in the way in which its metadata are written without changing something else;"
            + " change it in an editor");
    }

    /// The carrier that says what is to be changed; the first where none does.
    private RawMetadata carrierOf(MetadataChange change, RawMetadata raw) {
        List<RawMetadata> parts = raw.parts();
        return parts.stream().filter(part -> MetadataSchema.fields(part, vocabulary).stream().anyMatch(field -> isOf(field, change)))
            .findFirst().orElse(parts.getFirst());
    }

    private SourceText source(String text) {
        return new SourceText(path, text, LineMap.of(text));
    }

    /// A document without metadata gets front matter.
    private static String begun(String text, MetadataChange change) {
        String end = text.contains("\r\n") ? "\r\n" : "\n";
        return "---" + end + String.join(end, YamlEdits.lines(change)) + end + "---" + end + end + text;
    }

    /// Whether the text says what it said, but for the change.
    private boolean isRight(SourceText before, RawMetadata raw, String edited, MetadataChange change) {
        SourceText after = source(edited);
        MetadataReader.Result read = MetadataReader.read(after, vocabulary);
        return !read.unreadable() && (read.raw().carrier() == raw.carrier() || raw.carrier() == MetadataCarrier.NONE)
            && others(raw, change).equals(others(read.raw(), change)) && said(raw, change).size() <= said(read.raw(), change).size()
            && holds(read.raw(), change) && rest(before, raw).equals(rest(after, read.raw()));
    }

    /// What stands below the metadata, and above, as far as it is text.
    private static String rest(SourceText text, RawMetadata raw) {
        if (raw.lines() == null) {
            return text.text().strip();
        }
        LineMap lines = text.lines();
        int to = raw.lines().to() < lines.count() ? lines.startOf(raw.lines().to() + 1) : text.text().length();
        return (text.text().substring(0, lines.startOf(raw.lines().from())) + text.text().substring(to)).strip();
    }

    private List<String> others(RawMetadata raw, MetadataChange change) {
        return MetadataSchema.fields(raw, vocabulary).stream().filter(field -> !isOf(field, change)).map(MetadataEditor::print).toList();
    }

    private List<String> said(RawMetadata raw, MetadataChange change) {
        return MetadataSchema.fields(raw, vocabulary).stream().filter(field -> isOf(field, change) && field.present()).map(MetadataEditor::print).toList();
    }

    private static boolean isOf(MetadataField field, MetadataChange change) {
        return field.path().equals(change.path()) || change instanceof MetadataChange.AddItem && field.path().startsWith(change.path() + ".")
            || !field.present() && change.path().startsWith(field.path() + ".");
    }

    private static String print(MetadataField field) {
        return field.path() + "#" + field.item() + "=" + print(field.value());
    }

    private static String print(YamlValue value) {
        return switch (value) {
            case YamlValue.Scalar scalar -> scalar.text();
            case YamlValue.Sequence sequence -> sequence.values().stream().map(MetadataEditor::print).collect(Collectors.joining("\u0000, ", "[", "]"));
            case YamlValue.Mapping mapping -> mapping.entries().stream().map(entry -> entry.key() + ":" + print(entry.value()))
                .collect(Collectors.joining("\u0000, ", "{", "}"));
        };
    }

    /// Whether the metadata have what the change is to bring.
    private boolean holds(RawMetadata raw, MetadataChange change) {
        List<MetadataField> fields = MetadataSchema.fields(raw, vocabulary).stream().filter(field -> isOf(field, change)).toList();
        List<String> texts = new ArrayList<>();
        fields.forEach(field -> texts.addAll(texts(field.value(), raw.carrier())));
        return switch (change) {
            case MetadataChange.Put put -> texts.equals(List.of(put.value()));
            case MetadataChange.PutList list -> texts.equals(list.values());
            case MetadataChange.Add add -> texts.contains(add.value());
            case MetadataChange.AddItem item -> item.fields().values().stream()
                .allMatch(value -> value instanceof List<?> list ? texts.containsAll(list) : texts.contains(String.valueOf(value)));
        };
    }

    private static List<String> texts(YamlValue value, MetadataCarrier carrier) {
        return switch (value) {
            case YamlValue.Scalar scalar -> carrier == MetadataCarrier.YAML || scalar.text().indexOf(',') < 0 ? List.of(scalar.text())
                : Arrays.stream(scalar.text().split(",")).map(String::strip).toList();
            case YamlValue.Sequence sequence -> sequence.values().stream().flatMap(each -> texts(each, carrier).stream()).toList();
            case YamlValue.Mapping mapping -> mapping.entries().stream().flatMap(entry -> texts(entry.value(), carrier).stream()).toList();
        };
    }
}
