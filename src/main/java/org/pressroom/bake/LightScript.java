package org.pressroom.bake;

/// Takes out of a script what only its authors need: indentation, and comments that have their lines to themselves.
///
/// All other characters and all line ends stay, so that nothing but line numbers can change. A script with a template literal
/// over several lines is left as it is, since there a line's beginning may be text; so is one that only looks so. Comments that
/// begin with `/*!` stay, as licences want it.
final class LightScript {

    private LightScript() { }

    static String of(String script) {
        if (script.lines().anyMatch(line -> line.chars().filter(c -> c == '`').count() % 2 != 0)) {
            return script;
        }
        StringBuilder light = new StringBuilder(script.length());
        boolean comment = false;
        for (String line : (Iterable<String>) script.lines()::iterator) {
            String text = line.stripLeading();
            if (comment || text.startsWith("/*") && !text.startsWith("/*!")) {
                int end = text.indexOf("*/", comment ? 0 : 2);
                comment = end < 0;
                text = comment ? "" : text.substring(end + 2).stripLeading();
            } else if (text.startsWith("//")) {
                continue;
            }
            if (!text.isEmpty()) {
                light.append(text).append('\n');
            }
        }
        return light.toString();
    }
}
