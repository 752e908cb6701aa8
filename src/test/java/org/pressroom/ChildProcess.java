package org.pressroom;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/// A second Java process with this one's classes, for what can only be seen from outside.
public final class ChildProcess {

    private ChildProcess() { }

    /// The command that runs a class.
    ///
    /// @param home whose folder `tmp` is for temporary files, so that what a killed process leaves behind goes with it
    public static List<String> command(Path home, String mainClass, String... arguments) throws IOException {
        List<String> command = new ArrayList<>(List.of(Path.of(System.getProperty("java.home"), "bin", "java").toString(),
            "-XX:-UsePerfData", "-XX:TieredStopAtLevel=1", "-XX:+UseSerialGC", "--enable-native-access=ALL-UNNAMED"));
        command.addAll(List.of("-Djava.io.tmpdir=" + Files.createDirectories(home.resolve("tmp")), "-cp", System.getProperty("java.class.path"), mainClass));
        command.addAll(List.of(arguments));
        return command;
    }

    /// A process that has begun; what it prints goes to a file.
    ///
    /// @param home where its cache goes, and what it prints: `printed`
    public static Process start(Path home, List<String> command) throws IOException {
        ProcessBuilder builder = new ProcessBuilder(command).redirectErrorStream(true)
            .redirectOutput(home.resolve("printed").toFile()).directory(home.toFile());
        builder.environment().put("PRESSROOM_CACHE", home.resolve("cache").toString());
        return builder.start();
    }
}
