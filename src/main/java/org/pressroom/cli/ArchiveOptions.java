package org.pressroom.cli;

import org.jspecify.annotations.Nullable;
import org.pressroom.build.ArchiveRequest;
import org.pressroom.cache.CacheFolder;
import org.pressroom.files.FileProblem;
import org.pressroom.git.AllowedPlaces;
import org.pressroom.git.ArchiveException;
import org.pressroom.git.CloneAddress;
import org.pressroom.git.Mirrors;
import org.pressroom.git.OutputPlace;
import picocli.CommandLine.Option;

import java.io.IOException;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/// Options that say which archive to read, and how. Filled by picocli.
class ArchiveOptions extends MessageOptions {

    @Option(names = "--ref", paramLabel = "REF", description = "Read a commit, branch or tag instead of the working tree.")
    @Nullable String ref;

    @Option(names = "--content", paramLabel = "DIR",
        description = "The folder with the documents. Default: content/ if there is one, otherwise the root.")
    @Nullable String content;

    @Option(names = "--config", paramLabel = "FILE", description = "A configuration file to use instead of the archive's pressroom.yaml.")
    @Nullable Path config;

    @Option(names = "--as-of", paramLabel = "DATE", description = "The date to use as today, YYYY-MM-DD. Default: today in UTC.")
    @Nullable LocalDate asOf;

    @Option(names = "--allow-source", paramLabel = "PREFIX", description = "A folder, or the beginning of an address, outside the archive that it may refer to "
        + "in `sources:` or through its repository. Can be given several times. Default: none.")
    List<String> allowed = List.of();

    /// The archive, after what of it is elsewhere was brought up to date.
    ///
    /// @param archive as named on the command line; null for the current folder
    /// @param skip    a folder whose files are not of the archive; null for none
    /// @throws org.pressroom.git.ArchiveException when it is elsewhere, and was never reached
    ArchiveRequest request(@Nullable String archive, @Nullable Path skip, Terminal terminal) {
        return request(archive, skip, terminal, true);
    }

    /// The archive as it was last brought here, if it was.
    ArchiveRequest asItIs(@Nullable String archive, Terminal terminal) {
        return request(archive, null, terminal, false);
    }

    private ArchiveRequest request(@Nullable String archive, @Nullable Path skip, Terminal terminal, boolean fetch) {
        Path cache = cacheOfAll(terminal);
        Mirrors mirrors = new Mirrors(CacheFolder.mirrors(cache), fetch);
        AllowedPlaces places = AllowedPlaces.of(allowed);
        Optional<CloneAddress> address = archive == null ? Optional.empty() : CloneAddress.of(archive);
        if (address.isEmpty()) {
            Path location = path(archive);
            return new ArchiveRequest(location, ref, content, config, skip, OutputPlace.isInside(location, cache) ? null : mirrors, null, places);
        }
        Mirrors.Mirror mirror = mirrors.of(address.get());
        if (mirror.failure() != null) {
            remark(terminal, "cannot reach " + mirror.address() + ": " + mirror.failure());
        }
        return new ArchiveRequest(mirror.folder(), ref, content, config, skip, mirrors, mirror, places);
    }

    private static Path path(@Nullable String archive) {
        try {
            return Path.of(archive == null ? "" : archive);
        } catch (InvalidPathException e) {
            throw new ArchiveException("no such folder: " + archive, e);
        }
    }

    private static Path cacheOfAll(Terminal terminal) {
        return CacheFolder.of(terminal.environment(), terminal.home(), System.getProperty("os.name", ""));
    }

    LocalDate today(Terminal terminal) {
        return asOf != null ? asOf : LocalDate.now(terminal.clock());
    }

    /// The archive's folder in the user's cache; null when there can be none.
    ///
    /// @param archive where it lies on this machine
    @Nullable Path cacheIfAny(Path archive, Terminal terminal) {
        Path cache = cacheOfAll(terminal);
        try {
            return OutputPlace.isInside(archive, cache) ? null : ofArchive(cache, archive);
        } catch (IOException e) {
            return null;
        }
    }

    private Path ofArchive(Path cache, Path archive) throws IOException {
        return CacheFolder.ofArchive(cache, archive.toAbsolutePath().normalize(), ref == null ? null : ref + "\n" + content);
    }

    /// The archive's folder in the user's cache; null, with a remark, when there can be none.
    ///
    /// @param archive where it lies on this machine
    @Nullable Path cache(Path archive, Terminal terminal) {
        Path cache = cacheOfAll(terminal);
        if (OutputPlace.isInside(archive, cache)) {
            remark(terminal, "nothing is stored for the next command: the cache folder " + cache + " is in the archive or in a git folder"
                + "; set PRESSROOM_CACHE to a folder elsewhere");
            return null;
        }
        try {
            return ofArchive(cache, archive);
        } catch (IOException e) {
            remark(terminal, "the cache folder " + cache + " can't be used: " + FileProblem.of(e)
                + "; set PRESSROOM_CACHE to a folder that can be written");
            return null;
        }
    }
}
