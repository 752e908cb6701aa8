package org.pressroom.demo;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/// What a document said before it said what it says: its final text, less what came later.
///
/// @param text   as it is in the end
/// @param status as it is in the end
record Manuscript(String text, String status) {

    private static final Pattern KEY = Pattern.compile("^([a-z][a-z-]*):");
    private static final Pattern STATUS = Pattern.compile("(?im)^((?:- \\*\\*|> |\\| )?Status(?::\\*\\*|:| \\||=) *)\\w[\\w-]*");
    /// What is added to metadata under the title when it was decided.
    private static final Pattern DECIDED = Pattern.compile("^(?:- \\*\\*|> |\\| )(?:Decision|Decided by|Reason|Criteria)\\b.*", Pattern.CASE_INSENSITIVE);
    private static final Pattern SENTENCE = Pattern.compile("(?<=[.!?])\\s+(?=\\p{Lu})|(?<=。)");
    private static final Pattern PROSE = Pattern.compile("[\\p{L}\\p{N}].*", Pattern.DOTALL);
    /// Paragraphs of prose of which one lacks a sentence.
    private static final int EVERY = 3;

    /// How much of the body is there.
    enum Body {
        /// The press release, and the first questions.
        BEGUN,
        /// All parts, here and there a sentence less.
        WHOLE,
        /// As it is in the end.
        FINAL
    }

    /// @param status  at that time
    /// @param absent  keys that were not there yet
    /// @param reviews number of reviews that had been
    record Stage(String status, Set<String> absent, int reviews, Body body, String outcome) { }

    /// The document as it was at a time.
    String at(Stage stage) {
        int end = text.startsWith("---\n") ? text.indexOf("\n---\n", 4) + 5 : 0;
        String head = end > 0 ? frontMatter(text.substring(0, end), stage) : "";
        String rest = text.substring(end);
        if (end == 0) {
            rest = underTitle(rest, stage);
        }
        return head + body(rest, stage.body);
    }

    private static String frontMatter(String head, Stage stage) {
        StringBuilder kept = new StringBuilder();
        String key = "";
        int reviews = 0;
        for (String line : head.split("(?<=\n)")) {
            Matcher name = KEY.matcher(line);
            if (name.find()) {
                key = name.group(1);
            } else if (line.startsWith("---")) {
                key = "";
            }
            boolean review = key.equals("reviews") && line.startsWith("  - ");
            reviews += review ? 1 : 0;
            if (stage.absent.contains(key) || key.equals("reviews") && (stage.reviews == 0 || reviews > stage.reviews)) {
                continue;
            }
            if (name.find(0) && key.equals("status")) {
                kept.append("status: ").append(stage.status).append('\n');
            } else if (name.find(0) && key.equals("outcome")) {
                kept.append("outcome: ").append(stage.outcome).append('\n');
            } else {
                kept.append(line);
            }
        }
        return kept.toString();
    }

    private String underTitle(String rest, Stage stage) {
        Matcher written = STATUS.matcher(rest);
        String said = stage.status.equals(status) ? rest
            : written.replaceFirst(m -> Matcher.quoteReplacement(m.group(1) + stage.status));
        return !stage.absent.contains("decision") ? said : said.lines().filter(line -> !DECIDED.matcher(line).matches())
            .collect(Collectors.joining("\n", "", "\n"));
    }

    private static String body(String body, Body much) {
        if (much == Body.FINAL) {
            return body;
        }
        List<String> blocks = new ArrayList<>();
        int prose = 0;
        for (String block : body.strip().split("\n{2,}")) {
            List<String> sentences = new ArrayList<>(List.of(SENTENCE.split(block)));
            if (PROSE.matcher(block).matches() && sentences.size() > 2 && prose++ % EVERY == (much == Body.BEGUN ? 0 : 1)) {
                String dropped = sentences.remove(sentences.size() - 1);
                boolean whole = quotes(dropped) && !dropped.contains("[") && !dropped.contains("*");
                blocks.add(whole ? String.join(block.contains("。") ? "" : " ", sentences) : block);
            } else {
                blocks.add(block);
            }
        }
        int kept = much == Body.BEGUN ? Math.max(1, blocks.size() * 3 / 5) : blocks.size();
        return (body.startsWith("\n") ? "\n" : "") + String.join("\n\n", blocks.subList(0, kept)) + "\n";
    }

    private static boolean quotes(String sentence) {
        return sentence.chars().noneMatch(c -> "\"“”„«»「」()".indexOf(c) >= 0);
    }
}
