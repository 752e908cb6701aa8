package org.pressroom.config;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/// The values that metadata may have, in the order in which pages show them, further keys, and other names for keys.
///
/// @param status   where a proposal stands
/// @param outcome  what was built, once approved or superseded
/// @param result   what came of it, measured against the prediction
/// @param reason   why a proposal was declined
/// @param required keys that every document must have
/// @param extras   keys beside those that every document may have
/// @param aliases  other names of keys, in lower case with `-` between words, to the key
public record Vocabulary(
        Terms status, Terms outcome, Terms result, Terms reason, List<String> required, List<MetadataExtra> extras,
        Map<String, String> aliases) {

    public static final List<String> SIZES = List.of("full", "light");
    public static final List<String> ANSWERS = List.of("yes", "no", "unsure");
    public static final List<String> VISIBILITIES = List.of("internal", "restricted");

    /// What a review can decide.
    public static final List<String> REVIEW_DECISIONS = List.of("revise", "approved", "declined", "deferred");

    private static final Pattern BETWEEN_WORDS = Pattern.compile("[\\s_-]+");

    /// The PR/FAQ's own words.
    public static final Vocabulary PRFAQ = new Vocabulary(
        statusTerms(), outcomeTerms(), Terms.of("met", "mixed", "missed", "unknown"),
        Terms.of("no-real-problem", "not-differentiated", "too-small", "too-risky", "not-feasible", "not-viable",
            "not-ours", "deprioritised", "other"),
        List.of("title", "status"), List.of(), keyAliases());

    public Vocabulary {
        required = List.copyOf(required);
        extras = List.copyOf(extras);
        aliases = Map.copyOf(aliases);
    }

    public List<String> statuses() {
        return status.words();
    }

    public List<String> outcomes() {
        return outcome.words();
    }

    public List<String> results() {
        return result.words();
    }

    public List<String> reasons() {
        return reason.words();
    }

    /// The further key of a name in normal form.
    public Optional<MetadataExtra> extra(String name) {
        for (MetadataExtra extra : extras) {
            if (extra.name().equals(name)) {
                return Optional.of(extra);
            }
        }
        return Optional.empty();
    }

    /// The form in which keys and words are compared: lower case, `-` for each run of spaces, `_` and `-`.
    public static String normal(String written) {
        return isNormal(written) ? written : BETWEEN_WORDS.matcher(written.strip().toLowerCase(Locale.ROOT)).replaceAll("-");
    }

    /// Most keys are written in this form.
    private static boolean isNormal(String written) {
        for (int i = 0; i < written.length(); i++) {
            char c = written.charAt(i);
            if (!(c >= 'a' && c <= 'z' || c >= '0' && c <= '9' || c == '.' || c == '-' && (i == 0 || written.charAt(i - 1) != '-'))) {
                return false;
            }
        }
        return true;
    }

    private static Terms statusTerms() {
        return new Terms(List.of(
            Term.standard("draft", List.of("in-review", "withdrawn")),
            Term.standard("in-review", List.of("revise", "approved", "declined", "deferred", "withdrawn")),
            Term.standard("revise", List.of("in-review", "withdrawn")),
            Term.standard("approved", List.of("superseded", "declined")),
            Term.standard("declined", List.of()),
            Term.standard("deferred", List.of("in-review", "declined", "withdrawn")),
            Term.standard("withdrawn", List.of()),
            new Term("superseded", "superseded", List.of("superceded"), List.of(), null, null, null)), HouseWords.terms());
    }

    private static Terms outcomeTerms() {
        return new Terms(List.of(
            Term.standard("planned", List.of("building", "cancelled")),
            Term.standard("building", List.of("launched", "cancelled")),
            Term.standard("launched", List.of("retired")),
            Term.standard("cancelled", List.of()),
            Term.standard("retired", List.of())));
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
        aliases.put("decision-makers", "decision.deciders");
        aliases.put("start-date", "created");
        aliases.put("created-on", "created");
        aliases.put("creation-date", "created");
        aliases.put("date-created", "created");
        aliases.put("discussions-to", "discussion");
        aliases.put("replaces", "supersedes");
        aliases.put("obsoletes", "supersedes");
        aliases.put("supercedes", "supersedes");
        aliases.put("replaced-by", "superseded-by");
        aliases.put("obsoleted-by", "superseded-by");
        aliases.put("superceded-by", "superseded-by");
        aliases.put("see-also", "related");
        return aliases;
    }
}
