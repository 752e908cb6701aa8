package org.pressroom.parse;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;

/// A conditional random field over the blocks of a release, in the form of a chain (Lafferty, McCallum and Pereira 2001): which
/// roles may follow which, and the probability of each role at each block by the forward-backward algorithm.
///
/// A state is a role, whether a part begins or goes on, and whether problem and solution were told so far. All states of a
/// role share its weights. A problem or a solution begins once; only what has begun goes on. Immutable; safe for several threads.
public final class Chain {

    /// Roles that may reach over several blocks have a column for where they begin besides.
    public static final int COLUMNS = Role.COUNT + Role.COUNT - Role.PROBLEM.ordinal();
    /// What was told before: nothing, the problem, the solution, both.
    public static final int MEMORIES = 4;

    static final int[] ROLE;
    static final boolean[] BEGINS;
    static final int[] MEMORY;
    /// By state its column: where a part begins, the one for that; else its role's.
    static final int[] ENTRY;
    static final int STATES;
    /// Of each state those that may stand before it.
    static final int[][] BEFORE;
    private static final boolean[] FIRST;
    /// Of each state the one in which its part goes on; -1 when it reaches over one block.
    private static final int[] GOING_ON;

    static {
        List<int[]> states = new ArrayList<>();
        for (Role role : Role.values()) {
            for (int begins = role.reaches() ? 1 : 0; begins >= 0; begins--) {
                for (int memory = 0; memory < MEMORIES; memory++) {
                    boolean fits = switch (role) {
                        case HEADLINE -> memory == 0;
                        case PROBLEM -> (memory & 1) != 0;
                        case SOLUTION -> (memory & 2) != 0;
                        case OTHER, SUBHEADING, DATELINE, LEADER_QUOTE, CUSTOMER_QUOTE, CALL_TO_ACTION -> true;
                    };
                    if (fits) {
                        states.add(new int[] {role.ordinal(), begins, memory});
                    }
                }
            }
        }
        STATES = states.size();
        ROLE = states.stream().mapToInt(s -> s[0]).toArray();
        MEMORY = states.stream().mapToInt(s -> s[2]).toArray();
        ENTRY = states.stream().mapToInt(s -> s[1] == 1 ? beginning(s[0]) : s[0]).toArray();
        BEGINS = new boolean[STATES];
        FIRST = new boolean[STATES];
        BEFORE = new int[STATES][];
        for (int s = 0; s < STATES; s++) {
            BEGINS[s] = states.get(s)[1] == 1;
            FIRST[s] = follows(-1, s);
            List<Integer> before = new ArrayList<>();
            for (int p = 0; p < STATES; p++) {
                if (follows(p, s)) {
                    before.add(p);
                }
            }
            BEFORE[s] = before.stream().mapToInt(Integer::intValue).toArray();
        }
        GOING_ON = new int[STATES];
        for (int s = 0; s < STATES; s++) {
            int from = s;
            GOING_ON[s] = IntStream.range(0, STATES).filter(t -> reaches(t) && !BEGINS[t] && ROLE[t] == ROLE[from] && MEMORY[t] == MEMORY[from]).findFirst().orElse(-1);
        }
    }

    private static boolean follows(int before, int state) {
        int memory = before < 0 ? 0 : MEMORY[before];
        boolean goesOn = reaches(state) && !BEGINS[state];
        if (goesOn) {
            return before >= 0 && ROLE[before] == ROLE[state] && memory == MEMORY[state];
        }
        int told = toldBy(ROLE[state]);
        return (memory & told) == 0 && (memory | told) == MEMORY[state];
    }

    private static int toldBy(int role) {
        return role == Role.PROBLEM.ordinal() ? 1 : role == Role.SOLUTION.ordinal() ? 2 : 0;
    }

    static boolean reaches(int state) {
        return ROLE[state] >= Role.PROBLEM.ordinal();
    }

    /// The state in which a part goes on that is in some state.
    static int goingOn(int state) {
        return GOING_ON[state];
    }

    final Weights weights;
    /// By state, in the order of [#BEFORE].
    final double[][] transition;
    final double[] start;

    public Chain(Weights weights) {
        this.weights = weights;
        this.transition = new double[STATES][];
        this.start = new double[STATES];
        for (int s = 0; s < STATES; s++) {
            transition[s] = new double[BEFORE[s].length];
            for (int k = 0; k < BEFORE[s].length; k++) {
                int p = BEFORE[s][k];
                transition[s][k] = StrictMath.exp(weights.after(ROLE[p], ENTRY[s]) + weights.told(MEMORY[p], ENTRY[s]));
            }
            start[s] = FIRST[s] ? StrictMath.exp(weights.told(0, ENTRY[s])) : 0;
        }
    }

    /// The column for where a role begins; the role's own when it reaches over one block only.
    public static int beginning(int role) {
        return role < Role.PROBLEM.ordinal() ? role : role + Role.COUNT - Role.PROBLEM.ordinal();
    }

    /// The role of a column.
    public static Role roleOf(int column) {
        return Role.values()[column < Role.COUNT ? column : column - Role.COUNT + Role.PROBLEM.ordinal()];
    }

    /// How probable each role is at each block.
    ///
    /// @param columns     by block and column: for a role, that the block has it; for a beginning, that it begins there. The
    ///                    roles' sum is one
    /// @param after       how often a column is expected behind a role
    /// @param told        how often a column is expected by what was told before
    /// @param logOfAll    the logarithm of the sum over all ways to label the document
    public record Marginals(double[][] columns, double[][] after, double[][] told, double logOfAll) { }

    /// What a trainer needs.
    ///
    /// @param traits of each block, as [Traits] gives them
    public Marginals marginals(int[][] traits) {
        return new ForwardBackward(this, traits).marginals();
    }
}
