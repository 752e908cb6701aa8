package org.pressroom.files;

import java.io.FilterOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Collections;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;

/// The folder that a site is written into, each file exactly once. Safe for several threads.
///
/// What a file holds is counted and hashed while it is written, so that publishing reads nothing back. A file that the live site
/// has already is not written again.
public final class Staging {

    private final SafeFolder folder;
    private final Live live;
    private final Map<String, Content> contents = new ConcurrentHashMap<>();
    private final Map<String, Path> kept = new ConcurrentHashMap<>();
    private final Set<String> taken = ConcurrentHashMap.newKeySet();

    private Staging(SafeFolder folder, Live live) {
        this.folder = folder;
        this.live = live;
    }

    /// What a file holds.
    ///
    /// @param size in bytes
    /// @param hash SHA-256, hexadecimal
    public record Content(long size, String hash) {

        /// What a file holds now. No link is followed.
        public static Content of(Path file) throws IOException {
            MessageDigest sha = sha();
            long size = 0;
            try (InputStream in = Files.newInputStream(file, LinkOption.NOFOLLOW_LINKS)) {
                byte[] buffer = new byte[(int) Math.clamp(Files.size(file) + 1, 1, 1 << 16)];
                for (int n = in.read(buffer); n >= 0; n = in.read(buffer)) {
                    sha.update(buffer, 0, n);
                    size += n;
                }
            }
            return new Content(size, HexFormat.of().formatHex(sha.digest()));
        }
    }

    /// The site that the new one takes the place of.
    @FunctionalInterface
    public interface Live {
        /// The file with this address, when it has this content.
        Optional<Path> file(String address, Content content) throws IOException;
    }

    /// For a site that takes no other's place.
    ///
    /// @param folder made when it is missing
    public static Staging at(Path folder) throws IOException {
        return new Staging(SafeFolder.make(folder), (_, _) -> Optional.empty());
    }

    public static Staging of(SafeFolder folder, Live live) {
        return new Staging(folder, live);
    }

    public Path folder() {
        return folder.path();
    }

    /// Writes a file, unless the live site has it.
    ///
    /// @throws IOException when it was written before, or can't be written
    public void write(String address, byte[] content) throws IOException {
        Content fresh = new Content(content.length, HexFormat.of().formatHex(sha().digest(content)));
        take(address);
        Optional<Path> old = live.file(address, fresh);
        if (old.isPresent()) {
            kept.put(address, old.get());
        } else {
            folder.create(address, content);
        }
        contents.put(address, fresh);
    }

    /// Keeps files of the live site as they are, all of them or none.
    ///
    /// @param files content by address
    /// @return whether the live site has all of them, and none was written before
    public boolean keep(Map<String, Content> files) throws IOException {
        Map<String, Path> old = new HashMap<>();
        for (Map.Entry<String, Content> file : files.entrySet()) {
            Optional<Path> there = taken.contains(file.getKey()) ? Optional.empty() : live.file(file.getKey(), file.getValue());
            if (there.isEmpty()) {
                return false;
            }
            old.put(file.getKey(), there.get());
        }
        for (String address : files.keySet()) {
            take(address);
        }
        kept.putAll(old);
        contents.putAll(files);
        return true;
    }

    public void write(String address, String content) throws IOException {
        write(address, content.getBytes(StandardCharsets.UTF_8));
    }

    /// Removes all that was written, to begin anew.
    public void clear() throws IOException {
        folder.empty();
        contents.clear();
        kept.clear();
        taken.clear();
    }

    /// Opens a file, which counts as written when it is closed.
    ///
    /// @throws IOException when it was written before, or can't be written
    public OutputStream open(String address) throws IOException {
        take(address);
        return new Hashed(address, folder.create(address));
    }

    private void take(String address) throws IOException {
        if (!taken.add(address)) {
            throw new FileAlreadyExistsException(address);
        }
    }

    /// The content of a file that was written.
    public byte[] read(String address) throws IOException {
        Path old = kept.get(address);
        return Files.readAllBytes(old == null ? folder.path(address) : old);
    }

    /// Everything that was written, or would have been.
    public SortedMap<String, Content> contents() {
        return new TreeMap<>(contents);
    }

    /// What was written at an address, or would have been.
    public Optional<Content> content(String address) {
        return Optional.ofNullable(contents.get(address));
    }

    /// Addresses of what was written, or would have been, in any order.
    public Set<String> addresses() {
        return Collections.unmodifiableSet(contents.keySet());
    }

    /// Whether a file is not here because the live site had it.
    public boolean isKept(String address) {
        return kept.containsKey(address);
    }

    private static MessageDigest sha() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every JDK has SHA-256", e);
        }
    }

    private final class Hashed extends FilterOutputStream {

        private final String address;
        private final MessageDigest sha = sha();
        private long size;

        Hashed(String address, OutputStream out) {
            super(out);
            this.address = address;
        }

        @Override
        public void write(int b) throws IOException {
            write(new byte[] {(byte) b}, 0, 1);
        }

        @Override
        public void write(byte[] bytes, int offset, int length) throws IOException {
            out.write(bytes, offset, length);
            sha.update(bytes, offset, length);
            size += length;
        }

        @Override
        public void close() throws IOException {
            out.close();
            contents.putIfAbsent(address, new Content(size, HexFormat.of().formatHex(sha.digest())));
        }
    }
}
