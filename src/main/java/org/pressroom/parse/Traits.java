package org.pressroom.parse;

import com.vladsch.flexmark.ast.Emphasis;
import com.vladsch.flexmark.ast.Heading;
import com.vladsch.flexmark.ast.StrongEmphasis;
import com.vladsch.flexmark.ast.ThematicBreak;
import com.vladsch.flexmark.util.ast.Node;
import org.jspecify.annotations.Nullable;
import org.pressroom.model.BlockKind;
import org.pressroom.parse.Section.Region;
import org.pressroom.parse.Unit.Shape;
import org.pressroom.source.SourceText;

import java.util.Arrays;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/// Looks at the blocks of a release and notes the [traits][Trait] of each: by itself, by its place, by its neighbours. Two passes, linear in the text.
final class Traits {

    private static final int LINE_WORDS = 15;
    private static final int PROSE_WORDS = 15;
    private static final int EARLY = 80;
    private static final int[] LENGTHS = {3, 8, 15, 25, 40, 70, 120};
    private static final List<String> BUILT = List.of("who built", "built by", "who created", "creator of", "maintainer", "author of", "founder", "作者", "開発者");
    private static final List<String> REVISION = List.of("updated", "revised", "version", "draft", "created", "author", "owner", "status", "reviewer", "stand:", "更新", "作成");

    private final SourceText source;
    private final Weighing weighing;
    private final List<Unit> units;
    private final BareParagraph[] evidence;
    private final ProductName product;
    private final Quotations quotations;
    private final EnumSet<Trait>[] found;

    /// What of the document as a whole is known.
    ///
    /// @param releaseNamed whether a heading names the press release
    /// @param genre        whether the title says what kind of document it is
    record Weighing(boolean releaseNamed, boolean genre) { }

    @SuppressWarnings("unchecked")
    private Traits(SourceText source, List<Unit> units, Weighing weighing, Cues cues, ProductName product) {
        this.source = source;
        this.units = units;
        this.weighing = weighing;
        this.product = product;
        this.quotations = new Quotations(cues, product);
        this.evidence = new BareParagraph[units.size()];
        this.found = new EnumSet[units.size()];
        for (int i = 0; i < units.size(); i++) {
            Unit unit = units.get(i);
            evidence[i] = new BareParagraph(unit.shape() == Shape.PARAGRAPH || unit.shape() == Shape.LINE ? null : unit.node(), unit.lines(), unit.text(), cues, product);
            found[i] = EnumSet.noneOf(Trait.class);
        }
    }

    /// The traits of each unit, ascending.
    static int[][] of(SourceText source, List<Unit> units, Weighing weighing, Cues cues, ProductName product) {
        Traits traits = new Traits(source, units, weighing, cues, product);
        for (int i = 0; i < units.size(); i++) {
            traits.byItself(i);
        }
        traits.headings();
        traits.places();
        traits.quoted();
        traits.comparisons();
        for (int i = 0; i < units.size(); i++) {
            traits.neighbours(i);
            traits.together(i);
        }
        int[][] all = new int[units.size()][];
        for (int i = 0; i < all.length; i++) {
            all[i] = traits.found[i].stream().mapToInt(Trait::ordinal).toArray();
        }
        return all;
    }

    private void note(int i, boolean is, Trait trait) {
        if (is) {
            found[i].add(trait);
        }
    }

    private boolean has(int i, Trait trait) {
        return i >= 0 && i < found.length && found[i].contains(trait);
    }

    // ---- by itself

    private void byItself(int i) {
        Unit unit = units.get(i);
        form(i, unit);
        words(i, unit.text().strip());
        dates(i, unit.text());
        told(i, evidence[i]);
    }

    private void form(int i, Unit unit) {
        found[i].add(switch (unit.shape()) {
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
        note(i, piece != null && piece.rest() != null, Trait.BEHIND_RUN_IN);
        Node node = unit.node();
        Node only = unit.shape() == Shape.PARAGRAPH && node != null ? onlyChild(node) : unit.shape() == Shape.LINE ? node : null;
        note(i, only instanceof StrongEmphasis || only instanceof Emphasis && only.getFirstChild() instanceof StrongEmphasis, Trait.BOLD);
        note(i, only instanceof Emphasis, Trait.ITALIC);
        if (unit.shape() == Shape.PARAGRAPH && node != null && piece == null) {
            note(i, only == null && node.getFirstChild() instanceof StrongEmphasis, Trait.STARTS_BOLD);
        }
        if (node instanceof Heading heading) {
            note(i, heading.getLevel() <= 2, Trait.HIGH_HEADING);
            note(i, heading.getLevel() >= 4, Trait.DEEP_HEADING);
        }
    }

    private static @Nullable Node onlyChild(Node node) {
        Node first = node.getFirstChild();
        return first != null && first.getNext() == null ? first : null;
    }

    private void words(int i, String text) {
        int words = Words.count(text);
        int bucket = 0;
        while (bucket < LENGTHS.length && words > LENGTHS[bucket]) {
            bucket++;
        }
        found[i].add(Trait.ALL.get(Trait.WORDS_3.ordinal() + bucket));
        if (text.isEmpty()) {
            return;
        }
        note(i, units.get(i).lines().to() > units.get(i).lines().from() && text.indexOf(":\n") > 0, Trait.BEFORE_LIST);
        char last = text.charAt(text.length() - 1);
        note(i, ".。!！”\"」".indexOf(last) >= 0, Trait.ENDS_WITH_STOP);
        note(i, last == ':' || last == '：', Trait.ENDS_WITH_COLON);
        note(i, last == '?' || last == '？', Trait.ASKS);
        note(i, Character.isLetterOrDigit(last) || last == ')' || last == ']', Trait.ENDS_OPEN);
        boolean line = words <= LENGTHS[4];
        note(i, line && Words.firstSentence(text, Integer.MAX_VALUE).length() >= text.length(), Trait.ONE_SENTENCE);
        note(i, Quoted.isMark(text.charAt(0)), Trait.STARTS_QUOTED);
        note(i, words <= LENGTHS[3] && text.equals(text.toUpperCase(Locale.ROOT)) && !text.equals(text.toLowerCase(Locale.ROOT)), Trait.IN_CAPITALS);
        int colon = text.indexOf(": ");
        note(i, line && (colon > 1 && colon < 40 || text.indexOf(" — ") > 1 || text.indexOf(" – ") > 1 || text.indexOf('：') > 1), Trait.COLON_INSIDE);
        note(i, colon > 1 && colon < 30, Trait.STARTS_WITH_COLON);
    }

    private void dates(int i, String text) {
        boolean line = text.length() <= 2 * EARLY && DatelinePattern.isDateline(text);
        note(i, line, Trait.DATELINE_FORM);
        note(i, DatelinePattern.dateIn(text.length() > EARLY ? text.substring(0, EARLY) : text) != null, Trait.DATED_EARLY);
        note(i, !line && DatelinePattern.runIn(text) > 0, Trait.BEGINS_WITH_DATELINE);
        String head = text.length() > 2 * EARLY ? text.substring(0, 2 * EARLY) : text;
        String upper = head.toUpperCase(Locale.ROOT);
        note(i, text.length() < 2 * EARLY && (upper.contains("FOR IMMEDIATE") || head.contains("RELEASE") || head.contains("EMBARGO")
            || Labels.of(text).filter(l -> l == Label.RELEASE_NOTICE).isPresent()), Trait.NOTICE);
        note(i, text.length() < 2 * EARLY && holdsSlot(units.get(i)), Trait.SLOT);
        String lower = head.toLowerCase(Locale.ROOT);
        note(i, text.length() < 2 * EARLY && REVISION.stream().anyMatch(lower::contains), Trait.TELLS_REVISION);
    }

    /// `[Date]`, which markdown takes for a link's name and shows without brackets.
    private boolean holdsSlot(Unit unit) {
        int start = source.lines().startOf(unit.lines().from());
        int end = source.lines().endOf(unit.lines().from());
        int open = source.text().indexOf('[', start);
        int close = open < 0 || open >= end ? -1 : source.text().indexOf(']', open);
        return close > 0 && close < end && (close + 1 == end || source.text().charAt(close + 1) != '(');
    }

    private void told(int i, BareParagraph told) {
        note(i, told.hasNumber(), Trait.NUMBER);
        note(i, told.links(), Trait.LINKS);
        note(i, told.announces(), Trait.ANNOUNCES);
        note(i, told.launches(), Trait.LAUNCHES);
        note(i, told.trouble() >= 1, Trait.TROUBLE);
        note(i, told.trouble() >= 2, Trait.MUCH_TROUBLE);
        note(i, told.trouble() >= 4, Trait.GREAT_TROUBLE);
        note(i, told.speaksOfNow(), Trait.NOW);
        note(i, told.contrasts(), Trait.CONTRAST);
        note(i, told.gain() >= 1, Trait.GAIN);
        note(i, told.gain() >= 3, Trait.MUCH_GAIN);
        note(i, told.gain() > told.trouble(), Trait.MORE_GAIN);
        note(i, told.trouble() > told.gain(), Trait.MORE_TROUBLE);
        note(i, told.action() >= 1, Trait.ACTION);
        note(i, told.action() >= 2, Trait.MUCH_ACTION);
        note(i, told.actsFirst(), Trait.ACTS_FIRST);
        note(i, told.mentionsProduct(), Trait.MADE_THING);
        note(i, told.says(), Trait.SAYS);
        note(i, told.isAboutProduct(), Trait.SUBJECT_IS_PRODUCT);
        note(i, told.namesEarly(), Trait.NAMES_PRODUCT_EARLY);
        note(i, told.names() && !told.namesEarly(), Trait.NAMES_PRODUCT_LATER);
        note(i, !told.names(), Trait.NAMES_NO_PRODUCT);
        note(i, told.opensWithProduct(), Trait.PRODUCT_FIRST);
        note(i, told.describesProduct(), Trait.DESCRIBES);
        note(i, told.isMostlySpeech(), Trait.MOSTLY_SPEECH);
        note(i, told.isPartlySpeech(), Trait.PARTLY_SPEECH);
        note(i, told.quotation(), Trait.QUOTATION);
        note(i, told.beginsWithMany() && !told.isAboutProduct(), Trait.SUBJECT_IS_MANY);
        note(i, told.has(Cues.Kind.WE), Trait.SAYS_WE);
        note(i, told.has(Cues.Kind.YOU), Trait.SAYS_YOU);
        note(i, told.has(Cues.Kind.I), Trait.SAYS_I);
        note(i, told.count(Cues.Kind.NO) >= 1, Trait.SAYS_NO);
        note(i, told.count(Cues.Kind.NO) >= 3, Trait.SAYS_NO_OFTEN);
        note(i, told.has(Cues.Kind.INSTEAD), Trait.SAYS_INSTEAD);
        note(i, told.has(Cues.Kind.USED), Trait.SAYS_USED);
        note(i, told.beginsWithPast(), Trait.STARTS_WITH_PAST);
    }

    // ---- labels and headings

    private void headings() {
        Set<Role> labelled = EnumSet.noneOf(Role.class);
        int last = -1;
        @Nullable Label above = null;
        for (int i = 0; i < units.size(); i++) {
            Unit unit = units.get(i);
            Section section = unit.section();
            if (unit.isHeading()) {
                last = i;
                above = section != null && section.label != null ? section.label : section != null && section.kind == BlockKind.DATELINE ? Label.DATELINE
                    : named(unit.text());
                Trait names = above == null ? null : trait("NAMES_", above);
                if (names != null) {
                    found[i].add(names);
                }
            } else if (section != null && unit.body() < 0) {
                Label own = section.label != null ? section.label : labelOf(section.kind);
                Trait names = own == null ? null : trait("LABELLED_", own);
                if (names != null) {
                    found[i].add(names);
                }
                above = null;
            } else {
                boolean left = section != null && section.kind == BlockKind.PROSE && section.body.getFirst() == unit.node() && last < i - 1 && above != null && above.isPart();
                above = left ? null : above;
                Trait own = unit.isWords() && unit.text().length() < EARLY ? ofLine(unit.text()) : null;
                if (own != null) {
                    found[i].add(own);
                }
                boolean speaks = above != null && above.isPart() && evidence[i].quotation() && above != Label.QUOTE && above != Label.CUSTOMER_QUOTE && above != Label.LEADER_QUOTE;
                Trait under = above == null || speaks ? null : trait("UNDER_", above);
                found[i].add(under == null ? Trait.UNDER_OTHER_HEADING : under);
            }
            Role role = section == null || section.label == null && section.carrier == null ? null : section.label == Label.QUOTE ? null : Role.of(section.kind);
            if (role != null) {
                labelled.add(role);
            }
        }
        for (Role role : labelled) {
            Trait elsewhere = Trait.valueOf("ELSEWHERE_" + role.name());
            Trait under = Trait.valueOf("UNDER_" + role.name());
            Trait own = Trait.valueOf("LABELLED_" + role.name());
            for (int i = 0; i < units.size(); i++) {
                note(i, !has(i, under) && !has(i, own), elsewhere);
            }
        }
    }

    /// What a heading names that the walk over the document took for nothing: "Introducing Keybox" may be a headline.
    private static @Nullable Label named(String heading) {
        Labels.Found found = Labels.find(heading);
        return found == null || found.wild() && found.label().isPart() ? null : found.label();
    }

    /// What a line is called by its own first words, when that is no part of a release's body.
    private static @Nullable Trait ofLine(String text) {
        return Labels.of(text).filter(l -> l == Label.HEADLINE || l == Label.SUBHEADING || l == Label.DATELINE || l == Label.BOILERPLATE || l == Label.OPENING)
            .map(l -> trait("LABELLED_", l)).orElse(null);
    }

    private static @Nullable Label labelOf(BlockKind kind) {
        return switch (kind) {
            case HEADLINE -> Label.HEADLINE;
            case SUBHEADING -> Label.SUBHEADING;
            case DATELINE -> Label.DATELINE;
            default -> null;
        };
    }

    private static final Map<Label, Trait> NAMES = byLabel("NAMES_");
    private static final Map<Label, Trait> UNDER = byLabel("UNDER_");
    private static final Map<Label, Trait> LABELLED = byLabel("LABELLED_");

    private static @Nullable Trait trait(String family, Label label) {
        return (family.equals("NAMES_") ? NAMES : family.equals("UNDER_") ? UNDER : LABELLED).get(label);
    }

    private static Map<Label, Trait> byLabel(String family) {
        Map<Label, Trait> traits = new EnumMap<>(Label.class);
        for (Label label : Label.values()) {
            Trait.ALL.stream().filter(t -> t.name().equals(family + label.name())).findFirst().ifPresent(t -> traits.put(label, t));
        }
        return traits;
    }

    // ---- place

    private boolean isProse(int i) {
        Unit unit = units.get(i);
        return unit.isWords() && !has(i, Trait.BOLD) && Words.count(unit.text()) >= PROSE_WORDS && !has(i, Trait.DATELINE_FORM)
            && !(has(i, Trait.ITALIC) && Words.count(unit.text()) < LENGTHS[4]);
    }

    private void places() {
        int heading = -1;
        for (int i = 0; i < units.size(); i++) {
            heading = heading < 0 && (has(i, Trait.NAMES_PRESS_RELEASE) || units.get(i).shape() != Shape.TITLE && has(i, Trait.NAMES_PRFAQ)) ? i : heading;
        }
        boolean named = weighing.releaseNamed() && heading >= 0;
        int prose = 0;
        boolean between = false;
        boolean outside = false;
        boolean lines = false;
        for (int i = 0; i < units.size(); i++) {
            Unit unit = units.get(i);
            Section section = unit.section();
            Region region = section == null ? Region.FRONT : section.region;
            note(i, region == Region.FRONT, Trait.FRONT);
            note(i, region == Region.PRESS_RELEASE, Trait.IN_RELEASE);
            note(i, region == Region.OTHER, Trait.OUTSIDE);
            note(i, named && i < heading, Trait.ABOVE_RELEASE);
            boolean below = i > 0 && (has(i - 1, Trait.NAMES_PRESS_RELEASE) || i - 1 == heading);
            note(i, named && below, Trait.BELOW_RELEASE_HEADING);
            note(i, !named, Trait.NO_RELEASE_HEADING);
            note(i, weighing.genre(), Trait.GENRE_TITLE);
            note(i, i > 0 && units.get(i - 1).shape() == Shape.TITLE, Trait.BELOW_TITLE);
            note(i, section != null && section.aside, Trait.ASIDE);
            if (named && has(i, Trait.NAMES_PRESS_RELEASE)) {
                prose = 0;
                between = false;
                lines = false;
                outside = false;
            }
            boolean candidate = named ? i > heading && !has(i, Trait.NAMES_PRESS_RELEASE) : weighing.genre() && unit.shape() != Shape.TITLE;
            note(i, candidate && !lines && !has(i, Trait.NOTICE) && !has(i, Trait.DATELINE_FORM) && !has(i, Trait.TELLS_REVISION)
                && !has(i, Trait.LABELLED_DATELINE) && !hasName(i) && unit.shape() != Shape.RUN_IN, Trait.FIRST_BELOW_RELEASE);
            lines |= has(i, Trait.FIRST_BELOW_RELEASE);
            note(i, prose == 0, Trait.NO_PROSE_YET);
            outside |= region == Region.OTHER;
            note(i, between, Trait.AFTER_OTHER_HEADING);
            between |= prose > 0 && unit.isHeading() && !hasName(i);
            if (isProse(i)) {
                found[i].add(Trait.ALL.get(Trait.PARAGRAPH_1.ordinal() + Math.min(prose, 5)));
                prose++;
            }
        }
        for (int i = 0; i < units.size(); i++) {
            note(i, isProse(i) && prose <= 3, prose == 1 ? Trait.ONE_PARAGRAPH : prose == 2 ? Trait.TWO_PARAGRAPHS : Trait.THREE_PARAGRAPHS);
        }
        int left = 0;
        int behind = 0;
        for (int i = units.size() - 1; i >= 0; i--) {
            Section section = units.get(i).section();
            if (section != null && section.region != Region.OTHER && !section.aside && behind == 0) {
                behind = 1;
            }
            if (isProse(i) || units.get(i).shape() == Shape.QUOTE) {
                if (section != null && section.region != Region.OTHER && !section.aside) {
                    found[i].add(Trait.ALL.get(Trait.LEFT_0.ordinal() + Math.min(left, 4)));
                    left++;
                }
            }
        }
    }

    private boolean hasName(int i) {
        for (Trait trait : NAMES.values()) {
            if (has(i, trait)) {
                return true;
            }
        }
        return false;
    }

    // ---- quotations

    private void quoted() {
        int first = -1;
        int last = -1;
        for (int i = 0; i < units.size(); i++) {
            BareParagraph told = evidence[i];
            if (!told.quotation() && !told.isPartlySpeech() && !told.quotesInside() && units.get(i).shape() != Shape.QUOTE && !has(i, Trait.UNDER_QUOTE) && !has(i, Trait.LABELLED_QUOTE)) {
                continue;
            }
            Quotations.Traits side = quotations.of(told.said());
            note(i, Speakers.isNamed(told.speaker()), Trait.NAMED_SPEAKER);
            note(i, side.leads(), Trait.SPEAKER_LEADS);
            note(i, side.uses(), Trait.SPEAKER_USES);
            note(i, side.speaksAsLeader(), Trait.SPEAKS_AS_LEADER);
            note(i, side.speaksAsCustomer(), Trait.SPEAKS_AS_CUSTOMER);
            note(i, side.belonging() > 0, Trait.SPEAKER_OURS);
            note(i, side.belonging() < 0, Trait.SPEAKER_OTHERS);
            String around = told.said().around().toLowerCase(Locale.ROOT);
            note(i, BUILT.stream().anyMatch(around::contains), Trait.SPEAKER_BUILT);
            if (told.quotation()) {
                note(i, first < 0, Trait.FIRST_QUOTATION);
                note(i, first >= 0, Trait.LATER_QUOTATION);
                first = first < 0 ? i : first;
                last = i;
            }
        }
        if (first >= 0 && first == last) {
            found[first].add(Trait.ONLY_QUOTATION);
        } else if (last >= 0) {
            found[last].add(Trait.LAST_QUOTATION);
        }
    }

    // ---- beside the others

    private void comparisons() {
        int described = units.size();
        int[] most = {-1, -1, -1};
        int[] score = {1, 1, 0};
        for (int i = 0; i < units.size(); i++) {
            BareParagraph told = evidence[i];
            if (!isProse(i) || told.quotation() || has(i, Trait.ABOVE_RELEASE) || has(i, Trait.OUTSIDE)) {
                continue;
            }
            if (described == units.size() && !told.announces() && told.describesProduct()) {
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
                found[most[k]].add(traits[k]);
            }
        }
        if (described < units.size()) {
            found[described].add(Trait.FIRST_DESCRIPTION);
            for (int i = 0; i < described; i++) {
                note(i, isProse(i), Trait.BEFORE_DESCRIPTION);
            }
        }
    }

    private void neighbours(int i) {
        int next = i + 1;
        note(i, next == units.size(), Trait.BEFORE_NOTHING);
        if (next < units.size()) {
            Unit unit = units.get(next);
            note(i, has(next, Trait.DATELINE_FORM) || has(next, Trait.BEGINS_WITH_DATELINE) || unit.shape() == Shape.RUN_IN, Trait.BEFORE_DATELINE);
            note(i, has(next, Trait.QUOTATION) || unit.shape() == Shape.QUOTE, Trait.BEFORE_QUOTATION);
            note(i, unit.shape() == Shape.LIST, Trait.BEFORE_LIST);
            note(i, unit.isHeading(), Trait.BEFORE_HEADING);
            note(i, unit.isWords() && evidence[next].isAboutProduct(), Trait.BEFORE_PRODUCT);
            note(i, unit.isWords() && evidence[next].trouble() >= 2, Trait.BEFORE_TROUBLE);
            note(i, evidence[next].announces(), Trait.BEFORE_NEWS);
            note(i, has(next, Trait.BOLD), Trait.BEFORE_BOLD);
            note(i, has(next, Trait.ITALIC), Trait.BEFORE_ITALIC);
            note(i, isProse(next), Trait.BEFORE_PROSE);
        }
        Unit own = units.get(i);
        note(i, own.isWords() && Words.count(own.text()) <= LENGTHS[2] && has(i, Trait.ENDS_OPEN) && next < units.size() && isProse(next), Trait.SHORT_LABEL);
        note(i, i >= 2 && isProse(i) && isProse(i - 1) && evidence[i - 2].announces(), Trait.SECOND_AFTER_NEWS);
        boolean told = false;
        for (int k = Math.max(0, i - 6); k < i; k++) {
            told |= units.get(k).isWords() && evidence[k].trouble() >= 2 && evidence[k].trouble() > evidence[k].gain();
        }
        note(i, told, Trait.TROUBLE_TOLD);
        Node node = own.node();
        note(i, node != null && node.getPrevious() instanceof ThematicBreak, Trait.AFTER_RULE);
        int before = i - 1;
        if (before >= 0) {
            Unit unit = units.get(before);
            note(i, has(before, Trait.DATELINE_FORM) || unit.shape() == Shape.RUN_IN, Trait.AFTER_DATELINE);
            note(i, unit.isWords() && evidence[before].announces(), Trait.AFTER_NEWS);
            note(i, unit.isWords() && evidence[before].trouble() >= 2, Trait.AFTER_TROUBLE);
            note(i, unit.isWords() && evidence[before].isAboutProduct(), Trait.AFTER_PRODUCT);
            note(i, unit.isHeading(), Trait.AFTER_HEADING);
            note(i, has(before, Trait.QUOTATION) || unit.shape() == Shape.QUOTE, Trait.AFTER_QUOTATION);
            note(i, has(before, Trait.ENDS_WITH_COLON), Trait.AFTER_COLON);
            note(i, unit.shape() == Shape.LIST, Trait.AFTER_LIST);
            note(i, (unit.isHeading() || has(before, Trait.BOLD)) && Words.count(unit.text()) >= 5
                || has(before, Trait.FIRST_BELOW_RELEASE) && !isProse(before) && Words.count(unit.text()) >= 3, Trait.AFTER_TITLE_LINE);
        }
    }

    private void together(int i) {
        boolean prose = isProse(i);
        boolean unnamed = has(i, Trait.NAMES_NO_PRODUCT) && !has(i, Trait.SUBJECT_IS_PRODUCT);
        note(i, prose && unnamed && has(i, Trait.TROUBLE), Trait.TROUBLE_WITHOUT_PRODUCT);
        note(i, prose && unnamed && (has(i, Trait.PARAGRAPH_1) || has(i, Trait.PARAGRAPH_2) || has(i, Trait.PARAGRAPH_3)), Trait.EARLY_WITHOUT_PRODUCT);
        note(i, has(i, Trait.PARAGRAPH_1) && has(i, Trait.ANNOUNCES), Trait.NEWS_AND_FIRST);
        note(i, has(i, Trait.SUBJECT_IS_PRODUCT) && has(i, Trait.AFTER_TROUBLE), Trait.PRODUCT_AFTER_TROUBLE);
        boolean heading = units.get(i).isHeading();
        note(i, heading && Words.count(units.get(i).text()) >= 5, Trait.LONG_HEADING);
        note(i, has(i, Trait.FIRST_BELOW_RELEASE) && heading, Trait.FIRST_HEADING_BELOW);
        note(i, has(i, Trait.FIRST_BELOW_RELEASE) && has(i, Trait.BOLD), Trait.FIRST_BOLD_BELOW);
        note(i, heading && evidence[i].names(), Trait.HEADING_WITH_PRODUCT);
        note(i, heading && (evidence[i].announces() || evidence[i].gain() > 0), Trait.HEADING_WITH_NEWS);
        note(i, (has(i, Trait.LEFT_0) || has(i, Trait.LEFT_1)) && has(i, Trait.LINKS), Trait.LAST_WITH_LINK);
    }

    /// What was seen of a unit, besides its traits.
    static String tell(int[] traits) {
        return Arrays.stream(traits).mapToObj(Trait.ALL::get).map(Trait::label).toList().toString();
    }
}
