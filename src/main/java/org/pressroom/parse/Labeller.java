package org.pressroom.parse;

import org.pressroom.parse.ForwardBackward.Span;
import org.pressroom.source.LineSpan;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;

/// Decides what each block of a release is, from how probable the [Chain] says its parts are.
///
/// A part stands where a reader would most probably agree: of all stretches of blocks the one that has the best chance to
/// begin where the part begins or to cover half of it. The surest part is placed first. Immutable; safe for several threads.
final class Labeller {

    /// From this chance on a part is said to be there; chosen by cross-validation.
    private static final double[] PRESENT = {1, 0.4, 0.3, 0.25, 0.2, 0.2, 0.4, 0.4, 0.4};
    /// A further quotation.
    private static final double FURTHER = 0.5;
    /// What is less probable counts for nothing.
    private static final double LEAST = 0.02;
    private static final int REASONS = 3;
    /// Less is no reason.
    private static final double TELLING = 0.2;

    static final Labeller BUILT_IN = new Labeller(Weights.read(WordFiles.lines("weights.txt")));

    private final Weights weights;
    private final Chain chain;

    Labeller(Weights weights) {
        this.weights = weights;
        this.chain = new Chain(weights);
    }

    /// @param weights as [Weights#read] takes them; none for what Pressroom brings
    static Labeller of(List<String> weights) {
        return weights.isEmpty() ? BUILT_IN : new Labeller(Weights.read(weights));
    }

    Weights weights() {
        return weights;
    }

    /// The probabilities of a document's blocks by column of the [Chain].
    double[][] columns(int[][] traits) {
        return new ForwardBackward(chain, traits).columns();
    }

    /// The traits that speak most for a role rather than another, the weightiest first.
    List<Trait> reasons(int[] traits, Role role, Role other) {
        List<Trait> reasons = new ArrayList<>();
        for (int trait : traits) {
            if (weight(trait, role) - weight(trait, other) >= TELLING) {
                reasons.add(Trait.ALL.get(trait));
            }
        }
        reasons.sort(Comparator.comparingDouble((Trait t) -> weight(t.ordinal(), other) - weight(t.ordinal(), role)).thenComparing(t -> t));
        return reasons.subList(0, Math.min(REASONS, reasons.size()));
    }

    private double weight(int trait, Role role) {
        int begins = Chain.beginning(role.ordinal());
        return weights.of(Trait.ALL.get(trait), role.ordinal()) + (begins == role.ordinal() ? 0 : weights.of(Trait.ALL.get(trait), begins));
    }

    /// What the blocks are.
    ///
    /// @param roles         by block
    /// @param begins        whether a part begins with the block
    /// @param probabilities by block: how probable it is that its part is where it is said to be
    /// @param problems      where no block is the problem: the stretches that may be, the most probable first
    record Labels(Role[] roles, boolean[] begins, double[] probabilities, List<Candidate> problems) { }

    /// A stretch of blocks that may be a part.
    ///
    /// @param chance that a reader agrees
    /// @param exactly how probable it is that a reader says just the same
    record Candidate(Role role, int from, int to, double chance, double exactly) { }

    Labels label(int[][] traits, List<LineSpan> lines) {
        Labels labels = new Labels(new Role[traits.length], new boolean[traits.length], new double[traits.length], new ArrayList<>());
        Arrays.fill(labels.roles(), Role.OTHER);
        boolean[] done = new boolean[Role.COUNT];
        List<Span> spans = new ForwardBackward(chain, traits).spans(LEAST);
        for (Candidate candidate : candidates(spans, outside(traits), lines)) {
            Role role = candidate.role();
            boolean further = done[role.ordinal()];
            boolean may = !further || role == Role.LEADER_QUOTE || role == Role.CUSTOMER_QUOTE;
            if (may && candidate.chance() >= (further ? FURTHER : PRESENT[role.ordinal()]) && isFree(labels, candidate)) {
                done[role.ordinal()] = true;
                labels.begins()[candidate.from()] = true;
                for (int i = candidate.from(); i <= candidate.to(); i++) {
                    labels.roles()[i] = role;
                    labels.probabilities()[i] = candidate.chance();
                }
            } else if (role == Role.PROBLEM) {
                labels.problems().add(candidate);
            }
        }
        if (done[Role.PROBLEM.ordinal()]) {
            labels.problems().clear();
        }
        return labels;
    }

    private static boolean isFree(Labels labels, Candidate candidate) {
        for (int i = candidate.from(); i <= candidate.to(); i++) {
            if (labels.roles()[i] != Role.OTHER) {
                return false;
            }
        }
        return true;
    }

    /// The surest first.
    private static List<Candidate> candidates(List<Span> spans, boolean[] outside, List<LineSpan> lines) {
        List<Candidate> candidates = new ArrayList<>();
        for (Span span : spans) {
            if (outside[span.from()] && span.role().reaches()) {
                continue;
            }
            double chance = 0;
            for (Span other : spans) {
                chance += other.role() == span.role() && agree(span, other, lines) ? other.probability() : 0;
            }
            candidates.add(new Candidate(span.role(), span.from(), span.to(), Math.min(1, chance), span.probability()));
        }
        candidates.sort(Comparator.comparingDouble((Candidate c) -> -c.chance()).thenComparingDouble(c -> -c.exactly())
            .thenComparing(Candidate::role).thenComparing(Candidate::from).thenComparing(Candidate::to));
        return candidates;
    }

    /// Whether a reader would take one for the other: they begin with the same block, or have half of their lines in common.
    private static boolean agree(Span a, Span b, List<LineSpan> lines) {
        if (a.from() == b.from() || !a.role().reaches()) {
            return a.from() == b.from();
        }
        LineSpan some = lines.get(a.from()).union(lines.get(a.to()));
        LineSpan others = lines.get(b.from()).union(lines.get(b.to()));
        int common = Math.max(0, Math.min(some.to(), others.to()) - Math.max(some.from(), others.from()) + 1);
        int all = some.to() - some.from() + others.to() - others.from() + 2 - common;
        return common * 2 >= all;
    }

    private static boolean[] outside(int[][] traits) {
        boolean[] outside = new boolean[traits.length];
        for (int i = 0; i < outside.length; i++) {
            for (int trait : traits[i]) {
                outside[i] |= trait == Trait.ABOVE_RELEASE.ordinal() || trait == Trait.ASIDE.ordinal();
            }
        }
        return outside;
    }
}
