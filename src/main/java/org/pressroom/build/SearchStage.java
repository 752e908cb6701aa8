package org.pressroom.build;

import org.pressroom.catalog.Entry;
import org.pressroom.files.FileProblem;
import org.pressroom.parallel.Workers;
import org.pressroom.search.IndexBuilder;
import org.pressroom.search.SearchIndex;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.List;

/// Makes the search index of what was read.
final class SearchStage {

    private SearchStage() { }

    /// @param folder      where the index goes, in place of one that is there
    /// @param fingerprint of everything that it is made from
    /// @throws UncheckedIOException when the folder can't be written
    static SearchIndex index(
            Reading reading, Path folder, String fingerprint, Workers workers, Progress progress) {
        List<Entry> entries = reading.catalog().entries();
        progress.begin(Stage.INDEX, entries.size());
        try (IndexBuilder builder = new IndexBuilder(folder)) {
            workers.forEach(entries.size(), i -> {
                try {
                    Entry entry = entries.get(i);
                    builder.add(entry, reading.bodies().of(entry), reading.prior().vectors().get(entry.number()));
                } catch (IOException e) {
                    throw failure(folder, e);
                }
                progress.step();
            });
            builder.commit(fingerprint);
            return SearchIndex.open(folder);
        } catch (IOException e) {
            throw failure(folder, e);
        }
    }

    private static UncheckedIOException failure(Path folder, IOException e) {
        return new UncheckedIOException("cannot write the search index to " + folder + ": " + FileProblem.of(e), e);
    }
}
