package org.pressroom.search;

/// As how many words of plain prose a word counts, by where it stands; at least 1 and at most [#MOST].
///
/// @param title    in the title
/// @param id       in the id
/// @param headline in the headline
/// @param summary  in the summary or the subheading
/// @param problem  in the problem
/// @param question in a question or another heading
/// @param tag      in a tag
/// @param customer in the line that says who the customer is
record Weights(int title, int id, int headline, int summary, int problem, int question, int tag, int customer) {

    static final int MOST = TermTally.MOST_WEIGHT;

    /// What documents are indexed with; another choice makes another [version][Analysis#VERSION]. `RelevanceTest` tells what others
    /// are worth.
    static final Weights CHOSEN = new Weights(6, 4, 4, 2, 2, 2, 2, 2);

    Weights {
        for (int weight : new int[] {title, id, headline, summary, problem, question, tag, customer}) {
            if (weight < 1 || weight > MOST) {
                throw new IllegalArgumentException("weight " + weight);
            }
        }
    }
}
