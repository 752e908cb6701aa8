package org.pressroom.cache;

import org.jspecify.annotations.Nullable;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;

/// Puts together what a result depends on. What is added is told apart from what was added before, so that two texts are not the
/// same as one of both. For one thread.
public final class Fingerprint {

    private final MessageDigest digest;
    private final ByteBuffer number = ByteBuffer.allocate(Long.BYTES);

    /// @param purpose for what results, and in which form
    public Fingerprint(String purpose) {
        try {
            digest = MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every JDK has SHA-256", e);
        }
        text(purpose);
    }

    /// @param text null is told apart from an empty one
    public Fingerprint text(@Nullable String text) {
        return text == null ? number(-1) : octets(text.getBytes(StandardCharsets.UTF_8));
    }

    public Fingerprint texts(Iterable<String> texts) {
        int count = 0;
        for (String text : texts) {
            text(text);
            count++;
        }
        return number(count);
    }

    public Fingerprint octets(byte[] octets) {
        number(octets.length);
        digest.update(octets);
        return this;
    }

    public Fingerprint number(long value) {
        digest.update(number.putLong(0, value).array());
        return this;
    }

    public Fingerprint key(Key key) {
        return number(key.high()).number(key.low());
    }

    /// The key of all that was added. Nothing can be added after it.
    public Key key() {
        return Key.of(digest.digest());
    }
}
