package org.pressroom.parse;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/// What a [Chain] says of the blocks of one document: the probabilities of all states, scaled block by block. Linear in the blocks.
final class ForwardBackward {

    private final Chain chain;
    private final int n;
    private final double[][] emission;
    private final double[][] forward;
    private final double[][] backward;
    private final double[] scale;
    private double log;

    /// @param traits of each block, as [Traits] gives them
    ForwardBackward(Chain chain, int[][] traits) {
        this.chain = chain;
        this.n = traits.length;
        this.emission = new double[n][Chain.COLUMNS];
        this.forward = new double[n][Chain.STATES];
        this.backward = new double[n][Chain.STATES];
        this.scale = new double[n];
        for (int i = 0; i < n; i++) {
            emit(i, chain.weights.columns(traits[i]));
            forward(i);
        }
        for (int i = n - 1; i >= 0; i--) {
            backward(i);
        }
    }

    private void emit(int i, double[] scores) {
        double most = Double.NEGATIVE_INFINITY;
        for (int r = 0; r < Role.COUNT; r++) {
            int begins = Chain.beginning(r);
            most = Math.max(most, Math.max(scores[r], begins == r ? scores[r] : scores[r] + scores[begins]));
        }
        for (int r = 0; r < Role.COUNT; r++) {
            int begins = Chain.beginning(r);
            emission[i][r] = StrictMath.exp(scores[r] - most);
            if (begins != r) {
                emission[i][begins] = StrictMath.exp(scores[r] + scores[begins] - most);
            }
        }
        log += most;
    }

    private void forward(int i) {
        double sum = 0;
        double[] here = forward[i];
        for (int s = 0; s < Chain.STATES; s++) {
            double in = 0;
            if (i == 0) {
                in = chain.start[s];
            } else {
                double[] last = forward[i - 1];
                int[] before = Chain.BEFORE[s];
                double[] own = chain.transition[s];
                for (int k = 0; k < before.length; k++) {
                    in += last[before[k]] * own[k];
                }
            }
            here[s] = in * emission[i][Chain.ENTRY[s]];
            sum += here[s];
        }
        scale[i] = sum;
        log += StrictMath.log(sum);
        for (int s = 0; s < Chain.STATES; s++) {
            here[s] /= sum;
        }
    }

    private void backward(int i) {
        double[] here = backward[i];
        if (i == n - 1) {
            Arrays.fill(here, 1);
            return;
        }
        for (int s = 0; s < Chain.STATES; s++) {
            double arrives = arrives(i + 1, s);
            if (arrives > 0) {
                int[] before = Chain.BEFORE[s];
                double[] own = chain.transition[s];
                for (int k = 0; k < before.length; k++) {
                    here[before[k]] += own[k] * arrives;
                }
            }
        }
    }

    private double arrives(int i, int state) {
        return emission[i][Chain.ENTRY[state]] * backward[i][state] / scale[i];
    }

    /// By block and column: for a role, that the block has it; for a beginning, that it begins there.
    double[][] columns() {
        double[][] columns = new double[n][Chain.COLUMNS];
        for (int i = 0; i < n; i++) {
            for (int s = 0; s < Chain.STATES; s++) {
                double here = forward[i][s] * backward[i][s];
                columns[i][Chain.ROLE[s]] += here;
                if (Chain.BEGINS[s]) {
                    columns[i][Chain.ENTRY[s]] += here;
                }
            }
        }
        return columns;
    }

    Chain.Marginals marginals() {
        double[][] after = new double[Role.COUNT][Chain.COLUMNS];
        double[][] told = new double[Chain.MEMORIES][Chain.COLUMNS];
        for (int i = 0; i < n; i++) {
            for (int s = 0; s < Chain.STATES; s++) {
                int entry = Chain.ENTRY[s];
                if (i == 0) {
                    told[0][entry] += forward[i][s] * backward[i][s];
                    continue;
                }
                double arrives = arrives(i, s);
                int[] before = Chain.BEFORE[s];
                for (int k = 0; k < before.length; k++) {
                    double pair = forward[i - 1][before[k]] * chain.transition[s][k] * arrives;
                    after[Chain.ROLE[before[k]]][entry] += pair;
                    told[Chain.MEMORY[before[k]]][entry] += pair;
                }
            }
        }
        return new Chain.Marginals(columns(), after, told, log);
    }

    /// That a part of a role covers some blocks and no more.
    ///
    /// @param to the last of them
    record Span(Role role, int from, int to, double probability) { }

    /// The spans that have at least some probability, by role and block.
    List<Span> spans(double least) {
        List<Span> spans = new ArrayList<>();
        double[] ends = new double[n];
        for (Role role : Role.values()) {
            for (int i = 0; role != Role.OTHER && i < n; i++) {
                int last = -1;
                for (int s = 0; s < Chain.STATES; s++) {
                    if (Chain.ROLE[s] == role.ordinal() && (Chain.BEGINS[s] || !Chain.reaches(s)) && forward[i][s] * backward[i][s] >= least / Chain.MEMORIES) {
                        last = Math.max(last, ends(i, s, least / Chain.MEMORIES, ends));
                    }
                }
                for (int j = i; j <= last; j++) {
                    if (ends[j] >= least) {
                        spans.add(new Span(role, i, j, ends[j]));
                    }
                    ends[j] = 0;
                }
            }
        }
        return spans;
    }

    /// Adds how probable it is that what begins at a block in a state ends at each.
    ///
    /// @return the last one looked at
    private int ends(int from, int state, double least, double[] ends) {
        int at = state;
        int on = Chain.goingOn(state);
        double reached = forward[from][state];
        for (int i = from; ; i++) {
            double goesOn = 0;
            double next = 0;
            if (on >= 0 && i + 1 < n) {
                next = reached * transition(at, on) * emission[i + 1][Chain.ENTRY[on]] / scale[i + 1];
                goesOn = next * backward[i + 1][on];
            }
            ends[i] += reached * backward[i][at] - goesOn;
            if (goesOn < least) {
                return i;
            }
            reached = next;
            at = on;
        }
    }

    private double transition(int before, int state) {
        int[] all = Chain.BEFORE[state];
        for (int k = 0; k < all.length; k++) {
            if (all[k] == before) {
                return chain.transition[state][k];
            }
        }
        return 0;
    }
}
