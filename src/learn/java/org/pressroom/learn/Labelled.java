package org.pressroom.learn;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import org.pressroom.parse.DocumentParser;
import org.pressroom.parse.Observation;
import org.pressroom.source.SourceFile;
import org.pressroom.source.SourcePath;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/// A document with what careful readers say its parts are.
///
/// @param owner  who wrote it: documents of one owner resemble each other
/// @param labels what `gold/NAME.json` says
/// @param seen   what the recogniser sees of it
/// @param truth  the column of each block; see [Alignment]
record Labelled(String name, String owner, JsonNode labels, SourceFile file, Observation seen, int[] truth) {

    private static final ObjectMapper JSON = new ObjectMapper();

    /// The documents of a folder that holds `docs/NAME.md` and `gold/NAME.json`, by name.
    static List<Labelled> in(Path folder, DocumentParser parser) throws IOException {
        List<Path> files;
        try (Stream<Path> all = Files.list(folder.resolve("gold"))) {
            files = all.filter(f -> f.toString().endsWith(".json")).sorted().toList();
        }
        List<Labelled> documents = new ArrayList<>();
        for (Path gold : files) {
            String name = gold.getFileName().toString().replace(".json", "");
            SourceFile file = new SourceFile(SourcePath.of(name + ".md"), "", Files.readAllBytes(folder.resolve("docs").resolve(name + ".md")));
            JsonNode labels = JSON.readTree(gold.toFile());
            Observation seen = parser.observe(file).orElseThrow();
            documents.add(new Labelled(name, owner(name, labels), labels, file, seen, Alignment.of(labels, seen)));
        }
        return documents;
    }

    private static String owner(String name, JsonNode labels) {
        String repository = labels.path("repo").asText("");
        int slash = repository.indexOf('/');
        return slash > 0 ? repository.substring(0, slash) : name;
    }

    boolean isPrfaq() {
        return labels.path("is_prfaq").asBoolean();
    }

    String language() {
        return labels.path("language").asText("en");
    }
}
