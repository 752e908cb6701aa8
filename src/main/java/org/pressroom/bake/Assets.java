package org.pressroom.bake;

import org.jspecify.annotations.Nullable;
import org.pressroom.files.Staging;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/// The theme's style sheets, scripts and pictures, each with an address that changes with its content:
/// `site.css` stands at `assets/site.3f9a2c01d4.css`, so that a browser may keep it for ever.
///
/// Scripts and style sheets are [made lighter][LightText]. A style sheet's `url(…)` of another asset is written anew to lead to that asset's address.
final class Assets {

    private static final Pattern URL = Pattern.compile("url\\(\\s*+([\"']?)([^\"')#?:]{1,500}+)([#?][^\"')]{0,500}+)?\\1\\s*+\\)");

    private final Map<String, byte[]> contents;
    private final Map<String, String> addresses;

    private Assets(Map<String, byte[]> contents, Map<String, String> addresses) {
        this.contents = contents;
        this.addresses = addresses;
    }

    /// @param files content by name in the assets folder
    static Assets of(Map<String, byte[]> files) {
        Map<String, byte[]> contents = new LinkedHashMap<>();
        Map<String, String> addresses = new TreeMap<>();
        files.forEach((name, content) -> {
            if (!name.endsWith(".css")) {
                byte[] served = name.endsWith(".js")
                    ? LightText.ofScript(new String(content, StandardCharsets.UTF_8)).getBytes(StandardCharsets.UTF_8) : content;
                contents.put(name, served);
                addresses.put(name, address(name, served));
            }
        });
        files.forEach((name, content) -> {
            if (name.endsWith(".css")) {
                byte[] linked = link(name, LightText.ofStyles(new String(content, StandardCharsets.UTF_8)), addresses)
                    .getBytes(StandardCharsets.UTF_8);
                contents.put(name, linked);
                addresses.put(name, address(name, linked));
            }
        });
        return new Assets(contents, addresses);
    }

    /// The names of assets that a style sheet names, whether there are such assets or not.
    static List<String> named(String name, String css) {
        String folder = name.substring(0, name.lastIndexOf('/') + 1);
        return URL.matcher(css).results().map(m -> folder + m.group(2).strip()).toList();
    }

    private static String link(String name, String css, Map<String, String> addresses) {
        String folder = name.substring(0, name.lastIndexOf('/') + 1);
        String root = Href.root(name);
        return URL.matcher(css).replaceAll(m -> {
            String address = addresses.get(folder + m.group(2).strip());
            String rest = m.group(3) == null ? "" : m.group(3);
            return Matcher.quoteReplacement(address == null ? m.group()
                : "url(\"" + root + Href.of(address.substring("assets/".length())) + rest + "\")");
        });
    }

    private static String address(String name, byte[] content) {
        int dot = name.lastIndexOf('.');
        int stem = dot > name.lastIndexOf('/') + 1 ? dot : name.length();
        return "assets/" + name.substring(0, stem) + "." + hash(content) + name.substring(stem);
    }

    private static String hash(byte[] content) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(content), 0, 5);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every JDK has SHA-256", e);
        }
    }

    /// For page models: name to address, ready to stand in a link.
    Map<String, Object> hrefs() {
        Map<String, Object> hrefs = new LinkedHashMap<>();
        addresses.forEach((name, address) -> hrefs.put(name, Href.of(address)));
        return hrefs;
    }

    /// Addresses of scripts, ready to stand in a link.
    Set<String> scripts() {
        return addresses.entrySet().stream().filter(asset -> isScript(asset.getKey())).map(asset -> Href.of(asset.getValue()))
            .collect(Collectors.toUnmodifiableSet());
    }

    private static boolean isScript(String name) {
        return name.endsWith(".js") || name.endsWith(".mjs");
    }

    @Nullable String address(String name) {
        return addresses.get(name);
    }

    void write(Staging staging) throws IOException {
        for (Map.Entry<String, String> asset : addresses.entrySet()) {
            byte[] content = contents.get(asset.getKey());
            if (content != null) {
                staging.write(asset.getValue(), content);
            }
        }
    }
}
