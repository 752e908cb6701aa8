package org.pressroom.parse;

import org.jspecify.annotations.Nullable;
import org.pressroom.model.BlockKind;
import org.pressroom.parse.Section.Region;
import org.pressroom.parse.Unit.Shape;

import java.util.EnumMap;
import java.util.EnumSet;
import java.util.Map;
import java.util.Set;

/// Notes under which heading or label a block stands, and where in the release.
final class PlacedTraits {

    private static final int EARLY = 80;

    private final Traits all;

    PlacedTraits(Traits all) {
        this.all = all;
    }

    void note() {
        headings();
        places();
    }

    // ---- labels and headings

    private void headings() {
        Set<Role> labelled = EnumSet.noneOf(Role.class);
        int last = -1;
        @Nullable Label above = null;
        for (int i = 0; i < all.units().size(); i++) {
            Unit unit = all.units().get(i);
            Section section = unit.section();
            if (unit.isHeading()) {
                last = i;
                above = section != null && section.label != null ? section.label : section != null && section.kind == BlockKind.DATELINE ? Label.DATELINE
                    : named(all.label(i));
                Trait names = above == null ? null : NAMES.get(above);
                if (names != null) {
                    all.add(i, names);
                }
            } else if (section != null && unit.body() < 0) {
                Label own = section.label != null ? section.label : labelOf(section.kind);
                Trait names = own == null ? null : LABELLED.get(own);
                if (names != null) {
                    all.add(i, names);
                }
                above = null;
            } else {
                boolean left = section != null && section.kind == BlockKind.PROSE && section.body.getFirst() == unit.node() && last < i - 1 && above != null && above.isPart();
                above = left ? null : above;
                Trait own = unit.isWords() && unit.text().length() < EARLY ? ofLine(all.label(i)) : null;
                if (own != null) {
                    all.add(i, own);
                }
                boolean speaks = above != null && above.isPart() && all.evidence(i).quotation() && above != Label.QUOTE && above != Label.CUSTOMER_QUOTE && above != Label.LEADER_QUOTE;
                Trait under = above == null || speaks ? null : UNDER.get(above);
                all.add(i, under == null ? Trait.UNDER_OTHER_HEADING : under);
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
            for (int i = 0; i < all.units().size(); i++) {
                all.note(i, !all.has(i, under) && !all.has(i, own), elsewhere);
            }
        }
    }

    /// What a heading names that the walk over the document took for nothing: "Introducing Keybox" may be a headline.
    private static @Nullable Label named(Labels.@Nullable Found found) {
        return found == null || found.wild() && found.label().isPart() ? null : found.label();
    }

    /// What a line is called by its own first words, when that is no part of a release's body.
    private static @Nullable Trait ofLine(Labels.@Nullable Found found) {
        return found == null ? null : switch (found.label()) {
            case HEADLINE, SUBHEADING, DATELINE, BOILERPLATE, OPENING -> LABELLED.get(found.label());
            default -> null;
        };
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

    private static Map<Label, Trait> byLabel(String family) {
        Map<Label, Trait> traits = new EnumMap<>(Label.class);
        for (Label label : Label.values()) {
            Trait.ALL.stream().filter(t -> t.name().equals(family + label.name())).findFirst().ifPresent(t -> traits.put(label, t));
        }
        return traits;
    }

    // ---- place

    private void places() {
        int heading = -1;
        for (int i = 0; i < all.units().size(); i++) {
            heading = heading < 0 && (all.has(i, Trait.NAMES_PRESS_RELEASE) || all.units().get(i).shape() != Shape.TITLE && all.has(i, Trait.NAMES_PRFAQ)) ? i : heading;
        }
        boolean named = all.weighing().releaseNamed() && heading >= 0;
        int prose = 0;
        boolean between = false;
        boolean outside = false;
        boolean lines = false;
        for (int i = 0; i < all.units().size(); i++) {
            Unit unit = all.units().get(i);
            Section section = unit.section();
            Region region = section == null ? Region.FRONT : section.region;
            all.note(i, region == Region.FRONT, Trait.FRONT);
            all.note(i, region == Region.PRESS_RELEASE, Trait.IN_RELEASE);
            all.note(i, region == Region.OTHER, Trait.OUTSIDE);
            all.note(i, named && i < heading, Trait.ABOVE_RELEASE);
            boolean below = i > 0 && (all.has(i - 1, Trait.NAMES_PRESS_RELEASE) || i - 1 == heading);
            all.note(i, named && below, Trait.BELOW_RELEASE_HEADING);
            all.note(i, !named, Trait.NO_RELEASE_HEADING);
            all.note(i, all.weighing().genre(), Trait.GENRE_TITLE);
            all.note(i, i > 0 && all.units().get(i - 1).shape() == Shape.TITLE, Trait.BELOW_TITLE);
            all.note(i, section != null && section.aside, Trait.ASIDE);
            if (named && all.has(i, Trait.NAMES_PRESS_RELEASE)) {
                prose = 0;
                between = false;
                lines = false;
                outside = false;
            }
            boolean candidate = named ? i > heading && !all.has(i, Trait.NAMES_PRESS_RELEASE) : all.weighing().genre() && unit.shape() != Shape.TITLE;
            all.note(i, candidate && !lines && !all.has(i, Trait.NOTICE) && !all.has(i, Trait.DATELINE_FORM) && !all.has(i, Trait.TELLS_REVISION)
                && !all.has(i, Trait.LABELLED_DATELINE) && !hasName(i) && unit.shape() != Shape.RUN_IN, Trait.FIRST_BELOW_RELEASE);
            lines |= all.has(i, Trait.FIRST_BELOW_RELEASE);
            all.note(i, prose == 0, Trait.NO_PROSE_YET);
            outside |= region == Region.OTHER;
            all.note(i, between, Trait.AFTER_OTHER_HEADING);
            between |= prose > 0 && unit.isHeading() && !hasName(i);
            if (all.isProse(i)) {
                all.add(i, Trait.ALL.get(Trait.PARAGRAPH_1.ordinal() + Math.min(prose, 5)));
                prose++;
            }
        }
        for (int i = 0; i < all.units().size(); i++) {
            all.note(i, all.isProse(i) && prose <= 3, prose == 1 ? Trait.ONE_PARAGRAPH : prose == 2 ? Trait.TWO_PARAGRAPHS : Trait.THREE_PARAGRAPHS);
        }
        int left = 0;
        int behind = 0;
        for (int i = all.units().size() - 1; i >= 0; i--) {
            Section section = all.units().get(i).section();
            if (section != null && section.region != Region.OTHER && !section.aside && behind == 0) {
                behind = 1;
            }
            if (all.isProse(i) || all.units().get(i).shape() == Shape.QUOTE) {
                if (section != null && section.region != Region.OTHER && !section.aside) {
                    all.add(i, Trait.ALL.get(Trait.LEFT_0.ordinal() + Math.min(left, 4)));
                    left++;
                }
            }
        }
    }

    private boolean hasName(int i) {
        for (Trait trait : NAMES.values()) {
            if (all.has(i, trait)) {
                return true;
            }
        }
        return false;
    }
}
