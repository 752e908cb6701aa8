package org.pressroom.search;

import org.apache.lucene.document.FieldType;
import org.apache.lucene.index.IndexOptions;

/// The fields of a document in the Lucene index. The kinds of facet are further ones, each under its label.
final class IndexFields {

    /// All words, each as often at its position as it weighs, so that a term's frequency is the sum of its weights; stop
    /// words in titles alone. The positions of a [Region] stand together; between two texts one is left out.
    static final String TEXT = "text";
    /// In which section each of its terms weighs most: a [SectionTable].
    static final String SECTIONS = "sections";
    /// The document's number in the catalog.
    static final String NUMBER = "number";
    /// What names the document as it is: another text has another key.
    static final String KEY = "key";
    /// The day of its creation, counted from 1970; absent when nobody knows.
    static final String CREATED = "created";
    /// What is shown of the document.
    static final String STORED = "stored";

    /// Which way its meaning points; absent when it isn't in English or has no word.
    static final String MEANING = "meaning";
    /// By which a sentence model's vector of it is found; absent where [#MEANING] is.
    static final String DIGEST = "digest";

    static final FieldType TEXT_TYPE = new FieldType();

    static {
        TEXT_TYPE.setIndexOptions(IndexOptions.DOCS_AND_FREQS_AND_POSITIONS);
        TEXT_TYPE.freeze();
    }

    private IndexFields() { }
}
