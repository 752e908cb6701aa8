package org.pressroom.rules;

import org.jspecify.annotations.Nullable;
import org.pressroom.diagnostic.Severity;
import org.pressroom.json.Json;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// The page that explains a rule: what `pressroom explain` prints, what the site shows, and whose examples are tests.
///
/// ```
/// # pr-headline-missing
///
/// One sentence that says what is wrong.
///
/// Severity: error
///
/// ## Why
/// ## Bad            fenced examples that the rule finds fault with
/// ## Good           fenced examples that it finds nothing in
/// ## Switch off
/// ```
///
/// An example's info string is `markdown`, or `yaml` for a `pressroom.yaml`, or what another file is (`svg`), and may name
/// the file after a space; all
/// examples of one section are one archive. Examples that no text can show (bytes that are no UTF-8) are `text`.
///
/// @param rule     its id
/// @param summary  the one sentence
/// @param severity as the page says it
/// @param text     the whole page, markdown
/// @param bad      the files under `## Bad`
/// @param good     the files under `## Good`
public record RulePage(
        String rule, String summary, Severity severity, String text, List<Example> bad, List<Example> good) {

    /// One file of an example.
    ///
    /// @param language `markdown`, `yaml`, `svg` or another for a file beside the documents; or `text`
    /// @param path     where it stands in the archive; of several at one path each is a later revision
    /// @param day      on which it was committed; null without history
    public record Example(String language, String path, String text, @Nullable LocalDate day) { }

    private static final Pattern HEAD =
        Pattern.compile("# (\\S+)\n\n([^\n]+)\n\nSeverity: (\\w+)[^\n]*\n", Pattern.MULTILINE);
    private static final Pattern FENCE = Pattern.compile("^(`{3,}|~{3,})(\\w+)(?: (\\S+?))?(?: (\\d{4}-\\d\\d-\\d\\d))?$");

    public RulePage {
        bad = List.copyOf(bad);
        good = List.copyOf(good);
    }

    /// Reads the page of a rule.
    ///
    /// @return empty when no rule has this id
    public static Optional<RulePage> of(String rule) {
        return Rules.find(rule).map(known -> parse(read(known.id())));
    }

    private static String read(String rule) {
        try (InputStream in = RulePage.class.getResourceAsStream("pages/" + rule + ".md")) {
            if (in == null) {
                throw new IllegalStateException("there is no page for the rule " + rule);
            }
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException("reading the page of the rule " + rule, e);
        }
    }

    private static RulePage parse(String text) {
        Matcher head = HEAD.matcher(text);
        Optional<Severity> severity = head.lookingAt() ? Severity.of(head.group(3)) : Optional.empty();
        if (severity.isEmpty()) {
            throw new IllegalStateException("a rule's page begins otherwise than it should: " + text.lines().findFirst());
        }
        return new RulePage(
            head.group(1), head.group(2), severity.get(), text, examples(text, "## Bad"), examples(text, "## Good"));
    }

    private static List<Example> examples(String text, String heading) {
        List<Example> examples = new ArrayList<>();
        boolean inSection = false;
        String fence = null;
        String language = "";
        @Nullable String path = null;
        @Nullable LocalDate day = null;
        StringBuilder body = new StringBuilder();
        for (String line : text.lines().toList()) {
            Matcher open = FENCE.matcher(line);
            if (fence != null && line.equals(fence)) {
                if (inSection) {
                    String file = path == null ? defaultPath(language) : path;
                    examples.add(new Example(language, file, body.toString(), day));
                }
                fence = null;
            } else if (fence != null) {
                body.append(line).append('\n');
            } else if (open.matches()) {
                fence = open.group(1);
                language = open.group(2);
                path = open.group(3);
                day = open.group(4) == null ? null : LocalDate.parse(open.group(4));
                body.setLength(0);
            } else if (line.startsWith("## ")) {
                inSection = line.equals(heading);
            }
        }
        return examples;
    }

    private static String defaultPath(String language) {
        return language.equals("yaml") ? "pressroom.yaml" : "0042-keys.md";
    }

    /// The page for programs: `{"rule","severity","text"}`.
    public Map<String, @Nullable Object> json() {
        return Json.object("rule", rule, "severity", severity.label(), "text", text);
    }
}
