package org.pressroom.bake;

import org.jspecify.annotations.Nullable;

import java.io.IOException;
import java.net.URI;
import java.net.URISyntaxException;
import java.net.URL;
import java.nio.file.FileSystem;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;

/// Reads the files of one half of a theme: Pressroom's own from the class path, an archive's from a folder.
final class ThemeFiles {

    private ThemeFiles() { }

    /// Pressroom's own files, by their name in the folder.
    ///
    /// @param folder `templates` or `assets`
    /// @param known  a file that is there for certain
    static Map<String, byte[]> own(String folder, String known) throws IOException {
        URL url = ThemeFiles.class.getResource("/theme/" + folder + "/" + known);
        if (url == null) {
            throw new IOException(
                "Pressroom's own theme is missing: no theme/" + folder + "/" + known + " on the class path");
        }
        try {
            URI uri = url.toURI();
            if (uri.getScheme().equals("file")) {
                return below(Path.of(uri).getParent());
            }
            URI jar = URI.create(uri.toString().substring(0, uri.toString().indexOf('!')));
            try (FileSystem files = FileSystems.newFileSystem(jar, Map.of())) {
                return below(files.getPath("/theme/" + folder));
            }
        } catch (URISyntaxException e) {
            throw new IOException("the class path holds an address that can't be read: " + url, e);
        }
    }

    /// Every ordinary file below a folder, by its name in it with `/`; hidden ones and symbolic links are passed over.
    ///
    /// @param folder null or not there: none
    static Map<String, byte[]> below(@Nullable Path folder) throws IOException {
        Map<String, byte[]> files = new TreeMap<>();
        if (folder == null || !Files.isDirectory(folder)) {
            return files;
        }
        try (Stream<Path> walk = Files.walk(folder)) {
            for (Path file : (Iterable<Path>) walk::iterator) {
                String name = folder.relativize(file).toString().replace('\\', '/');
                boolean hidden = name.startsWith(".") || name.contains("/.");
                if (!hidden && Files.isRegularFile(file, LinkOption.NOFOLLOW_LINKS)) {
                    files.put(name, Files.readAllBytes(file));
                }
            }
        }
        return files;
    }
}
