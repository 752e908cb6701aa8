package org.pressroom.config;

import org.jspecify.annotations.Nullable;
import org.pressroom.diagnostic.Severity;

import java.util.List;
import java.util.Map;
import java.util.Optional;

/// Everything that `pressroom.yaml` can set; [#DEFAULT] where there is none.
///
/// @param content    the content folder below the source's root; `.` is the root itself; null: `content` when there
///     is one, else the root
/// @param exclude    glob patterns of paths below the content folder that are left out
/// @param vocabulary the values and keys of metadata
/// @param severities rule id to its severity; an empty value switches the rule off
/// @param words      name of a word list to what is changed in it
/// @param fingerprint of all that was written, for caches: hexadecimal SHA-256
public record Configuration(
        SiteSettings site, @Nullable String content, List<String> exclude, Vocabulary vocabulary,
        Map<String, Optional<Severity>> severities, Thresholds thresholds,
        Map<String, WordChanges> words, String fingerprint) {

    public static final Configuration DEFAULT = new Configuration(
        SiteSettings.DEFAULT, null, List.of(), Vocabulary.PRFAQ, Map.of(), Thresholds.DEFAULT, Map.of(), "");

    public Configuration {
        exclude = List.copyOf(exclude);
        severities = Map.copyOf(severities);
        words = Map.copyOf(words);
    }

    /// The severity to use for a rule, empty when it is switched off.
    public Optional<Severity> severityOf(String rule, Severity byDefault) {
        return severities.getOrDefault(rule, Optional.of(byDefault));
    }
}
