package org.pressroom.search.shard;

/// A stretch of a document that a hit can link to.
///
/// @param anchor the fragment; empty for the top of the page
/// @param title  its heading or question; empty when it has none
/// @param text   its prose, as much as is stored
public record StoredSection(String anchor, String title, String text) { }
