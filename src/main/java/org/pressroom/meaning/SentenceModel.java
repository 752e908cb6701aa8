package org.pressroom.meaning;

import java.util.Optional;
import java.util.ServiceLoader;

/// Finds out what a text says as a whole, where [Encoder] knows only what its words mean. Safe for several threads.
///
/// There is none in Pressroom itself: `src/model` has one, which the launcher fetches for those who ask for it.
public interface SentenceModel {

    /// Of a text, what comes after its first so many characters doesn't count. A model may read less.
    int MOST_CHARACTERS = 2_000;

    /// Its name and version. Vectors can be compared when the models that made them have the same.
    String name();

    /// The direction of a text.
    ///
    /// @param text at most [#MOST_CHARACTERS], with a word in it
    /// @return [SentenceVector#DIMENSIONS] numbers, of length 1
    /// @throws java.io.UncheckedIOException when the model doesn't run on this machine
    float[] vector(String text);

    /// The one on the class path. It is ready when it is first asked for a vector.
    static Optional<SentenceModel> found() {
        return ServiceLoader.load(SentenceModel.class).findFirst();
    }

    /// What of a text counts.
    static String beginning(String text) {
        if (text.length() <= MOST_CHARACTERS) {
            return text;
        }
        return text.substring(0, MOST_CHARACTERS - (Character.isHighSurrogate(text.charAt(MOST_CHARACTERS - 1)) ? 1 : 0));
    }
}
