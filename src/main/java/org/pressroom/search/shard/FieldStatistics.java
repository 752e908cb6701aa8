package org.pressroom.search.shard;

/// What BM25 needs to know of a whole field.
///
/// @param name             of the field
/// @param documents        that have the field
/// @param sumTotalTermFreq of all terms in all documents
public record FieldStatistics(String name, int documents, long sumTotalTermFreq) { }
