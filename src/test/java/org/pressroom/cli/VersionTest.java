package org.pressroom.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.pressroom.Site;

import java.io.IOException;
import java.io.InputStream;
import java.io.StringReader;
import java.util.Objects;
import java.util.Properties;

class VersionTest {

    /// As `pom.xml` writes it, with what git says; nothing where git says nothing.
    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
        commit=1a2b3c4d5e\\ntime=2026-11-30T23:59:59Z\\n  | 0.1.0 (1a2b3c4d5e of 2026-11-30)
        commit=1a2b3c4d5e+\\ntime=2026-11-30T23:59:59Z\\n | 0.1.0 (1a2b3c4d5e of 2026-11-30, with changes)
        commit=\\ntime=\\n                                 | 0.1.0
        ''                                               | 0.1.0
        """)
    void tellsTheCommitAndItsDay(String made, String expected) throws IOException {
        Properties properties = new Properties();
        properties.load(new StringReader(made.replace("\\n", "\n")));
        assertEquals(expected, Version.made("0.1.0", properties));
    }

    @Test
    void isOnTheCommandLineAndOnNoPage() throws IOException {
        Properties made = new Properties();
        try (InputStream in = Objects.requireNonNull(Version.class.getResourceAsStream("made.properties"), "Maven writes it")) {
            made.load(in);
        }
        String commit = made.getProperty("commit", "").replace("+", "");
        try (Site site = Site.of(Site.document("0001", "Keys by post"))) {
            assertEquals("pressroom " + Version.made() + "\n", site.run("--version").out().replace("\r", ""));
            assertEquals(0, site.build().code());
            site.files().forEach((address, text) -> assertTrue(commit.isEmpty() || !text.contains(commit), address));
        }
    }
}
