package org.pressroom.cache;

import org.jspecify.annotations.Nullable;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Locale;
import java.util.Map;

/// Where Pressroom keeps what it can make again.
public final class CacheFolder {

    private CacheFolder() { }

    /// The user's cache folder for Pressroom: `PRESSROOM_CACHE`, else the system's own place for caches.
    ///
    /// @param environment variables of the process
    /// @param home        the user's home folder
    /// @param system      the operating system's name
    public static Path of(Map<String, String> environment, Path home, String system) {
        String own = environment.get("PRESSROOM_CACHE");
        if (own != null && !own.isBlank()) {
            return Path.of(own);
        }
        String os = system.toLowerCase(Locale.ROOT);
        if (os.contains("mac")) {
            return home.resolve("Library/Caches/pressroom");
        }
        String base = environment.get(os.contains("win") ? "LOCALAPPDATA" : "XDG_CACHE_HOME");
        return (base == null || base.isBlank() ? home.resolve(".cache") : Path.of(base)).resolve("pressroom");
    }

    /// The folder of one archive, named by a hash of where the archive lies and what of it is read.
    ///
    /// @param location the archive's real path
    /// @param ref      the commit, branch or tag; null for the working tree
    /// @throws IOException when it can't be made
    public static Path ofArchive(Path cache, Path location, @Nullable String ref) throws IOException {
        String name = location.toAbsolutePath().normalize() + "\n" + (ref == null ? "" : ref);
        try {
            byte[] hash = MessageDigest.getInstance("SHA-256").digest(name.getBytes(StandardCharsets.UTF_8));
            return Files.createDirectories(cache.resolve(HexFormat.of().formatHex(hash, 0, 10)));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every JDK has SHA-256", e);
        }
    }
}
