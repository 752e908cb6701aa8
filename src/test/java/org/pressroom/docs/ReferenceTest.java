package org.pressroom.docs;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;

import org.junit.jupiter.api.Test;
import org.pressroom.config.Thresholds;
import org.pressroom.parse.MetadataSchema;
import org.pressroom.rules.Rules;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/// The pages of the reference that are written from the code. `mvn test -Dtest=ReferenceTest -Dpressroom.docs=write` writes them
/// again.
class ReferenceTest {

    private static final Path FOLDER = Path.of("src/docs/reference");
    private static final String COMMAND = "mvn test -Dtest=ReferenceTest -Dpressroom.docs=write";

    @Test
    void thePageOfCommandsSaysWhatTheProgramTakes() throws IOException {
        compare("commands.md", CommandsPage.text());
    }

    @Test
    void thePageOfKeysSaysWhatTheConfigurationTakes() throws IOException {
        compare("configuration.md", ConfigurationPage.text());
    }

    @Test
    void thePageOfRulesSaysWhatIsChecked() throws IOException {
        compare("rules.md", RulesPage.text());
    }

    @Test
    void thePageOfJsonSaysWhatProgramsGet() throws IOException {
        compare("json.md", JsonPage.text());
    }

    /// Nested keys by their last name, since the page shows them as YAML.
    @Test
    void thePageOfMetadataNamesEveryKey() throws IOException {
        String page = Files.readString(FOLDER.resolve("metadata.md"));
        List<String> missing = MetadataSchema.paths().stream().map(path -> path.substring(path.lastIndexOf('.') + 1))
            .filter(key -> !page.contains(key + ":")).toList();
        assertEquals(List.of(), missing);
    }

    @Test
    void thePageOfLimitsHasEveryThresholdAndListOfWords() throws IOException {
        String page = Files.readString(FOLDER.resolve("limits.md"));
        List<String> missing = new ArrayList<>();
        Thresholds.DEFAULT.byName().forEach((name, standard) -> {
            if (!page.contains("| `" + name + "` | " + standard + " |")) {
                missing.add(name + " " + standard);
            }
        });
        Rules.wordLists().keySet().stream().filter(list -> !Pattern.compile("(?m)^\\|[^|]*`" + list + "`").matcher(page).find()).forEach(missing::add);
        assertEquals(List.of(), missing);
    }

    private static void compare(String name, String text) throws IOException {
        Path page = FOLDER.resolve(name);
        String wanted = text + "\n<!-- Written from the code; `" + COMMAND + "` writes it again. -->\n";
        if ("write".equals(System.getProperty("pressroom.docs"))) {
            assertNull(System.getenv("CI"), "pages are written by people, not in a pipeline");
            Files.writeString(page, wanted);
        }
        assertEquals(wanted, Files.exists(page) ? Files.readString(page) : "", () -> page + " is not what the code says; `" + COMMAND + "` writes it again");
    }
}
