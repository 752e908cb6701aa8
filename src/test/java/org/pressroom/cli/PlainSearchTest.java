package org.pressroom.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import picocli.CommandLine;

import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Arrays;
import java.util.Locale;
import java.util.Map;

/// What is read without picocli is what picocli reads.
class PlainSearchTest {

    private static final PrintStream NOWHERE = new PrintStream(OutputStream.nullOutputStream(), false, StandardCharsets.UTF_8);

    private static String[] arguments(String line) {
        return Arrays.stream(line.split("\\|", -1)).map(String::strip).toArray(String[]::new);
    }

    @ParameterizedTest
    @ValueSource(strings = {
        "search | second visit", "search | visit | archive", "search | --limit | 3 | visit", "search | visit | --limit | 0 | a b",
        "search | --format | json | visit", "search | visit | --format | text | -q", "search | --quiet | visit | --ref | v1.0",
        "search | title:\"second visit\" -x | ../a", "search | --ref | main | x y"
    })
    void usualFormsAreReadAlike(String line) {
        String[] arguments = arguments(line);
        SearchCommand command = new SearchCommand(new Terminal(NOWHERE, NOWHERE, false, Map.of(), Path.of(""), Clock.systemUTC()));
        CommandLine picocli = new CommandLine(command);
        picocli.registerConverter(OutputFormat.class, text -> OutputFormat.valueOf(text.toUpperCase(Locale.ROOT)));
        picocli.parseArgs(Arrays.copyOfRange(arguments, 1, arguments.length));

        Search read = PlainSearch.read(arguments).orElseThrow();
        assertEquals(command.query, read.query());
        assertEquals(command.limit, read.limit());
        assertEquals(command.archive, read.archive());
        assertEquals(command.common.format, read.common().format);
        assertEquals(command.common.ref, read.common().ref);
        assertEquals(command.common.quiet, read.common().quiet);
    }

    @ParameterizedTest
    @ValueSource(strings = {
        "build", "search", "search | --help", "search | x | --limit", "search | x | --limit | many", "search | x | --limit | -1",
        "search | x | --limit | 010", "search | x | --format | yaml", "search | x | y | z", "search | -x", "search | @file",
        "search | x | --limit=3", "search | x | --limit | 3 | --limit | 4", "search | x | -q | --quiet", "search | x | --as-of | 2024-01-01", "search | -- | -x", "search | ", "search | x | --ref | --quiet"
    })
    void theRestIsLeftToPicocli(String line) {
        assertTrue(PlainSearch.read(arguments(line)).isEmpty());
    }
}
