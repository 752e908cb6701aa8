package org.pressroom.catalog;

/// A document whose problem resembles that of another one.
///
/// @param number of the catalog
/// @param score  how near it is: a cosine, at most 1
public record Neighbour(int number, double score) { }
