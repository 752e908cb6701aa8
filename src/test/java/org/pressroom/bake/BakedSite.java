package org.pressroom.bake;

import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/// What stands in an output folder.
///
/// @param addresses of all files, sorted
record BakedSite(Path folder, BakeReport report, List<String> addresses) {

    String text(String address) throws IOException {
        return Files.readString(folder.resolve(address));
    }

    Document page(String address) throws IOException {
        return Jsoup.parse(text(address));
    }

    List<String> pages() {
        return addresses.stream().filter(a -> a.endsWith(".html")).toList();
    }
}
