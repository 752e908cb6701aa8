package org.pressroom.cli;

import org.pressroom.demo.Sample;
import org.pressroom.files.SafeFolder;

import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/// Runs what the program is used for, on the sample archive in its jar, and says nothing.
///
/// The launcher starts it with `-XX:AOTCacheOutput`, so that Java remembers which classes are needed and how they are used;
/// with that, every later command starts faster. Once more with `search`, in the same folder, it runs searches alone, of an
/// index that is there.
public final class Rehearsal {

    /// What is done, with `%` for the folder to work in.
    private static final List<List<String>> COMMANDS = List.of(
        List.of("build", "--quiet", "-o", "%/site", "%/sample"),
        List.of("check", "%/sample"),
        List.of("check", "--format", "json", "%/sample"),
        List.of("search", "second visit wrong part", "%/sample"),
        List.of("search", "--format", "json", "\"spare parts\" status:declined -app", "%/sample"),
        List.of("explain", "pr-problem-missing"),
        List.of("help"));

    private static final List<List<String>> SEARCHES = List.of(
        List.of("search", "second visit wrong part", "%/sample"),
        List.of("search", "--quiet", "fee* -app", "%/sample"),
        List.of("search", "--format", "json", "\"spare parts\" status:declined", "%/sample"),
        List.of("search", "title:visit since:2020 technicain", "%/sample"));

    private Rehearsal() { }

    /// @param arguments a folder to work in, whose contents the caller removes, at first an empty one; then perhaps `search`
    public static void main(String[] arguments) throws IOException {
        Path folder = Path.of(arguments[0]).toAbsolutePath();
        boolean searches = arguments.length > 1;
        if (!searches) {
            copySample(folder.resolve("sample"));
        }
        PrintStream nowhere = new PrintStream(OutputStream.nullOutputStream(), false, StandardCharsets.UTF_8);
        Terminal own = Terminal.ofProcess();
        Terminal terminal = new Terminal(nowhere, nowhere, own.interactive(),
            Map.of("PRESSROOM_CACHE", folder.resolve("cache").toString()), folder, own.clock());
        for (List<String> command : searches ? SEARCHES : COMMANDS) {
            Main.run(terminal, command.stream().map(word -> word.replace("%", folder.toString())).toArray(String[]::new));
        }
    }

    private static void copySample(Path to) throws IOException {
        SafeFolder sample = SafeFolder.make(to);
        for (Map.Entry<String, byte[]> file : Sample.files().entrySet()) {
            sample.create(file.getKey(), file.getValue());
        }
    }
}
