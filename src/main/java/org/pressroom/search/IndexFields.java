package org.pressroom.search;

import org.apache.lucene.document.FieldType;
import org.apache.lucene.index.IndexOptions;

/// The fields of a document in the Lucene index. The kinds of facet are further ones, each under its label.
final class IndexFields {

    /// All words; a term's frequency is the sum of its weights.
    static final String TEXT = "text";
    /// In which section each of its terms weighs most: a [SectionTable].
    static final String SECTIONS = "sections";
    /// The document's number in the catalog.
    static final String NUMBER = "number";
    /// What is shown of the document.
    static final String STORED = "stored";

    static final FieldType TEXT_TYPE = new FieldType();

    static {
        TEXT_TYPE.setIndexOptions(IndexOptions.DOCS_AND_FREQS);
        TEXT_TYPE.freeze();
    }

    private IndexFields() { }
}
