package org.pressroom.docs;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;

import org.junit.jupiter.api.Test;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

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
