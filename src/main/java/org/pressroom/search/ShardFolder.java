package org.pressroom.search;

import org.pressroom.files.Staging;
import org.pressroom.search.shard.ShardFile;
import org.pressroom.search.shard.ShardSink;

import java.io.Closeable;
import java.io.IOException;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

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
            byte[] hash = sha256(contents);
            if (!packed.keep(address, hash)) {
                site.write(address, ShardFile.write(name, contents));
                packed.remember(address, hash);
            }
            return null;
        }));
    }

    private static byte[] sha256(byte[] contents) {
        try {
            return MessageDigest.getInstance("SHA-256").digest(contents);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every JDK has SHA-256", e);
        }
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
        return addresses.stream().sorted().toList();
    }

    @Override
    public void close() {
        packers.shutdownNow();
        packers.close();
    }
}
