package org.pressroom.build;

import org.pressroom.config.Configuration;
import org.pressroom.git.ArchiveTree;
import org.pressroom.source.SourceId;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

/// The configuration that stands around a file which is looked at by itself: of the nearest folder above it that has one.
///
/// @param sound whether it has no errors
public record ConfigurationAround(Configuration configuration, boolean sound) {

    /// @return empty when no folder above has one
    /// @throws org.pressroom.git.ArchiveException when it can't be read
    public static Optional<ConfigurationAround> of(Path file) {
        for (Path folder = file.toAbsolutePath().normalize().getParent(); folder != null; folder = folder.getParent()) {
            if (ConfigurationFile.NAMES.stream().map(folder::resolve).anyMatch(Files::isRegularFile)) {
                return Optional.of(read(ArchiveRequest.of(folder)));
            }
        }
        return Optional.empty();
    }

    private static ConfigurationAround read(ArchiveRequest request) {
        try (ArchiveTree tree = ArchiveTree.open(SourceId.MAIN, request.location(), null, "", request.allowed())) {
            ConfigurationFile file = ConfigurationFile.read(request, tree);
            return new ConfigurationAround(file.configuration(), file.findings().isEmpty());
        }
    }
}
