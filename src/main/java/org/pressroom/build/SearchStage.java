package org.pressroom.build;

import org.pressroom.cache.Fingerprint;
import org.pressroom.cache.Program;
import org.pressroom.catalog.Entry;
import org.pressroom.files.FileProblem;
import org.pressroom.parallel.Workers;
import org.pressroom.search.IndexBuilder;
import org.pressroom.search.SearchIndex;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/// Makes the search index of what was read, going on with the one that an earlier build left where most of it stays.
final class SearchStage {

    /// Where more changes than one document in so many, a new index is as quick, and has no traces of old ones.
    private static final int FEW = 10;

    private final Reading reading;
    private final Map<String, Entry> documents = new LinkedHashMap<>();
    private final String content;

    SearchStage(Reading reading) {
        this.reading = reading;
        for (Entry entry : reading.catalog().entries()) {
            documents.put(new Fingerprint("indexed").key(Program.key()).key(reading.bodies().key(entry)).text(entry.id().shown()).text(entry.page()).key().toString(), entry);
        }
        this.content = new Fingerprint("index").texts(documents.keySet()).key().toString();
    }

    /// Names all that the index holds, and in which order.
    String content() {
        return content;
    }

    private boolean isIn(Path folder) {
        return SearchIndex.isIntact(folder) && SearchIndex.contentIn(folder).filter(content::equals).isPresent();
    }

    /// @param folder      where the index goes, in place of one that is there
    /// @param fingerprint of everything that it is made from
    /// @throws UncheckedIOException when the folder can't be written
    SearchIndex index(Path folder, String fingerprint, Workers workers, Progress progress) {
        try {
            if (isIn(folder)) {
                if (!SearchIndex.fingerprintIn(folder).equals(Optional.of(fingerprint))) {
                    IndexBuilder.renew(folder, fingerprint, content);
                }
                return SearchIndex.open(folder);
            }
        } catch (IOException e) {
            // What can't be used is made again.
        }
        try {
            goOn(folder, fingerprint, workers, progress);
            return SearchIndex.open(folder);
        } catch (IOException e) {
            throw failure(folder, e);
        }
    }

    private void goOn(Path folder, String fingerprint, Workers workers, Progress progress) throws IOException {
        if (SearchIndex.isIntact(folder) && SearchIndex.contentIn(folder).isPresent()) {
            try (IndexBuilder builder = IndexBuilder.goingOn(folder)) {
                Map<String, Integer> held = builder.held();
                List<String> gone = held.keySet().stream().filter(key -> !documents.containsKey(key)).toList();
                List<String> fresh = documents.keySet().stream().filter(key -> !held.containsKey(key)).toList();
                if ((gone.size() + fresh.size()) * FEW <= documents.size()) {
                    for (String key : gone) {
                        builder.remove(key);
                    }
                    for (Map.Entry<String, Entry> document : documents.entrySet()) {
                        Integer number = held.get(document.getKey());
                        if (number != null && number != document.getValue().number()) {
                            builder.move(document.getKey(), document.getValue().number());
                        }
                    }
                    add(builder, fresh, folder, workers, progress);
                    builder.commit(fingerprint, content);
                    return;
                }
            } catch (IOException e) {
                // What can't be gone on with is made anew.
            }
        }
        try (IndexBuilder builder = new IndexBuilder(folder)) {
            add(builder, List.copyOf(documents.keySet()), folder, workers, progress);
            builder.commit(fingerprint, content);
        }
    }

    private void add(IndexBuilder builder, List<String> keys, Path folder, Workers workers, Progress progress) {
        progress.begin(Stage.INDEX, keys.size());
        workers.forEach(keys.size(), i -> {
            try {
                Entry entry = Objects.requireNonNull(documents.get(keys.get(i)));
                builder.add(keys.get(i), entry, reading.bodies().of(entry), reading.prior().vectors().get(entry.number()));
            } catch (IOException e) {
                throw failure(folder, e);
            }
            progress.step();
        });
    }

    private static UncheckedIOException failure(Path folder, IOException e) {
        return new UncheckedIOException("cannot write the search index to " + folder + ": " + FileProblem.of(e), e);
    }
}
