package org.pressroom.cache;

import org.jspecify.annotations.Nullable;
import org.pressroom.files.OwnFolder;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;

/// Where Pressroom keeps what it can make again: folders for their owner alone.
public final class CacheFolder {

    private static final String TEMPORARY = "tmp";
    private static final String MIRRORS = "mirrors";
    /// What Java learned of the program; the launcher's.
    private static final String STARTS = "start";
    private static final int NAME_BYTES = 10;
    private static final Pattern OURS = Pattern.compile("[0-9a-f]{" + NAME_BYTES * 2 + "}|" + String.join("|", TEMPORARY, MIRRORS, STARTS));

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
    /// @throws IOException when it can't be made, or is not the user's own
    public static Path ofArchive(Path cache, Path location, @Nullable String ref) throws IOException {
        String name = location.toAbsolutePath().normalize() + "\n" + (ref == null ? "" : ref);
        try {
            byte[] hash = MessageDigest.getInstance("SHA-256").digest(name.getBytes(StandardCharsets.UTF_8));
            Path root = OwnFolder.root(cache, folder -> OURS.matcher(folder).matches());
            return OwnFolder.open(root.resolve(HexFormat.of().formatHex(hash, 0, NAME_BYTES))).path();
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every JDK has SHA-256", e);
        }
    }

    /// Where temporary folders are made.
    ///
    /// @param ofArchive the folder of any archive
    public static Path temporary(Path ofArchive) {
        return ofArchive.resolveSibling(TEMPORARY);
    }

    /// Where copies of repositories elsewhere are kept.
    public static Path mirrors(Path cache) {
        return cache.toAbsolutePath().normalize().resolve(MIRRORS);
    }
}
