package org.pressroom.release;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.Map;

/// A package for Debian and its relatives, in the form of deb(5): an `ar` of a version, what dpkg must know, and the files.
final class DebianPackage {

    private static final String HOME = "usr/lib/pressroom/";
    private static final String MAINTAINER = "The authors of Pressroom <pressroom@localhost>";

    private DebianPackage() { }

    /// @param program the whole of a self-contained copy
    static void write(Content program, String version, Instant time, Path to) throws IOException {
        Content files = new Content().link("usr/bin/pressroom", "../lib/pressroom/pressroom");
        for (Map.Entry<String, Content.Item> entry : program.items().entrySet()) {
            String name = entry.getKey();
            String place = name.startsWith("share/man/") ? "usr/" + name + ".gz" : switch (name) {
                case "share/completions/pressroom.bash" -> "usr/share/bash-completion/completions/pressroom";
                case "share/completions/_pressroom" -> "usr/share/zsh/vendor-completions/_pressroom";
                case "share/completions/pressroom.fish" -> "usr/share/fish/vendor_completions.d/pressroom.fish";
                case "NOTICE", "README.txt" -> "usr/share/doc/pressroom/" + name;
                default -> HOME + name;
            };
            if (place.endsWith(".gz") && entry.getValue() instanceof Content.OnDisk page) {
                files.made(place, gzip(Files.readAllBytes(page.path())));
            } else if (!name.equals("pressroom.cmd")) {
                files.items().put(place, entry.getValue());
            }
        }
        files.made("usr/share/doc/pressroom/copyright", ("""
            Format: https://www.debian.org/doc/packaging-manuals/copyright-format/1.0/
            Upstream-Name: pressroom

            Files: *
            Copyright: the authors of Pressroom
            License: Apache-2.0
             On Debian systems the text is in /usr/share/common-licenses/Apache-2.0.
            Comment:
             The licenses of the libraries are in /usr/lib/pressroom/licenses, where jars.txt says
             which is whose; those of the Java runtime are in /usr/lib/pressroom/runtime/legal.
            """).getBytes(StandardCharsets.UTF_8));
        files.made("usr/share/doc/pressroom/changelog.gz", gzip(("pressroom (" + version + ") stable; urgency=low\n\n  * Version " + version + ".\n\n -- "
            + MAINTAINER + "  " + DateTimeFormatter.ofPattern("EEE, dd MMM yyyy HH:mm:ss +0000", Locale.ROOT).withZone(ZoneOffset.UTC).format(time) + "\n")
            .getBytes(StandardCharsets.UTF_8)));
        Content control = new Content().made("control", control(version, files.size()).getBytes(StandardCharsets.UTF_8))
            .made("md5sums", sums(files).getBytes(StandardCharsets.UTF_8));
        try (OutputStream out = Files.newOutputStream(to)) {
            out.write("!<arch>\n".getBytes(StandardCharsets.US_ASCII));
            member(out, "debian-binary", time, "2.0\n".getBytes(StandardCharsets.US_ASCII));
            member(out, "control.tar.gz", time, Packing.tarGz(control, "./", time));
            member(out, "data.tar.gz", time, Packing.tarGz(files, "./", time));
        }
    }

    private static String control(String version, long bytes) {
        return "Package: pressroom\nVersion: " + version + "\nArchitecture: " + JavaRuntime.architecture() + "\nMaintainer: " + MAINTAINER
            + "\nInstalled-Size: " + (bytes + 1023) / 1024 + "\nDepends: libc6 (>= 2.17)\nRecommends: git\nSuggests: rsync\nSection: text\nPriority: optional\n"
            + """
            Description: archive of PR/FAQs as a checked, searchable static site
             Pressroom turns a git repository of PR/FAQs into a site: every idea that was
             considered, what was decided, why, and how it turned out.
             .
             It brings the Java runtime that it needs.
            """;
    }

    private static byte[] gzip(byte[] bytes) throws IOException {
        ByteArrayOutputStream to = new ByteArrayOutputStream();
        try (OutputStream out = Packing.gzip(to)) {
            out.write(bytes);
        }
        return to.toByteArray();
    }

    private static String sums(Content files) throws IOException {
        StringBuilder sums = new StringBuilder();
        for (Map.Entry<String, Content.Item> entry : files.items().entrySet()) {
            switch (entry.getValue()) {
                case Content.OnDisk file -> sums.append(sum(Files.readAllBytes(file.path()), entry.getKey()));
                case Content.Made made -> sums.append(sum(made.bytes(), entry.getKey()));
                case Content.Link _, Content.Folder _ -> { }
            }
        }
        return sums.toString();
    }

    private static String sum(byte[] bytes, String name) {
        return Checksums.of("MD5", bytes) + "  " + name + "\n";
    }

    private static void member(OutputStream out, String name, Instant time, byte[] bytes) throws IOException {
        out.write(String.format(Locale.ROOT, "%-16s%-12d%-6d%-6d%-8s%-10d`\n", name, time.getEpochSecond(), 0, 0, "100644", bytes.length)
            .getBytes(StandardCharsets.US_ASCII));
        out.write(bytes);
        if (bytes.length % 2 == 1) {
            out.write('\n');
        }
    }
}
