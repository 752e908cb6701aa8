package org.pressroom.bake;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Collection;
import java.util.List;
import java.util.Map;

/// Scripts that are made of several files: the search engine, which is written in files by subject, and what one page needs all
/// of, so that its first view takes few requests. An archive may bring a part or the whole.
///
/// @param name   of the whole
/// @param closed whether the parts share a scope of their own, which nothing outside sees; else each is a script by itself
/// @param parts  names of assets, in the order in which they run
record JoinedScripts(String name, boolean closed, List<String> parts) {

    /// Those that others are made of come first.
    private static final List<JoinedScripts> ALL = List.of(
        new JoinedScripts("search-engine.js", true, List.of("search-engine/analysis.js", "search-engine/shards.js", "search-engine/index.js",
            "search-engine/snippet.js", "search-engine/expansion.js", "search-engine/query.js", "search-engine/ranking.js",
            "search-engine/facets.js", "search-engine/search.js", "search-engine/engine.js")),
        new JoinedScripts("search-scripts.js", false, List.of("search-engine.js", "facets.js", "search-page.js")),
        new JoinedScripts("tried-scripts.js", false, List.of("search-engine.js", "tried-encoder.js", "tried-page.js")));

    JoinedScripts {
        parts = List.copyOf(parts);
    }

    static List<String> names() {
        return ALL.stream().map(JoinedScripts::name).toList();
    }

    /// Adds the joined scripts that are not there yet, and takes away the parts that no template names.
    ///
    /// @param assets    content by name
    /// @param templates likewise
    static void join(Map<String, byte[]> assets, Map<String, byte[]> templates) {
        for (JoinedScripts script : ALL) {
            if (!assets.containsKey(script.name)) {
                assets.put(script.name, script.of(assets));
            }
        }
        Collection<String> texts = templates.values().stream().map(template -> new String(template, StandardCharsets.UTF_8)).toList();
        ALL.stream().flatMap(script -> script.parts.stream()).filter(part -> texts.stream().noneMatch(text -> text.contains(part)))
            .forEach(assets::remove);
    }

    private byte[] of(Map<String, byte[]> assets) {
        ByteArrayOutputStream joined = new ByteArrayOutputStream();
        write(joined, closed ? "(() => {\n\"use strict\";\n" : "");
        for (String part : parts) {
            joined.writeBytes(assets.getOrDefault(part, new byte[0]));
            // The last line of one may be a comment, or end where a semicolon is left out.
            write(joined, closed ? "\n" : "\n;\n");
        }
        write(joined, closed ? "})();\n" : "");
        return joined.toByteArray();
    }

    private static void write(ByteArrayOutputStream joined, String text) {
        joined.writeBytes(text.getBytes(StandardCharsets.UTF_8));
    }
}
