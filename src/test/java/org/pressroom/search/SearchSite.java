package org.pressroom.search;

import org.pressroom.bake.EngineScript;
import org.pressroom.catalog.Catalog;
import org.pressroom.files.Staging;
import org.pressroom.json.Json;

import java.io.IOException;
import java.io.Reader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Properties;
import java.util.TreeMap;

/// A site of nothing but its search, for tests: the index beside it, the shards, the scripts and a page with the markup
/// and the policy of the real one.
record SearchSite(Path folder, SearchIndex index, Catalog catalog) implements AutoCloseable {

    private static final String PAGE = """
        <!DOCTYPE html>
        <html lang="en">
        <head>
        <meta charset="utf-8">
        <meta http-equiv="Content-Security-Policy" content="default-src 'none'; script-src 'self'; style-src 'self'; \
        img-src 'self' data:; connect-src 'self'; worker-src 'self' blob:; form-action 'self'; base-uri 'none'">
        <title>Search</title>
        <link rel="icon" href="data:,">
        <script src="assets/search-engine.js" data-characters="assets/search-characters.js" data-guesses="assets/search-guesses.js" defer></script>
        <script src="assets/facets.js" defer></script>
        <script src="assets/search-page.js" defer></script>
        </head>
        <body data-root="">
        <h1>Search</h1>
        <form id="search-form" role="search" action="search.html"><label for="q">Search</label><input id="q" name="q"
        type="search" autocomplete="off"></form>
        <ul id="search-chips" aria-label="Selected filters" hidden></ul>
        <p id="search-status" role="status" aria-live="polite"></p>
        <div id="search-help" hidden><ul></ul></div>
        <section id="search-recent" hidden><h2>Recent searches</h2><ul></ul><button type="button">Clear recent searches</button></section>
        <details id="search-filters" open hidden><summary>Filters</summary>
        <div id="search-facets" data-kinds="status outcome year team owner tag"></div></details>
        <ol id="results" aria-label="Results" aria-busy="false"></ol>
        <div id="search-words" data-texts="{texts}" hidden></div>
        </body>
        </html>
        """;

    static SearchSite of(List<SampleIdea> ideas, Path folder) throws Exception {
        return of(ideas, Synonyms.NONE, folder);
    }

    static SearchSite of(List<SampleIdea> ideas, Synonyms synonyms, Path folder) throws Exception {
        Catalog catalog = SampleIdea.index(ideas, folder.resolve("index"), 2);
        SearchIndex index = SearchIndex.open(folder.resolve("index"));
        Path site = Files.createDirectories(folder.resolve("site"));
        ShardExporter.export(index, catalog, synonyms, Staging.at(site), PackedFiles.NONE);
        Files.createDirectories(site.resolve("assets"));
        Files.writeString(site.resolve("assets/search-engine.js"), EngineScript.text());
        for (String script : List.of("search-characters.js", "search-guesses.js", "facets.js", "search-page.js")) {
            Files.copy(Path.of("assets", script), site.resolve("assets").resolve(script));
        }
        Files.writeString(site.resolve("search.html"), PAGE.replace("{texts}", texts()));
        for (var entry : catalog.entries()) {
            Path page = site.resolve(entry.page());
            Files.createDirectories(page.getParent());
            Files.writeString(page, "<!DOCTYPE html><title>" + entry.number() + "</title>");
        }
        return new SearchSite(site, index, catalog);
    }

    /// The interface's English texts, as the attribute of an element has them.
    private static String texts() throws IOException {
        Properties texts = new Properties();
        try (Reader in = Files.newBufferedReader(Path.of("src/main/resources/org/pressroom/bake/messages_en.properties"))) {
            texts.load(in);
        }
        return Json.compact(new TreeMap<>(texts)).replace("&", "&amp;").replace("\"", "&quot;");
    }

    @Override
    public void close() throws IOException {
        index.close();
    }
}
