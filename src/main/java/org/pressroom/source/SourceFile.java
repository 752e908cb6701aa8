package org.pressroom.source;

import org.jspecify.annotations.Nullable;

/// One file as it was read.
///
/// The bytes are shared, not copied: whoever receives a `SourceFile` only reads them.
public final class SourceFile {

    private final SourcePath path;
    private final String blobId;
    private final byte[] bytes;
    private final @Nullable String unreadable;

    /// @param path   where it stands
    /// @param blobId git's object id of exactly these bytes: 40 or 64 hexadecimal digits
    /// @param bytes  the content, not to be changed afterwards
    @SuppressWarnings("ArrayRecordComponent")
    public SourceFile(SourcePath path, String blobId, byte[] bytes) {
        this(path, blobId, bytes, null);
    }

    private SourceFile(SourcePath path, String blobId, byte[] bytes, @Nullable String unreadable) {
        this.path = path;
        this.blobId = blobId;
        this.bytes = bytes;
        this.unreadable = unreadable;
    }

    /// A file that is there and could not be read; it has no content.
    ///
    /// @param reason the second half of a sentence
    public static SourceFile unreadable(SourcePath path, String reason) {
        return new SourceFile(path, "", new byte[0], reason);
    }

    public SourcePath path() {
        return path;
    }

    /// Git's object id of the content, also for files outside a repository.
    public String blobId() {
        return blobId;
    }

    /// The content itself; not to be changed.
    public byte[] bytes() {
        return bytes;
    }

    /// Why it could not be read; null when it was.
    public @Nullable String unreadable() {
        return unreadable;
    }

    @Override
    public String toString() {
        return path + " (" + bytes.length + " bytes)";
    }
}
