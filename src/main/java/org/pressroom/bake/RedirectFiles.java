package org.pressroom.bake;

import org.jspecify.annotations.Nullable;
import org.pressroom.catalog.Redirects.Redirect;
import org.pressroom.json.Json;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

/// Leads from former addresses to where a document is today: a page for each, which works on any host, and the same for
/// servers that can be told: `_redirects` (Netlify and others), `redirects/nginx.map`, `redirects/s3.json`.
final class RedirectFiles {

    private RedirectFiles() { }

    static List<Page> pages(PageModels models) {
        return models.input().redirects().all().stream()
            .map(redirect -> new Page(redirect.address(), "redirect", () -> page(models, redirect))).toList();
    }

    private static Map<String, Object> page(PageModels models, Redirect redirect) {
        return models.frame(redirect.address(), models.messages().text("redirect.title"), "missing")
            .put("idea", models.link(redirect.target()).map()).map();
    }

    /// What servers read, by address; nothing when there is nothing to say.
    static Map<String, String> ofServers(PageModels models) {
        Map<String, String> moved = new TreeMap<>();
        for (Redirect redirect : models.input().redirects().all()) {
            moved.put(Href.of(redirect.address()), Href.of(redirect.target().page()));
            moved.put(Href.of(redirect.formerly()), Href.of(redirect.target().page()));
        }
        if (moved.isEmpty()) {
            return Map.of();
        }
        String path = models.input().edition().baseUrl() == null ? "/" : models.input().edition().baseUrl().getRawPath();
        String lines = moved.entrySet().stream().map(e -> path + e.getKey() + " " + path + e.getValue() + " 301\n").collect(Collectors.joining());
        String map = moved.entrySet().stream().map(e -> quoted(path + e.getKey()) + " " + quoted(path + e.getValue()) + ";\n")
            .collect(Collectors.joining());
        List<Map<String, @Nullable Object>> rules = moved.entrySet().stream().map(e -> Json.object(
            "Condition", Json.object("KeyPrefixEquals", path.substring(1) + e.getKey()),
            "Redirect", Json.object("ReplaceKeyWith", path.substring(1) + e.getValue(), "HttpRedirectCode", "301"))).toList();
        return Map.of("_redirects", lines, "redirects/nginx.map", map, "redirects/s3.json", Json.pretty(rules));
    }

    /// As nginx reads it; what could end a word there is percent-encoded in addresses but for these.
    private static String quoted(String address) {
        return "\"" + address.replace("\\", "\\\\").replace("$", "%24") + "\"";
    }
}
