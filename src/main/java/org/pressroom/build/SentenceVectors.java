package org.pressroom.build;

import org.jspecify.annotations.Nullable;
import org.pressroom.files.FileProblem;
import org.pressroom.files.SafeFolder;
import org.pressroom.meaning.SentenceModel;
import org.pressroom.meaning.SentenceVector;
import org.pressroom.parallel.Workers;
import org.pressroom.search.ProposalText;
import org.pressroom.search.SearchIndex;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Consumer;
import java.util.stream.IntStream;
import java.util.zip.CRC32C;

/// A sentence model's vectors of proposals, kept by what these say. Safe for several threads.
///
/// They lie in one file, which others see whole or not at all: [#MAGIC], the length of the model's name and the name in UTF-8, the
/// number of vectors; of each, in ascending order, the [digest][ProposalText#digest] and the [bytes][SentenceVector#bytes]; last the
/// CRC-32C of all that. Vectors of another model are not read. The file is written every [#UNSAVED] vectors and at the end, then
/// without those that nobody asked for. One that can't be used costs time and a sentence, never a command.
public final class SentenceVectors implements AutoCloseable {

    /// In the archive's cache folder.
    static final String FILE = "sentences.vectors";
    /// How many vectors are lost at most when the command is killed.
    static final int UNSAVED = 2_000;

    /// `PRSV`, and the version of the form.
    private static final long MAGIC = 0x50525356_00000001L;
    private static final int ENTRY = ProposalText.DIGEST_BYTES + SentenceVector.BYTES;

    private final SentenceModel model;
    private final @Nullable Path folder;
    private final Consumer<String> remarks;
    private final ConcurrentMap<ByteBuffer, SentenceVector> vectors = new ConcurrentHashMap<>();
    private final Set<ByteBuffer> used = ConcurrentHashMap.newKeySet();
    private final AtomicReference<@Nullable IOException> failure = new AtomicReference<>();
    private int unsaved;

    private SentenceVectors(SentenceModel model, @Nullable Path folder, Consumer<String> remarks) {
        this.model = model;
        this.folder = folder;
        this.remarks = remarks;
    }

    /// Reads what was kept.
    ///
    /// @param cache   the folder of this archive in the user's cache; null to do without
    /// @param remarks takes sentences for people
    public static SentenceVectors open(SentenceModel model, @Nullable Path cache, Consumer<String> remarks) {
        SentenceVectors kept = new SentenceVectors(model, cache, remarks);
        kept.read();
        return kept;
    }

    public SentenceModel model() {
        return model;
    }

    /// The vector of a proposal; null when it isn't there.
    ///
    /// @param digest of the proposal's text
    @Nullable SentenceVector kept(byte[] digest) {
        return use(ByteBuffer.wrap(digest));
    }

    /// The vector of a proposal, made when it isn't there.
    SentenceVector of(ProposalText text) {
        ByteBuffer digest = ByteBuffer.wrap(text.digest());
        SentenceVector kept = use(digest);
        if (kept != null) {
            return kept;
        }
        SentenceVector made = text.vector(model);
        vectors.put(digest, made);
        used.add(digest);
        count();
        return made;
    }

    private @Nullable SentenceVector use(ByteBuffer digest) {
        SentenceVector kept = vectors.get(digest);
        if (kept != null) {
            used.add(digest);
        }
        return kept;
    }

    /// The vectors of an index's documents, by number of the catalog; null for those whose meaning nobody knows. Says so when the
    /// model has to read some first.
    ///
    /// @throws IOException when the index can't be read
    public List<@Nullable SentenceVector> of(SearchIndex index, Workers workers, Progress progress) throws IOException {
        List<byte @Nullable []> digests = index.digests();
        List<@Nullable SentenceVector> found = new ArrayList<>();
        for (byte @Nullable [] digest : digests) {
            found.add(digest == null ? null : use(ByteBuffer.wrap(digest)));
        }
        int[] missing = IntStream.range(0, found.size()).filter(n -> digests.get(n) != null && found.get(n) == null).toArray();
        if (missing.length > 0) {
            remarks.accept("the sentence model is reading " + missing.length + (missing.length == 1 ? " new idea" : " new ideas"));
            progress.begin(Stage.READ, missing.length);
            workers.forEach(missing.length, i -> {
                found.set(missing[i], of(ProposalText.of(index, missing[i])));
                progress.step();
            });
        }
        return found;
    }

    private synchronized void count() {
        unsaved++;
        if (unsaved >= UNSAVED) {
            save();
        }
    }

    /// What can't be written is made again next time.
    private synchronized void save() {
        unsaved = 0;
        if (folder == null || failure.get() != null) {
            return;
        }
        try {
            SafeFolder.forOwnerOnly(folder).replace(FILE, encode());
        } catch (IOException e) {
            failure.set(e);
        }
    }

    private byte[] encode() {
        byte[] name = model.name().getBytes(StandardCharsets.UTF_8);
        List<Map.Entry<ByteBuffer, SentenceVector>> entries = new ArrayList<>(vectors.entrySet());
        entries.sort(Map.Entry.comparingByKey());
        ByteBuffer out = ByteBuffer.allocate(Math.toIntExact(head(name) + (long) entries.size() * ENTRY + Long.BYTES));
        out.putLong(MAGIC).putInt(name.length).put(name).putInt(entries.size());
        for (Map.Entry<ByteBuffer, SentenceVector> entry : entries) {
            out.put(entry.getKey().array()).put(entry.getValue().bytes());
        }
        return out.putLong(checksum(out.array())).array();
    }

    private static int head(byte[] name) {
        return Long.BYTES + Integer.BYTES + name.length + Integer.BYTES;
    }

    private static long checksum(byte[] bytes) {
        CRC32C sum = new CRC32C();
        sum.update(bytes, 0, bytes.length - Long.BYTES);
        return sum.getValue();
    }

    private void read() {
        if (folder == null) {
            return;
        }
        Path file = folder.resolve(FILE);
        try {
            byte[] bytes = Files.readAllBytes(file);
            if (!decode(bytes)) {
                remarks.accept("the stored embeddings are damaged and are computed again: " + file);
            }
        } catch (NoSuchFileException e) {
            // Nothing was kept yet.
        } catch (IOException e) {
            remarks.accept("the stored embeddings can't be read and are computed again: " + e.getMessage());
        }
    }

    /// @return whether the file is sound; one of another model or form is, and nothing is taken from it
    private boolean decode(byte[] bytes) {
        byte[] name = model.name().getBytes(StandardCharsets.UTF_8);
        ByteBuffer in = ByteBuffer.wrap(bytes);
        if (bytes.length < Long.BYTES * 2 || in.getLong(bytes.length - Long.BYTES) != checksum(bytes)) {
            return false;
        }
        if (in.getLong() != MAGIC || in.getInt() != name.length) {
            return true;
        }
        byte[] its = new byte[name.length];
        in.get(its);
        if (!Arrays.equals(its, name)) {
            return true;
        }
        int count = in.getInt();
        for (int i = 0; i < count; i++) {
            byte[] digest = new byte[ProposalText.DIGEST_BYTES];
            byte[] vector = new byte[SentenceVector.BYTES];
            in.get(digest).get(vector);
            vectors.put(ByteBuffer.wrap(digest), SentenceVector.of(vector));
        }
        return true;
    }

    /// Keeps what was used.
    @Override
    public synchronized void close() {
        boolean dropped = vectors.keySet().retainAll(used);
        if (dropped || unsaved > 0) {
            save();
        }
        IOException e = failure.get();
        if (e != null) {
            remarks.accept("the embeddings can't be stored: " + FileProblem.of(e));
        }
    }
}
