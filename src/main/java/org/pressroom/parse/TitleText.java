package org.pressroom.parse;

/// Whether a document's heading says the same as its title.
final class TitleText {

    private static final int LONGEST_KIND = 40;

    private TitleText() { }

    /// Whether a heading tells a reader anything beside the title. What kind of document it is, in front of the title and set apart from
    /// it, is nothing: `PR/FAQ: Melinda`, `KEP-12 — Melinda`.
    static boolean saysMore(String heading, String title) {
        String words = Labels.normal(heading);
        String known = Labels.normal(title);
        if (words.equals(known)) {
            return false;
        }
        for (int i = 1; i < Math.min(heading.length() - 1, LONGEST_KIND); i++) {
            boolean apart = ":：—–|".indexOf(heading.charAt(i)) >= 0 || heading.charAt(i) == '-' && heading.charAt(i - 1) == ' ' && heading.charAt(i + 1) == ' ';
            if (apart && Labels.normal(heading.substring(i + 1)).equals(known)) {
                return false;
            }
        }
        return true;
    }
}
