package org.pressroom.bake;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Map;

/// The search engine as a site carries it, for tests of other rooms.
public final class EngineScript {

    private EngineScript() { }

    /// Joined from the files in `assets/search-engine/`.
    public static String text() throws IOException {
        Map<String, byte[]> assets = ThemeFiles.below(Path.of("assets"));
        JoinedScripts.join(assets, Map.of("page.ftlh", "search-engine.js".getBytes(StandardCharsets.UTF_8)));
        return new String(assets.get("search-engine.js"), StandardCharsets.UTF_8);
    }
}
