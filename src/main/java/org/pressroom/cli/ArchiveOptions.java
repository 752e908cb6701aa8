package org.pressroom.cli;

import org.jspecify.annotations.Nullable;
import org.pressroom.build.ArchiveRequest;
import org.pressroom.cache.CacheFolder;
import picocli.CommandLine.Option;

import java.io.IOException;
import java.nio.file.Path;
import java.time.LocalDate;

/// Options that say which archive to read, and how. Filled by picocli.
class ArchiveOptions extends MessageOptions {

    @Option(names = "--ref", paramLabel = "REF", description = "Read a commit, branch or tag instead of the working tree.")
    @Nullable String ref;

    @Option(names = "--content", paramLabel = "DIR",
        description = "The folder of the documents. Default: content/ when there is one, else the root.")
    @Nullable String content;

    @Option(names = "--config", paramLabel = "FILE", description = "A configuration in place of the archive's pressroom.yaml.")
    @Nullable Path config;

    @Option(names = "--as-of", paramLabel = "DATE", description = "The day to call today, YYYY-MM-DD. Default: today in UTC.")
    @Nullable LocalDate asOf;

    /// @param archive as named on the command line; null for the current folder
    /// @param skip    a folder whose files are not of the archive; null for none
    ArchiveRequest request(@Nullable Path archive, @Nullable Path skip) {
        return new ArchiveRequest(archive == null ? Path.of("") : archive, ref, content, config, skip);
    }

    LocalDate today(Terminal terminal) {
        return asOf != null ? asOf : LocalDate.now(terminal.clock());
    }

    /// The archive's folder in the user's cache; null, with a remark, when there can be none.
    @Nullable Path cache(@Nullable Path archive, Terminal terminal) {
        Path cache = CacheFolder.of(terminal.environment(), terminal.home(), System.getProperty("os.name", ""));
        try {
            Path location = (archive == null ? Path.of("") : archive).toAbsolutePath().normalize();
            return CacheFolder.ofArchive(cache, location, ref == null ? null : ref + "\n" + content);
        } catch (IOException e) {
            remark(terminal, "the cache folder " + cache + " can't be used: " + e.getMessage()
                + "; set PRESSROOM_CACHE to one that can be written");
            return null;
        }
    }
}
