package org.pressroom;

import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;

/// The links of a built site.
public final class SiteLinks {

    private final Path site;
    private final Map<Path, Document> parsed = new HashMap<>();
    private final Set<String> broken = new TreeSet<>();

    private SiteLinks(Path site) {
        this.site = site;
    }

    /// Those that lead to no file of the site, or to no element of a page; empty when all is well.
    public static Set<String> broken(Path site) {
        SiteLinks links = new SiteLinks(site);
        pages(site).forEach(links::follow);
        return links.broken;
    }

    private void follow(Path file) {
        for (Element element : document(file).select("[href], [src]")) {
            String target = element.hasAttr("href") ? element.attr("href") : element.attr("src");
            if (target.matches("(?:https?|mailto|tel|data):.*")) {
                continue;
            }
            String[] parts = target.split("#", 2);
            String path = URLDecoder.decode(parts[0].split("\\?", 2)[0].replace("+", "%2B"), StandardCharsets.UTF_8);
            Path to = path.isEmpty() ? file : file.resolveSibling(path).normalize();
            String fragment = parts.length < 2 ? "" : URLDecoder.decode(parts[1], StandardCharsets.UTF_8);
            if (!Files.isRegularFile(to)) {
                broken.add(site.relativize(file) + " -> " + target);
            } else if (!fragment.isEmpty() && document(to).getElementById(fragment) == null) {
                broken.add(site.relativize(file) + " -> " + target + " (no such element)");
            }
        }
    }

    private Document document(Path file) {
        return parsed.computeIfAbsent(file, SiteLinks::parse);
    }

    /// The pages below a folder, in order.
    public static List<Path> pages(Path site) {
        try (Stream<Path> files = Files.walk(site)) {
            return files.filter(f -> f.toString().endsWith(".html")).sorted().toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    public static Document parse(Path file) {
        try {
            return Jsoup.parse(file.toFile(), "UTF-8");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
