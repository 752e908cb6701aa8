package org.pressroom.config;

import java.util.LinkedHashMap;
import java.util.Map;

/// Where "too long", "too large" and "stale" begin.
///
/// Each is set in `pressroom.yaml` under its name in words: `document-max-bytes`.
///
/// @param documentWarningBytes a document larger than this is a `text-too-large` warning
/// @param documentMaxBytes     a document larger than this is refused
/// @param titleMaxCharacters   titles are shown cut to this many code points in lists
/// @param headlineWords        a headline of more words is too long
/// @param headlineCharacters   a headline of more code points is too long
/// @param problemWords         a problem of fewer words is thin
/// @param pressReleaseWords    a press release of more words is too long
/// @param faqWords             an FAQ of more words is too long
/// @param staleDraftDays       a draft that did not change for more days is stale
/// @param staleReviseDays      an idea sent back to its authors that did not change for more days is stale
/// @param staleInReviewDays    an idea in review that did not change for more days is stale
public record Thresholds(
        int documentWarningBytes, int documentMaxBytes, int titleMaxCharacters, int headlineWords,
        int headlineCharacters, int problemWords, int pressReleaseWords, int faqWords,
        int staleDraftDays, int staleReviseDays, int staleInReviewDays) {

    public static final Thresholds DEFAULT = new Thresholds(1_000_000, 10_000_000, 300, 18, 120, 25, 500, 2_500,
        180, 180, 90);

    /// All by their names in `pressroom.yaml`, in the order of documentation.
    public Map<String, Integer> byName() {
        Map<String, Integer> byName = new LinkedHashMap<>();
        byName.put("document-warning-bytes", documentWarningBytes);
        byName.put("document-max-bytes", documentMaxBytes);
        byName.put("title-max-characters", titleMaxCharacters);
        byName.put("headline-words", headlineWords);
        byName.put("headline-characters", headlineCharacters);
        byName.put("problem-words", problemWords);
        byName.put("press-release-words", pressReleaseWords);
        byName.put("faq-words", faqWords);
        byName.put("stale-draft-days", staleDraftDays);
        byName.put("stale-revise-days", staleReviseDays);
        byName.put("stale-in-review-days", staleInReviewDays);
        return byName;
    }

    /// The reverse of [#byName]; a name that is missing has its default.
    public static Thresholds of(Map<String, Integer> byName) {
        return new Thresholds(
            byName.getOrDefault("document-warning-bytes", DEFAULT.documentWarningBytes),
            byName.getOrDefault("document-max-bytes", DEFAULT.documentMaxBytes),
            byName.getOrDefault("title-max-characters", DEFAULT.titleMaxCharacters),
            byName.getOrDefault("headline-words", DEFAULT.headlineWords),
            byName.getOrDefault("headline-characters", DEFAULT.headlineCharacters),
            byName.getOrDefault("problem-words", DEFAULT.problemWords),
            byName.getOrDefault("press-release-words", DEFAULT.pressReleaseWords),
            byName.getOrDefault("faq-words", DEFAULT.faqWords),
            byName.getOrDefault("stale-draft-days", DEFAULT.staleDraftDays),
            byName.getOrDefault("stale-revise-days", DEFAULT.staleReviseDays),
            byName.getOrDefault("stale-in-review-days", DEFAULT.staleInReviewDays));
    }
}
