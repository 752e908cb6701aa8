package org.pressroom.config;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;

/// The values that metadata may have, in the order in which pages show them, and other names for keys.
///
/// @param statuses  where a proposal stands
/// @param outcomes  what was built, once approved or superseded
/// @param results   what came of it, measured against the prediction
/// @param reasons   why a proposal was declined
/// @param required  keys that every document must have
/// @param aliases   other names of keys, in lower case with `-` between words, to the key
public record Vocabulary(
        List<String> statuses, List<String> outcomes, List<String> results, List<String> reasons,
        List<String> required, Map<String, String> aliases) {

    public static final List<String> SIZES = List.of("full", "light");
    public static final List<String> ANSWERS = List.of("yes", "no", "unsure");
    public static final List<String> VISIBILITIES = List.of("internal", "restricted");

    /// What a review can decide.
    public static final List<String> REVIEW_DECISIONS = List.of("revise", "approved", "declined", "deferred");

    private static final Pattern BETWEEN_WORDS = Pattern.compile("[\\s_-]+");

    /// The PR/FAQ's own words.
    public static final Vocabulary PRFAQ = new Vocabulary(
        List.of("draft", "in-review", "revise", "approved", "declined", "deferred", "withdrawn", "superseded"),
        List.of("planned", "building", "launched", "cancelled", "retired"),
        List.of("met", "mixed", "missed", "unknown"),
        List.of("no-real-problem", "not-differentiated", "too-small", "too-risky", "not-feasible", "not-viable",
            "not-ours", "deprioritised", "other"),
        List.of("title", "status"),
        keyAliases());

    public Vocabulary {
        statuses = List.copyOf(statuses);
        outcomes = List.copyOf(outcomes);
        results = List.copyOf(results);
        reasons = List.copyOf(reasons);
        required = List.copyOf(required);
        aliases = Map.copyOf(aliases);
    }

    /// The form in which keys and words are compared: lower case, `-` for each run of spaces, `_` and `-`.
    public static String normal(String written) {
        return BETWEEN_WORDS.matcher(written.strip().toLowerCase(Locale.ROOT)).replaceAll("-");
    }

    private static Map<String, String> keyAliases() {
        Map<String, String> aliases = new LinkedHashMap<>();
        aliases.put("author", "authors");
        aliases.put("by", "authors");
        aliases.put("owner", "sponsor");
        aliases.put("state", "status");
        aliases.put("date", "created");
        aliases.put("tag", "tags");
        aliases.put("labels", "tags");
        aliases.put("keywords", "tags");
        aliases.put("customers", "customer");
        aliases.put("launch-date", "launch");
        aliases.put("description", "summary");
        aliases.put("review", "reviews");
        aliases.put("discussions", "discussion");
        aliases.put("number", "id");
        aliases.put("decided", "decision.date");
        aliases.put("decision-date", "decision.date");
        aliases.put("decided-by", "decision.deciders");
        aliases.put("deciders", "decision.deciders");
        aliases.put("reason", "decision.reason");
        return aliases;
    }
}
