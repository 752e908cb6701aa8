package org.pressroom.parse;

/// A key that metadata may have.
///
/// @param name as authors write it: `launch`
public record MetadataKey(String name, ValueType type) { }
