package org.pressroom.bake;

import java.util.List;

/// Takes out of a script or a style sheet what only its authors need: indentation, comments that have their lines to themselves and, of
/// scripts, spaces beside signs.
///
/// All other characters and all line ends stay, so that nothing but line numbers can change. What may be a text over several
/// lines, where a line's beginning counts, is left as it is: a script with a template literal over several lines or one that looks so,
/// a script or style sheet in which a line ends with `\`. So are the spaces of a line of script that may hold more than code and texts in
/// quotation marks: a template literal, a comment, a regular expression. Comments that begin with `/*!` stay, as licences want it.
final class LightText {

    /// Beside which a script needs no space.
    private static final String SIGNS = "=(){},;:<>*?&|![]%^~+-";
    /// Of which any two, without a space, could be another sign or begin a comment: `+ +`, `? .5`, `< !--`.
    private static final List<String> LINKING = List.of("+-", "<!?.");

    private LightText() { }

    static String ofScript(String script) {
        return script.lines().anyMatch(line -> line.chars().filter(c -> c == '`').count() % 2 != 0 || line.endsWith("\\")) ? script : lighter(script, true);
    }

    static String ofStyles(String styles) {
        return styles.lines().anyMatch(line -> line.endsWith("\\")) ? styles : lighter(styles, false);
    }

    /// @param script else a style sheet, in which `//` begins no comment and spaces part things
    private static String lighter(String whole, boolean script) {
        StringBuilder light = new StringBuilder(whole.length());
        boolean comment = false;
        for (String line : (Iterable<String>) whole.lines()::iterator) {
            String text = line.stripLeading();
            if (comment || text.startsWith("/*") && !text.startsWith("/*!")) {
                int end = text.indexOf("*/", comment ? 0 : 2);
                comment = end < 0;
                text = comment ? "" : text.substring(end + 2).stripLeading();
            } else if (script && text.startsWith("//")) {
                continue;
            }
            if (!text.isEmpty()) {
                light.append(script ? withoutSpaces(text) : text).append('\n');
            }
        }
        if (!light.isEmpty() && !whole.endsWith("\n")) {
            light.setLength(light.length() - 1);
        }
        return light.toString();
    }

    /// A line of script without the spaces beside signs. Two signs of which the language could make one stay apart.
    private static String withoutSpaces(String line) {
        if (line.indexOf('`') >= 0 || line.indexOf('/') >= 0) {
            return line;
        }
        StringBuilder light = new StringBuilder(line.length());
        char quote = 0;
        for (int i = 0; i < line.length(); i++) {
            char c = line.charAt(i);
            if (quote != 0) {
                light.append(c);
                if (c == '\\' && i + 1 < line.length()) {
                    light.append(line.charAt(++i));
                } else if (c == quote) {
                    quote = 0;
                }
                continue;
            }
            char before = light.isEmpty() ? ' ' : light.charAt(light.length() - 1);
            char after = i + 1 < line.length() ? line.charAt(i + 1) : ' ';
            if (c != ' ' || SIGNS.indexOf(before) < 0 && SIGNS.indexOf(after) < 0 || LINKING.stream().anyMatch(signs -> signs.indexOf(before) >= 0 && signs.indexOf(after) >= 0)) {
                light.append(c);
                quote = c == '"' || c == '\'' ? c : 0;
            }
        }
        return light.toString();
    }
}
