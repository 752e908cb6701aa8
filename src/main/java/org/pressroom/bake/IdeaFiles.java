package org.pressroom.bake;

import org.jspecify.annotations.Nullable;
import org.pressroom.catalog.Entry;
import org.pressroom.files.Staging;
import org.pressroom.json.Json;
import org.pressroom.model.Document;

import java.io.IOException;
import java.util.Map;
import java.util.Optional;

/// The files of an idea that no template makes: its line in `ideas.json`, `api/<id>.json`, and `raw/<id>.md`. Safe for
/// several threads.
///
/// They are written while the idea's page is made, so that its document is read once.
final class IdeaFiles {

    private final IdeasJson all;
    private final Staging files;

    IdeaFiles(IdeasJson all, Staging files) {
        this.all = all;
        this.files = files;
    }

    static String api(Entry entry) {
        return "api/" + entry.address() + ".json";
    }

    static String raw(Entry entry) {
        return "raw/" + entry.address() + ".md";
    }

    static String slides(Entry entry) {
        return "slides/" + entry.address() + ".html";
    }

    /// Writes what programs read of an idea.
    ///
    /// @param idea as [IdeaJson] makes it
    /// @return its line in `ideas.json`
    String writeJson(Entry entry, Document document, Map<String, @Nullable Object> idea) throws IOException {
        String row = all.add(entry, document);
        files.write(api(entry), Json.compact(idea) + "\n");
        return row;
    }

    /// Adds an idea's line in `ideas.json` as it was made before.
    void keepRow(Entry entry, String row) throws IOException {
        all.add(entry.number(), row);
    }

    /// Writes the document as its author wrote it.
    ///
    /// @return whether it may be published
    boolean writeOriginal(Entry entry, Document document, DocumentSource documents) throws IOException {
        Optional<byte[]> original = documents.original(entry, document);
        if (original.isPresent()) {
            files.write(raw(entry), original.get());
        }
        return original.isPresent();
    }
}
