package org.pressroom.bake;

/// How many findings a document has, for the quiet notice on its page.
public record FindingCounts(int errors, int warnings, int infos) {

    public static final FindingCounts NONE = new FindingCounts(0, 0, 0);
}
