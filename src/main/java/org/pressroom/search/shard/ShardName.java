package org.pressroom.search.shard;

/// A shard's name: 40 bits of its contents' hash.
///
/// @param bits the low 40 bits count
record ShardName(long bits) {

    private static final String DIGITS = "abcdefghijklmnopqrstuvwxyz234567";

    static ShardName of(byte[] contents) {
        return ofHash(ShardFile.hash(contents));
    }

    /// @param hash SHA-256
    static ShardName ofHash(byte[] hash) {
        long bits = 0;
        for (int i = 0; i < 5; i++) {
            bits = bits << 8 | hash[i] & 0xFF;
        }
        return new ShardName(bits);
    }

    /// The name of a part of what the name stands for: the name and a letter.
    String part(int part) {
        return toString() + DIGITS.charAt(part);
    }

    /// Eight characters: `k2f7q3ma`.
    @Override
    public String toString() {
        StringBuilder name = new StringBuilder(8);
        for (int shift = 35; shift >= 0; shift -= 5) {
            name.append(DIGITS.charAt((int) (bits >>> shift) & 31));
        }
        return name.toString();
    }
}
