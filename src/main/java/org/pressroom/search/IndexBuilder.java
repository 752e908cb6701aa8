package org.pressroom.search;

import org.apache.lucene.document.BinaryDocValuesField;
import org.apache.lucene.document.Field;
import org.apache.lucene.document.NumericDocValuesField;
import org.apache.lucene.document.SortedSetDocValuesField;
import org.apache.lucene.document.StoredField;
import org.apache.lucene.document.StringField;
import org.apache.lucene.index.IndexWriter;
import org.apache.lucene.index.IndexWriterConfig;
import org.apache.lucene.index.MergePolicy;
import org.apache.lucene.index.NoMergePolicy;
import org.apache.lucene.index.SerialMergeScheduler;
import org.apache.lucene.index.Term;
import org.apache.lucene.index.TieredMergePolicy;
import org.apache.lucene.search.similarities.BM25Similarity;
import org.apache.lucene.store.AlreadyClosedException;
import org.apache.lucene.store.Directory;
import org.apache.lucene.store.FSDirectory;
import org.apache.lucene.store.LockObtainFailedException;
import org.apache.lucene.util.BytesRef;
import org.jspecify.annotations.Nullable;
import org.pressroom.catalog.DocumentFacts;
import org.pressroom.catalog.Entry;
import org.pressroom.catalog.FacetKind;
import org.pressroom.files.SafeFolder;
import org.pressroom.meaning.MeaningVector;
import org.pressroom.model.Document;
import org.pressroom.search.shard.StoredDocument;

import java.io.Closeable;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/// Makes a new index in a folder, in place of one that is there, or goes on with that one; what was there stays readable until
/// [#commit].
///
/// Safe for several threads; documents may be added in any order, each number of the catalog once.
public final class IndexBuilder implements Closeable {

    static final String FINGERPRINT = "fingerprint";
    static final String CONTENT = "content";
    static final String VERSION = "version";

    private static final double BUFFER_MEGABYTES = 24;
    /// Of about the same size; more are merged when an index is gone on with.
    private static final int MOST_SEGMENTS = 32;

    private final Path folder;
    private final Directory directory;
    private final IndexWriter writer;
    private final Weights weights;
    private final ThreadLocal<TermTally> tallies = ThreadLocal.withInitial(TermTally::new);

    private final Map<String, Integer> held;

    /// @param folder created when missing
    /// @throws IOException when the folder cannot be written, or another process is writing the index
    public IndexBuilder(Path folder) throws IOException {
        this(folder, Weights.CHOSEN);
    }

    /// With other weights, to find out what they are worth.
    IndexBuilder(Path folder, Weights weights) throws IOException {
        this.weights = weights;
        this.folder = folder;
        Opened opened = open(folder);
        directory = opened.directory;
        writer = opened.writer;
        held = Map.of();
    }

    private IndexBuilder(Path folder, Opened opened, Map<String, Integer> held) {
        this.weights = Weights.CHOSEN;
        this.folder = folder;
        this.directory = opened.directory;
        this.writer = opened.writer;
        this.held = held;
    }

    /// Goes on with the index in a folder.
    ///
    /// @throws IOException when there is none that can be gone on with: it is damaged, of another version, or another process writes it
    public static IndexBuilder goingOn(Path folder) throws IOException {
        Map<String, Integer> held;
        try (SearchIndex index = SearchIndex.open(folder)) {
            held = index.keys();
        }
        Opened opened = opened(folder, IndexWriterConfig.OpenMode.APPEND,
            new TieredMergePolicy().setForceMergeDeletesPctAllowed(0).setSegmentsPerTier(MOST_SEGMENTS));
        return new IndexBuilder(folder, opened, Map.copyOf(held));
    }

    /// The documents of the index that is gone on with: numbers by key.
    public Map<String, Integer> held() {
        return held;
    }

    /// Takes out a document that is held.
    public void remove(String key) throws IOException {
        writer.deleteDocuments(new Term(IndexFields.KEY, key));
    }

    /// Gives a document that is held another number.
    public void move(String key, int number) throws IOException {
        writer.updateNumericDocValue(new Term(IndexFields.KEY, key), IndexFields.NUMBER, number);
    }

    private record Opened(Directory directory, IndexWriter writer) { }

    /// What is there may be damaged beyond what the library can replace; then it goes first.
    private static Opened open(Path folder) throws IOException {
        Path above = folder.toAbsolutePath().getParent();
        if (above == null) {
            throw new IOException("no folder for an index: " + folder);
        }
        SafeFolder parent = SafeFolder.forOwnerOnly(SafeFolder.make(above).path());
        String name = folder.getFileName().toString();
        if (Files.exists(folder.resolve(IndexWriter.WRITE_LOCK_NAME)) && Files.size(folder.resolve(IndexWriter.WRITE_LOCK_NAME)) > 0) {
            // The library finds this only when it writes.
            parent.remove(name);
        }
        try {
            return opened(parent.folder(name), IndexWriterConfig.OpenMode.CREATE, NoMergePolicy.INSTANCE);
        } catch (LockObtainFailedException e) {
            throw new IOException("another command is building the search index in " + folder, e);
        } catch (IOException | RuntimeException e) {
            parent.remove(name);
            return opened(parent.folder(name), IndexWriterConfig.OpenMode.CREATE, NoMergePolicy.INSTANCE);
        }
    }

    /// @param merging of a new index nothing is gained by it: scores span segments, and the export merges them
    private static Opened opened(Path folder, IndexWriterConfig.OpenMode mode, MergePolicy merging) throws IOException {
        Directory directory = FSDirectory.open(folder);
        IndexWriterConfig config = new IndexWriterConfig(Analysis.CHAIN)
            .setOpenMode(mode)
            .setSimilarity(similarity())
            .setMergePolicy(merging)
            // One that works beside would hold segments back from the removal of what is deleted, and be given up at the end.
            .setMergeScheduler(new SerialMergeScheduler())
            .setRAMBufferSizeMB(BUFFER_MEGABYTES)
            .setUseCompoundFile(false)
            .setCommitOnClose(false);
        try {
            return new Opened(directory, new IndexWriter(directory, config));
        } catch (IOException | RuntimeException e) {
            directory.close();
            throw e;
        }
    }

    /// Lucene's BM25 with a length that counts a word as often as it weighs.
    static BM25Similarity similarity() {
        return new BM25Similarity(false);
    }

    /// Adds a document.
    ///
    /// @param key     names the document as it is, and no other
    /// @param meaning which way its meaning points; null when nobody knows
    public void add(String key, Entry entry, Document document, @Nullable MeaningVector meaning) throws IOException {
        List<Section> sections = Section.of(entry, document, weights);
        TermTally tally = tallies.get();
        tally.count(sections);
        DocumentFacts facts = entry.facts();
        StoredDocument stored = new StoredDocument(entry.id().shown(), entry.page(), Analysis.normal(document.title()),
            facts.status() == null ? "" : facts.status(), facts.outcome() == null ? "" : facts.outcome(),
            sections.stream().map(Section::stored).toList());
        org.apache.lucene.document.Document fields = new org.apache.lucene.document.Document();
        fields.add(new NumericDocValuesField(IndexFields.NUMBER, entry.number()));
        fields.add(new StringField(IndexFields.KEY, key, Field.Store.NO));
        fields.add(new Field(IndexFields.TEXT, tally.words(), IndexFields.TEXT_TYPE));
        tally.sections().addTo(fields);
        fields.add(new StoredField(IndexFields.STORED, stored.toBytes()));
        ProblemRecord.of(entry, document).addTo(fields);
        if (meaning != null) {
            fields.add(new BinaryDocValuesField(IndexFields.MEANING, new BytesRef(meaning.bytes())));
            ProposalText.of(document).addTo(fields);
        }
        if (facts.created() != null) {
            fields.add(new NumericDocValuesField(IndexFields.CREATED, facts.created().toEpochDay()));
        }
        for (FacetKind kind : FacetKind.values()) {
            for (String value : kind.valuesOf(facts)) {
                fields.add(new SortedSetDocValuesField(kind.label(), new BytesRef(value)));
            }
        }
        try {
            writer.addDocument(fields);
        } catch (AlreadyClosedException e) {
            // Another thread could not write, and that closed the index.
            if (writer.getTragicException() instanceof IOException first) {
                throw first;
            }
            throw e;
        }
    }

    /// Makes what was added, and what is still held, the index. Nothing can be added after it.
    ///
    /// @param fingerprint of everything that the index was made from; [SearchIndex#fingerprint()] gives it back
    /// @param content     of what it holds; [SearchIndex#contentIn] gives it back
    public void commit(String fingerprint, String content) throws IOException {
        if (!held.isEmpty()) {
            // What was taken out would count in the statistics of words.
            writer.forceMergeDeletes(true);
            if (writer.hasDeletions()) {
                throw new IOException("what was taken out of the index in " + folder + " is still there");
            }
        }
        commit(writer, folder, fingerprint, content);
    }

    private static void commit(IndexWriter writer, Path folder, String fingerprint, String content) throws IOException {
        writer.setLiveCommitData(
            Map.of(FINGERPRINT, fingerprint, CONTENT, content, VERSION, Integer.toString(Analysis.VERSION)).entrySet());
        writer.commit();
        IndexSeal.put(folder);
    }

    /// Gives an index that stays as it is another fingerprint.
    public static void renew(Path folder, String fingerprint, String content) throws IOException {
        Opened opened = opened(folder, IndexWriterConfig.OpenMode.APPEND, NoMergePolicy.INSTANCE);
        try (Directory directory = opened.directory; IndexWriter writer = opened.writer) {
            commit(writer, folder, fingerprint, content);
            writer.rollback();
        }
    }

    /// Ends the work; what was not committed is dropped.
    @Override
    public void close() throws IOException {
        try (directory; writer) {
            if (writer.isOpen()) {
                writer.rollback();
            }
        }
    }
}
