package org.pressroom.search.shard;

/// A file of the search index says something that its writer never writes: it was cut off, mixed up or edited.
public final class CorruptShardException extends IllegalStateException {

    private static final long serialVersionUID = 1L;

    CorruptShardException(String name, String reason) {
        super("shard " + name + " is damaged: " + reason);
    }
}
