package org.pressroom.config;

import org.jspecify.annotations.Nullable;
import org.pressroom.source.SourceSpan;

import java.util.Locale;
import java.util.Optional;
import java.util.TreeSet;
import java.util.stream.Collectors;

/// Reads what the site says of itself, and checks it against the archive and against eyes.
final class SiteReader {

    private final Surroundings surroundings;
    private final ConfigurationFindings findings;

    SiteReader(Surroundings surroundings, ConfigurationFindings findings) {
        this.surroundings = surroundings;
        this.findings = findings;
    }

    SiteSettings read(Keys.Values root) {
        Optional<Keys.Values> site = root.get(ConfigurationKeys.SITE);
        SiteSettings standard = SiteSettings.DEFAULT;
        return new SiteSettings(
            site.flatMap(s -> s.get(ConfigurationKeys.NAME)).map(YamlValue.Scalar::text).orElse(standard.name()),
            site.map(s -> s.text(ConfigurationKeys.TAGLINE)).orElse(standard.tagline()),
            site.flatMap(s -> s.get(ConfigurationKeys.LANGUAGE)).flatMap(this::language).orElse(standard.language()),
            site.flatMap(s -> s.get(ConfigurationKeys.LOGO)).flatMap(this::logo).orElse(null),
            site.flatMap(s -> s.get(ConfigurationKeys.ACCENT)).map(this::accent).orElse(null),
            site.flatMap(s -> s.get(ConfigurationKeys.MENU)).map(menu -> menu.stream().map(YamlValue.Scalar::text).distinct().toList()).orElse(standard.menu()),
            site.flatMap(s -> s.get(ConfigurationKeys.INDEX)).orElse(standard.indexed()),
            root.get(ConfigurationKeys.KEEP_IMAGE_METADATA).orElse(standard.imageMetadata()),
            pattern(root, ConfigurationKeys.SOURCE_URL), pattern(root, ConfigurationKeys.EDIT_URL),
            pattern(root, ConfigurationKeys.HISTORY_URL));
    }

    private static @Nullable UrlPattern pattern(Keys.Values root, Key<YamlValue.Scalar> key) {
        String text = root.text(key);
        return text == null ? null : new UrlPattern(text);
    }

    private Optional<String> language(YamlValue.Scalar written) {
        TreeSet<String> known = new TreeSet<>(SiteSettings.LANGUAGES);
        known.addAll(surroundings.languages());
        if (known.contains(written.text())) {
            return Optional.of(written.text());
        }
        String list = known.stream().map(language -> "`" + language + "`").collect(Collectors.joining(", "));
        String near = Nearest.of(written.text(), known).map(language -> "did you mean `" + language + "`? ").orElse("");
        findings.badValue(written.span(), "the interface has no language `" + written.text() + "`",
            near + "there are " + list + "; a further one is a file messages/messages_LANGUAGE.properties in the archive");
        return Optional.empty();
    }

    private Optional<String> logo(YamlValue.Scalar written) {
        Optional<String> refused = surroundings.refusedLogo(written.text());
        refused.ifPresent(reason -> findings.badValue(written.span(), "the logo `" + written.text() + "` " + reason,
            "name a picture of the archive: svg, png, jpg, gif or webp"));
        return refused.isPresent() ? Optional.empty() : Optional.of(written.text());
    }

    /// A shade that is not written is the nearest one of the other that can be read.
    private @Nullable Colour accent(Keys.Values shades) {
        String light = shade(shades, ConfigurationKeys.LIGHT);
        String dark = shade(shades, ConfigurationKeys.DARK);
        if (light == null && dark == null) {
            return null;
        }
        boolean readable = readable(light, Colour.PAPER, "light", shades.span(ConfigurationKeys.LIGHT))
            & readable(dark, Colour.NIGHT, "dark", shades.span(ConfigurationKeys.DARK));
        return readable ? new Colour(orNearest(light, dark, Colour.PAPER), orNearest(dark, light, Colour.NIGHT)) : null;
    }

    private static @Nullable String shade(Keys.Values shades, Key<YamlValue.Scalar> key) {
        String text = shades.text(key);
        return text == null ? null : Colour.parse(text).orElse(null);
    }

    private static String orNearest(@Nullable String shade, @Nullable String other, String page) {
        return shade != null ? shade : Colour.nearest(other == null ? Colour.ink(page) : other, page, Colour.READABLE);
    }

    private boolean readable(@Nullable String colour, String page, String pages, SourceSpan span) {
        double contrast = colour == null ? Colour.READABLE : Colour.contrast(colour, page);
        if (contrast < Colour.READABLE) {
            findings.badValue(span, String.format(Locale.ROOT, "links in `%s` can't be read on %s pages: the contrast is %.1f:1, and 4.5:1 is needed",
                colour, pages, contrast), "write \"" + Colour.nearest(String.valueOf(colour), page, Colour.READABLE) + "\", or a "
                + (pages.equals("light") ? "darker" : "lighter") + " colour");
        }
        return contrast >= Colour.READABLE;
    }
}
