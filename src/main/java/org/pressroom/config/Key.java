package org.pressroom.config;

/// A key of the configuration: its name, what may stand behind it, and a sentence for those who hover over it.
///
/// @param <T> what is read
record Key<T>(String name, Shape<T> shape, String about) { }
