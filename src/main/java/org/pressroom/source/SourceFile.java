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
    private final @Nullable SourceFile sidecar;

    /// @param path   where it stands
    /// @param blobId git's object id of exactly these bytes: 40 or 64 hexadecimal digits
    /// @param bytes  the content, not to be changed afterwards
    @SuppressWarnings("ArrayRecordComponent")
    public SourceFile(SourcePath path, String blobId, byte[] bytes) {
        this(path, blobId, bytes, null, null);
    }

    private SourceFile(SourcePath path, String blobId, byte[] bytes, @Nullable String unreadable, @Nullable SourceFile sidecar) {
        this.path = path;
        this.blobId = blobId;
        this.bytes = bytes;
        this.unreadable = unreadable;
        this.sidecar = sidecar;
    }

    /// A file that is there and could not be read; it has no content.
    ///
    /// @param reason the second half of a sentence
    public static SourceFile unreadable(SourcePath path, String reason) {
        return new SourceFile(path, "", new byte[0], reason, null);
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

    /// The same with the file beside it that holds its metadata.
    public SourceFile withSidecar(SourceFile beside) {
        return new SourceFile(path, blobId, bytes, unreadable, beside);
    }

    /// The same with other bytes, such as without names that nobody is to read.
    public SourceFile withBytes(byte[] others) {
        return new SourceFile(path, blobId, others, unreadable, sidecar);
    }

    /// The file beside it that holds its metadata; null without one.
    public @Nullable SourceFile sidecar() {
        return sidecar;
    }

    /// What tells the content from another, the file beside it included.
    public String contentId() {
        return sidecar == null ? blobId : blobId + " " + sidecar.blobId + (sidecar.unreadable == null ? "" : " unreadable");
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
