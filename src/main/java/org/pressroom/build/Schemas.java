package org.pressroom.build;

import org.pressroom.config.ConfigurationReader;
import org.pressroom.json.Json;
import org.pressroom.parse.FrontMatterSchema;
import org.pressroom.parse.MetadataSchema;
import org.pressroom.rules.Rules;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/// The JSON Schemas that are published with a site, so that editors know `pressroom.yaml` and the archive's front matter.
final class Schemas {

    static final String CONFIGURATION = "schema/pressroom.schema.json";
    static final String FRONT_MATTER = "schema/front-matter.schema.json";

    private Schemas() { }

    /// The reader of `pressroom.yaml`, whose schema is published.
    static ConfigurationReader reader() {
        return new ConfigurationReader(Rules.ids(), MetadataSchema.paths(), Rules.wordLists());
    }

    /// @return addresses of what was written
    static List<String> write(ArchiveSession session, Path staging) {
        write(staging.resolve(CONFIGURATION), reader().schema());
        write(staging.resolve(FRONT_MATTER), FrontMatterSchema.of(session.configuration()));
        return List.of(CONFIGURATION, FRONT_MATTER);
    }

    private static void write(Path file, Map<String, Object> schema) {
        try {
            Files.createDirectories(file.getParent());
            Files.writeString(file, Json.pretty(schema));
        } catch (IOException e) {
            throw new UncheckedIOException("cannot write " + file + ": " + e.getMessage(), e);
        }
    }
}
