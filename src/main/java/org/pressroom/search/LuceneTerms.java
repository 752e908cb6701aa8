package org.pressroom.search;

import org.apache.lucene.index.IndexReader;
import org.apache.lucene.index.MultiTerms;
import org.apache.lucene.index.Term;
import org.apache.lucene.index.Terms;
import org.apache.lucene.index.TermsEnum;
import org.apache.lucene.util.BytesRef;
import org.apache.lucene.util.StringHelper;
import org.pressroom.search.shard.TermSource;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

/// The terms of a Lucene index.
record LuceneTerms(IndexReader reader) implements TermSource {

    @Override
    public int documents(String term) throws IOException {
        return reader.docFreq(new Term(IndexFields.TEXT, term));
    }

    @Override
    public List<Counted> startingWith(String prefix) throws IOException {
        List<Counted> found = new ArrayList<>();
        Terms all = MultiTerms.getTerms(reader, IndexFields.TEXT);
        if (all == null) {
            return found;
        }
        BytesRef wanted = new BytesRef(prefix);
        TermsEnum terms = all.iterator();
        if (terms.seekCeil(wanted) == TermsEnum.SeekStatus.END) {
            return found;
        }
        for (BytesRef term = terms.term(); term != null && StringHelper.startsWith(term, wanted); term = terms.next()) {
            found.add(new Counted(term.utf8ToString(), terms.docFreq()));
        }
        return found;
    }
}
