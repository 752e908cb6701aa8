package org.pressroom.release;

import org.pressroom.json.Json;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// The CycloneDX list of what a distribution consists of: the libraries, as Maven found them, and what some distributions hold beside them.
record Parts(Map<String, Object> list) {

    /// @param purl the address of a package: `pkg:deb/debian/libc6@2.36-9?arch=amd64`
    record Part(String type, String name, String version, String license, String purl) { }

    /// @param file `target/pressroom.cdx.json`
    @SuppressWarnings("unchecked")
    static Parts read(Path file) throws IOException {
        if (!Files.exists(file)) {
            throw new IOException(file + " is missing: Maven makes it when it is online; run mvn -Prelease package without -o");
        }
        return new Parts((Map<String, Object>) Json.read(Files.readString(file)));
    }

    byte[] json() {
        return Json.pretty(list).getBytes(StandardCharsets.UTF_8);
    }

    @SuppressWarnings("unchecked")
    Parts and(List<Part> others) {
        Map<String, Object> more = new LinkedHashMap<>(list);
        List<Object> components = new ArrayList<>((List<Object>) more.get("components"));
        for (Part part : others) {
            components.add(Json.object("type", part.type, "bom-ref", part.purl, "name", part.name, "version", part.version,
                "licenses", List.of(Json.object("license", Json.object("name", part.license))), "purl", part.purl));
        }
        more.put("components", components);
        return new Parts(more);
    }
}
