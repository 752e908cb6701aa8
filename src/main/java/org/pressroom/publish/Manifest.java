package org.pressroom.publish;

import org.pressroom.files.FileProblem;
import org.pressroom.files.SafeFolder;
import org.pressroom.json.Json;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/// The files of a site that are ours: address to SHA-256 of the content, hexadecimal.
///
/// Stands in the output folder as `.pressroom/manifest.json`. While a publication runs it names the files of the old site
/// and of the new one, and for those that change both contents, so whatever a crash leaves behind is still known to be ours.
///
/// @param files  as they are, or are about to be
/// @param before what those held that a publication was about to change or to delete; empty when none was interrupted
record Manifest(SortedMap<String, String> files, SortedMap<String, String> before) {

    static final String FOLDER = ".pressroom";
    static final String ADDRESS = FOLDER + "/manifest.json";
    private static final long FORM = 1;
    /// Far more than a site of a million files needs.
    private static final long MAX_BYTES = 256L << 20;

    /// Of a site that is whole.
    Manifest(SortedMap<String, String> files) {
        this(files, new TreeMap<>());
    }

    /// @return empty when the folder has none
    /// @throws PublishException when there is one that can't be read
    static Optional<Manifest> read(SafeFolder output) {
        Path path = output.path().resolve(ADDRESS);
        try {
            if (output.file(ADDRESS).isEmpty()) {
                return Optional.empty();
            }
            if (Files.size(path) > MAX_BYTES) {
                throw new PublishException(path + " is too large to be a manifest; publish to an empty folder");
            }
            Optional<Manifest> manifest = of(Files.readString(path));
            if (manifest.isPresent()) {
                return manifest;
            }
            throw new PublishException(path + " is not a manifest that this version can read; publish to an empty folder");
        } catch (IOException e) {
            throw new PublishException("cannot read " + path + ": " + FileProblem.of(e) + "; publish to an empty folder", e);
        }
    }

    /// @return empty for what is no manifest that this version can read
    static Optional<Manifest> of(String text) throws IOException {
        return Json.read(text) instanceof Map<?, ?> json && json.get("files") instanceof Map<?, ?> files && Long.valueOf(FORM).equals(json.get("form"))
            ? Optional.of(new Manifest(hashes(files), json.get("before") instanceof Map<?, ?> before ? hashes(before) : new TreeMap<>())) : Optional.empty();
    }

    private static SortedMap<String, String> hashes(Map<?, ?> json) {
        SortedMap<String, String> hashes = new TreeMap<>();
        json.forEach((address, hash) -> hashes.put(String.valueOf(address), String.valueOf(hash)));
        return hashes;
    }

    /// Writes it whole or not at all.
    void write(SafeFolder output) throws IOException {
        output.replace(ADDRESS, text().getBytes(StandardCharsets.UTF_8));
    }

    String text() {
        return Json.pretty(before.isEmpty() ? Json.object("form", FORM, "files", files) : Json.object("form", FORM, "files", files, "before", before));
    }
}
