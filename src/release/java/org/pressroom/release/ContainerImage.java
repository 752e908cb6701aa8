package org.pressroom.release;

import org.pressroom.json.Json;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// An image for containers, as an image layout of the OCI (Image Format Specification 1.1) in a tar: `podman load`, `docker load` and
/// `skopeo copy oci-archive:` read it.
///
/// It has two layers: the C library and shell of the Debian on which it is made, and Pressroom with its own Java. There is nothing else
/// in it, and nobody in it is root. Who needs git or rsync there builds an image by the Dockerfile.
final class ContainerImage {

    private static final Pattern LIBRARY = Pattern.compile("(?:=> )?(/\\S+) \\(0x");
    private static final String HOME = "opt/pressroom/";
    private static final String USER = "65532";

    private final Instant time;
    private final Content layout = new Content();

    private ContainerImage(Instant time) {
        this.time = time;
    }

    /// The packages of Debian that the image holds parts of.
    static List<Parts.Part> parts() throws IOException {
        List<Parts.Part> parts = new ArrayList<>();
        for (String name : List.of("dash", "libc-bin", "libc6")) {
            String version = JavaRuntime.run("dpkg-query", "-W", "-f", "${Version}", name).strip();
            parts.add(new Parts.Part("library", name, version, name.equals("dash") ? "BSD-3-Clause and others" : "LGPL-2.1-or-later and others",
                "pkg:deb/debian/" + name + "@" + version.replace(":", "%3A").replace("+", "%2B") + "?arch=" + JavaRuntime.architecture()));
        }
        return parts;
    }

    /// Whether this machine has what the first layer is taken from.
    static boolean possible() {
        return Files.exists(Path.of("/var/lib/dpkg/status")) && Files.exists(Path.of("/usr/share/doc/libc6/copyright"));
    }

    static void write(Content program, JavaRuntime runtime, String version, Instant time, Path to) throws IOException {
        ContainerImage image = new ContainerImage(time);
        List<Map<String, Object>> layers = new ArrayList<>();
        List<String> contents = new ArrayList<>();
        image.layer(base(runtime), layers, contents);
        image.layer(new Content().all(HOME, program), layers, contents);
        Map<String, Object> config = image.blob("application/vnd.oci.image.config.v1+json", Json.compact(Json.object(
            "created", time.toString(), "architecture", JavaRuntime.architecture(), "os", "linux",
            "config", Json.object("User", USER + ":" + USER, "Entrypoint", List.of("pressroom"), "Cmd", List.of("--help"), "WorkingDir", "/archive",
                "Env", List.of("PATH=/" + HOME.substring(0, HOME.length() - 1) + ":/usr/bin:/bin", "LC_ALL=C.UTF-8", "PRESSROOM_AOT=off", "PRESSROOM_CACHE=/tmp/pressroom"),
                "Labels", Json.object("org.opencontainers.image.title", "pressroom", "org.opencontainers.image.version", version, "org.opencontainers.image.licenses", "Apache-2.0")),
            "rootfs", Json.object("type", "layers", "diff_ids", contents))).getBytes(StandardCharsets.UTF_8));
        Map<String, Object> manifest = image.blob("application/vnd.oci.image.manifest.v1+json", Json.compact(Json.object(
            "schemaVersion", 2, "mediaType", "application/vnd.oci.image.manifest.v1+json", "config", config, "layers", layers)).getBytes(StandardCharsets.UTF_8));
        manifest.put("platform", Json.object("architecture", JavaRuntime.architecture(), "os", "linux"));
        manifest.put("annotations", Json.object("org.opencontainers.image.ref.name", version));
        image.layout.made("index.json", Json.compact(Json.object("schemaVersion", 2, "mediaType", "application/vnd.oci.image.index.v1+json", "manifests", List.of(manifest))).getBytes(StandardCharsets.UTF_8));
        image.layout.made("oci-layout", "{\"imageLayoutVersion\":\"1.0.0\"}".getBytes(StandardCharsets.UTF_8));
        try (var out = Files.newOutputStream(to)) {
            Packing.tar(image.layout, "", time, out);
        }
    }

    private void layer(Content content, List<Map<String, Object>> layers, List<String> contents) throws IOException {
        ByteArrayOutputStream plain = new ByteArrayOutputStream();
        Packing.tar(content, "", time, plain);
        contents.add("sha256:" + Checksums.of("SHA-256", plain.toByteArray()));
        ByteArrayOutputStream packed = new ByteArrayOutputStream();
        try (var out = Packing.gzip(packed)) {
            plain.writeTo(out);
        }
        layers.add(blob("application/vnd.oci.image.layer.v1.tar+gzip", packed.toByteArray()));
    }

    /// Keeps bytes under their checksum.
    ///
    /// @return what refers to them
    private Map<String, Object> blob(String type, byte[] bytes) {
        String sum = Checksums.of("SHA-256", bytes);
        layout.made("blobs/sha256/" + sum, bytes);
        return Json.object("mediaType", type, "digest", "sha256:" + sum, "size", bytes.length);
    }

    /// The libraries that Java and the shell load, at their places, and their licenses.
    private static Content base(JavaRuntime runtime) throws IOException {
        Content base = new Content();
        base.items().put("tmp", new Content.Folder(01777));
        base.items().put("archive", new Content.Folder(01777));
        base.made("etc/passwd", ("root:x:0:0:root:/:/bin/sh\npressroom:x:" + USER + ":" + USER + ":pressroom:/tmp:/bin/sh\n").getBytes(StandardCharsets.US_ASCII));
        base.made("etc/group", ("root:x:0:\npressroom:x:" + USER + ":\n").getBytes(StandardCharsets.US_ASCII));
        base.made("etc/nsswitch.conf", "hosts: files dns\n".getBytes(StandardCharsets.US_ASCII));
        base.file("bin/sh", Path.of("/bin/sh").toRealPath(), Content.PROGRAM);
        TreeSet<String> libraries = new TreeSet<>();
        for (Path program : List.of(Path.of("/bin/sh"), runtime.folder().resolve("bin/java"), runtime.folder().resolve("lib/server/libjvm.so"))) {
            Matcher names = LIBRARY.matcher(JavaRuntime.run("ldd", program.toString()));
            while (names.find()) {
                if (!names.group(1).startsWith(runtime.folder().toString())) {
                    libraries.add(names.group(1));
                }
            }
        }
        for (String library : libraries) {
            base.file(library.substring(1), Path.of(library).toRealPath(), Content.PROGRAM);
        }
        Path locale = Path.of("/usr/lib/locale/C.utf8");
        if (Files.isDirectory(locale)) {
            base.tree("usr/lib/locale/C.utf8/", locale);
        }
        for (Parts.Part part : parts()) {
            base.file("usr/share/doc/" + part.name() + "/copyright", Path.of("/usr/share/doc/" + part.name() + "/copyright").toRealPath(), Content.PLAIN);
        }
        for (String license : List.of("LGPL-2.1", "GPL-2", "BSD")) {
            base.file("usr/share/common-licenses/" + license, Path.of("/usr/share/common-licenses/" + license).toRealPath(), Content.PLAIN);
        }
        return base;
    }
}
