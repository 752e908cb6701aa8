package org.pressroom.build;

import org.pressroom.config.ConfigurationReader;
import org.pressroom.files.FileProblem;
import org.pressroom.files.SafeFolder;
import org.pressroom.json.Json;
import org.pressroom.parse.FrontMatterSchema;
import org.pressroom.parse.MetadataSchema;
import org.pressroom.rules.Rules;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
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
        SafeFolder folder = SafeFolder.at(staging);
        write(folder, CONFIGURATION, reader().schema());
        write(folder, FRONT_MATTER, FrontMatterSchema.of(session.configuration()));
        return List.of(CONFIGURATION, FRONT_MATTER);
    }

    private static void write(SafeFolder folder, String address, Map<String, Object> schema) {
        try {
            folder.create(address, Json.pretty(schema).getBytes(StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new UncheckedIOException("cannot write " + address + ": " + FileProblem.of(e), e);
        }
    }
}
