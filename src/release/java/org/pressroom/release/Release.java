package org.pressroom.release;

import org.pressroom.files.Removal;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Properties;
import java.util.jar.Attributes;
import java.util.jar.JarFile;

/// Makes the files that people install, in `target/release`; `mvn -Prelease package` starts it after the jar is there.
///
/// The same commit gives the same bytes, by the same JDK on the same machine: what was last changed when is the day of the commit.
/// What has a Java of its own is made for the machine on which this runs, when that is Linux.
public final class Release {

    /// For sources that are in no git repository: as Maven has it for the jar.
    private static final Instant NO_COMMIT = Instant.parse("2026-01-01T00:00:00Z");

    private final Path base;
    private final Path target;
    private final Path work;
    private final Path release;
    private final String version;
    private final Instant time;

    private Release(Path base, String version) throws IOException {
        this.base = base;
        this.target = base.resolve("target");
        this.work = target.resolve("release-work");
        this.release = target.resolve("release");
        this.version = version;
        Properties made = new Properties();
        try (JarFile jar = new JarFile(target.resolve("pressroom.jar").toFile())) {
            var entry = jar.getEntry("org/pressroom/cli/made.properties");
            if (entry != null) {
                made.load(jar.getInputStream(entry));
            }
        }
        String commit = made.getProperty("time", "");
        this.time = commit.isEmpty() ? NO_COMMIT : Instant.parse(commit);
    }

    /// @param arguments the folder of the sources, the version, and the address below which the files will be published
    public static void main(String[] arguments) {
        try {
            new Release(Path.of(arguments[0]).toAbsolutePath().normalize(), arguments[1]).make(arguments[2]);
        } catch (IOException e) {
            System.err.println("release: " + e.getMessage());
            System.exit(1);
        }
    }

    private void make(String address) throws IOException {
        Removal.remove(target, work.getFileName());
        Removal.remove(target, release.getFileName());
        Files.createDirectories(release);
        Files.createDirectories(work);
        String name = "pressroom-" + version;
        Parts parts = Parts.read(target.resolve("pressroom.cdx.json"));
        Content program = program();
        Content plain = new Content().all("", program).made("pressroom.cdx.json", parts.json());
        Path zip = release.resolve(name + ".zip");
        Packing.zip(plain, name + "/", time, zip);
        Files.write(release.resolve(name + ".cdx.json"), parts.json());
        Files.writeString(release.resolve("pressroom.rb"), formula(address, name + ".zip", Checksums.sha256(zip)));
        if (System.getProperty("os.name").toLowerCase(Locale.ROOT).contains("linux")) {
            withRuntime(program, parts, name + "-linux-" + JavaRuntime.architecture());
        } else {
            System.err.println("release: what has a Java of its own is made on Linux alone; here the zip was made.");
        }
        Checksums.write(release);
        Removal.remove(target, work.getFileName());
    }

    private void withRuntime(Content program, Parts parts, String name) throws IOException {
        JavaRuntime runtime = JavaRuntime.link(work.resolve("runtime"));
        Parts all = parts.and(List.of(new Parts.Part("platform", "OpenJDK runtime", runtime.version(), "GPL-2.0-only WITH Classpath-exception-2.0",
            "pkg:generic/openjdk@" + runtime.version() + "?arch=" + JavaRuntime.architecture())));
        Content contained = new Content().all("", program).tree("runtime/", runtime.folder()).made("pressroom.cdx.json", all.json());
        contained.items().remove("pressroom.cmd");
        Packing.tarGz(contained, "pressroom-" + version + "/", time, release.resolve(name + ".tar.gz"));
        Files.write(release.resolve(name + ".cdx.json"), all.json());
        DebianPackage.write(contained, version, time, release.resolve("pressroom_" + version + "_" + JavaRuntime.architecture() + ".deb"));
        if (ContainerImage.possible()) {
            Parts image = all.and(ContainerImage.parts());
            ContainerImage.write(new Content().all("", contained).made("pressroom.cdx.json", image.json()), runtime, version, time, release.resolve(name + ".oci.tar"));
        } else {
            System.err.println("release: the image for containers takes its C library from Debian, so it is made there alone.");
        }
    }

    /// What every distribution has: the launchers, the jars, their licenses, manual pages and what shells complete by.
    private Content program() throws IOException {
        Path jar = target.resolve("pressroom.jar");
        Content program = new Content().file("pressroom", base.resolve("pressroom"), Content.PROGRAM)
            .file("pressroom.cmd", base.resolve("src/release/pressroom.cmd"), Content.PLAIN)
            .file("README.txt", base.resolve("src/release/README.txt"), Content.PLAIN)
            .file("LICENSE", base.resolve("LICENSE"), Content.PLAIN).file("NOTICE", base.resolve("NOTICE"), Content.PLAIN)
            .file("pressroom.jar", jar, Content.PLAIN).tree("licenses/", base.resolve("src/licenses"));
        try (JarFile own = new JarFile(jar.toFile())) {
            for (String library : own.getManifest().getMainAttributes().getValue(Attributes.Name.CLASS_PATH).split(" ")) {
                program.file(library, target.resolve(library), Content.PLAIN);
            }
        }
        Path manual = work.resolve("man");
        pressroom(jar, "man", "--dir", manual.toString());
        program.tree("share/man/man1/", manual);
        for (String[] shell : new String[][] {{"bash", "pressroom.bash"}, {"zsh", "_pressroom"}, {"fish", "pressroom.fish"}}) {
            program.made("share/completions/" + shell[1], pressroom(jar, "completion", shell[0]).getBytes(StandardCharsets.UTF_8));
        }
        return program;
    }

    private static String pressroom(Path jar, String... arguments) throws IOException {
        List<String> command = new ArrayList<>(List.of(Path.of(System.getProperty("java.home"), "bin/java").toString(), "-Dfile.encoding=UTF-8", "-jar", jar.toString()));
        command.addAll(List.of(arguments));
        return JavaRuntime.run(command.toArray(String[]::new));
    }

    private String formula(String address, String file, String sum) throws IOException {
        return Files.readString(base.resolve("src/release/pressroom.rb")).replace("@home@", address).replace("@url@", address + file).replace("@version@", version).replace("@sha256@", sum);
    }
}
