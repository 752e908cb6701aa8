package org.pressroom.build;

import org.pressroom.cache.Fingerprint;
import org.pressroom.cache.Key;
import org.pressroom.cache.Program;
import org.pressroom.cache.RecordCodec;
import org.pressroom.cache.ResultStore;
import org.pressroom.cache.ResultStore.Kind;
import org.pressroom.files.Staging;
import org.pressroom.search.PackedFiles;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.TreeMap;

/// The files for searching that an earlier build wrote, by what they were made from: the documents of the index in their order, and
/// the configuration; and each of these files, by what is packed in it.
final class KeptSearch implements PackedFiles {

    /// @param search  how many of the files are for `search.html`
    /// @param files   by address
    record Files(int search, Map<String, Staging.Content> files) { }

    /// @param files by address
    record Part(byte[] value, Map<String, Staging.Content> files) implements PackedFiles.Part {

        @Override
        public List<String> addresses() {
            return List.copyOf(files.keySet());
        }
    }

    private static final RecordCodec<Files> FILES = RecordCodec.of(Files.class);
    private static final RecordCodec<Part> PART = RecordCodec.of(Part.class);
    private static final RecordCodec<Staging.Content> CONTENT = RecordCodec.of(Staging.Content.class);

    private final ResultStore store;
    private final Key key;
    private final Staging staging;

    KeptSearch(ResultStore store, Staging staging, String configuration, String content) {
        this.store = store;
        this.staging = staging;
        this.key = new Fingerprint("search " + FILES.schema()).key(Program.key()).text(configuration).text(content).key();
    }

    /// Keeps the files of the live site, if they are those.
    ///
    /// @return how many are for `search.html`; empty when they must be written
    OptionalInt keep() throws IOException {
        Files kept = store.get(Kind.SEARCH, key).flatMap(FILES::read).orElse(null);
        return kept != null && staging.keep(kept.files) ? OptionalInt.of(kept.search) : OptionalInt.empty();
    }

    /// @param search   addresses of the files for `search.html`
    /// @param problems addresses of those for `tried.html`
    void remember(List<String> search, List<String> problems) {
        List<String> all = new ArrayList<>(search);
        all.addAll(problems);
        Map<String, Staging.Content> files = contents(all);
        store.put(Kind.SEARCH, key, () -> FILES.encode(new Files(search.size(), files)));
    }

    @Override
    public boolean keep(String address, byte[] hash) throws IOException {
        Staging.Content kept = store.get(Kind.SHARD, key(address, hash)).flatMap(CONTENT::read).orElse(null);
        return kept != null && staging.keep(Map.of(address, kept));
    }

    @Override
    public void remember(String address, byte[] hash) {
        staging.content(address).ifPresent(content -> store.put(Kind.SHARD, key(address, hash), () -> CONTENT.encode(content)));
    }

    @Override
    public Optional<PackedFiles.Part> part(String key) {
        return store.get(Kind.SHARD, keyOf(key)).flatMap(PART::read).map(part -> part);
    }

    @Override
    public boolean keep(PackedFiles.Part part) throws IOException {
        return part instanceof Part kept && staging.keep(kept.files);
    }

    @Override
    public void remember(String key, byte[] value, List<String> addresses) {
        Map<String, Staging.Content> files = contents(addresses);
        store.put(Kind.SHARD, keyOf(key), () -> PART.encode(new Part(value, files)));
    }

    private Map<String, Staging.Content> contents(List<String> addresses) {
        Map<String, Staging.Content> files = new TreeMap<>();
        addresses.forEach(address -> staging.content(address).ifPresent(content -> files.put(address, content)));
        return files;
    }

    private static Key keyOf(String key) {
        return new Fingerprint("part " + PART.schema()).key(Program.key()).text(key).key();
    }

    private static Key key(String address, byte[] hash) {
        return new Fingerprint("packed " + CONTENT.schema()).key(Program.key()).text(address).octets(hash).key();
    }
}
