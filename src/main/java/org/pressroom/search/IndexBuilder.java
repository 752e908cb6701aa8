package org.pressroom.search;

import org.apache.lucene.document.BinaryDocValuesField;
import org.apache.lucene.document.Field;
import org.apache.lucene.document.NumericDocValuesField;
import org.apache.lucene.document.SortedSetDocValuesField;
import org.apache.lucene.document.StoredField;
import org.apache.lucene.index.IndexWriter;
import org.apache.lucene.index.IndexWriterConfig;
import org.apache.lucene.index.NoMergePolicy;
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

/// Makes a new index in a folder, in place of one that is there; what was there stays readable until [#commit].
///
/// Safe for several threads; documents may be added in any order, each number of the catalog once.
public final class IndexBuilder implements Closeable {

    static final String FINGERPRINT = "fingerprint";
    static final String VERSION = "version";

    private static final double BUFFER_MEGABYTES = 24;

    private final Path folder;
    private final Directory directory;
    private final IndexWriter writer;
    private final Weights weights;
    private final ThreadLocal<TermTally> tallies = ThreadLocal.withInitial(TermTally::new);

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
            return opened(parent.folder(name));
        } catch (LockObtainFailedException e) {
            throw new IOException("another command is building the search index in " + folder, e);
        } catch (IOException | RuntimeException e) {
            parent.remove(name);
            return opened(parent.folder(name));
        }
    }

    private static Opened opened(Path folder) throws IOException {
        Directory directory = FSDirectory.open(folder);
        IndexWriterConfig config = new IndexWriterConfig(Analysis.CHAIN)
            .setOpenMode(IndexWriterConfig.OpenMode.CREATE)
            .setSimilarity(similarity())
            // Scores span segments and the export merges them, so nothing is gained by merging here.
            .setMergePolicy(NoMergePolicy.INSTANCE)
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
    /// @param meaning which way its meaning points; null when nobody knows
    public void add(Entry entry, Document document, @Nullable MeaningVector meaning) throws IOException {
        List<Section> sections = Section.of(entry, document, weights);
        TermTally tally = tallies.get();
        tally.count(sections);
        DocumentFacts facts = entry.facts();
        StoredDocument stored = new StoredDocument(entry.id().shown(), entry.page(), Analysis.normal(document.title()),
            facts.status() == null ? "" : facts.status(), facts.outcome() == null ? "" : facts.outcome(),
            sections.stream().map(Section::stored).toList());
        org.apache.lucene.document.Document fields = new org.apache.lucene.document.Document();
        fields.add(new NumericDocValuesField(IndexFields.NUMBER, entry.number()));
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

    /// Makes what was added the index. Nothing can be added after it.
    ///
    /// @param fingerprint of everything that the index was made from; [SearchIndex#fingerprint()] gives it back
    public void commit(String fingerprint) throws IOException {
        writer.setLiveCommitData(
            Map.of(FINGERPRINT, fingerprint, VERSION, Integer.toString(Analysis.VERSION)).entrySet());
        writer.commit();
        IndexSeal.put(folder);
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
