package org.pressroom.config;

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
    };

    /// The languages for which the archive has messages of its own.
    Set<String> languages();

    /// Why a file can't be the site's logo, as the end of a sentence: "is not there"; empty when it can.
    Optional<String> refusedLogo(String path);
}
