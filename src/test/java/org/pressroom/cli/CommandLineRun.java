package org.pressroom.cli;

import org.pressroom.json.Json;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/// One run of the command line, in this process.
public record CommandLineRun(int code, String out, String err) {

    /// @param home where the cache goes
    public static CommandLineRun of(Path home, String... arguments) {
        return withCache(home, home.resolve("cache"), arguments);
    }

    public static CommandLineRun withCache(Path home, Path cache, String... arguments) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        ByteArrayOutputStream err = new ByteArrayOutputStream();
        Terminal terminal = new Terminal(new PrintStream(out, true, StandardCharsets.UTF_8),
            new PrintStream(err, true, StandardCharsets.UTF_8), false,
            Map.of("PRESSROOM_CACHE", cache.toString()), home,
            Clock.fixed(Instant.parse("2026-06-01T12:00:00Z"), ZoneOffset.UTC));
        int code = Main.run(terminal, arguments);
        return new CommandLineRun(code, out.toString(StandardCharsets.UTF_8), err.toString(StandardCharsets.UTF_8));
    }

    /// What was printed, as JSON.
    public Object json() {
        try {
            return Objects.requireNonNull(Json.read(out));
        } catch (IOException e) {
            throw new UncheckedIOException(out + err, e);
        }
    }

    /// The findings of a `check --format json`.
    @SuppressWarnings("unchecked")
    public List<Map<String, Object>> findings() {
        return (List<Map<String, Object>>) Objects.requireNonNull(((Map<String, Object>) json()).get("findings"));
    }
}
