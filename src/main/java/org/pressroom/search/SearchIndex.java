package org.pressroom.search;

import org.apache.lucene.index.DirectoryReader;
import org.apache.lucene.index.IndexNotFoundException;
import org.apache.lucene.index.LeafReaderContext;
import org.apache.lucene.index.NumericDocValues;
import org.apache.lucene.index.SegmentInfos;
import org.apache.lucene.index.SortedSetDocValues;
import org.apache.lucene.store.Directory;
import org.apache.lucene.store.FSDirectory;
import org.apache.lucene.util.BytesRef;
import org.pressroom.catalog.FacetKind;
import org.pressroom.search.shard.FacetColumn;
import org.pressroom.search.shard.StoredDocument;

import java.io.Closeable;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/// A finished index, opened for reading. Safe for several threads.
public final class SearchIndex implements Closeable {

    private final Directory directory;
    private final DirectoryReader reader;
    private final String fingerprint;
    private final int[] numbers;
    private final int[] documents;
    private final int[] days;
    private final Map<FacetKind, FacetColumn> facets = new EnumMap<>(FacetKind.class);

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
        for (FacetKind kind : FacetKind.values()) {
            facets.put(kind, column(kind));
        }
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
        if (fingerprintIn(folder).isEmpty()) {
            throw new IOException("there is no search index of this version in " + folder);
        }
        Directory directory = FSDirectory.open(folder);
        try {
            return new SearchIndex(directory, DirectoryReader.open(directory));
        } catch (IOException | RuntimeException e) {
            directory.close();
            throw e;
        }
    }

    /// What the index in a folder was made from, as it was told to [IndexBuilder#commit]; empty when there is no index,
    /// it is damaged, or another version made it.
    public static Optional<String> fingerprintIn(Path folder) {
        if (!Files.isDirectory(folder)) {
            return Optional.empty();
        }
        try (Directory directory = FSDirectory.open(folder)) {
            Map<String, String> data = SegmentInfos.readLatestCommit(directory).getUserData();
            return Integer.toString(Analysis.VERSION).equals(data.get(IndexBuilder.VERSION))
                ? Optional.ofNullable(data.get(IndexBuilder.FINGERPRINT)) : Optional.empty();
        } catch (IndexNotFoundException e) {
            return Optional.empty();
        } catch (IOException | IllegalArgumentException e) {
            // A damaged index is no index: it is made again, as a missing one is.
            return Optional.empty();
        }
    }

    private FacetColumn column(FacetKind kind) throws IOException {
        Set<String> values = new TreeSet<>();
        List<List<String>> ofDocument = new ArrayList<>(Collections.nCopies(numbers.length, List.of()));
        for (LeafReaderContext leaf : reader.leaves()) {
            SortedSetDocValues docValues = leaf.reader().getSortedSetDocValues(kind.label());
            if (docValues == null) {
                continue;
            }
            List<String> words = new ArrayList<>();
            for (long ord = 0; ord < docValues.getValueCount(); ord++) {
                BytesRef word = docValues.lookupOrd(ord);
                words.add(word.utf8ToString());
            }
            values.addAll(words);
            for (int d = docValues.nextDoc(); d != SortedSetDocValues.NO_MORE_DOCS; d = docValues.nextDoc()) {
                List<String> mine = new ArrayList<>(docValues.docValueCount());
                for (int i = docValues.docValueCount(); i > 0; i--) {
                    mine.add(words.get((int) docValues.nextOrd()));
                }
                ofDocument.set(numbers[leaf.docBase + d], mine);
            }
        }
        return column(kind, new ArrayList<>(values), ofDocument);
    }

    private static FacetColumn column(FacetKind kind, List<String> values, List<List<String>> ofDocument) {
        Map<String, Integer> ordinals = new HashMap<>();
        values.forEach(value -> ordinals.put(value, ordinals.size()));
        List<List<Integer>> columns = new ArrayList<>(ofDocument.size());
        for (List<String> mine : ofDocument) {
            columns.add(mine.stream().map(ordinals::get).sorted().toList());
        }
        return new FacetColumn(kind.label(), values, columns);
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

    /// The catalog's number of one of Lucene's documents.
    int number(int document) {
        return numbers[document];
    }

    /// Lucene's document of a number of the catalog.
    int document(int number) {
        return documents[number];
    }

    /// The values of one kind, ascending, and which document (by number) has which.
    FacetColumn facet(FacetKind kind) {
        return Objects.requireNonNull(facets.get(kind));
    }

    StoredDocument stored(int number) throws IOException {
        BytesRef bytes = reader.storedFields().document(documents[number], Set.of(IndexFields.STORED))
            .getBinaryValue(IndexFields.STORED);
        return StoredDocument.of(Arrays.copyOfRange(bytes.bytes, bytes.offset, bytes.offset + bytes.length));
    }

    @Override
    public void close() throws IOException {
        try (directory) {
            reader.close();
        }
    }
}
