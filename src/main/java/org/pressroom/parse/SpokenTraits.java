package org.pressroom.parse;

import org.jspecify.annotations.Nullable;
import org.pressroom.parse.Unit.Shape;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/// Notes of quotations who speaks, and as what. Quotations of one speaker share what is known of the speaker: the office is
/// named once, and behind that only "she" or a surname.
final class SpokenTraits {

    private static final List<String> BUILT = List.of("who built", "built by", "who created", "creator of", "maintainer", "author of", "founder", "作者", "開発者");
    private static final List<String> NAME_ENDS = List.of(",", "(", "（", " of ", " at ", " from ", " who ", " in ", " - ", " — ");
    private static final Set<String> PRONOUNS = Set.of("he", "she", "they", "it", "er", "sie", "il", "elle", "él", "ella", "ele", "ela");
    private static final int SHORTEST = 3;
    /// So many speakers are compared with each other.
    private static final int MOST = 40;
    private static final List<Trait> OF_SPEAKER = List.of(Trait.SPEAKER_LEADS, Trait.SPEAKER_USES, Trait.SPEAKER_OURS, Trait.SPEAKER_OTHERS, Trait.SPEAKER_BUILT, Trait.SPEAKER_ANYBODY);

    private final Traits all;
    private final Quotations quotations;
    /// Blocks in which somebody speaks, with the speaker's number.
    private final List<Integer> spoken = new ArrayList<>();
    private final List<Integer> speakers = new ArrayList<>();
    /// By a speaker's number, the words of the name.
    private final List<Set<String>> names = new ArrayList<>();

    SpokenTraits(Traits all, Quotations quotations) {
        this.all = all;
        this.quotations = quotations;
    }

    void note() {
        int first = -1;
        int last = -1;
        for (int i = 0; i < all.units().size(); i++) {
            BareParagraph told = all.evidence(i);
            boolean speaks = told.quotation() || told.isPartlySpeech() || told.quotesInside() || all.units().get(i).shape() == Shape.QUOTE
                || all.has(i, Trait.UNDER_QUOTE) || all.has(i, Trait.LABELLED_QUOTE);
            if (!speaks) {
                continue;
            }
            speaker(i, told.said());
            if (told.quotation()) {
                all.note(i, first < 0, Trait.FIRST_QUOTATION);
                all.note(i, first >= 0, Trait.LATER_QUOTATION);
                first = first < 0 ? i : first;
                last = i;
            }
        }
        if (first >= 0 && first == last) {
            all.add(first, Trait.ONLY_QUOTATION);
        } else if (last >= 0) {
            all.add(last, Trait.LAST_QUOTATION);
        }
        share();
        others();
    }

    private void speaker(int i, Quotations.Said said) {
        Quotations.Traits side = quotations.of(said);
        String speaker = said.speaker();
        all.note(i, Speakers.isNamed(speaker), Trait.NAMED_SPEAKER);
        all.note(i, speaker == null, Trait.SPEAKER_UNKNOWN);
        all.note(i, speaker != null && Quotations.isAnybody(speaker), Trait.SPEAKER_ANYBODY);
        all.note(i, side.leads(), Trait.SPEAKER_LEADS);
        all.note(i, side.uses(), Trait.SPEAKER_USES);
        all.note(i, side.speaksAsLeader(), Trait.SPEAKS_AS_LEADER);
        all.note(i, side.speaksAsCustomer(), Trait.SPEAKS_AS_CUSTOMER);
        all.note(i, side.belonging() > 0, Trait.SPEAKER_OURS);
        all.note(i, side.belonging() < 0, Trait.SPEAKER_OTHERS);
        all.note(i, isBuilder(said.around().toLowerCase(Locale.ROOT)), Trait.SPEAKER_BUILT);
        int known = number(speaker);
        all.note(i, speakers.contains(known), Trait.SPEAKER_AGAIN);
        spoken.add(i);
        speakers.add(known);
    }

    private static boolean isBuilder(String around) {
        for (String word : BUILT) {
            if (around.contains(word)) {
                return true;
            }
        }
        return false;
    }

    /// The number of a speaker who was quoted before, or a new one.
    private int number(@Nullable String speaker) {
        Set<String> own = speaker == null ? Set.of() : name(speaker);
        if (own.size() == 1 && PRONOUNS.contains(own.iterator().next()) && !speakers.isEmpty()) {
            return speakers.getLast();
        }
        for (int k = 0; k < Math.min(names.size(), MOST); k++) {
            for (String word : own) {
                if (names.get(k).contains(word)) {
                    return k;
                }
            }
        }
        names.add(own);
        return names.size() - 1;
    }

    /// The words by which a speaker is called again: of `Tess Marlow, head of lettings` the first two.
    private static Set<String> name(String speaker) {
        String name = speaker;
        for (String end : NAME_ENDS) {
            int at = name.indexOf(end);
            name = at > 0 ? name.substring(0, at) : name;
        }
        Set<String> words = new HashSet<>();
        for (String word : ProductName.words(name)) {
            String small = word.toLowerCase(Locale.ROOT);
            if (word.length() >= SHORTEST && !small.equals("the") && !small.endsWith("'s") && !small.endsWith("’s") || Words.isWide(word.codePointAt(0)) || PRONOUNS.contains(small)) {
                words.add(small);
            }
        }
        return words;
    }

    private void share() {
        for (Trait trait : OF_SPEAKER) {
            boolean[] has = new boolean[names.size()];
            for (int k = 0; k < spoken.size(); k++) {
                has[speakers.get(k)] |= all.has(spoken.get(k), trait);
            }
            for (int k = 0; k < spoken.size(); k++) {
                all.note(spoken.get(k), has[speakers.get(k)], trait);
            }
        }
    }

    /// Whether somebody else who is quoted leads or uses.
    private void others() {
        int[] leads = {-1, -1};
        int[] uses = {-1, -1};
        for (int k = 0; k < spoken.size(); k++) {
            int i = spoken.get(k);
            if (all.has(i, Trait.SPEAKER_LEADS) || all.has(i, Trait.SPEAKER_BUILT)) {
                remember(leads, speakers.get(k));
            } else if (all.has(i, Trait.SPEAKER_USES) || all.has(i, Trait.SPEAKER_ANYBODY)) {
                remember(uses, speakers.get(k));
            }
        }
        for (int k = 0; k < spoken.size(); k++) {
            all.note(spoken.get(k), isAnother(leads, speakers.get(k)), Trait.ANOTHER_LEADS);
            all.note(spoken.get(k), isAnother(uses, speakers.get(k)), Trait.ANOTHER_USES);
        }
    }

    private static void remember(int[] two, int speaker) {
        if (two[0] < 0) {
            two[0] = speaker;
        } else if (two[0] != speaker) {
            two[1] = speaker;
        }
    }

    private static boolean isAnother(int[] two, int speaker) {
        return two[1] >= 0 || two[0] >= 0 && two[0] != speaker;
    }
}
