package org.pressroom.docs;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/// Pieces of markdown, written and read.
final class Markdown {

    private static final Pattern CODE = Pattern.compile("`[^`]+`");
    private static final Pattern FENCE = Pattern.compile("^( *)(`{3,}|~{3,})(.*)$");

    private Markdown() { }

    /// A row of a table.
    static String row(String... cells) {
        return "| " + String.join(" | ", Stream.of(cells).map(cell -> cell.replace("|", "\\|").replace("\n", " ")).toList()) + " |\n";
    }

    /// Plain text that may have code between backticks, as markdown that shows it so.
    static String text(String plain) {
        StringBuilder out = new StringBuilder();
        Matcher code = CODE.matcher(plain);
        int from = 0;
        while (code.find()) {
            out.append(escaped(plain.substring(from, code.start()))).append(code.group());
            from = code.end();
        }
        return out.append(escaped(plain.substring(from))).toString();
    }

    private static String escaped(String plain) {
        return plain.replaceAll("([\\\\*_\\[\\]])", "\\\\$1").replace("<", "&lt;");
    }

    /// A fenced block of a page.
    ///
    /// @param language the first word behind the fence; empty without one
    /// @param file     the second, the name of a file; empty without one
    /// @param line     of its fence, from 1
    record Block(String language, String file, String text, int line) { }

    /// The fenced blocks of a page, and those that are set in by four spaces below a line that is not.
    static List<Block> blocks(String page) {
        List<Block> blocks = new ArrayList<>();
        List<String> lines = page.lines().toList();
        for (int i = 0; i < lines.size(); i++) {
            Matcher fence = FENCE.matcher(lines.get(i));
            if (fence.matches()) {
                int from = i++;
                StringBuilder text = new StringBuilder();
                while (i < lines.size() && !lines.get(i).strip().startsWith(fence.group(2))) {
                    text.append(lines.get(i++)).append('\n');
                }
                String[] words = (fence.group(3).strip() + "  ").split(" ", 3);
                blocks.add(new Block(words[0], words[1].strip(), text.toString(), from + 1));
            } else if (lines.get(i).startsWith("    ") && i > 0 && lines.get(i - 1).isBlank()) {
                int from = i;
                StringBuilder text = new StringBuilder();
                while (i < lines.size() && (lines.get(i).startsWith("    ") || lines.get(i).isBlank())) {
                    text.append(lines.get(i++).strip()).append('\n');
                }
                blocks.add(new Block("sh", "", text.toString(), from + 1));
            }
        }
        return blocks;
    }
}
