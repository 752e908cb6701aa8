package org.pressroom.search;

import org.apache.lucene.document.Document;
import org.apache.lucene.index.BinaryDocValues;
import org.apache.lucene.index.CodecReader;
import org.apache.lucene.index.DirectoryReader;
import org.apache.lucene.index.DocValues;
import org.apache.lucene.index.IndexNotFoundException;
import org.apache.lucene.index.LeafReaderContext;
import org.apache.lucene.index.NumericDocValues;
import org.apache.lucene.index.PostingsEnum;
import org.apache.lucene.index.SegmentInfos;
import org.apache.lucene.index.SortedDocValues;
import org.apache.lucene.index.SortedSetDocValues;
import org.apache.lucene.index.Terms;
import org.apache.lucene.index.TermsEnum;
import org.apache.lucene.search.DocIdSetIterator;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.store.Directory;
import org.apache.lucene.store.FSDirectory;
import org.apache.lucene.store.NIOFSDirectory;
import org.apache.lucene.util.BytesRef;
import org.jspecify.annotations.Nullable;
import org.pressroom.catalog.FacetKind;
import org.pressroom.search.shard.Bm25;
import org.pressroom.search.shard.FacetColumn;
import org.pressroom.search.shard.FieldStatistics;
import org.pressroom.search.shard.StoredDocument;

import java.io.Closeable;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;

/// A finished index, opened for reading. Safe for several threads.
public final class SearchIndex implements Closeable {

    private final Directory directory;
    private final DirectoryReader reader;
    private final String fingerprint;
    private final int[] numbers;
    private final int[] documents;
    private final int[] days;
    private final Map<FacetKind, FacetColumn> facets = new ConcurrentHashMap<>();

    private SearchIndex(Directory directory, DirectoryReader reader) throws IOException {
        this.directory = directory;
        this.reader = reader;
        fingerprint = reader.getIndexCommit().getUserData().getOrDefault(IndexBuilder.FINGERPRINT, "");
        numbers = new int[reader.maxDoc()];
        documents = new int[reader.maxDoc()];
        Arrays.fill(documents, -1);
        int[] dayOf = new int[documents.length];
        Arrays.fill(dayOf, SearchQuery.NO_DAY);
        for (LeafReaderContext leaf : reader.leaves()) {
            NumericDocValues values = leaf.reader().getNumericDocValues(IndexFields.NUMBER);
            NumericDocValues created = leaf.reader().getNumericDocValues(IndexFields.CREATED);
            for (int d = 0; d < leaf.reader().maxDoc(); d++) {
                int number = values != null && values.advanceExact(d) ? (int) values.longValue() : -1;
                if (number < 0 || number >= documents.length || documents[number] >= 0) {
                    throw new IOException("the index in " + directory + " holds document number " + number
                        + " twice, or has a gap: " + documents.length + " documents");
                }
                numbers[leaf.docBase + d] = number;
                documents[number] = leaf.docBase + d;
                dayOf[number] = created != null && created.advanceExact(d) ? (int) created.longValue() : SearchQuery.NO_DAY;
            }
        }
        days = Arrays.stream(dayOf).dropWhile(day -> day == SearchQuery.NO_DAY).toArray();
    }

    /// The days on which documents were created, counted from 1970, ascending: those of the last documents. The others have
    /// none.
    int[] days() {
        return days;
    }

    /// Opens the index in a folder.
    ///
    /// @throws IOException when there is none that can be read, or it was made by another version
    public static SearchIndex open(Path folder) throws IOException {
        return open(folder, FSDirectory.open(folder));
    }

    /// Opens the index in a folder to ask it once: it is not mapped into memory, since the JDK takes longer to be ready for
    /// that than a search takes.
    ///
    /// @throws IOException when there is none that can be read, or it was made by another version
    public static SearchIndex openOnce(Path folder) throws IOException {
        return open(folder, new NIOFSDirectory(folder));
    }

    private static SearchIndex open(Path folder, Directory directory) throws IOException {
        try {
            DirectoryReader reader = DirectoryReader.open(directory);
            if (!isOfThisVersion(reader.getIndexCommit().getUserData())) {
                throw new IOException("the search index in " + folder + " was built by another version");
            }
            if (!IndexSeal.isIntact(folder)) {
                check(reader);
                seal(folder);
            }
            return new SearchIndex(directory, reader);
        } catch (RuntimeException e) {
            directory.close();
            throw new IOException("the search index in " + folder + " is damaged: " + e, e);
        } catch (IOException e) {
            directory.close();
            throw e;
        }
    }

    /// Without a seal, opening the index takes longer next time.
    private static void seal(Path folder) {
        try {
            IndexSeal.put(folder);
        } catch (IOException e) {
            // Whoever may only read it still finds what is asked for.
        }
    }

    /// Compares every file with its checksum.
    private static void check(DirectoryReader reader) throws IOException {
        for (LeafReaderContext leaf : reader.leaves()) {
            if (leaf.reader() instanceof CodecReader files) {
                files.checkIntegrity();
            }
        }
    }

    /// What the index in a folder was made from, as [IndexBuilder#commit] was given it; empty when there is no index,
    /// it is damaged, or another version made it.
    public static Optional<String> fingerprintIn(Path folder) {
        return commitData(folder, IndexBuilder.FINGERPRINT);
    }

    /// What the index in a folder holds, as [IndexBuilder#commit] was given it; empty as in [#fingerprintIn].
    public static Optional<String> contentIn(Path folder) {
        return commitData(folder, IndexBuilder.CONTENT);
    }

    private static Optional<String> commitData(Path folder, String name) {
        if (!Files.isDirectory(folder)) {
            return Optional.empty();
        }
        try (Directory directory = new NIOFSDirectory(folder)) {
            Map<String, String> data = SegmentInfos.readLatestCommit(directory).getUserData();
            return isOfThisVersion(data) ? Optional.ofNullable(data.get(name)) : Optional.empty();
        } catch (IndexNotFoundException e) {
            return Optional.empty();
        } catch (IOException | RuntimeException e) {
            // A damaged index is no index: it is made again, as a missing one is.
            return Optional.empty();
        }
    }

    /// Whether nothing has touched the index in a folder since it was made.
    public static boolean isIntact(Path folder) {
        return IndexSeal.isIntact(folder);
    }

    /// The numbers of all documents by their [keys][IndexFields#KEY].
    Map<String, Integer> keys() throws IOException {
        Map<String, Integer> keys = HashMap.newHashMap(numbers.length);
        for (LeafReaderContext leaf : reader.leaves()) {
            Terms terms = leaf.reader().terms(IndexFields.KEY);
            TermsEnum each = terms == null ? TermsEnum.EMPTY : terms.iterator();
            PostingsEnum documentsOf = null;
            for (BytesRef key = each.next(); key != null; key = each.next()) {
                documentsOf = each.postings(documentsOf, PostingsEnum.NONE);
                for (int d = documentsOf.nextDoc(); d != DocIdSetIterator.NO_MORE_DOCS; d = documentsOf.nextDoc()) {
                    keys.put(key.utf8ToString(), numbers[leaf.docBase + d]);
                }
            }
        }
        return keys;
    }

    private static boolean isOfThisVersion(Map<String, String> data) {
        return Integer.toString(Analysis.VERSION).equals(data.get(IndexBuilder.VERSION));
    }

    private FacetColumn column(FacetKind kind) throws IOException {
        List<String> values = values(kind);
        // Most documents have one value, so those of one value share their list.
        List<List<Integer>> alone = new ArrayList<>(values.size());
        Map<String, Integer> ordinals = new HashMap<>();
        for (String value : values) {
            ordinals.put(value, alone.size());
            alone.add(List.of(alone.size()));
        }
        List<List<Integer>> ofDocument = new ArrayList<>(Collections.nCopies(numbers.length, List.of()));
        for (LeafReaderContext leaf : reader.leaves()) {
            SortedSetDocValues docValues = DocValues.getSortedSet(leaf.reader(), kind.label());
            int[] ordinalOf = new int[(int) docValues.getValueCount()];
            for (int ord = 0; ord < ordinalOf.length; ord++) {
                ordinalOf[ord] = ordinals.getOrDefault(docValues.lookupOrd(ord).utf8ToString(), 0);
            }
            SortedDocValues single = DocValues.unwrapSingleton(docValues);
            if (single != null) {
                for (int d = single.nextDoc(); d != DocIdSetIterator.NO_MORE_DOCS; d = single.nextDoc()) {
                    ofDocument.set(numbers[leaf.docBase + d], alone.get(ordinalOf[single.ordValue()]));
                }
                continue;
            }
            for (int d = docValues.nextDoc(); d != DocIdSetIterator.NO_MORE_DOCS; d = docValues.nextDoc()) {
                List<Integer> mine = new ArrayList<>(docValues.docValueCount());
                for (int i = docValues.docValueCount(); i > 0; i--) {
                    mine.add(ordinalOf[(int) docValues.nextOrd()]);
                }
                ofDocument.set(numbers[leaf.docBase + d], List.copyOf(mine));
            }
        }
        return new FacetColumn(kind.label(), values, ofDocument);
    }

    /// Ascending, as they are in each part of the index.
    private List<String> values(FacetKind kind) throws IOException {
        Set<String> values = new TreeSet<>();
        for (LeafReaderContext leaf : reader.leaves()) {
            SortedSetDocValues docValues = DocValues.getSortedSet(leaf.reader(), kind.label());
            for (long ord = 0; ord < docValues.getValueCount(); ord++) {
                values.add(docValues.lookupOrd(ord).utf8ToString());
            }
        }
        return List.copyOf(values);
    }

    /// What the index was made from, as it was told to [IndexBuilder#commit].
    public String fingerprint() {
        return fingerprint;
    }

    /// How many documents it holds.
    public int size() {
        return numbers.length;
    }

    DirectoryReader reader() {
        return reader;
    }

    /// Lucene's searcher, with the similarity that the index was made with.
    IndexSearcher searcher() {
        IndexSearcher searcher = new IndexSearcher(reader);
        searcher.setSimilarity(IndexBuilder.similarity());
        searcher.setQueryCache(null);
        return searcher;
    }

    /// The same similarity, for one term at a time.
    Bm25 bm25() throws IOException {
        return new Bm25(new FieldStatistics(IndexFields.TEXT, reader.getDocCount(IndexFields.TEXT), reader.getSumTotalTermFreq(IndexFields.TEXT)));
    }

    /// The catalog's number of one of Lucene's documents.
    int number(int document) {
        return numbers[document];
    }

    /// Lucene's document of a number of the catalog.
    int document(int number) {
        return documents[number];
    }

    /// The values of one kind, ascending, and which document (by number) has which. Read when first asked for.
    FacetColumn facet(FacetKind kind) {
        return facets.computeIfAbsent(kind, k -> {
            try {
                return column(k);
            } catch (IOException e) {
                throw new UncheckedIOException("cannot read the search index: " + e.getMessage(), e);
            }
        });
    }

    /// By number, under what a sentence model's vector of a document is found; null for documents whose meaning nobody knows.
    public List<byte @Nullable []> digests() throws IOException {
        return binary(IndexFields.DIGEST);
    }

    /// By number, the bytes that a column has of a document; null where it has none.
    List<byte @Nullable []> binary(String column) throws IOException {
        byte @Nullable [][] found = new byte @Nullable [numbers.length][];
        for (LeafReaderContext leaf : reader.leaves()) {
            BinaryDocValues values = leaf.reader().getBinaryDocValues(column);
            for (int d = 0; values != null && d < leaf.reader().maxDoc(); d++) {
                if (values.advanceExact(d)) {
                    BytesRef bytes = values.binaryValue();
                    found[numbers[leaf.docBase + d]] = Arrays.copyOfRange(bytes.bytes, bytes.offset, bytes.offset + bytes.length);
                }
            }
        }
        return Arrays.asList(found);
    }

    StoredDocument stored(int number) throws IOException {
        return stored(reader.storedFields().document(documents[number], Set.of(IndexFields.STORED)));
    }

    /// @param fields with [IndexFields#STORED] among them
    static StoredDocument stored(Document fields) {
        BytesRef bytes = fields.getBinaryValue(IndexFields.STORED);
        return StoredDocument.of(Arrays.copyOfRange(bytes.bytes, bytes.offset, bytes.offset + bytes.length));
    }

    @Override
    public void close() throws IOException {
        try (directory) {
            reader.close();
        }
    }
}
