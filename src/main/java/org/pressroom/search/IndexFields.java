package org.pressroom.search;

import org.apache.lucene.document.FieldType;
import org.apache.lucene.index.IndexOptions;

/// The fields of a document in the Lucene index. The kinds of facet are further ones, each under its label.
final class IndexFields {

    /// All words; a term's frequency is the sum of its weights.
    static final String TEXT = "text";
    /// The same terms; a term's frequency is the ordinal of its best section plus one.
    static final String SECTION = "section";
    /// The document's number in the catalog.
    static final String NUMBER = "number";
    /// What is shown of the document.
    static final String STORED = "stored";

    static final FieldType TEXT_TYPE = termsWithFrequencies(false);
    static final FieldType SECTION_TYPE = termsWithFrequencies(true);

    private IndexFields() { }

    private static FieldType termsWithFrequencies(boolean withoutNorms) {
        FieldType type = new FieldType();
        type.setIndexOptions(IndexOptions.DOCS_AND_FREQS);
        type.setOmitNorms(withoutNorms);
        type.freeze();
        return type;
    }
}
