package org.pressroom.source;

/// One file as it was read.
///
/// The bytes are shared, not copied: whoever receives a `SourceFile` only reads them.
public final class SourceFile {

    private final SourcePath path;
    private final String blobId;
    private final byte[] bytes;

    /// @param path   where it stands
    /// @param blobId git's object id of exactly these bytes: 40 or 64 hexadecimal digits
    /// @param bytes  the content, not to be changed afterwards
    @SuppressWarnings("ArrayRecordComponent")
    public SourceFile(SourcePath path, String blobId, byte[] bytes) {
        this.path = path;
        this.blobId = blobId;
        this.bytes = bytes;
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

    @Override
    public String toString() {
        return path + " (" + bytes.length + " bytes)";
    }
}
