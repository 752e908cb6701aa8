package org.pressroom.search.shard;

import java.nio.charset.StandardCharsets;

/// FNV-1a, 32 bits: chooses the terms and documents at which shards are cut.
final class TermHash {

    private TermHash() { }

    static int of(byte[] bytes) {
        int hash = 0x811C9DC5;
        for (byte b : bytes) {
            hash = (hash ^ b & 0xFF) * 0x01000193;
        }
        // The low bits of FNV alone depend on the low bits of the input.
        return hash ^ hash >>> 15;
    }

    static int of(String text) {
        return of(text.getBytes(StandardCharsets.UTF_8));
    }
}
