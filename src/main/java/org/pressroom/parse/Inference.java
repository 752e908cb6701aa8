package org.pressroom.parse;

import org.jspecify.annotations.Nullable;
import org.pressroom.model.BlockKind;
import org.pressroom.parse.Section.Region;
import org.pressroom.parse.Unit.Shape;
import org.pressroom.source.SourceText;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/// Finds the parts of a press release that their author did not name: takes the document apart into [Units], notes their
/// [Traits], has them labelled by what the [Labeller] learned, and [cuts][Recut] the sections anew. For one document and thread.
final class Inference {

    /// Blocks behind these are left as their author named them.
    private static final int MOST = 400;
    private static final int RELEASE = 20_000;
    private static final int TITLE = 300;
    private static final int NAMES = 4;

    private final Sectioner.Result cut;
    private final List<Unit> units;
    private final Traits seen;
    private final int[][] traits;

    Inference(SourceText source, Sectioner.Result cut, Cues cues) {
        this.cut = cut;
        this.units = Units.of(source, cut.title(), cut.sections(), MOST);
        ProductName product = ProductName.of(titles(), releaseText(), cues);
        this.seen = Traits.of(source, units, new Traits.Weighing(cut.pressReleaseHeading() != null, cut.genre()), cues, product);
        this.traits = seen.table();
    }

    Observation observation() {
        List<Observation.Block> blocks = new ArrayList<>();
        for (int i = 0; i < units.size(); i++) {
            Unit unit = units.get(i);
            blocks.add(new Observation.Block(unit.lines(), unit.isHeading(), unit.shape() == Shape.RUN_IN, unit.piece() != null, unit.text(),
                Arrays.stream(traits[i]).mapToObj(Trait.ALL::get).toList()));
        }
        return new Observation(blocks, cut.sections().stream().filter(s -> s.kind == BlockKind.QUESTION).map(s -> s.titleLine).toList());
    }

    /// Why each part is where it is, in the order of the document.
    List<Explanation> explanations(Labeller labeller) {
        Labeller.Labels labels = labeller.label(traits, units.stream().map(Unit::lines).toList());
        double[][] columns = labeller.columns(traits);
        List<Explanation> all = new ArrayList<>();
        for (int i = 0; i < traits.length; i++) {
            if (labels.begins()[i]) {
                Role role = labels.roles()[i];
                int end = i;
                while (end + 1 < traits.length && labels.roles()[end + 1] == role && !labels.begins()[end + 1]) {
                    end++;
                }
                Role second = runnerUp(columns[i], role);
                all.add(new Explanation(role, units.get(i).lines().union(units.get(end).lines()), labels.probabilities()[i], second,
                    columns[i][second.ordinal()], labeller.reasons(traits[i], role, second)));
            }
        }
        return all;
    }

    private static Role runnerUp(double[] columns, Role role) {
        Role best = role == Role.OTHER ? Role.PROBLEM : Role.OTHER;
        for (Role other : Role.values()) {
            best = other != role && columns[other.ordinal()] > columns[best.ordinal()] ? other : best;
        }
        return best;
    }

    /// Whether there is anything of a press release.
    static boolean isRelease(Sectioner.Result cut) {
        return cut.genre() || cut.pressReleaseHeading() != null || cut.faqHeading() != null
            || cut.sections().stream().anyMatch(s -> s.region == Region.PRESS_RELEASE || s.kind == BlockKind.QUESTION);
    }

    /// The same document with sections for the parts that were inferred.
    static Sectioner.Result infer(SourceText source, Sectioner.Result cut, Cues cues, Labeller labeller) {
        return isRelease(cut) ? new Inference(source, cut, cues).infer(source, labeller) : cut;
    }

    private Sectioner.Result infer(SourceText source, Labeller labeller) {
        Labeller.Labels labels = labeller.label(traits, units.stream().map(Unit::lines).toList());
        underTitle(labels);
        Recut.Sides sides = new Recut.Sides() {
            @Override
            public Role of(int unit) {
                double[] sums = labeller.weights().columns(traits[unit]);
                return sums[Role.LEADER_QUOTE.ordinal()] > sums[Role.CUSTOMER_QUOTE.ordinal()] ? Role.LEADER_QUOTE : Role.CUSTOMER_QUOTE;
            }

            @Override
            public @Nullable BareParagraph quotedIn(int unit) {
                return units.get(unit).isWords() && seen.evidence(unit).quotesInside() ? seen.evidence(unit) : null;
            }
        };
        List<Section> sections = new Recut(source, units, labels, sides).cut(cut.sections());
        // A title that names more than a kind of document is a headline, where there is no other.
        boolean titled = !units.isEmpty() && units.getFirst().shape() == Shape.TITLE
            && (labels.roles()[0] == Role.HEADLINE || (!cut.genre() || has(0, Trait.HEADING_WITH_NEWS) && has(0, Trait.LONG_HEADING)) && sections.stream().noneMatch(s -> s.kind == BlockKind.HEADLINE));
        return cut.with(sections, cut.groups()).headed(titled).guessing(guess(labels));
    }

    /// The most probable of the stretches that may be the problem and that their author did not name otherwise.
    private @Nullable Guess guess(Labeller.Labels labels) {
        return labels.problems().stream().filter(candidate -> isUnnamed(units.get(candidate.from())) && isUnnamed(units.get(candidate.to()))).findFirst()
            .map(candidate -> new Guess(units.get(candidate.from()).lines().union(units.get(candidate.to()).lines()), candidate.chance())).orElse(null);
    }

    private static boolean isUnnamed(Unit unit) {
        return !unit.isHeading() && unit.section() != null && unit.section().label == null;
    }

    /// An emphasised line right below a title that is a headline is its subheading, wherever the press release begins.
    private void underTitle(Labeller.Labels labels) {
        boolean may = units.size() > 1 && !cut.genre() && has(1, Trait.BELOW_TITLE) && (has(1, Trait.ITALIC) || has(1, Trait.BOLD)) && has(1, Trait.ENDS_WITH_STOP);
        if (may && labels.roles()[1] == Role.OTHER && Arrays.stream(labels.roles()).noneMatch(r -> r == Role.SUBHEADING || r == Role.HEADLINE)) {
            labels.roles()[1] = Role.SUBHEADING;
            labels.begins()[1] = true;
        }
    }

    private boolean has(int unit, Trait trait) {
        return seen.has(unit, trait);
    }

    /// What may name the product: title, headline, and the first headings and lines of the release.
    private List<String> titles() {
        List<String> titles = new ArrayList<>();
        for (Unit unit : units) {
            boolean named = unit.shape() == Shape.TITLE || unit.shape() == Shape.LINE || unit.shape() == Shape.HEADING
                && Labels.of(unit.text()).isEmpty() || unit.section() != null && unit.section().kind == BlockKind.HEADLINE;
            if (named && titles.size() < NAMES) {
                titles.add(unit.text().length() <= TITLE ? unit.text() : unit.text().substring(0, TITLE));
            }
        }
        return titles;
    }

    private String releaseText() {
        StringBuilder text = new StringBuilder();
        for (Unit unit : units) {
            if (text.length() < RELEASE && !unit.isHeading() && (unit.section() == null || unit.section().region != Region.OTHER && !unit.section().aside)) {
                text.append(unit.text()).append('\n');
            }
        }
        return text.toString();
    }
}
