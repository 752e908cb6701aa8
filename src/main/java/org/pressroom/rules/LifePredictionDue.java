package org.pressroom.rules;

import org.pressroom.model.Metadata;
import org.pressroom.model.Prediction;
import org.pressroom.model.Status;

/// A promise whose date has passed without a word about what came of it. What was cancelled has nothing to be measured.
final class LifePredictionDue implements DocumentRule {

    static final RuleInfo INFO = RuleInfo.info("life-prediction-due", Category.LIFECYCLE);

    @Override
    public RuleInfo info() {
        return INFO;
    }

    @Override
    public void check(Manuscript manuscript, Reporter reporter) {
        Metadata metadata = manuscript.document().metadata();
        Prediction prediction = metadata.prediction();
        boolean built = Status.isAmong(Status.ONCE_APPROVED, metadata.status()) && !"cancelled".equals(metadata.outcome());
        if (built && prediction != null && prediction.by() != null && metadata.actual() == null
                && manuscript.today().isAfter(prediction.by().last())) {
            reporter.report(Statuses.place(manuscript, "prediction.by", reporter),
                "the prediction was for " + prediction.by() + ", which has passed, and no result is recorded",
                "write what was measured: `actual: \"31 % after 14 months\"`");
        }
    }
}
