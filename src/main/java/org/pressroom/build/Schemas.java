package org.pressroom.build;

import org.pressroom.config.ConfigurationReader;
import org.pressroom.files.FileProblem;
import org.pressroom.files.Staging;
import org.pressroom.json.Json;
import org.pressroom.parse.FrontMatterSchema;
import org.pressroom.parse.MetadataSchema;
import org.pressroom.rules.Rules;

import java.io.IOException;
import java.io.UncheckedIOException;
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

    static void write(ArchiveSession session, Staging site) {
        write(site, CONFIGURATION, reader().schema());
        write(site, FRONT_MATTER, FrontMatterSchema.of(session.configuration()));
    }

    private static void write(Staging site, String address, Map<String, Object> schema) {
        try {
            site.write(address, Json.pretty(schema));
        } catch (IOException e) {
            throw new UncheckedIOException("cannot write " + address + ": " + FileProblem.of(e), e);
        }
    }
}
