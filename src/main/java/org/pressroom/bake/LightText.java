package org.pressroom.bake;

/// Takes out of a script or a style sheet what only its authors need: indentation, and comments that have their lines to themselves.
///
/// All other characters and all line ends stay, so that nothing but line numbers can change. What may be a text over several
/// lines, where a line's beginning counts, is left as it is: a script with a template literal over several lines or one that looks so,
/// a style sheet in which a line ends with `\`. Comments that begin with `/*!` stay, as licences want it.
final class LightText {

    private LightText() { }

    static String ofScript(String script) {
        return script.lines().anyMatch(line -> line.chars().filter(c -> c == '`').count() % 2 != 0) ? script : lighter(script, true);
    }

    static String ofStyles(String styles) {
        return styles.lines().anyMatch(line -> line.endsWith("\\")) ? styles : lighter(styles, false);
    }

    /// @param slashes whether `//` begins a comment
    private static String lighter(String whole, boolean slashes) {
        StringBuilder light = new StringBuilder(whole.length());
        boolean comment = false;
        for (String line : (Iterable<String>) whole.lines()::iterator) {
            String text = line.stripLeading();
            if (comment || text.startsWith("/*") && !text.startsWith("/*!")) {
                int end = text.indexOf("*/", comment ? 0 : 2);
                comment = end < 0;
                text = comment ? "" : text.substring(end + 2).stripLeading();
            } else if (slashes && text.startsWith("//")) {
                continue;
            }
            if (!text.isEmpty()) {
                light.append(text).append('\n');
            }
        }
        if (!light.isEmpty() && !whole.endsWith("\n")) {
            light.setLength(light.length() - 1);
        }
        return light.toString();
    }
}
