package org.pressroom.build;

import org.jspecify.annotations.Nullable;
import org.pressroom.cache.ByteSink;
import org.pressroom.cache.ByteSource;
import org.pressroom.cache.TextTable;
import org.pressroom.git.RawChange;
import org.pressroom.git.RawCommit;
import org.pressroom.git.RawLog;
import org.pressroom.history.FileHistory;
import org.pressroom.history.Histories;
import org.pressroom.history.Learned;
import org.pressroom.history.Rename;
import org.pressroom.history.Revision;
import org.pressroom.history.Transition;
import org.pressroom.model.DocumentId;
import org.pressroom.model.Visibility;
import org.pressroom.parse.DocumentHead;
import org.pressroom.source.SourceId;
import org.pressroom.source.SourcePath;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/// Histories as bytes, and what they were made from. The same for the same, whatever the order of maps.
final class HistoryCodec {

    private HistoryCodec() { }

    private static final class Writer {
        final ByteSink out;
        final TextTable texts;

        Writer(ByteSink out) {
            this.out = out;
            this.texts = new TextTable(out);
        }

        void texts(List<String> list) {
            out.list(list, texts::write);
        }

        void optional(@Nullable String text) {
            out.optional(text, texts::write);
        }

        void author(RawCommit.Author author) {
            texts.write(author.name());
            texts.write(author.mail());
        }

        void commit(RawCommit commit) {
            texts.write(commit.id());
            texts(commit.parents());
            out.wide(commit.authored().getEpochSecond());
            out.number(commit.zone().getTotalSeconds());
            out.wide(commit.committed().getEpochSecond());
            author(commit.author());
            out.list(commit.coAuthors(), this::author);
            out.list(commit.changes(), change -> {
                texts.write(change.path());
                optional(change.before());
                optional(change.after());
            });
        }

        void day(LocalDate day) {
            out.wide(day.toEpochDay());
        }

        void history(FileHistory history) {
            out.list(history.revisions(), revision -> {
                texts.write(revision.commit());
                day(revision.day());
                texts(revision.authors());
                texts.write(revision.path().path());
                out.text(revision.blob());
            });
            out.list(history.renames(), rename -> {
                texts.write(rename.from().path());
                texts.write(rename.to().path());
                day(rename.day());
                texts.write(rename.commit());
            });
            out.list(history.timeline(), transition -> {
                day(transition.day());
                optional(transition.status());
                optional(transition.outcome());
                texts.write(transition.author());
                texts.write(transition.commit());
            });
            texts(history.ids());
            out.number(history.identified());
        }
    }

    private record Reader(ByteSource in, TextTable.Reader table, SourceId source) {

        Reader(ByteSource in, SourceId source) {
            this(in, new TextTable.Reader(in), source);
        }

        List<String> texts() {
            return in.list(table::read);
        }

        @Nullable String optional() {
            return in.optional(table::read);
        }

        RawCommit.Author author() {
            return new RawCommit.Author(table.read(), table.read());
        }

        RawCommit commit() {
            return new RawCommit(table.read(), texts(), Instant.ofEpochSecond(in.wide()), ZoneOffset.ofTotalSeconds(in.number()),
                Instant.ofEpochSecond(in.wide()), author(), in.list(this::author),
                in.list(() -> new RawChange(table.read(), optional(), optional())));
        }

        SourcePath path() {
            return new SourcePath(source, table.read());
        }

        LocalDate day() {
            return LocalDate.ofEpochDay(in.wide());
        }

        FileHistory history() {
            return new FileHistory(in.list(() -> new Revision(table.read(), day(), texts(), path(), in.text())),
                in.list(() -> new Rename(path(), path(), day(), table.read())),
                in.list(() -> new Transition(day(), optional(), optional(), table.read(), table.read())), texts(), in.number());
        }
    }

    static void write(ByteSink out, Histories histories) {
        Writer writer = new Writer(out);
        out.list(sorted(histories.files()), file -> {
            writer.texts.write(file.getKey().path());
            writer.history(file.getValue());
        });
        out.list(sorted(histories.former()), file -> {
            writer.texts.write(file.getKey().path());
            writer.texts(file.getValue().stream().map(SourcePath::path).sorted().toList());
        });
    }

    /// @param source of which all documents are
    static Histories readHistories(ByteSource in, SourceId source) {
        Reader reader = new Reader(in, source);
        Map<SourcePath, FileHistory> files = new HashMap<>();
        in.list(() -> files.put(reader.path(), reader.history()));
        Map<SourcePath, Set<SourcePath>> former = new HashMap<>();
        in.list(() -> former.put(reader.path(), Set.copyOf(in.list(reader::path))));
        return new Histories(files, former);
    }

    static void write(ByteSink out, RawLog log) {
        Writer writer = new Writer(out);
        writer.texts(log.boundary());
        out.list(log.commits(), writer::commit);
    }

    static RawLog readLog(ByteSource in) {
        Reader reader = new Reader(in, SourceId.MAIN);
        List<String> boundary = reader.texts();
        return new RawLog(in.list(reader::commit), boundary, List.of());
    }

    static void write(ByteSink out, Learned learned) {
        Writer writer = new Writer(out);
        out.list(sorted(learned.renames()), commit -> {
            writer.texts.write(commit.getKey());
            out.list(sorted(commit.getValue()), rename -> {
                writer.texts.write(rename.getKey());
                writer.texts.write(rename.getValue());
            });
        });
        out.list(sorted(learned.alike()), pair -> {
            out.text(pair.getKey());
            out.flag(pair.getValue());
        });
        out.list(sorted(learned.heads()), file -> {
            DocumentHead head = file.getValue();
            out.text(file.getKey());
            out.text(head.id().value());
            writer.optional(head.status());
            writer.optional(head.outcome());
            out.word(head.visibility());
        });
    }

    private static <K extends Comparable<K>, V> List<Map.Entry<K, V>> sorted(Map<K, V> map) {
        return List.copyOf(new TreeMap<>(map).entrySet());
    }

    static Learned readLearned(ByteSource in, SourceId source) {
        Reader reader = new Reader(in, source);
        Map<String, Map<String, String>> renames = new HashMap<>();
        in.list(() -> renames.put(reader.table.read(), pairs(reader)));
        Map<String, Boolean> alike = new HashMap<>();
        in.list(() -> alike.put(in.text(), in.flag()));
        Map<String, DocumentHead> heads = new HashMap<>();
        in.list(() -> {
            String key = in.text();
            SourcePath path = new SourcePath(source, key.substring(key.indexOf(' ') + 1));
            return heads.put(key, new DocumentHead(path, new DocumentId(source, in.text()), reader.optional(), reader.optional(),
                in.word(Visibility.values())));
        });
        return new Learned(renames, alike, heads);
    }

    private static Map<String, String> pairs(Reader reader) {
        Map<String, String> pairs = new HashMap<>();
        reader.in.list(() -> pairs.put(reader.table.read(), reader.table.read()));
        return pairs;
    }
}
