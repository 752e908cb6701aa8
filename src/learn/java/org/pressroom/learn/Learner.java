package org.pressroom.learn;

import opennlp.tools.ml.maxent.quasinewton.Function;
import opennlp.tools.ml.maxent.quasinewton.QNMinimizer;
import org.pressroom.parse.Chain;
import org.pressroom.parse.Role;
import org.pressroom.parse.Trait;
import org.pressroom.parse.Weights;

import java.util.Arrays;
import java.util.List;

/// Finds the weights under which the readers' labels are most probable: the exact gradient of the chain's likelihood, held
/// near the start by L2, minimised by L-BFGS. One thread, in the documents' order: the same documents give the same numbers.
final class Learner implements Function {

    /// A label speaks for its part by itself; what is learned is added.
    private static final double KNOWN = 4;
    private static final int ITERATIONS = 40;

    private final List<Labelled> documents;
    private final double strength;
    private final double[] start;
    private final int[][][] traits;

    private Learner(List<Labelled> documents, double strength) {
        this.documents = documents;
        this.strength = strength;
        this.start = start();
        this.traits = documents.stream().map(d -> d.seen().traits()).toArray(int[][][]::new);
    }

    static Weights learn(List<Labelled> documents, double strength) {
        Learner learner = new Learner(documents, strength);
        QNMinimizer minimizer = new QNMinimizer(0, 0, ITERATIONS, 7, 30000);
        double[] moved = minimizer.minimize(learner);
        double[] numbers = learner.start.clone();
        for (int i = 0; i < numbers.length; i++) {
            numbers[i] += moved[i];
        }
        return Weights.of(numbers);
    }

    /// Where the search begins, and to which the numbers are held: what a label or a form says by itself.
    private static double[] start() {
        double[] numbers = new double[Weights.size()];
        for (Role role : Role.values()) {
            for (Trait trait : Trait.values()) {
                if (trait.name().equals("UNDER_" + role.name()) || trait.name().equals("LABELLED_" + role.name())) {
                    at(numbers, trait, role, KNOWN);
                }
            }
        }
        for (Trait trait : Trait.values()) {
            if (trait.name().startsWith("NAMES_") && !trait.name().startsWith("NAMES_PR") && trait.compareTo(Trait.UNDER_PRESS_RELEASE) < 0) {
                at(numbers, trait, Role.OTHER, KNOWN);
            }
        }
        at(numbers, Trait.DATELINE_FORM, Role.DATELINE, 3);
        at(numbers, Trait.TELLS_REVISION, Role.DATELINE, -3);
        at(numbers, Trait.FIRST_HEADING_BELOW, Role.HEADLINE, 3);
        at(numbers, Trait.FIRST_BOLD_BELOW, Role.HEADLINE, 3.5);
        numbers[(Trait.values().length + Role.PROBLEM.ordinal()) * Chain.COLUMNS + Chain.beginning(Role.SOLUTION.ordinal())] = 1.5;
        at(numbers, Trait.AFTER_TITLE_LINE, Role.SUBHEADING, 2);
        at(numbers, Trait.LINE, Role.SUBHEADING, 0.5);
        at(numbers, Trait.ITALIC, Role.SUBHEADING, 1.5);
        for (Role role : new Role[] {Role.LEADER_QUOTE, Role.CUSTOMER_QUOTE}) {
            at(numbers, Trait.QUOTATION, role, 2);
            at(numbers, Trait.UNDER_QUOTE, role, 2);
            at(numbers, Trait.LABELLED_QUOTE, role, 2);
        }
        PRIOR.lines().filter(line -> !line.isBlank()).forEach(line -> prior(numbers, line.strip()));
        return numbers;
    }

    /// What is known of press releases before any is read: a role, then traits with the weight to which each is held.
    private static final String PRIOR = """
        HEADLINE: FIRST_BELOW_RELEASE 2 PARAGRAPH -1.5 WORDS_40 -2 WORDS_70 -3 WORDS_120 -3 WORDS_MORE -3 QUOTATION -2 LABELLED_DATELINE -2 NOTICE -3 TELLS_REVISION -2 LIST -3 TABLE -3 CODE -3
        SUBHEADING: WORDS_70 -2 WORDS_120 -3 WORDS_MORE -3 NOTICE -2 TELLS_REVISION -2 LIST -3 TABLE -3 CODE -3 HEADING -1 UNDER_OTHER_HEADING -1 NO_RELEASE_HEADING -0.5 AFTER_OTHER_HEADING -1 BELOW_TITLE 2 GENRE_TITLE -1
        DATELINE: WORDS_25 -1 WORDS_40 -2 WORDS_70 -3 WORDS_120 -3 WORDS_MORE -3 LIST -3 TABLE -3 CODE -3 LABELLED_OPENING -6
        PROBLEM: TROUBLE 1 MUCH_TROUBLE 1 NOW 0.5 CONTRAST 0.5 NUMBER 0.3 ANNOUNCES -3 LAUNCHES -2 SUBJECT_IS_PRODUCT -2 NAMES_PRODUCT_EARLY -1 ACTS_FIRST -2 MORE_GAIN -0.5 QUOTATION -3 MOST_TROUBLE 1 BEFORE_DESCRIPTION 1 TROUBLE_WITHOUT_PRODUCT 1 PARAGRAPH -1 ABOVE_RELEASE -3 OUTSIDE -2 ASIDE -3 LIST -1 CODE -2 TABLE -2
        SOLUTION: UNDER_FEATURES 2 LABELLED_FEATURES 2 SUBJECT_IS_PRODUCT 1 BEFORE_LIST 0.5 NAMES_PRODUCT_EARLY 0.5 GAIN 0.5 MUCH_GAIN 0.5 ANNOUNCES -1.5 PRODUCT_AFTER_TROUBLE 1.5 DESCRIBES 0.5 ACTS_FIRST -2 QUOTATION -3 FIRST_DESCRIPTION 1 PARAGRAPH -1 ABOVE_RELEASE -3 OUTSIDE -2 ASIDE -3
        CALL_TO_ACTION: ACTS_FIRST 2 ACTION 1 MUCH_ACTION 1 LINKS 1 LEFT_0 1 LAST_WITH_LINK 0.5 MOST_ACTION 1 ANNOUNCES -1 PARAGRAPH -1 ABOVE_RELEASE -3 ASIDE -3 QUOTATION -3 UNDER_GETTING_STARTED 3 LABELLED_GETTING_STARTED 3 LAST_CALL 2 SHORT_WITH_LINK 1 ACTS_EARLY 0.5 PRODUCT_TO_BE_HAD 1
        LEADER_QUOTE: SPEAKER_LEADS 1.5 SPEAKER_USES -1 SPEAKER_OURS 2 SPEAKER_OTHERS -1.5 SPEAKS_AS_LEADER 1 SPEAKS_AS_CUSTOMER -1 SPEAKER_BUILT 2 FIRST_QUOTATION 0.5 SPEAKER_ANYBODY -1 ANOTHER_USES 0.7 ANOTHER_LEADS -0.7 HEADING -3 ABOVE_RELEASE -3 OUTSIDE -1
        CUSTOMER_QUOTE: SPEAKER_LEADS -1 SPEAKER_USES 1.5 SPEAKER_OURS -2 SPEAKER_OTHERS 1.5 SPEAKS_AS_LEADER -1 SPEAKS_AS_CUSTOMER 1 SPEAKER_BUILT -2 LATER_QUOTATION 0.5 SPEAKER_ANYBODY 1 ANOTHER_USES -0.7 ANOTHER_LEADS 0.7 HEADING -3 ABOVE_RELEASE -3 OUTSIDE -1
        """;

    private static void prior(double[] numbers, String line) {
        int colon = line.indexOf(':');
        Role role = Role.valueOf(line.substring(0, colon));
        String[] words = line.substring(colon + 1).strip().split(" ");
        for (int i = 0; i < words.length; i += 2) {
            at(numbers, Trait.valueOf(words[i]), role, Double.parseDouble(words[i + 1]));
        }
        if (role.compareTo(Role.PROBLEM) >= 0) {
            numbers[Trait.HEADING.ordinal() * Chain.COLUMNS + Chain.beginning(role.ordinal())] = -4;
            numbers[Trait.TITLE.ordinal() * Chain.COLUMNS + Chain.beginning(role.ordinal())] = -4;
        }
    }

    private static void at(double[] numbers, Trait trait, Role role, double value) {
        numbers[trait.ordinal() * Chain.COLUMNS + role.ordinal()] = value;
    }

    @Override
    public int getDimension() {
        return start.length;
    }

    private double[] at(double[] moved) {
        double[] numbers = start.clone();
        for (int i = 0; i < numbers.length; i++) {
            numbers[i] += moved[i];
        }
        return numbers;
    }

    private double[] lastPoint = new double[0];
    private double lastValue;
    private double[] lastGradient = new double[0];

    private void evaluate(double[] moved) {
        if (Arrays.equals(moved, lastPoint)) {
            return;
        }
        double[] numbers = at(moved);
        Chain chain = new Chain(Weights.of(numbers));
        double loss = 0;
        double[] gradient = new double[numbers.length];
        int traitRows = Trait.values().length;
        for (int d = 0; d < documents.size(); d++) {
            int[][] own = traits[d];
            int[] truth = documents.get(d).truth();
            Chain.Marginals m = chain.marginals(own);
            loss += m.logOfAll();
            int memory = 0;
            int before = -1;
            for (int i = 0; i < own.length; i++) {
                int column = truth[i];
                int role = Chain.roleOf(column).ordinal();
                double[] p = m.columns()[i];
                for (int trait : own[i]) {
                    int row = trait * Chain.COLUMNS;
                    for (int c = 0; c < Chain.COLUMNS; c++) {
                        gradient[row + c] += p[c];
                    }
                    gradient[row + role] -= 1;
                    loss -= numbers[row + role];
                    if (column != role) {
                        gradient[row + column] -= 1;
                        loss -= numbers[row + column];
                    }
                }
                if (before >= 0) {
                    int row = (traitRows + before) * Chain.COLUMNS + column;
                    gradient[row] -= 1;
                    loss -= numbers[row];
                }
                int row = (traitRows + Role.values().length + memory) * Chain.COLUMNS + column;
                gradient[row] -= 1;
                loss -= numbers[row];
                memory |= role == Role.PROBLEM.ordinal() ? 1 : role == Role.SOLUTION.ordinal() ? 2 : 0;
                before = role;
            }
            for (int r = 0; r < m.after().length; r++) {
                for (int c = 0; c < Chain.COLUMNS; c++) {
                    gradient[(traitRows + r) * Chain.COLUMNS + c] += m.after()[r][c];
                }
            }
            for (int r = 0; r < m.told().length; r++) {
                for (int c = 0; c < Chain.COLUMNS; c++) {
                    gradient[(traitRows + Role.values().length + r) * Chain.COLUMNS + c] += m.told()[r][c];
                }
            }
        }
        for (int i = 0; i < numbers.length; i++) {
            loss += strength / 2 * moved[i] * moved[i];
            gradient[i] += strength * moved[i];
        }
        lastPoint = moved.clone();
        // A step that leads beyond all numbers is no step.
        lastValue = Double.isFinite(loss) ? loss : Double.MAX_VALUE;
        lastGradient = gradient;
    }

    @Override
    public double valueAt(double[] moved) {
        evaluate(moved);
        return lastValue;
    }

    @Override
    public double[] gradientAt(double[] moved) {
        evaluate(moved);
        return lastGradient.clone();
    }
}
