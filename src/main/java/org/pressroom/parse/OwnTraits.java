package org.pressroom.parse;

import com.vladsch.flexmark.ast.Emphasis;
import com.vladsch.flexmark.ast.Heading;
import com.vladsch.flexmark.ast.StrongEmphasis;
import com.vladsch.flexmark.util.ast.Node;
import org.jspecify.annotations.Nullable;
import org.pressroom.parse.Unit.Shape;

import java.util.List;
import java.util.Locale;

/// Notes what can be seen of a block by itself: its form, length, dates, and what it speaks of.
final class OwnTraits {

    private static final int EARLY = 80;
    private static final List<String> REVISION = List.of("updated", "revised", "version", "draft", "created", "author", "owner", "status", "reviewer", "stand:", "更新", "作成");

    private final Traits all;

    OwnTraits(Traits all) {
        this.all = all;
    }

    void note() {
        for (int i = 0; i < all.units().size(); i++) {
            Unit unit = all.units().get(i);
            form(i, unit);
            words(i, unit.text().strip());
            dates(i, unit.text());
            told(i, all.evidence(i));
        }
    }

    private void form(int i, Unit unit) {
        all.add(i, switch (unit.shape()) {
            case TITLE -> Trait.TITLE;
            case HEADING -> Trait.HEADING;
            case PARAGRAPH -> Trait.PARAGRAPH;
            case LINE -> Trait.LINE;
            case RUN_IN -> Trait.RUN_IN;
            case LIST -> Trait.LIST;
            case QUOTE -> Trait.QUOTE;
            case TABLE -> Trait.TABLE;
            case CODE, OTHER -> Trait.CODE;
        });
        Unit.Piece piece = unit.piece();
        all.note(i, piece != null && piece.rest() != null, Trait.BEHIND_RUN_IN);
        Node node = unit.node();
        Node only = unit.shape() == Shape.PARAGRAPH && node != null ? onlyChild(node) : unit.shape() == Shape.LINE ? node : null;
        all.note(i, only instanceof StrongEmphasis || only instanceof Emphasis && only.getFirstChild() instanceof StrongEmphasis, Trait.BOLD);
        all.note(i, only instanceof Emphasis, Trait.ITALIC);
        if (unit.shape() == Shape.PARAGRAPH && node != null && piece == null) {
            all.note(i, only == null && node.getFirstChild() instanceof StrongEmphasis, Trait.STARTS_BOLD);
        }
        if (node instanceof Heading heading) {
            all.note(i, heading.getLevel() <= 2, Trait.HIGH_HEADING);
            all.note(i, heading.getLevel() >= 4, Trait.DEEP_HEADING);
        }
    }

    private static @Nullable Node onlyChild(Node node) {
        Node first = node.getFirstChild();
        return first != null && first.getNext() == null ? first : null;
    }

    private void words(int i, String text) {
        int words = all.words(i);
        int bucket = 0;
        while (bucket < Traits.LENGTHS.length && words > Traits.LENGTHS[bucket]) {
            bucket++;
        }
        all.add(i, Trait.ALL.get(Trait.WORDS_3.ordinal() + bucket));
        if (text.isEmpty()) {
            return;
        }
        all.note(i, all.units().get(i).lines().to() > all.units().get(i).lines().from() && text.indexOf(":\n") > 0, Trait.BEFORE_LIST);
        char last = text.charAt(text.length() - 1);
        all.note(i, ".。!！”\"」".indexOf(last) >= 0, Trait.ENDS_WITH_STOP);
        all.note(i, last == ':' || last == '：', Trait.ENDS_WITH_COLON);
        all.note(i, last == '?' || last == '？', Trait.ASKS);
        all.note(i, Character.isLetterOrDigit(last) || last == ')' || last == ']', Trait.ENDS_OPEN);
        boolean line = words <= Traits.LENGTHS[4];
        all.note(i, line && Words.firstSentence(text, Integer.MAX_VALUE).length() >= text.length(), Trait.ONE_SENTENCE);
        all.note(i, Quoted.isMark(text.charAt(0)), Trait.STARTS_QUOTED);
        all.note(i, words <= Traits.LENGTHS[3] && isInCapitals(text), Trait.IN_CAPITALS);
        int colon = text.indexOf(": ");
        all.note(i, line && (colon > 1 && colon < 40 || text.indexOf(" — ") > 1 || text.indexOf(" – ") > 1 || text.indexOf('：') > 1), Trait.COLON_INSIDE);
        all.note(i, colon > 1 && colon < 30, Trait.STARTS_WITH_COLON);
    }

    private static boolean isInCapitals(String text) {
        for (int i = 0; i < text.length(); i++) {
            if (text.charAt(i) >= 'a' && text.charAt(i) <= 'z') {
                return false;
            }
        }
        return text.equals(text.toUpperCase(Locale.ROOT)) && !text.equals(text.toLowerCase(Locale.ROOT));
    }

    private void dates(int i, String text) {
        boolean line = text.length() <= 2 * EARLY && DatelinePattern.isDateline(text);
        all.note(i, line, Trait.DATELINE_FORM);
        all.note(i, DatelinePattern.holdsDate(text.length() > EARLY ? text.substring(0, EARLY) : text), Trait.DATED_EARLY);
        all.note(i, !line && DatelinePattern.runIn(text) > 0, Trait.BEGINS_WITH_DATELINE);
        if (text.length() < 2 * EARLY) {
            String upper = text.toUpperCase(Locale.ROOT);
            Labels.Found label = all.label(i);
            all.note(i, upper.contains("FOR IMMEDIATE") || text.contains("RELEASE") || text.contains("EMBARGO")
                || label != null && label.label() == Label.RELEASE_NOTICE, Trait.NOTICE);
            all.note(i, holdsSlot(all.units().get(i)), Trait.SLOT);
            all.note(i, tellsRevision(text.toLowerCase(Locale.ROOT)), Trait.TELLS_REVISION);
        }
    }

    private static boolean tellsRevision(String lower) {
        for (String word : REVISION) {
            if (lower.contains(word)) {
                return true;
            }
        }
        return false;
    }

    /// `[Date]`, which markdown takes for a link's name and shows without brackets.
    private boolean holdsSlot(Unit unit) {
        int start = all.source().lines().startOf(unit.lines().from());
        int end = all.source().lines().endOf(unit.lines().from());
        int open = all.source().text().indexOf('[', start);
        int close = open < 0 || open >= end ? -1 : all.source().text().indexOf(']', open);
        return close > 0 && close < end && (close + 1 == end || all.source().text().charAt(close + 1) != '(');
    }

    private void told(int i, BareParagraph told) {
        all.note(i, told.hasNumber(), Trait.NUMBER);
        all.note(i, told.links(), Trait.LINKS);
        all.note(i, told.announces(), Trait.ANNOUNCES);
        all.note(i, told.launches(), Trait.LAUNCHES);
        all.note(i, told.trouble() >= 1, Trait.TROUBLE);
        all.note(i, told.trouble() >= 2, Trait.MUCH_TROUBLE);
        all.note(i, told.trouble() >= 4, Trait.GREAT_TROUBLE);
        all.note(i, told.speaksOfNow(), Trait.NOW);
        all.note(i, told.contrasts(), Trait.CONTRAST);
        all.note(i, told.gain() >= 1, Trait.GAIN);
        all.note(i, told.gain() >= 3, Trait.MUCH_GAIN);
        all.note(i, told.gain() > told.trouble(), Trait.MORE_GAIN);
        all.note(i, told.trouble() > told.gain(), Trait.MORE_TROUBLE);
        all.note(i, told.action() >= 1, Trait.ACTION);
        all.note(i, told.action() >= 2, Trait.MUCH_ACTION);
        all.note(i, told.actsFirst(), Trait.ACTS_FIRST);
        all.note(i, told.mentionsProduct(), Trait.MADE_THING);
        all.note(i, told.says(), Trait.SAYS);
        all.note(i, told.isAboutProduct(), Trait.SUBJECT_IS_PRODUCT);
        all.note(i, told.namesEarly(), Trait.NAMES_PRODUCT_EARLY);
        all.note(i, told.names() && !told.namesEarly(), Trait.NAMES_PRODUCT_LATER);
        all.note(i, !told.names(), Trait.NAMES_NO_PRODUCT);
        all.note(i, told.opensWithProduct(), Trait.PRODUCT_FIRST);
        all.note(i, told.describesProduct(), Trait.DESCRIBES);
        all.note(i, told.isMostlySpeech(), Trait.MOSTLY_SPEECH);
        all.note(i, told.isPartlySpeech(), Trait.PARTLY_SPEECH);
        all.note(i, told.quotation(), Trait.QUOTATION);
        all.note(i, told.beginsWithMany() && !told.isAboutProduct(), Trait.SUBJECT_IS_MANY);
        all.note(i, told.has(Cues.Kind.WE), Trait.SAYS_WE);
        all.note(i, told.has(Cues.Kind.YOU), Trait.SAYS_YOU);
        all.note(i, told.has(Cues.Kind.I), Trait.SAYS_I);
        all.note(i, told.count(Cues.Kind.NO) >= 1, Trait.SAYS_NO);
        all.note(i, told.count(Cues.Kind.NO) >= 3, Trait.SAYS_NO_OFTEN);
        all.note(i, told.has(Cues.Kind.INSTEAD), Trait.SAYS_INSTEAD);
        all.note(i, told.has(Cues.Kind.USED), Trait.SAYS_USED);
        all.note(i, told.beginsWithPast(), Trait.STARTS_WITH_PAST);
    }
}
