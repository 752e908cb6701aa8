package org.pressroom.build;

/// By what the problems of documents are compared.
public sealed interface Semantics extends AutoCloseable {

    /// By nothing, and nothing is prepared for a search or a page: findings alone are wanted.
    record Nothing() implements Semantics { }

    /// By nothing but words: nobody knows what is alike.
    record Words() implements Semantics { }

    /// By the meanings of words.
    record Table() implements Semantics { }

    /// By what a sentence model makes of them.
    record Model(SentenceVectors vectors) implements Semantics {

        @Override
        public void close() {
            vectors.close();
        }
    }

    @Override
    default void close() { }
}
