package org.pressroom.config;

import org.jspecify.annotations.Nullable;
import org.pressroom.source.SourceSpan;
import org.snakeyaml.engine.v2.api.LoadSettings;
import org.snakeyaml.engine.v2.api.lowlevel.Parse;
import org.snakeyaml.engine.v2.common.ScalarStyle;
import org.snakeyaml.engine.v2.events.AliasEvent;
import org.snakeyaml.engine.v2.events.Event;
import org.snakeyaml.engine.v2.events.MappingStartEvent;
import org.snakeyaml.engine.v2.events.NodeEvent;
import org.snakeyaml.engine.v2.events.ScalarEvent;
import org.snakeyaml.engine.v2.events.SequenceStartEvent;
import org.snakeyaml.engine.v2.exceptions.Mark;
import org.snakeyaml.engine.v2.exceptions.MarkedYamlEngineException;
import org.snakeyaml.engine.v2.exceptions.YamlEngineException;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// Reads one YAML document into [YamlValue]s. Stateless; safe for several threads.
///
/// Built on YAML's events, not on nodes, so that nothing recurses and an alias costs what it stands for: a document
/// that unfolds to more than [#MAX_VALUES] values, or nests deeper than [#MAX_DEPTH], is refused.
public final class YamlReader {

    /// Values after aliases are unfolded.
    public static final int MAX_VALUES = 10_000;

    /// Lists and mappings inside each other.
    public static final int MAX_DEPTH = 50;

    /// What came of reading.
    public sealed interface Outcome { }

    /// @param value the document's value; null when the text holds none
    public record Read(@Nullable YamlValue value) implements Outcome { }

    /// @param message what is wrong, as a phrase
    /// @param offset  where, zero-based in UTF-16 code units of the whole text
    public record Unreadable(String message, int offset) implements Outcome { }

    private static final LoadSettings SETTINGS = LoadSettings.builder()
        .setUseMarks(true)
        .setCodePointLimit(4_000_000)
        .setParseComments(false)
        .build();

    private YamlReader() { }

    /// Reads the YAML between two offsets of a text.
    ///
    /// @param text the whole text; spans of the values are offsets into it
    /// @param span the part that is YAML
    public static Outcome read(String text, SourceSpan span) {
        String yaml = text.substring(span.start(), span.end());
        Outcome outcome = read(yaml, span.start());
        return outcome instanceof Unreadable && yaml.indexOf('\t') >= 0 ? read(withoutTabs(yaml), span.start()) : outcome;
    }

    /// Tabs between a key and its value, and before a comment, are white space in YAML 1.2, which the engine refuses.
    private static String withoutTabs(String yaml) {
        char[] chars = yaml.toCharArray();
        boolean indent = true;
        for (int i = 0; i < chars.length; i++) {
            if (chars[i] == '\n') {
                indent = true;
            } else if (chars[i] == '\t' && !indent) {
                chars[i] = ' ';
            } else if (chars[i] != ' ' && chars[i] != '\t') {
                indent = false;
            }
        }
        return new String(chars);
    }

    private static Outcome read(String yaml, int start) {
        try {
            return new Builder(yaml, start).build();
        } catch (MarkedYamlEngineException e) {
            Optional<Mark> mark = e.getProblemMark().isPresent() ? e.getProblemMark() : e.getContextMark();
            int offset = mark.map(m -> yaml.offsetByCodePoints(0, Math.min(m.getIndex(), codePoints(yaml)))).orElse(0);
            return new Unreadable(phrase(e), start + offset);
        } catch (YamlEngineException e) {
            return new Unreadable(String.valueOf(e.getMessage()), start);
        }
    }

    private static String phrase(MarkedYamlEngineException e) {
        String problem = e.getProblem() == null ? "not YAML" : e.getProblem();
        String context = e.getContext();
        return context == null || context.isBlank() ? problem : context + ", " + problem;
    }

    private static int codePoints(String text) {
        return text.codePointCount(0, text.length());
    }

    /// A list or mapping that is still open.
    private static final class Open {
        final @Nullable String anchor;
        final boolean mapping;
        final int start;
        final List<YamlValue> values = new ArrayList<>();
        final List<YamlValue.Entry> entries = new ArrayList<>();
        YamlValue.@Nullable Scalar key;
        int size = 1;

        Open(@Nullable String anchor, boolean mapping, int start) {
            this.anchor = anchor;
            this.mapping = mapping;
            this.start = start;
        }
    }

    private static final class Builder {
        private final String yaml;
        private final int shift;
        private final int[] offsets;
        private final Deque<Open> open = new ArrayDeque<>();
        private final Map<String, YamlValue> anchors = new HashMap<>();
        private final Map<String, Integer> anchorSizes = new HashMap<>();
        private @Nullable YamlValue root;
        private int total;
        private @Nullable Unreadable failure;

        Builder(String yaml, int shift) {
            this.yaml = yaml;
            this.shift = shift;
            this.offsets = yaml.codePoints().anyMatch(Character::isSupplementaryCodePoint) ? offsets(yaml) : new int[0];
        }

        private static int[] offsets(String yaml) {
            int[] offsets = new int[codePoints(yaml) + 1];
            for (int i = 0, at = 0; at < yaml.length(); i++) {
                at += Character.charCount(yaml.codePointAt(at));
                offsets[i + 1] = at;
            }
            return offsets;
        }

        private int offset(Optional<Mark> mark) {
            int index = mark.map(Mark::getIndex).orElse(0);
            return shift + (offsets.length == 0 ? Math.min(index, yaml.length()) : offsets[Math.min(index, offsets.length - 1)]);
        }

        Outcome build() {
            boolean documentSeen = false;
            for (Event event : new Parse(SETTINGS).parseString(yaml)) {
                int start = offset(event.getStartMark());
                int end = Math.max(start, offset(event.getEndMark()));
                switch (event.getEventId()) {
                    case DocumentStart -> {
                        if (documentSeen) {
                            fail("a second YAML document", start);
                        }
                        documentSeen = true;
                    }
                    case Scalar -> {
                        ScalarEvent scalar = (ScalarEvent) event;
                        boolean quoted = scalar.getScalarStyle() != ScalarStyle.PLAIN;
                        put(new YamlValue.Scalar(scalar.getValue(), quoted, new SourceSpan(start, end)), anchor(scalar), 1, start);
                    }
                    case SequenceStart -> begin(anchor((SequenceStartEvent) event), false, start);
                    case MappingStart -> begin(anchor((MappingStartEvent) event), true, start);
                    case SequenceEnd, MappingEnd -> {
                        Open done = open.pop();
                        SourceSpan span = new SourceSpan(done.start, end);
                        YamlValue value = done.mapping
                            ? new YamlValue.Mapping(done.entries, span) : new YamlValue.Sequence(done.values, span);
                        total -= done.size;
                        put(value, done.anchor, done.size, start);
                    }
                    case Alias -> {
                        String name = ((AliasEvent) event).getAlias().getValue();
                        YamlValue value = anchors.get(name);
                        if (value == null) {
                            fail("the alias *" + name + " stands before its anchor is complete", start);
                        } else {
                            put(value, null, anchorSizes.getOrDefault(name, 1), start);
                        }
                    }
                    default -> { }
                }
                if (failure != null) {
                    return failure;
                }
            }
            return new Read(root);
        }

        private static @Nullable String anchor(NodeEvent event) {
            return event.getAnchor().map(a -> a.getValue()).orElse(null);
        }

        private void begin(@Nullable String anchor, boolean mapping, int start) {
            if (open.size() >= MAX_DEPTH) {
                fail("nested deeper than " + MAX_DEPTH + " levels", start);
            } else {
                open.push(new Open(anchor, mapping, start));
                total++;
            }
        }

        private void put(YamlValue value, @Nullable String anchor, int size, int at) {
            total += size;
            if (total > MAX_VALUES) {
                fail("more than " + MAX_VALUES + " values once aliases are expanded", at);
                return;
            }
            if (anchor != null) {
                anchors.put(anchor, value);
                anchorSizes.put(anchor, size);
            }
            Open parent = open.peek();
            if (parent == null) {
                root = value;
                return;
            }
            parent.size += size;
            if (!parent.mapping) {
                parent.values.add(value);
            } else if (parent.key != null) {
                parent.entries.add(new YamlValue.Entry(parent.key.text(), parent.key.span(), value));
                parent.key = null;
            } else if (value instanceof YamlValue.Scalar key) {
                parent.key = key;
            } else {
                fail("a key is not plain text", at);
            }
        }

        private void fail(String message, int offset) {
            failure = new Unreadable(message, offset);
        }
    }
}
