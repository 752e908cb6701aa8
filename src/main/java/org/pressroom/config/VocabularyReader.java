package org.pressroom.config;

import org.jspecify.annotations.Nullable;
import org.pressroom.source.SourceSpan;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/// Reads the words and keys that metadata may have.
final class VocabularyReader {

    private final ConfigurationKeys keys;
    private final Set<String> metadataKeys;
    private final ConfigurationFindings findings;

    VocabularyReader(ConfigurationKeys keys, Set<String> metadataKeys, ConfigurationFindings findings) {
        this.keys = keys;
        this.metadataKeys = metadataKeys;
        this.findings = findings;
    }

    Vocabulary read(Keys.Values root) {
        Vocabulary standard = Vocabulary.PRFAQ;
        List<MetadataExtra> extras = extras(root);
        MetadataNames names = new MetadataNames(metadataKeys, extras, findings);
        return new Vocabulary(
            terms(root, ConfigurationKeys.STATUSES, standard.status()), terms(root, ConfigurationKeys.OUTCOMES, standard.outcome()),
            terms(root, ConfigurationKeys.RESULTS, standard.result()), terms(root, ConfigurationKeys.REASONS, standard.reason()),
            root.get(keys.required).map(names::keys).orElse(standard.required()), extras, aliases(root, standard, extras, names));
    }

    private List<MetadataExtra> extras(Keys.Values root) {
        List<MetadataExtra> extras = new ArrayList<>();
        for (Shapes.Named<YamlValue.Scalar> key : root.get(ConfigurationKeys.KEYS).orElse(List.of())) {
            String name = Vocabulary.normal(key.name());
            if (metadataKeys.contains(name) || name.startsWith("x-") || name.contains(".")) {
                findings.badValue(key.span(), "`" + key.name() + "` is already a key", "choose another name, or remove it");
            } else if (key.value() == null) {
                // What was written and can't be used has its finding; this is for a key without any type.
                extras.add(new MetadataExtra(name, MetadataExtra.Type.TEXT));
            } else {
                extras.add(new MetadataExtra(name, MetadataExtra.Type.of(key.value().text())));
            }
        }
        return extras;
    }

    private Map<String, String> aliases(
            Keys.Values root, Vocabulary standard, List<MetadataExtra> extras, MetadataNames names) {
        Map<String, String> aliases = new LinkedHashMap<>(standard.aliases());
        extras.forEach(extra -> aliases.remove(extra.name()));
        for (Shapes.Named<YamlValue.Scalar> alias : root.get(ConfigurationKeys.ALIASES).orElse(List.of())) {
            if (names.knows(Vocabulary.normal(alias.name()))) {
                findings.badValue(alias.span(), "`" + alias.name() + "` is a key itself and can't be an alias", "choose another name");
            } else if (alias.value() == null) {
                findings.badValue(alias.span(), "the alias `" + alias.name() + "` does not stand for a key",
                    "write `" + alias.name() + ": authors`, or another metadata key");
            } else {
                names.key(alias.value()).ifPresent(key -> aliases.put(Vocabulary.normal(alias.name()), key));
            }
        }
        return aliases;
    }

    // ---- words

    private Terms terms(Keys.Values root, ConfigurationKeys.TermKeys form, Terms standard) {
        Optional<List<Shapes.Named<Keys.Values>>> written = root.get(form.key);
        if (written.isEmpty()) {
            return standard;
        }
        Map<String, Shapes.Named<Keys.Values>> words = new LinkedHashMap<>();
        for (Shapes.Named<Keys.Values> word : written.get()) {
            if (words.putIfAbsent(Vocabulary.normal(word.name()), word) != null) {
                findings.badValue(word.span(), "`" + word.name() + "` is listed twice in `" + form.key.name() + "`", "remove one of them");
            }
        }
        if (words.isEmpty()) {
            findings.badValue(root.span(form.key), "`" + form.key.name() + "` is empty", "name at least one, or leave `"
                + form.key.name() + "` out to have " + String.join(", ", standard.words()));
            return standard;
        }
        Map<String, String> forms = new HashMap<>();
        words.forEach((normal, word) -> forms.put(normal, word.name()));
        return new Terms(words.values().stream().map(word -> term(word, form, standard, forms, words)).toList());
    }

    private Term term(Shapes.Named<Keys.Values> word, ConfigurationKeys.TermKeys form, Terms standard, Map<String, String> forms,
            Map<String, Shapes.Named<Keys.Values>> words) {
        String meaning = standard.find(Vocabulary.normal(word.name())).map(Term::word).orElse(null);
        Keys.Values said = word.value();
        if (said == null) {
            return new Term(word.name(), meaning, List.of(), null, null, null, null);
        }
        String as = said.text(form.as);
        List<String> written = new ArrayList<>();
        for (YamlValue.Scalar other : said.get(form.written).orElse(List.of())) {
            String owner = forms.putIfAbsent(Vocabulary.normal(other.text()), word.name());
            if (owner != null) {
                findings.badValue(other.span(), "`" + other.text() + "` already stands for `" + owner + "`", "remove it here");
            } else {
                written.add(other.text());
            }
        }
        return new Term(word.name(), as == null ? meaning : as, written, next(said, form, words), said.text(form.label),
            said.text(form.about), said.get(form.colour).map(colour -> colour(word.name(), colour)).orElse(null));
    }

    private @Nullable List<String> next(
            Keys.Values said, ConfigurationKeys.TermKeys form, Map<String, Shapes.Named<Keys.Values>> words) {
        Optional<List<YamlValue.Scalar>> written = said.get(form.next);
        if (written.isEmpty()) {
            return null;
        }
        Set<String> next = new LinkedHashSet<>();
        for (YamlValue.Scalar word : written.get()) {
            Shapes.Named<Keys.Values> known = words.get(Vocabulary.normal(word.text()));
            if (known == null) {
                findings.unknownWord(word.span(), "`" + word.text() + "` is not among the `" + form.key.name() + "`", word.text(),
                    words.values().stream().map(Shapes.Named::name).toList());
            } else {
                next.add(known.name());
            }
        }
        return List.copyOf(next);
    }

    private @Nullable Colour colour(String word, Keys.Values shades) {
        String light = shade(shades, ConfigurationKeys.LIGHT, ConfigurationKeys.DARK);
        String dark = shade(shades, ConfigurationKeys.DARK, ConfigurationKeys.LIGHT);
        if (light == null || dark == null) {
            return null;
        }
        boolean visible = visible(word, light, Colour.PAPER, "light", dark, shades.span(ConfigurationKeys.LIGHT))
            & visible(word, dark, Colour.NIGHT, "dark", light, shades.span(ConfigurationKeys.DARK));
        return visible ? new Colour(light, dark) : null;
    }

    private static @Nullable String shade(Keys.Values shades, Key<YamlValue.Scalar> key, Key<YamlValue.Scalar> otherwise) {
        String text = shades.text(key);
        String other = shades.text(otherwise);
        return text != null ? Colour.parse(text).orElse(null) : other != null ? Colour.parse(other).orElse(null) : null;
    }

    private boolean visible(String word, String colour, String page, String pages, String other, SourceSpan span) {
        double contrast = Colour.contrast(colour, page);
        if (contrast < Colour.VISIBLE) {
            String shade = Colour.visible(colour, page);
            String mended = pages.equals("light") ? "{light: \"" + shade + "\", dark: \"" + Colour.visible(other, Colour.NIGHT) + "\"}"
                : "{light: \"" + Colour.visible(other, Colour.PAPER) + "\", dark: \"" + shade + "\"}";
            findings.badValue(span, String.format(Locale.ROOT, "the colour `%s` of `%s` can't be seen on %s pages: its contrast is %.1f:1,"
                + " and 3:1 is needed", colour, word, pages, contrast), "write `colour: " + mended + "`");
        }
        return contrast >= Colour.VISIBLE;
    }
}
