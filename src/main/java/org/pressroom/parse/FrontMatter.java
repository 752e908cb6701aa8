package org.pressroom.parse;

import org.jspecify.annotations.Nullable;
import org.pressroom.config.YamlReader;
import org.pressroom.config.YamlValue;
import org.pressroom.diagnostic.Fix;
import org.pressroom.diagnostic.Position;
import org.pressroom.model.MetadataCarrier;
import org.pressroom.source.LineMap;
import org.pressroom.source.LineSpan;
import org.pressroom.source.SourceSpan;
import org.pressroom.source.SourceText;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Metadata before the document: YAML between `---` lines, TOML between `+++` lines, or JBake's `key=value` lines before `~~~~~~`.
final class FrontMatter {

    /// Front matter longer than this is none.
    private static final int MAX_LINES = 2_000;

    /// A key with a link in markdown, which stands where YAML wants a list.
    private static final Pattern LINK = Pattern.compile("^[\\w .-]{1,80}:[ \\t]{1,9}(\\[[^\\]\\n]{0,200}\\]\\()", Pattern.MULTILINE);

    static final String RULE = "meta-front-matter-unreadable";
    private static final Pattern YAML_KEY = Pattern.compile("\\s*[\\p{L}_][\\p{L}\\p{N}_ .-]*:(\\s.*)?");
    private static final Pattern JBAKE_KEY = Pattern.compile("\\s*[\\p{L}_][\\p{L}\\p{N}_.-]*\\s*=.*");

    /// @param metadata null when the document begins with no front matter
    record Found(@Nullable RawMetadata metadata, List<Notice> notices) { }

    private FrontMatter() { }

    static Found read(SourceText source) {
        LineMap lines = source.lines();
        String first = lines.textOf(1).stripTrailing();
        if (first.equals("---")) {
            return yaml(source);
        }
        if (first.equals(TomlHeader.FENCE)) {
            return TomlHeader.read(source, Math.min(lines.count(), MAX_LINES));
        }
        return JBAKE_KEY.matcher(first).matches() ? jbake(source) : new Found(null, List.of());
    }

    private static Found yaml(SourceText source) {
        LineMap lines = source.lines();
        int last = Math.min(lines.count(), MAX_LINES);
        for (int line = 2; line <= last; line++) {
            String text = lines.textOf(line).stripTrailing();
            if (text.equals("---") || text.equals("...")) {
                return yaml(source, line);
            }
        }
        return lines.count() > 1 && YAML_KEY.matcher(lines.textOf(2)).matches() ? unclosed(source, MetadataCarrier.YAML, "---") : new Found(null, List.of());
    }

    static Found unclosed(SourceText source, MetadataCarrier carrier, String fence) {
        LineMap lines = source.lines();
        int end = 2;
        while (end < Math.min(lines.count(), MAX_LINES) && !lines.textOf(end + 1).isBlank()) {
            end++;
        }
        return unreadable(carrier, end, Position.ofLine(1, lines), "the front matter has no closing " + fence + " line",
            new Fix("end the front matter with a line " + fence));
    }

    private static Found yaml(SourceText source, int closing) {
        LineMap lines = source.lines();
        SourceSpan span = new SourceSpan(lines.startOf(2), Math.max(lines.startOf(2), lines.startOf(closing)));
        return switch (YamlReader.read(source.text(), span)) {
            case YamlReader.Unreadable u -> {
                int line = Math.min(lines.lineAt(u.offset()), closing);
                Matcher link = LINK.matcher(source.text()).region(span.start(), Math.min(span.end(), lines.endOf(line)));
                if (link.find()) {
                    yield unreadable(MetadataCarrier.YAML, closing, Position.at(lines.lineAt(link.start(1)), lines.columnAt(link.start(1))),
                        "the front matter is not YAML: a value can't begin with a link in markdown, whose bracket begins a list",
                        new Fix("put the link in double quotes, or write its address alone"));
                }
                Position at = line == closing ? Position.ofLine(line, lines) : Position.at(line, lines.columnAt(u.offset()));
                yield unreadable(MetadataCarrier.YAML, closing, at, "the front matter is not YAML: " + u.message(),
                    new Fix("fix line " + line + "; put a value with a colon, # or quotes in it in double quotes"));
            }
            case YamlReader.Read r -> switch (r.value()) {
                case null -> found(MetadataCarrier.YAML, closing, new YamlValue.Mapping(List.of(), span));
                case YamlValue.Mapping mapping -> found(MetadataCarrier.YAML, closing, mapping);
                case YamlValue.Scalar s when s.absent() -> found(MetadataCarrier.YAML, closing, new YamlValue.Mapping(List.of(), span));
                case YamlValue other -> unreadable(MetadataCarrier.YAML, closing, Position.of(other.span(), lines),
                    "the front matter is not a list of keys and values", new Fix("write each entry as `key: value`"));
            };
        };
    }

    static Found found(MetadataCarrier carrier, int lastLine, YamlValue.Mapping entries) {
        return new Found(new RawMetadata(carrier, new LineSpan(1, lastLine), entries, lastLine + 1), List.of());
    }

    static Found unreadable(MetadataCarrier carrier, int lastLine, Position at, String message, Fix fix) {
        YamlValue.Mapping nothing = new YamlValue.Mapping(List.of(), new SourceSpan(0, 0));
        return new Found(new RawMetadata(carrier, new LineSpan(1, lastLine), nothing, lastLine + 1),
            List.of(new Notice(RULE, at, message, fix)));
    }

    private static Found jbake(SourceText source) {
        LineMap lines = source.lines();
        List<YamlValue.Entry> flat = new ArrayList<>();
        for (int line = 1; line <= Math.min(lines.count(), MAX_LINES); line++) {
            String text = lines.textOf(line);
            if (text.strip().startsWith("~~~~~~")) {
                SourceSpan span = new SourceSpan(0, lines.startOf(line));
                return found(MetadataCarrier.JBAKE, line, unfold(flat, span));
            }
            int equals = text.indexOf('=');
            if (!text.isBlank() && !text.stripLeading().startsWith("#")) {
                if (!JBAKE_KEY.matcher(text).matches()) {
                    return flat.size() < 2 ? new Found(null, List.of()) : notClosed(source, line);
                }
                flat.add(entry(text, lines.startOf(line), equals));
            }
        }
        return new Found(null, List.of());
    }

    /// Keys were read, then something that is none: a header only if its end follows, else plain text.
    private static Found notClosed(SourceText source, int line) {
        LineMap lines = source.lines();
        for (int at = line; at <= Math.min(lines.count(), MAX_LINES); at++) {
            if (lines.textOf(at).strip().startsWith("~~~~~~")) {
                return unreadable(MetadataCarrier.JBAKE, at, Position.ofLine(line, lines),
                    "this line of the header is not key=value", new Fix("write it as key=value, on one line"));
            }
        }
        return new Found(null, List.of());
    }

    private static YamlValue.Entry entry(String text, int start, int equals) {
        String key = text.substring(0, equals).strip();
        int keyStart = start + text.indexOf(key);
        String value = text.substring(equals + 1).strip();
        int valueStart = start + equals + 1 + Math.max(0, text.substring(equals + 1).indexOf(value));
        return new YamlValue.Entry(key, new SourceSpan(keyStart, keyStart + key.length()),
            new YamlValue.Scalar(value, false, new SourceSpan(valueStart, valueStart + value.length())));
    }

    /// `decision.date=…` and `decision.reason=…` become one mapping `decision`, where the first of them stood.
    static YamlValue.Mapping unfold(List<YamlValue.Entry> flat, SourceSpan span) {
        Map<String, List<YamlValue.Entry>> nested = new LinkedHashMap<>();
        List<YamlValue.Entry> entries = new ArrayList<>();
        for (YamlValue.Entry entry : flat) {
            int dot = entry.key().indexOf('.');
            if (dot <= 0) {
                entries.add(entry);
                continue;
            }
            String outer = entry.key().substring(0, dot);
            List<YamlValue.Entry> inner = nested.get(outer);
            if (inner == null) {
                inner = new ArrayList<>();
                nested.put(outer, inner);
                entries.add(new YamlValue.Entry(outer, entry.keySpan(), entry.value()));
            }
            inner.add(new YamlValue.Entry(entry.key().substring(dot + 1), entry.keySpan(), entry.value()));
        }
        return new YamlValue.Mapping(entries.stream().map(e -> {
            List<YamlValue.Entry> inner = nested.get(e.key());
            return inner == null ? e : new YamlValue.Entry(e.key(), e.keySpan(), new YamlValue.Mapping(inner,
                new SourceSpan(inner.getFirst().keySpan().start(), inner.getLast().value().span().end())));
        }).toList(), span);
    }
}
