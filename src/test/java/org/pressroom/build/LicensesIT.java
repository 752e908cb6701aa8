package org.pressroom.build;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import java.util.TreeSet;
import java.util.jar.Attributes;
import java.util.jar.JarFile;
import java.util.zip.ZipEntry;

/// What the licenses of the libraries ask to go along with them is in Pressroom's jar, and its parts are listed for scanners.
class LicensesIT {

    private static final Path JAR = Path.of("target/pressroom.jar");
    private static final int JARS_AT_LEAST = 40;

    private static String text(JarFile jar, String name) throws IOException {
        ZipEntry entry = jar.getEntry(name);
        assertNotNull(entry, name);
        return new String(jar.getInputStream(entry).readAllBytes(), StandardCharsets.UTF_8);
    }

    /// The jars of the class path as they are, `lib/` left out.
    private static Set<String> libraries(JarFile jar) throws IOException {
        Set<String> names = new TreeSet<>();
        for (String path : jar.getManifest().getMainAttributes().getValue(Attributes.Name.CLASS_PATH).split(" ")) {
            names.add(path.substring(path.indexOf('/') + 1, path.length() - ".jar".length()));
        }
        return names;
    }

    @Test
    void everyLibraryHasTheTextOfItsLicense() throws IOException {
        try (JarFile jar = new JarFile(JAR.toFile())) {
            assertEquals(Files.readString(Path.of("LICENSE")), text(jar, "META-INF/LICENSE"));
            assertTrue(text(jar, "META-INF/NOTICE").startsWith("Pressroom\n"));
            Set<String> listed = new TreeSet<>();
            Set<String> texts = new TreeSet<>();
            for (String line : text(jar, "META-INF/licenses/jars.txt").lines().filter(l -> !l.isEmpty() && !l.startsWith("#")).toList()) {
                String[] columns = line.split(" \\| ");
                assertEquals(3, columns.length, line);
                assertTrue(columns[1].matches("(?:Apache-2\\.0|BSD-[23]-Clause|MIT|MPL-2\\.0)(?: AND MIT)?"), line);
                assertTrue(listed.add(columns[0]), line);
                for (String file : columns[2].split(" ")) {
                    assertTrue(text(jar, "META-INF/licenses/" + file).length() > 500, line);
                    texts.add(file);
                }
            }
            assertTrue(listed.size() >= JARS_AT_LEAST, listed.toString());
            assertEquals(libraries(jar), listed, "src/licenses/jars.txt is not of the jars of today: look at the license of each that is new or of another version");
            Set<String> kept = new TreeSet<>();
            jar.stream().map(ZipEntry::getName).filter(name -> name.matches("META-INF/licenses/[^/]+")).forEach(name -> kept.add(name.substring(name.lastIndexOf('/') + 1)));
            texts.add("jars.txt");
            assertEquals(kept, texts, "a text that nothing is used under");
        }
    }

    @Test
    void thePartsAreListedForScanners() throws IOException {
        String parts = Files.readString(Path.of("target/pressroom.cdx.json"));
        assertTrue(parts.contains("\"bomFormat\" : \"CycloneDX\""));
        assertFalse(parts.contains("serialNumber"));
        try (JarFile jar = new JarFile(JAR.toFile())) {
            for (String library : libraries(jar)) {
                int dash = library.replaceAll("-\\d.*", "").length();
                assertTrue(parts.contains("/" + library.substring(0, dash) + "@" + library.substring(dash + 1) + "?type=jar"), library);
            }
        }
        assertFalse(parts.contains("junit") || parts.contains("playwright"));
    }
}
