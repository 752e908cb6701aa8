package org.pressroom.bake;

import org.jspecify.annotations.Nullable;
import org.pressroom.cache.Fingerprint;
import org.pressroom.cache.Key;
import org.pressroom.catalog.Entry;
import org.pressroom.files.Staging;

import java.util.List;
import java.util.Map;
import java.util.Optional;

/// What earlier builds made of pages, and what those depend on that is not in their models. Safe for several threads.
public interface PageMemory {

    /// Remembers nothing.
    PageMemory NONE = new PageMemory() {
        private final Key key = new Fingerprint("").key();

        @Override
        public Key context() {
            return key;
        }

        @Override
        public Key document(Entry entry) {
            return key;
        }

        @Override
        public Optional<Made> of(String page) {
            return Optional.empty();
        }

        @Override
        public void remember(String page, Made made) { }
    };

    /// What was made of a page, and of what goes with it.
    ///
    /// @param key   of everything that it depends on
    /// @param asked what it asked of the archive as a whole, as [Inquiry] notes it
    /// @param files by address
    /// @param row   of the page's idea in `ideas.json`; null when it is not an idea's
    record Made(Key key, List<String> asked, Map<String, Staging.Content> files, @Nullable String row) {

        public Made {
            asked = List.copyOf(asked);
            files = Map.copyOf(files);
        }
    }

    /// The key of what all pages may depend on: program, configuration, what is hidden.
    Key context();

    /// The key of a document's text and of what is known of it alone.
    Key document(Entry entry);

    /// @param page its address
    Optional<Made> of(String page);

    void remember(String page, Made made);
}
