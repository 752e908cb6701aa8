package org.pressroom.bake;

import org.jspecify.annotations.Nullable;
import org.pressroom.cache.Key;
import org.pressroom.files.Staging;

import java.util.List;
import java.util.Map;
import java.util.Optional;

/// What earlier builds made of pages. Safe for several threads.
public interface PageMemory {

    /// Remembers nothing.
    PageMemory NONE = new PageMemory() {
        @Override
        public Optional<Made> of(String page) {
            return Optional.empty();
        }

        @Override
        public void remember(String page, Made made) { }
    };

    /// What was made of a page, and of what goes with it.
    ///
    /// @param key     of everything that it depends on
    /// @param targets of the links that were looked for, as written
    /// @param files   by address
    /// @param row     of the page's idea in `ideas.json`; null when it has none
    record Made(Key key, List<String> targets, Map<String, Staging.Content> files, @Nullable String row) {

        public Made {
            targets = List.copyOf(targets);
            files = Map.copyOf(files);
        }
    }

    /// @param page its address
    Optional<Made> of(String page);

    void remember(String page, Made made);
}
