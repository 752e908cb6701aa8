package org.pressroom.search;

import org.apache.lucene.index.LeafReaderContext;
import org.apache.lucene.index.MultiTerms;
import org.apache.lucene.index.NumericDocValues;
import org.apache.lucene.index.PostingsEnum;
import org.apache.lucene.index.Terms;
import org.apache.lucene.index.TermsEnum;
import org.apache.lucene.util.ArrayUtil;
import org.apache.lucene.util.BytesRef;
import org.jspecify.annotations.Nullable;
import org.pressroom.catalog.Catalog;
import org.pressroom.catalog.Facet;
import org.pressroom.catalog.FacetKind;
import org.pressroom.files.Staging;
import org.pressroom.search.shard.DictionaryWriter;
import org.pressroom.search.shard.FacetColumn;
import org.pressroom.search.shard.FieldStatistics;
import org.pressroom.search.shard.ListColumns;
import org.pressroom.search.shard.PostingList;
import org.pressroom.search.shard.ShardFile;
import org.pressroom.search.shard.ShardWriter;
import org.pressroom.search.shard.StoredDocument;
import org.pressroom.search.shard.StoredRun;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Optional;

/// Writes an index as static files, in the format of [org.pressroom.search.shard].
///
/// The files' bytes depend on the documents and the catalog alone: not on threads, segments or the order of adding.
public final class ShardExporter {

    /// Texts of small archives are stored whole. From 1,000 ideas on the share of each is halved whenever their number
    /// doubles, so that what is stored does not outgrow the rest.
    private static final int WHOLE = 8_000;
    private static final int SMALLEST = 300;
    private static final int FEW_DOCUMENTS = 1_000;
    /// A term tells its sections when the documents that hold it, times all documents, are no more.
    private static final int TOLD = 1 << 18;

    private ShardExporter() { }

    /// Writes all files.
    ///
    /// @param catalog of the documents that the index holds
    /// @param synonyms words that stand for each other in queries
    /// @param site    in the making
    /// @param packed  what was packed before
    /// @return the addresses of the files, sorted, relative to the site's root
    public static List<String> export(SearchIndex index, Catalog catalog, Synonyms synonyms, Staging site, PackedFiles packed) throws IOException {
        if (catalog.entries().size() != index.size()) {
            throw new IllegalArgumentException("the index holds " + index.size() + " documents, the catalog "
                + catalog.entries().size());
        }
        try (ShardFolder files = new ShardFolder(site, ShardFile.FOLDER, packed)) {
            ShardWriter writer = new ShardWriter(index.size(), index.days(), files);
            int budget = storedCharacters(index.size());
            int[] sections = new int[index.size()];
            for (DocumentRun run : DocumentRun.of(index, catalog)) {
                List<Integer> stored = stored(index, run, budget, files, writer);
                for (int number = run.from(); number < run.to(); number++) {
                    sections[number] = stored.get(number - run.from());
                }
            }
            text(index, sections, writer);
            writer.synonyms(synonyms.groups());
            for (FacetKind kind : FacetKind.values()) {
                writer.facet(column(kind, catalog));
            }
            writer.list(list(catalog));
            files.finishShards();
            writer.finish();
            return files.finish();
        }
    }

    /// Writes the records of documents, or keeps them as they were written.
    ///
    /// @return how many sections are stored, of each
    private static List<Integer> stored(SearchIndex index, DocumentRun run, int budget, ShardFolder files, ShardWriter writer) throws IOException {
        String key = "stored " + budget + "\n" + run.key();
        Optional<byte[]> kept = files.kept(key, value -> writer.fits(StoredRun.of(value)));
        if (kept.isPresent()) {
            StoredRun known = StoredRun.of(kept.get());
            writer.keep(known);
            return known.sections();
        }
        List<Integer> sections = new ArrayList<>();
        for (int number = run.from(); number < run.to(); number++) {
            StoredDocument stored = index.stored(number).within(budget);
            sections.add(stored.sections().size());
            writer.stored(stored);
        }
        writer.endRun().ifPresent(made -> files.made(key, made.toBytes()));
        return sections;
    }

    /// How many characters of a document are stored in an archive of so many.
    static int storedCharacters(int documents) {
        int share = WHOLE;
        for (long few = FEW_DOCUMENTS; few < documents && share > SMALLEST; few *= 2) {
            share /= 2;
        }
        return Math.max(share, SMALLEST);
    }

    /// Terms of at most so many documents tell in which section they weigh most. What is in many documents is in many of their
    /// sections, so that one tells little, and its sections would be a third of all postings.
    static int mostTold(int documents) {
        return TOLD / Math.max(1, documents);
    }

    private static FacetColumn column(FacetKind kind, Catalog catalog) {
        List<Facet> facets = catalog.facets(kind);
        List<List<Integer>> ordinals = new ArrayList<>(Collections.nCopies(catalog.entries().size(), List.of()));
        for (int ordinal = 0; ordinal < facets.size(); ordinal++) {
            for (var entry : facets.get(ordinal).entries()) {
                List<Integer> more = new ArrayList<>(ordinals.get(entry.number()));
                more.add(ordinal);
                ordinals.set(entry.number(), List.copyOf(more));
            }
        }
        return new FacetColumn(kind.label(), facets.stream().map(Facet::value).toList(), ordinals);
    }

    private static ListColumns list(Catalog catalog) {
        int[] ranks = TitleOrder.ranks(catalog.entries().stream().map(entry -> entry.facts().title()).toList());
        List<ListColumns.Row> rows = catalog.entries().stream().map(entry -> new ListColumns.Row(ranks[entry.number()],
            entry.facts().decided(), entry.facts().lastChange(), entry.facts().language())).toList();
        return new ListColumns(rows, Arrays.stream(FacetKind.values())
            .map(kind -> catalog.facets(kind).stream().map(Facet::address).toList()).toList());
    }

    private static void text(SearchIndex index, int[] sections, ShardWriter writer) throws IOException {
        FieldStatistics statistics = new FieldStatistics(IndexFields.TEXT,
            index.reader().getDocCount(IndexFields.TEXT), index.reader().getSumTotalTermFreq(IndexFields.TEXT));
        DictionaryWriter dictionary = writer.field(statistics, norms(index), mostTold(index.size()), true);
        Terms texts = MultiTerms.getTerms(index.reader(), IndexFields.TEXT);
        if (texts != null) {
            terms(index, sections, texts.iterator(), dictionary);
        }
        dictionary.finish();
    }

    private static byte[] norms(SearchIndex index) throws IOException {
        byte[] norms = new byte[index.size()];
        for (LeafReaderContext leaf : index.reader().leaves()) {
            NumericDocValues values = leaf.reader().getNormValues(IndexFields.TEXT);
            for (int d = 0; values != null && d < leaf.reader().maxDoc(); d++) {
                if (values.advanceExact(d)) {
                    norms[index.number(leaf.docBase + d)] = (byte) values.longValue();
                }
            }
        }
        return norms;
    }

    /// Walks the terms upwards, and with them each document's table of sections, which has the same order.
    ///
    /// @param stored how many sections of each document are stored; the top stands for the others
    private static void terms(SearchIndex index, int[] stored, TermsEnum texts, DictionaryWriter dictionary) throws IOException {
        SectionWalk sections = new SectionWalk(index);
        PostingList list = new PostingList();
        Occurrences occurrences = new Occurrences();
        @Nullable PostingsEnum text = null;
        for (BytesRef term = texts.next(); term != null; term = texts.next()) {
            text = texts.postings(text, PostingsEnum.POSITIONS);
            occurrences.clear();
            for (int d = text.nextDoc(); d != PostingsEnum.NO_MORE_DOCS; d = text.nextDoc()) {
                int section = sections.next(d);
                occurrences.add(index.number(d), text, section < stored[index.number(d)] ? section : 0);
            }
            occurrences.copyTo(list);
            dictionary.term(Arrays.copyOfRange(term.bytes, term.offset, term.offset + term.length), list);
        }
        sections.finish();
    }

    /// Reads the sections of all documents' terms side by side, term by term. Holds one byte a posting.
    private static final class SectionWalk {

        private final byte[][] ordinals;
        private final int[] at;

        SectionWalk(SearchIndex index) throws IOException {
            ordinals = new byte[index.size()][];
            at = new int[index.size()];
            for (LeafReaderContext leaf : index.reader().leaves()) {
                for (int d = 0; d < leaf.reader().maxDoc(); d++) {
                    ordinals[leaf.docBase + d] = SectionTable.of(leaf.reader(), d).ordinals();
                }
            }
        }

        /// @param document of Lucene's numbers
        int next(int document) throws IOException {
            byte[] mine = ordinals[document];
            int number = 0;
            for (int shift = 0; at[document] < mine.length; shift += 7) {
                int octet = mine[at[document]++];
                number |= (octet & 127) << shift;
                if (octet >= 0) {
                    return number;
                }
            }
            throw new IOException("the index has fewer sections than terms for document " + document);
        }

        void finish() throws IOException {
            for (int d = 0; d < ordinals.length; d++) {
                if (at[d] != ordinals[d].length) {
                    throw new IOException("the index has more sections than terms for document " + d);
                }
            }
        }
    }

    /// The postings of a term in the order of segments, to be put into that of document numbers.
    private static final class Occurrences {

        /// Document number and place among those added, in one number, so that sorting orders by document.
        private long[] order = new long[64];
        private int[] frequencies = new int[64];
        private int[] sections = new int[64];
        /// Where each document's positions end.
        private int[] ends = new int[64];
        private int[] positions = new int[256];
        private int size;
        private int positionCount;

        void clear() {
            size = 0;
            positionCount = 0;
        }

        /// Takes a document. A word that counts several times stands several times in its place.
        void add(int number, PostingsEnum postings, int section) throws IOException {
            if (size == order.length) {
                order = Arrays.copyOf(order, size * 2);
                frequencies = Arrays.copyOf(frequencies, size * 2);
                sections = Arrays.copyOf(sections, size * 2);
                ends = Arrays.copyOf(ends, size * 2);
            }
            int before = -1;
            for (int left = postings.freq(); left > 0; left--) {
                int position = postings.nextPosition();
                if (position != before) {
                    positions = ArrayUtil.grow(positions, positionCount + 1);
                    positions[positionCount++] = position;
                }
                before = position;
            }
            order[size] = (long) number << 32 | size;
            frequencies[size] = postings.freq();
            sections[size] = section;
            ends[size++] = positionCount;
        }

        void copyTo(PostingList list) {
            Arrays.sort(order, 0, size);
            list.clear();
            for (int i = 0; i < size; i++) {
                int at = (int) order[i];
                list.add((int) (order[i] >>> 32), frequencies[at], sections[at]);
                for (int p = at == 0 ? 0 : ends[at - 1]; p < ends[at]; p++) {
                    list.position(positions[p]);
                }
            }
        }
    }
}
