package org.pressroom.parse;

import java.util.Arrays;

/// Decides what each block of a release is, from how probable the [Chain] says its roles are.
///
/// A part stands where it most probably begins, when it is probable enough that there is one; it goes on as long as that is
/// more probable than not. Immutable; safe for several threads.
final class Labeller {

    /// A part is said to be there from this probability on that it begins anywhere; chosen by cross-validation.
    private static final double[] PRESENT = {1, 0.3, 0.45, 0.4, 0.4, 0.2, 0.4, 0.4, 0.35};
    /// A further quotation, or a second call.
    private static final double FURTHER = 0.5;
    private static final double GOES_ON = 0.4;
    /// Of the place where it most probably begins.
    private static final double LEAST = 0.15;

    static final Labeller BUILT_IN = new Labeller(Weights.read(WordFiles.lines("weights.txt")));

    private final Weights weights;
    private final Chain chain;

    Labeller(Weights weights) {
        this.weights = weights;
        this.chain = new Chain(weights);
    }

    Weights weights() {
        return weights;
    }

    /// What the blocks are.
    ///
    /// @param roles         by block
    /// @param begins        whether a part begins with the block
    /// @param probabilities by block and column of the [Chain]
    /// @param outside       whether the block stands above the release, or is said beside it
    record Labels(Role[] roles, boolean[] begins, double[][] probabilities, boolean[] outside) {

        /// Whether a block may begin a part: it is nothing yet, and what reaches over blocks does not begin above the release.
        boolean isFree(int block, Role role) {
            return roles[block] == Role.OTHER && !(outside[block] && role.reaches());
        }

        /// How probable it is that a part begins at a block.
        double beginning(int block, Role role) {
            return probabilities[block][Chain.beginning(role.ordinal())];
        }

        /// How probable it is that there is a part of a kind at all.
        double anywhere(Role role) {
            double sum = 0;
            for (double[] block : probabilities) {
                sum += block[Chain.beginning(role.ordinal())];
            }
            return Math.min(1, sum);
        }
    }

    Labels label(int[][] traits) {
        double[][] p = chain.probabilities(traits);
        Labels labels = new Labels(new Role[traits.length], new boolean[traits.length], p, outside(traits));
        Arrays.fill(labels.roles(), Role.OTHER);
        boolean[] done = new boolean[Role.COUNT];
        done[Role.OTHER.ordinal()] = true;
        for (int round = 1; round < Role.COUNT; round++) {
            place(labels, done);
        }
        for (Role role : new Role[] {Role.LEADER_QUOTE, Role.CUSTOMER_QUOTE, Role.CALL_TO_ACTION}) {
            for (int i = 0; i < traits.length; i++) {
                if (labels.isFree(i, role) && labels.beginning(i, role) >= FURTHER) {
                    reach(labels, i, role);
                }
            }
        }
        return labels;
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

    /// Places the part that is surest among those that have no place yet.
    private static void place(Labels labels, boolean[] done) {
        Role best = Role.OTHER;
        int at = -1;
        for (Role role : Role.values()) {
            if (!done[role.ordinal()]) {
                for (int i = 0; i < labels.roles().length; i++) {
                    if (labels.isFree(i, role) && (at < 0 || labels.beginning(i, role) > labels.beginning(at, best))) {
                        at = i;
                        best = role;
                    }
                }
            }
        }
        done[best.ordinal()] = true;
        if (at >= 0 && labels.anywhere(best) >= PRESENT[best.ordinal()] && labels.beginning(at, best) >= LEAST) {
            reach(labels, at, best);
        }
    }

    private static void reach(Labels labels, int from, Role role) {
        labels.begins()[from] = true;
        int i = from;
        do {
            labels.roles()[i++] = role;
        } while (role.reaches() && i < labels.roles().length && labels.roles()[i] == Role.OTHER
            && labels.probabilities()[i][role.ordinal()] - labels.beginning(i, role) >= GOES_ON);
    }
}
