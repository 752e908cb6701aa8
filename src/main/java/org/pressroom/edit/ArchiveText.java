package org.pressroom.edit;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;

/// The files with which a new archive begins.
public final class ArchiveText {

    /// For which a pipeline can be written.
    public static final List<String> SERVICES = List.of("github", "gitlab", "none");

    private ArchiveText() { }

    /// The files, by their paths.
    ///
    /// @param name    of the site
    /// @param author  of the example
    /// @param service one of [#SERVICES]
    public static Map<String, String> of(String name, String author, String service, LocalDate today) {
        Map<String, String> files = new LinkedHashMap<>();
        files.put("pressroom.yaml", read("pressroom.yaml").replace("{NAME}", YamlText.of(name)));
        LocalDate launch = today.plusMonths(18);
        files.put("content/0001-keys-by-post.md", read("example.md").replace("{AUTHOR}", YamlText.of(author)).replace("{TODAY}", today.toString())
            .replace("{LAUNCH}", launch.toString()).replace("{BY}", String.valueOf(launch.getYear() + 1))
            .replace("{DATELINE}", launch.format(DateTimeFormatter.ofPattern("d MMMM yyyy", Locale.ENGLISH))));
        files.put(".gitignore", "output/\n");
        switch (service) {
            case "github" -> files.put(".github/workflows/proposals.yml", read("github.yml"));
            case "gitlab" -> files.put(".gitlab-ci.yml", read("gitlab.yml"));
            default -> { }
        }
        return files;
    }

    private static String read(String name) {
        try (InputStream in = Objects.requireNonNull(ArchiveText.class.getResourceAsStream(name), name)) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
