package org.pressroom.release;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Properties;

/// A Java of its own: the modules that Pressroom and its libraries use, with the class data that lets it start sooner.
///
/// @param version of Java: `25.0.3`
record JavaRuntime(Path folder, String version) {

    /// `jdeps -s` of all jars names the first eight; the others are found at run time: languages' dates and encodings, names of hosts,
    /// what a build's zip files are read by, and what older libraries reach for.
    private static final List<String> MODULES = List.of("java.desktop", "java.logging", "java.management", "java.net.http", "java.security.jgss",
        "java.sql", "java.xml", "jdk.httpserver", "jdk.localedata", "jdk.charsets", "java.naming", "jdk.zipfs", "jdk.unsupported");

    static JavaRuntime link(Path to) throws IOException {
        Path jdk = Path.of(System.getProperty("java.home"));
        run(jdk.resolve("bin/jlink").toString(), "--add-modules", String.join(",", MODULES), "--include-locales", "en,de,fr,es,pt,ja,ko,zh",
            "--strip-debug", "--no-man-pages", "--no-header-files", "--vm", "server", "--output", to.toString());
        run(to.resolve("bin/java").toString(), "-Xshare:dump", "-XX:+UseG1GC");
        Properties release = new Properties();
        try (var in = Files.newInputStream(to.resolve("release"))) {
            release.load(in);
        }
        return new JavaRuntime(to, release.getProperty("JAVA_VERSION").replace("\"", ""));
    }

    /// `amd64`, as Debian and container registries call it.
    static String architecture() {
        String its = System.getProperty("os.arch").toLowerCase(Locale.ROOT);
        return switch (its) {
            case "x86_64" -> "amd64";
            case "aarch64" -> "arm64";
            default -> its;
        };
    }

    /// What a program prints.
    ///
    /// @throws IOException with what it said, when it fails
    static String run(String... command) throws IOException {
        List<String> words = new ArrayList<>(List.of(command));
        Process process = new ProcessBuilder(words).redirectErrorStream(true).start();
        process.getOutputStream().close();
        String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        try {
            if (process.waitFor() != 0) {
                throw new IOException("`" + String.join(" ", words) + "` ended with " + process.exitValue() + ": " + said.strip());
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException("interrupted while waiting for " + command[0], e);
        }
        return said;
    }
}
