package org.pressroom.bake;

import org.jspecify.annotations.Nullable;
import org.pressroom.catalog.DocumentFacts;
import org.pressroom.catalog.Entry;
import org.pressroom.json.Json;
import org.pressroom.model.Document;
import org.pressroom.model.Part;
import org.pressroom.model.PartKind;

import java.io.BufferedWriter;
import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;

/// `ideas.json`: every idea in a line of an array, in the catalog's order.
///
/// Ideas come as their pages are made, slightly out of order; a line waits only for those before it. Safe for several
/// threads.
final class IdeasJson implements AutoCloseable {

    private final Writer out;
    private final Map<Integer, String> waiting = new HashMap<>();
    private int next;

    IdeasJson(OutputStream out) throws IOException {
        this.out = new BufferedWriter(new OutputStreamWriter(out, StandardCharsets.UTF_8));
        this.out.write("[");
    }

    /// @return the line
    String add(Entry entry, Document document) throws IOException {
        String row = Json.compact(row(entry, document));
        add(entry.number(), row);
        return row;
    }

    /// Adds a line as it was made before.
    synchronized void add(int number, String row) throws IOException {
        waiting.put(number, row);
        for (String line = waiting.remove(next); line != null; line = waiting.remove(next)) {
            out.write(next == 0 ? "\n" : ",\n");
            out.write(line);
            next++;
        }
    }

    /// The fields of an idea that its line has.
    static Map<String, @Nullable Object> row(Entry entry, Document document) {
        DocumentFacts facts = entry.facts();
        return Json.object(
            "id", entry.id().shown(), "title", facts.title(), "url", Href.of(entry.page()), "summary", facts.summary(),
            "status", facts.status(), "outcome", facts.outcome(), "result", facts.result(), "owner", facts.owner(),
            "team", facts.team(), "tags", facts.tags(), "created", facts.created(), "decided", facts.decided(),
            "revised", facts.revised(), "problem", document.pressRelease().part(PartKind.PROBLEM).map(Part::text));
    }

    @Override
    public synchronized void close() throws IOException {
        try (out) {
            out.write("\n]\n");
        }
    }
}
