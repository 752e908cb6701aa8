package org.pressroom.build;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.pressroom.Site.document;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.pressroom.Site;
import org.pressroom.cli.CommandLineRun;

import java.util.Set;

/// A file of no bytes is a file.
class EmptyFileTest {

    @ParameterizedTest
    @ValueSource(strings = {"content/0007.md", "content/log.txt", "content/empty.png", "assets/empty.txt", "assets/site.js", "pages/about.md",
        "content/.hidden.md", "content/sub/empty.markdown", "templates/none.txt", "messages_en.properties", ".mailmap", ".gitignore"})
    void doesNoHarmInAnyPlace(String path) {
        try (Site site = Site.of(document("0001", "Keys by post") + "\nSee the [log](log.txt) and ![it](empty.png).\n")) {
            site.write(path, new byte[0]);
            CommandLineRun run = site.build();
            assertTrue(Set.of(0, 1).contains(run.code()), run.err());
            assertTrue(site.files().containsKey("ideas/0001.html"));
            assertTrue(site.build().out().contains(" 0 changed, 0 deleted"));
        }
    }

    @Test
    void isPublishedAsItIs() {
        try (Site site = Site.of(document("0001", "Keys by post") + "\nSee the [log](log.txt).\n").write("content/log.txt", new byte[0])) {
            assertEquals(0, site.build("--fail-on", "error").code());
            assertEquals(1, site.files().entrySet().stream().filter(file -> file.getKey().endsWith(".txt") && !file.getKey().equals("robots.txt")
                && file.getValue().isEmpty()).count(), site.files().keySet().toString());
        }
    }
}
