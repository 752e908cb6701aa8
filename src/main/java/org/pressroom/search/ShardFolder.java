package org.pressroom.search;

import org.pressroom.files.Staging;
import org.pressroom.search.shard.ShardFile;
import org.pressroom.search.shard.ShardSink;

import java.io.Closeable;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.Predicate;

/// Packs shards on all cores and writes them to a site in the making.
final class ShardFolder implements ShardSink, Closeable {

    /// How many shards may wait for their turn, so that an archive of any size needs little memory.
    private static final int WAITING = 256;

    private final Staging site;
    private final String below;
    private final PackedFiles packed;
    private final ExecutorService packers = Executors.newFixedThreadPool(Runtime.getRuntime().availableProcessors());
    private final List<Future<?>> waiting = new ArrayList<>();
    private final List<String> addresses = new ArrayList<>();
    private final List<Made> made = new ArrayList<>();
    /// Where the addresses of what is being made begin.
    private int from;

    /// @param below the folder of the shards, relative to the site's root and with `/` at its end
    ShardFolder(Staging site, String below, PackedFiles packed) {
        this.site = site;
        this.packed = packed;
        this.below = below;
    }

    @Override
    public void write(String name, byte[] contents) throws IOException {
        if (waiting.size() == WAITING) {
            finishShards();
        }
        String address = ShardFile.address(below, name);
        addresses.add(address);
        waiting.add(packers.submit(() -> {
            byte[] hash = ShardFile.hash(contents);
            if (!packed.keep(address, hash)) {
                site.write(address, ShardFile.write(name, contents));
                packed.remember(address, hash);
            }
            return null;
        }));
    }

    private record Made(String key, byte[] value, List<String> addresses) { }

    /// What was written for a key before, if the live site has all of it; that is kept then.
    ///
    /// @param fits tells by the value whether it can be used
    Optional<byte[]> kept(String key, Predicate<byte[]> fits) throws IOException {
        Optional<PackedFiles.Part> part = packed.part(key).filter(known -> fits.test(known.value()));
        if (part.isEmpty() || !packed.keep(part.get())) {
            from = addresses.size();
            return Optional.empty();
        }
        addresses.addAll(part.get().addresses());
        return Optional.of(part.get().value());
    }

    /// Remembers what was written since [#kept] found nothing for this key.
    void made(String key, byte[] value) {
        made.add(new Made(key, value, List.copyOf(addresses.subList(from, addresses.size()))));
    }

    /// Waits until all that was given is written.
    void finishShards() throws IOException {
        for (Future<?> shard : waiting) {
            try {
                shard.get();
            } catch (ExecutionException e) {
                throw new IOException("cannot write the search index to " + site.folder(), e.getCause());
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                throw new IOException("interrupted while writing the search index to " + site.folder(), e);
            }
        }
        waiting.clear();
    }

    /// Waits for the last and tells what was written, sorted.
    List<String> finish() throws IOException {
        finishShards();
        made.forEach(part -> packed.remember(part.key, part.value, part.addresses));
        return addresses.stream().sorted().toList();
    }

    @Override
    public void close() {
        packers.shutdownNow();
        packers.close();
    }
}
