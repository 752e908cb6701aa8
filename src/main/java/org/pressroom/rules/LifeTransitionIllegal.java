package org.pressroom.rules;

import org.jspecify.annotations.Nullable;
import org.pressroom.config.Terms;
import org.pressroom.history.FileHistory;
import org.pressroom.history.Transition;

import java.time.LocalDate;

/// A change of status or outcome that the vocabulary does not allow, by git's line of first parents. What a document was
/// when it was first seen is always legal; history can't be mended, so it is no error.
final class LifeTransitionIllegal implements DocumentRule {

    static final RuleInfo INFO = RuleInfo.warning("life-transition-illegal", Category.LIFECYCLE);

    private static final int SHORT_COMMIT = 10;

    @Override
    public RuleInfo info() {
        return INFO;
    }

    @Override
    public void check(Manuscript manuscript, Reporter reporter) {
        FileHistory history = manuscript.history();
        if (history == null) {
            return;
        }
        LocalDate since = manuscript.configuration().since();
        Transition before = null;
        for (Transition change : history.timeline()) {
            if (before != null && (since == null || !change.day().isBefore(since))) {
                report(manuscript, reporter, "status", manuscript.configuration().vocabulary().status(), change, before.status(), change.status());
                report(manuscript, reporter, "outcome", manuscript.configuration().vocabulary().outcome(), change, before.outcome(), change.outcome());
            }
            before = change;
        }
    }

    private static void report(Manuscript manuscript, Reporter reporter, String key, Terms terms, Transition change,
            @Nullable String from, @Nullable String to) {
        if (from != null && to != null && !terms.mayFollow(from, to)) {
            reporter.report(Statuses.place(manuscript, key, reporter),
                "the " + key + " went from `" + from + "` to `" + to + "` in commit " + change.commit().substring(0, Math.min(SHORT_COMMIT, change.commit().length()))
                    + " of " + change.day() + " by " + change.author() + ", which is not allowed",
                "write a second attempt as a new document; to leave out an imported past, set `since: " + change.day().plusDays(1) + "` in pressroom.yaml");
        }
    }
}
