package org.pressroom.picture;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.channels.Channels;
import java.nio.channels.WritableByteChannel;
import java.util.List;
import java.util.Set;

/// What became of a photograph.
public sealed interface PictureOutcome {

    /// It may be published, as these parts one after the other.
    ///
    /// @param parts   views of the bytes that were read, and a few new ones
    /// @param removed what is not in them, in a few words each: `Exif`, `comments`
    /// @param located whether it noted where it was taken
    record Cleaned(List<ByteBuffer> parts, Set<String> removed, boolean located) implements PictureOutcome {

        public Cleaned {
            parts = List.copyOf(parts);
            removed = Set.copyOf(removed);
        }

        /// In bytes.
        public long size() {
            return parts.stream().mapToLong(ByteBuffer::remaining).sum();
        }

        /// Writes the picture.
        public void writeTo(OutputStream out) throws IOException {
            WritableByteChannel channel = Channels.newChannel(out);
            for (ByteBuffer part : parts) {
                ByteBuffer rest = part.duplicate();
                while (rest.hasRemaining()) {
                    channel.write(rest);
                }
            }
        }
    }

    /// It may not be published: what can't be read may hold anything.
    ///
    /// @param reason continues a sentence that began with "the picture": `ends too early`
    record Refused(String reason) implements PictureOutcome { }
}
