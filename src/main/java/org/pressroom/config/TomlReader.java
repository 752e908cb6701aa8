package org.pressroom.config;

import org.pressroom.source.SourceSpan;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// Reads TOML 1.0 into [YamlValue]s, as far as values go: dates, numbers and truths stay the text that was written. Stateless; safe for
/// several threads. Nests no deeper than [#MAX_DEPTH].
public final class TomlReader {

    private static final int MAX_DEPTH = 50;

    /// What came of reading.
    public sealed interface Outcome { }

    public record Read(YamlValue.Mapping value) implements Outcome { }

    /// @param message what is wrong, as a phrase
    /// @param offset  where, zero-based in UTF-16 code units of the whole text
    public record Unreadable(String message, int offset) implements Outcome { }

    private TomlReader() { }

    /// Reads the TOML between two offsets of a text.
    ///
    /// @param text the whole text; spans of the values are offsets into it
    public static Outcome read(String text, SourceSpan span) {
        try {
            return new Read(new Parser(text, span).document());
        } catch (Problem e) {
            return new Unreadable(String.valueOf(e.getMessage()), Math.min(e.offset, span.end()));
        }
    }

    private static final class Problem extends RuntimeException {
        private static final long serialVersionUID = 1L;
        private final int offset;

        Problem(String message, int offset) {
            super(message, null, false, false);
            this.offset = offset;
        }
    }

    /// A table that is being filled.
    private static final class Table {
        final Map<String, Object> values = new LinkedHashMap<>();
        final Map<String, SourceSpan> keys = new LinkedHashMap<>();
        final int start;
        int end;

        Table(int start) {
            this.start = start;
            this.end = start;
        }

        YamlValue.Mapping closed() {
            List<YamlValue.Entry> entries = new ArrayList<>();
            values.forEach((key, value) -> entries.add(new YamlValue.Entry(key, keys.getOrDefault(key, new SourceSpan(start, start)), closed(value))));
            return new YamlValue.Mapping(entries, new SourceSpan(start, Math.max(start, end)));
        }

        private YamlValue closed(Object value) {
            return switch (value) {
                case Table table -> table.closed();
                case List<?> list -> new YamlValue.Sequence(list.stream().map(this::closed).toList(), new SourceSpan(start, Math.max(start, end)));
                case YamlValue plain -> plain;
                default -> throw new IllegalStateException("not a value: " + value);
            };
        }
    }

    private record Name(String text, SourceSpan span) { }

    private static final class Parser {
        private final String text;
        private final int end;
        private final Table root;
        private int at;

        Parser(String text, SourceSpan span) {
            this.text = text;
            this.at = span.start();
            this.end = span.end();
            this.root = new Table(at);
        }

        private Problem problem(String message) {
            return new Problem(message, at);
        }

        YamlValue.Mapping document() {
            Table table = root;
            for (skip(true); at < end; skip(true)) {
                if (text.charAt(at) == '[') {
                    table = header();
                } else {
                    pair(table);
                }
                skip(false);
                if (at < end && text.charAt(at) != '\n') {
                    throw problem("more than one value on a line");
                }
            }
            root.end = end;
            return root.closed();
        }

        /// Goes on behind white space and comments.
        private void skip(boolean lines) {
            while (at < end) {
                char c = text.charAt(at);
                if (c == '#') {
                    while (at < end && text.charAt(at) != '\n') {
                        at++;
                    }
                } else if (c == ' ' || c == '\t' || c == '\r' || lines && c == '\n') {
                    at++;
                } else {
                    return;
                }
            }
        }

        private Table header() {
            boolean several = text.startsWith("[[", at);
            at += several ? 2 : 1;
            List<Name> names = names();
            if (!text.startsWith(several ? "]]" : "]", at)) {
                throw problem("the name of a table is not closed by ]");
            }
            at += several ? 2 : 1;
            Table table = inside(root, names.subList(0, names.size() - 1));
            Name last = names.getLast();
            return several ? another(table, last) : inside(table, List.of(last));
        }

        @SuppressWarnings("unchecked")
        private Table another(Table table, Name name) {
            Table next = new Table(name.span.start());
            table.keys.putIfAbsent(name.text, name.span);
            Object list = table.values.computeIfAbsent(name.text, _ -> new ArrayList<Object>());
            if (!(list instanceof ArrayList<?>)) {
                throw problem("`" + name.text + "` has a value already");
            }
            ((List<Object>) list).add(next);
            return next;
        }

        private Table inside(Table from, List<Name> names) {
            Table table = from;
            if (names.size() > MAX_DEPTH) {
                throw problem("nested deeper than " + MAX_DEPTH + " levels");
            }
            for (Name name : names) {
                table.keys.putIfAbsent(name.text, name.span);
                Object inner = table.values.computeIfAbsent(name.text, _ -> new Table(name.span.start()));
                if (inner instanceof List<?> list && !list.isEmpty() && list.getLast() instanceof Table last) {
                    inner = last;
                }
                if (!(inner instanceof Table next)) {
                    throw problem("`" + name.text + "` has a value already");
                }
                table = next;
            }
            return table;
        }

        private void pair(Table table) {
            List<Name> names = names();
            if (at >= end || text.charAt(at) != '=') {
                throw problem("there is no = after the key");
            }
            at++;
            skip(false);
            Table into = inside(table, names.subList(0, names.size() - 1));
            Name name = names.getLast();
            Object value = value(0);
            if (into.values.putIfAbsent(name.text, value) != null) {
                throw new Problem("the key `" + name.text + "` is written twice", name.span.start());
            }
            into.keys.put(name.text, name.span);
            into.end = at;
        }

        private List<Name> names() {
            List<Name> names = new ArrayList<>();
            do {
                if (!names.isEmpty()) {
                    at++;
                }
                skip(false);
                int start = at;
                if (at < end && (text.charAt(at) == '"' || text.charAt(at) == '\'')) {
                    String quoted = quoted();
                    names.add(new Name(quoted, new SourceSpan(start, at)));
                } else {
                    while (at < end && (Character.isLetterOrDigit(text.charAt(at)) || text.charAt(at) == '_' || text.charAt(at) == '-')) {
                        at++;
                    }
                    if (at == start) {
                        throw problem("a key is expected here");
                    }
                    names.add(new Name(text.substring(start, at), new SourceSpan(start, at)));
                }
                skip(false);
            } while (at < end && text.charAt(at) == '.');
            return names;
        }

        private Object value(int depth) {
            if (depth > MAX_DEPTH) {
                throw problem("nested deeper than " + MAX_DEPTH + " levels");
            }
            if (at >= end) {
                throw problem("a value is missing");
            }
            int start = at;
            switch (text.charAt(at)) {
                case '"', '\'' -> {
                    String quoted = quoted();
                    return new YamlValue.Scalar(quoted, true, new SourceSpan(start, at));
                }
                case '[' -> {
                    return array(depth);
                }
                case '{' -> {
                    return inline(depth);
                }
                default -> {
                    while (at < end && ",]}#\n".indexOf(text.charAt(at)) < 0) {
                        at++;
                    }
                    String bare = text.substring(start, at).strip();
                    if (!bare.matches("true|false|[+-]?(?:inf|nan)|[+-]?\\d[\\w.:+-]*(?: \\d{2}:\\d{2}.*)?")) {
                        at = start;
                        throw problem(bare.isEmpty() ? "a value is missing" : "a text is not in quotes");
                    }
                    return new YamlValue.Scalar(bare, false, new SourceSpan(start, start + bare.length()));
                }
            }
        }

        private YamlValue array(int depth) {
            int start = at;
            at++;
            List<YamlValue> values = new ArrayList<>();
            for (skip(true); at < end && text.charAt(at) != ']'; skip(true)) {
                values.add(closed(value(depth + 1)));
                skip(true);
                if (at < end && text.charAt(at) == ',') {
                    at++;
                } else if (at < end && text.charAt(at) != ']') {
                    throw problem("the elements of a list need a comma between them");
                }
            }
            if (at >= end) {
                throw new Problem("a list is not closed by ]", start);
            }
            at++;
            return new YamlValue.Sequence(values, new SourceSpan(start, at));
        }

        private YamlValue inline(int depth) {
            Table table = new Table(at);
            int start = at;
            at++;
            for (skip(true); at < end && text.charAt(at) != '}'; skip(true)) {
                if (depth >= MAX_DEPTH) {
                    throw problem("nested deeper than " + MAX_DEPTH + " levels");
                }
                inlinePair(table, depth);
                skip(true);
                if (at < end && text.charAt(at) == ',') {
                    at++;
                } else if (at < end && text.charAt(at) != '}') {
                    throw problem("the values of a table need a comma between them");
                }
            }
            if (at >= end) {
                throw new Problem("a table is not closed by }", start);
            }
            at++;
            table.end = at;
            return table.closed();
        }

        private void inlinePair(Table table, int depth) {
            List<Name> names = names();
            if (at >= end || text.charAt(at) != '=') {
                throw problem("there is no = after the key");
            }
            at++;
            skip(false);
            Table into = inside(table, names.subList(0, names.size() - 1));
            into.keys.putIfAbsent(names.getLast().text, names.getLast().span);
            into.values.putIfAbsent(names.getLast().text, value(depth + 1));
        }

        private static YamlValue closed(Object value) {
            return (YamlValue) value;
        }

        private String quoted() {
            int start = at;
            char mark = text.charAt(at);
            String three = String.valueOf(mark).repeat(3);
            boolean lines = text.startsWith(three, at);
            at += lines ? 3 : 1;
            if (lines && text.startsWith("\n", at)) {
                at++;
            }
            StringBuilder out = new StringBuilder();
            while (at < end) {
                char c = text.charAt(at);
                if (lines ? text.startsWith(three, at) : c == mark) {
                    at += lines ? 3 : 1;
                    while (lines && at < end && text.charAt(at) == mark) {
                        out.append(mark);
                        at++;
                    }
                    return out.toString();
                }
                if (c == '\n' && !lines) {
                    break;
                }
                if (c == '\\' && mark == '"') {
                    escape(out, lines);
                } else {
                    out.append(c);
                    at++;
                }
            }
            throw new Problem("a text is not closed by " + (lines ? three : String.valueOf(mark)), start);
        }

        private void escape(StringBuilder out, boolean lines) {
            at++;
            char c = at < end ? text.charAt(at) : 0;
            if (lines && Character.isWhitespace(c)) {
                while (at < end && Character.isWhitespace(text.charAt(at))) {
                    at++;
                }
                return;
            }
            int plain = "btnfr\"\\e".indexOf(c);
            if (plain >= 0) {
                out.append("\b\t\n\f\r\"\\\u001b".charAt(plain));
                at++;
            } else if (c == 'u' || c == 'U') {
                int length = c == 'u' ? 4 : 8;
                try {
                    out.appendCodePoint(Integer.parseInt(text.substring(at + 1, Math.min(end, at + 1 + length)), 16));
                } catch (IllegalArgumentException e) {
                    throw problem("an escape is not one of a character");
                }
                at += 1 + length;
            } else {
                throw problem("there is no escape \\" + c);
            }
        }
    }
}
