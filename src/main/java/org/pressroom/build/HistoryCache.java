package org.pressroom.build;

import org.jspecify.annotations.Nullable;
import org.pressroom.cache.ByteSink;
import org.pressroom.cache.ByteSource;
import org.pressroom.files.FileProblem;
import org.pressroom.files.SafeFolder;
import org.pressroom.git.RawLog;
import org.pressroom.history.Histories;
import org.pressroom.history.Learned;
import org.pressroom.source.SourceId;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.time.DateTimeException;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.zip.CRC32C;

/// What is kept of an archive's history: the answer as it was told last, and the log and the heads that it was made from, so
/// that only new commits need be asked for.
///
/// Each is one file with a checksum, which others see whole or not at all. A file that can't be used costs time and a
/// sentence, never a build.
///
/// @param folder  of this archive in the user's cache; null to do without
/// @param version of Pressroom: files of another are not read
record HistoryCache(@Nullable Path folder, String version) {

    static final HistoryCache NONE = new HistoryCache(null, "");

    /// Changes with what the files hold.
    private static final int FORM = 2;
    private static final String ANSWER = "history.answer";
    private static final String FACTS = "history.facts";
    private static final int CHECKSUM = 8;

    /// What an answer was made from.
    ///
    /// @param log     empty when nothing is known
    /// @param learned of contents; valid as long as metadata are read in the same way
    record Facts(RawLog log, Learned learned) {
        static final Facts NONE = new Facts(RawLog.NONE, Learned.NOTHING);
    }

    /// Names the file of one of the sources of a site.
    private static String name(String name, SourceId source) {
        return source.equals(SourceId.MAIN) ? name : name + "-" + source;
    }

    /// The answer that was kept.
    ///
    /// @param question all that it depends on
    /// @param remarks  takes why it can't be used, when it should be there
    Optional<Histories> answer(SourceId source, String question, List<String> remarks) {
        return read(name(ANSWER, source), remarks, in -> in.text().equals(question)
            ? Optional.of(HistoryCodec.readHistories(in, source)) : Optional.empty());
    }

    void keep(SourceId source, String question, Histories histories, List<String> remarks) {
        write(name(ANSWER, source), remarks, out -> {
            out.text(question);
            HistoryCodec.write(out, histories);
        });
    }

    /// What is known of the log of a folder.
    ///
    /// @param place  which folder of the repository
    /// @param manner how metadata are read
    Facts facts(SourceId source, String place, String manner, List<String> remarks) {
        return read(name(FACTS, source), remarks, in -> {
            if (!in.text().equals(place)) {
                return Optional.empty();
            }
            boolean same = in.text().equals(manner);
            RawLog log = HistoryCodec.readLog(in);
            Learned learned = HistoryCodec.readLearned(in, source);
            return Optional.of(new Facts(log, same ? learned : learned.withoutHeads()));
        }).orElse(Facts.NONE);
    }

    void keep(SourceId source, String place, String manner, Facts facts, List<String> remarks) {
        write(name(FACTS, source), remarks, out -> {
            out.text(place);
            out.text(manner);
            HistoryCodec.write(out, facts.log);
            HistoryCodec.write(out, facts.learned);
        });
    }

    private <T> Optional<T> read(String name, List<String> remarks, Function<ByteSource, Optional<T>> reader) {
        if (folder == null) {
            return Optional.empty();
        }
        Path file = folder.resolve(name);
        try {
            byte[] bytes = Files.readAllBytes(file);
            byte[] body = Arrays.copyOfRange(bytes, Math.min(bytes.length, CHECKSUM), bytes.length);
            if (bytes.length < CHECKSUM || ByteBuffer.wrap(bytes).getLong() != checksum(body)) {
                remarks.add("the stored history in " + file + " is damaged, so the history is read again");
                return Optional.empty();
            }
            ByteSource in = new ByteSource(body);
            if (in.number() != FORM || !in.text().equals(version)) {
                remarks.add("the stored history was written by another version of Pressroom, so the history is read again");
                return Optional.empty();
            }
            return reader.apply(in);
        } catch (NoSuchFileException e) {
            return Optional.empty();
        } catch (IOException | IndexOutOfBoundsException | IllegalArgumentException | DateTimeException e) {
            remarks.add("the stored history in " + file + " can't be read, so the history is read again: " + e.getMessage());
            return Optional.empty();
        }
    }

    private void write(String name, List<String> remarks, Consumer<ByteSink> writer) {
        if (folder == null) {
            return;
        }
        ByteSink out = new ByteSink();
        out.number(FORM);
        out.text(version);
        writer.accept(out);
        byte[] body = out.bytes();
        try {
            SafeFolder.forOwnerOnly(folder).replace(name, ByteBuffer.allocate(CHECKSUM + body.length).putLong(checksum(body)).put(body).array());
        } catch (IOException e) {
            remarks.add("the history can't be stored for next time: " + FileProblem.of(e));
        }
    }

    private static long checksum(byte[] body) {
        CRC32C sum = new CRC32C();
        sum.update(body);
        return sum.getValue();
    }
}
