package org.pressroom.bake;

import org.jspecify.annotations.Nullable;
import org.pressroom.catalog.Entry;
import org.pressroom.files.Staging;

import java.io.IOException;
import java.net.URI;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/// What search engines, browsers and servers read of the site as a whole: `robots.txt`, `_headers`, and where the site's address is known
/// `sitemap.xml` and `opensearch.xml`.
final class ForMachines {

    /// How many addresses one sitemap may have (sitemaps.org).
    private static final int SITEMAP = 50_000;

    private static final String XML = "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n";
    private static final String SITEMAPS = " xmlns=\"http://www.sitemaps.org/schemas/sitemap/0.9\">\n";

    private final PageModels models;

    ForMachines(PageModels models) {
        this.models = models;
    }

    void write(Staging files, SitePlan plan) throws IOException {
        URI base = models.input().edition().baseUrl();
        boolean indexed = models.input().configuration().site().indexed();
        files.write("robots.txt", "User-agent: *\n" + (indexed ? "Allow: /\n" : "Disallow: /\n")
            + (indexed && base != null ? "Sitemap: " + base + "sitemap.xml\n" : ""));
        files.write("_headers", SecurityHeaders.file(base == null ? "/" : base.getRawPath()));
        if (base != null) {
            writeSitemap(files, base, places(plan));
            if (models.input().edition().searchable()) {
                files.write("opensearch.xml", opensearch(base));
            }
        }
    }

    /// A page's address and the day of its last change, `lastmod`; null when that isn't known.
    private record Place(String address, @Nullable LocalDate changed) { }

    private List<Place> places(SitePlan plan) {
        Map<String, LocalDate> changes = new HashMap<>();
        for (Entry entry : models.catalog().entries()) {
            LocalDate changed = entry.facts().lastChange();
            if (changed != null) {
                changes.put(entry.page(), changed);
            }
        }
        LocalDate latest = changes.values().stream().max(LocalDate::compareTo).orElse(null);
        List<Place> places = new ArrayList<>();
        for (Page page : plan.pages()) {
            boolean isIdea = page.template().equals("idea");
            if (page.address().endsWith(".html") && !page.template().equals("404") && !page.template().equals("search")) {
                places.add(new Place(page.address(), isIdea ? changes.get(page.address()) : page.template().equals("page") ? null : latest));
            }
        }
        return places;
    }

    private static void writeSitemap(Staging files, URI base, List<Place> places) throws IOException {
        if (places.size() <= SITEMAP) {
            files.write("sitemap.xml", sitemap(base, places));
            return;
        }
        StringBuilder index = new StringBuilder(XML + "<sitemapindex" + SITEMAPS);
        for (int from = 0, n = 1; from < places.size(); from += SITEMAP, n++) {
            String address = "sitemap-" + n + ".xml";
            files.write(address, sitemap(base, places.subList(from, Math.min(places.size(), from + SITEMAP))));
            index.append("<sitemap><loc>").append(escape(base + address)).append("</loc></sitemap>\n");
        }
        files.write("sitemap.xml", index.append("</sitemapindex>\n").toString());
    }

    private static String sitemap(URI base, List<Place> places) {
        StringBuilder xml = new StringBuilder(XML + "<urlset" + SITEMAPS);
        for (Place place : places) {
            xml.append("<url><loc>").append(escape(base + Href.of(place.address))).append("</loc>");
            if (place.changed != null) {
                xml.append("<lastmod>").append(place.changed).append("</lastmod>");
            }
            xml.append("</url>\n");
        }
        return xml.append("</urlset>\n").toString();
    }

    private String opensearch(URI base) {
        String name = PlainText.of(models.input().configuration().site().name());
        String icon = Objects.requireNonNullElse(models.theme().assets().address("icon.svg"), "");
        return XML + "<OpenSearchDescription xmlns=\"http://a9.com/-/spec/opensearch/1.1/\">\n"
            + "<ShortName>" + escape(PlainText.cut(name, 16)) + "</ShortName>\n"
            + "<Description>" + escape(models.messages().text("opensearch", name)) + "</Description>\n"
            + "<InputEncoding>UTF-8</InputEncoding>\n"
            + (icon.isEmpty() ? "" : "<Image type=\"image/svg+xml\">" + escape(base + Href.of(icon)) + "</Image>\n")
            + "<Url type=\"text/html\" template=\"" + escape(base.toString()) + "search.html?q={searchTerms}\"/>\n"
            + "</OpenSearchDescription>\n";
    }

    private static String escape(String text) {
        return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;").replace("\"", "&quot;");
    }
}
