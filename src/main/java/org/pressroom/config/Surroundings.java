package org.pressroom.config;

import org.jspecify.annotations.Nullable;

import java.util.List;
import java.util.Optional;
import java.util.Set;

/// What a configuration speaks of that only the archive around it knows.
public interface Surroundings {

    /// Of a configuration that is read by itself: it has no messages, and any file may be there.
    Surroundings NONE = new Surroundings() {
        @Override
        public Set<String> languages() {
            return Set.of();
        }

        @Override
        public Optional<String> refusedLogo(String path) {
            return Optional.empty();
        }

        @Override
        public Learned weights(String path) {
            return new Learned(List.of(), null);
        }
    };

    /// The languages for which the archive has messages of its own.
    Set<String> languages();

    /// Why a file can't be the site's logo, as the end of a sentence: "is not there"; empty when it can.
    Optional<String> refusedLogo(String path);

    /// What a file holds that the recogniser is to go by.
    ///
    /// @param lines   of the file; empty for what Pressroom brings
    /// @param refusal why it can't, as the end of a sentence; null when it can
    record Learned(List<String> lines, @Nullable String refusal) {

        public Learned {
            lines = List.copyOf(lines);
        }
    }

    /// The recogniser's weights in a file of the archive.
    Learned weights(String path);
}
