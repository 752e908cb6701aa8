package org.pressroom.parse;

import com.vladsch.flexmark.ast.ThematicBreak;
import com.vladsch.flexmark.util.ast.Node;
import org.pressroom.parse.Unit.Shape;

/// Notes what a block is beside the others: which paragraph tells most of trouble, what stands before and behind.
final class ComparedTraits {

    /// From this weight on a hand-made rule would call a paragraph a part.
    private static final int ENOUGH = 3;
    private static final int LAST = 6;

    private final Traits all;

    ComparedTraits(Traits all) {
        this.all = all;
    }

    void note() {
        comparisons();
        lastCall();
        for (int i = 0; i < all.units().size(); i++) {
            neighbours(i);
            together(i);
        }
    }

    private void comparisons() {
        int described = all.units().size();
        int[] most = {-1, -1, -1};
        int[] score = {1, 1, 0};
        for (int i = 0; i < all.units().size(); i++) {
            BareParagraph told = all.evidence(i);
            if (!all.isProse(i) || told.quotation() || all.has(i, Trait.ABOVE_RELEASE) || all.has(i, Trait.OUTSIDE)) {
                continue;
            }
            if (described == all.units().size() && !told.announces() && told.describesProduct()) {
                described = i;
            }
            int[] now = {told.trouble() * 2 - told.gain(), told.gain() - told.trouble() + (told.isAboutProduct() ? 2 : 0), told.action() + (told.actsFirst() ? 2 : 0) + (told.links() ? 1 : 0)};
            for (int k = 0; k < most.length; k++) {
                if (now[k] > score[k] || k == 2 && now[k] > 0 && now[k] == score[k]) {
                    score[k] = now[k];
                    most[k] = i;
                }
            }
        }
        Trait[] traits = {Trait.MOST_TROUBLE, Trait.MOST_GAIN, Trait.MOST_ACTION};
        for (int k = 0; k < most.length; k++) {
            if (most[k] >= 0) {
                all.add(most[k], traits[k]);
            }
        }
        if (described < all.units().size()) {
            all.add(described, Trait.FIRST_DESCRIPTION);
            for (int i = 0; i < described; i++) {
                all.note(i, all.isProse(i), Trait.BEFORE_DESCRIPTION);
            }
        }
    }

    /// The last of the last paragraphs that says what the reader may do, and where.
    private void lastCall() {
        int looked = 0;
        for (int i = all.units().size() - 1; i > 0 && looked < LAST; i--) {
            BareParagraph told = all.evidence(i);
            if (!all.units().get(i).isWords() || told.quotation() || all.has(i, Trait.OUTSIDE) || all.has(i, Trait.ASIDE)) {
                continue;
            }
            int weight = (told.actsFirst() ? 2 : 0) + Math.min(2, told.action()) + (told.links() ? 2 : 0) - (told.announces() ? 2 : 0) + (looked == 0 ? 1 : 0);
            if (weight >= ENOUGH) {
                all.add(i, Trait.LAST_CALL);
                return;
            }
            looked++;
        }
    }

    private void neighbours(int i) {
        int next = i + 1;
        all.note(i, next == all.units().size(), Trait.BEFORE_NOTHING);
        if (next < all.units().size()) {
            Unit unit = all.units().get(next);
            all.note(i, all.has(next, Trait.DATELINE_FORM) || all.has(next, Trait.BEGINS_WITH_DATELINE) || unit.shape() == Shape.RUN_IN, Trait.BEFORE_DATELINE);
            all.note(i, all.has(next, Trait.QUOTATION) || unit.shape() == Shape.QUOTE, Trait.BEFORE_QUOTATION);
            all.note(i, unit.shape() == Shape.LIST, Trait.BEFORE_LIST);
            all.note(i, unit.isHeading(), Trait.BEFORE_HEADING);
            all.note(i, unit.isWords() && all.evidence(next).isAboutProduct(), Trait.BEFORE_PRODUCT);
            all.note(i, unit.isWords() && all.evidence(next).trouble() >= 2, Trait.BEFORE_TROUBLE);
            all.note(i, all.evidence(next).announces(), Trait.BEFORE_NEWS);
            all.note(i, all.has(next, Trait.BOLD), Trait.BEFORE_BOLD);
            all.note(i, all.has(next, Trait.ITALIC), Trait.BEFORE_ITALIC);
            all.note(i, all.isProse(next), Trait.BEFORE_PROSE);
        }
        Unit own = all.units().get(i);
        all.note(i, own.isWords() && all.words(i) <= Traits.LENGTHS[2] && all.has(i, Trait.ENDS_OPEN) && next < all.units().size() && all.isProse(next), Trait.SHORT_LABEL);
        all.note(i, i >= 2 && all.isProse(i) && all.isProse(i - 1) && all.evidence(i - 2).announces(), Trait.SECOND_AFTER_NEWS);
        boolean told = false;
        for (int k = Math.max(0, i - 6); k < i; k++) {
            told |= all.units().get(k).isWords() && all.evidence(k).trouble() >= 2 && all.evidence(k).trouble() > all.evidence(k).gain();
        }
        all.note(i, told, Trait.TROUBLE_TOLD);
        Node node = own.node();
        all.note(i, node != null && node.getPrevious() instanceof ThematicBreak, Trait.AFTER_RULE);
        int before = i - 1;
        if (before >= 0) {
            Unit unit = all.units().get(before);
            all.note(i, all.has(before, Trait.DATELINE_FORM) || unit.shape() == Shape.RUN_IN, Trait.AFTER_DATELINE);
            all.note(i, unit.isWords() && all.evidence(before).announces(), Trait.AFTER_NEWS);
            all.note(i, unit.isWords() && all.evidence(before).trouble() >= 2, Trait.AFTER_TROUBLE);
            all.note(i, unit.isWords() && all.evidence(before).isAboutProduct(), Trait.AFTER_PRODUCT);
            all.note(i, unit.isHeading(), Trait.AFTER_HEADING);
            all.note(i, all.has(before, Trait.QUOTATION) || unit.shape() == Shape.QUOTE, Trait.AFTER_QUOTATION);
            all.note(i, all.has(before, Trait.ENDS_WITH_COLON), Trait.AFTER_COLON);
            all.note(i, unit.shape() == Shape.LIST, Trait.AFTER_LIST);
            all.note(i, (unit.isHeading() || all.has(before, Trait.BOLD)) && all.words(before) >= 5
                || all.has(before, Trait.FIRST_BELOW_RELEASE) && !all.isProse(before) && all.words(before) >= 3, Trait.AFTER_TITLE_LINE);
        }
    }

    private void together(int i) {
        boolean prose = all.isProse(i);
        boolean unnamed = all.has(i, Trait.NAMES_NO_PRODUCT) && !all.has(i, Trait.SUBJECT_IS_PRODUCT);
        all.note(i, prose && unnamed && all.has(i, Trait.TROUBLE), Trait.TROUBLE_WITHOUT_PRODUCT);
        all.note(i, prose && unnamed && (all.has(i, Trait.PARAGRAPH_1) || all.has(i, Trait.PARAGRAPH_2) || all.has(i, Trait.PARAGRAPH_3)), Trait.EARLY_WITHOUT_PRODUCT);
        all.note(i, all.has(i, Trait.PARAGRAPH_1) && all.has(i, Trait.ANNOUNCES), Trait.NEWS_AND_FIRST);
        all.note(i, all.has(i, Trait.SUBJECT_IS_PRODUCT) && all.has(i, Trait.AFTER_TROUBLE), Trait.PRODUCT_AFTER_TROUBLE);
        boolean heading = all.units().get(i).isHeading();
        all.note(i, heading && all.words(i) >= 5, Trait.LONG_HEADING);
        all.note(i, all.has(i, Trait.FIRST_BELOW_RELEASE) && heading, Trait.FIRST_HEADING_BELOW);
        all.note(i, all.has(i, Trait.FIRST_BELOW_RELEASE) && all.has(i, Trait.BOLD), Trait.FIRST_BOLD_BELOW);
        all.note(i, heading && all.evidence(i).names(), Trait.HEADING_WITH_PRODUCT);
        all.note(i, heading && (all.evidence(i).announces() || all.evidence(i).gain() > 0), Trait.HEADING_WITH_NEWS);
        BareParagraph told = all.evidence(i);
        all.note(i, all.units().get(i).isWords() && told.links() && all.words(i) <= Traits.LENGTHS[2], Trait.SHORT_WITH_LINK);
        all.note(i, all.units().get(i).isWords() && told.actsEarly(), Trait.ACTS_EARLY);
        all.note(i, prose && told.actsEarly() && told.isAboutProduct(), Trait.PRODUCT_TO_BE_HAD);
        all.note(i, (all.has(i, Trait.LEFT_0) || all.has(i, Trait.LEFT_1)) && all.has(i, Trait.LINKS), Trait.LAST_WITH_LINK);
    }
}
