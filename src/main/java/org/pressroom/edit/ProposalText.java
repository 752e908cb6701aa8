package org.pressroom.edit;

import org.jspecify.annotations.Nullable;
import org.pressroom.config.Kind;
import org.pressroom.config.Vocabulary;

import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Properties;
import java.util.Set;
import java.util.TreeSet;

/// The text with which a new proposal begins: its metadata, the parts of its kind, and below each what belongs there, marked `TODO`.
public final class ProposalText {

    /// Those in which parts are recognised.
    public static final List<String> LANGUAGES = List.of("en", "de", "fr", "es", "pt", "ja", "ko", "zh");

    private ProposalText() { }

    /// What is known of a new proposal.
    ///
    /// @param authors  none when nobody is known
    /// @param problem  in the place of the prompt; null for the prompt
    /// @param earlier  the id of an earlier attempt; null for a first one
    /// @param learned  what came of that, in sentences
    public record Start(String id, String title, Kind kind, String language, boolean light, List<String> authors, @Nullable String team, @Nullable String customer,
            LocalDate created, @Nullable String problem, @Nullable String earlier, List<String> learned) {
        public Start {
            authors = List.copyOf(authors);
            learned = List.copyOf(learned);
        }
    }

    /// The whole text.
    public static String of(Start start) {
        return frontMatter(start) + "\n# " + start.title + "\n\n" + (start.kind.prfaq() ? prfaq(start) : parts(start));
    }

    private static String frontMatter(Start start) {
        Map<String, Object> keys = new LinkedHashMap<>();
        Vocabulary words = start.kind.vocabulary();
        keys.put("id", start.id);
        keys.put("title", start.title);
        keys.put("status", words.status().terms().stream().filter(term -> "draft".equals(term.meaning())).map(term -> term.word()).findFirst()
            .orElse(words.statuses().isEmpty() ? "draft" : words.statuses().getFirst()));
        if (start.kind.prfaq()) {
            keys.put("size", start.light ? "light" : "full");
        }
        if (!start.authors.isEmpty()) {
            keys.put("authors", start.authors);
        }
        if (start.team != null) {
            keys.put("team", start.team);
        }
        if (start.customer != null) {
            keys.put("customer", start.customer);
        }
        keys.put("created", start.created.toString());
        if (start.earlier != null) {
            keys.put("related", List.of(start.earlier));
        }
        Set<String> missing = new TreeSet<>(words.required());
        missing.removeAll(keys.keySet());
        StringBuilder text = new StringBuilder("---\n");
        keys.forEach((key, value) -> text.append(key).append(": ").append(YamlText.value(value)).append('\n'));
        missing.forEach(key -> text.append(key).append(": TODO\n"));
        return text.append("---\n").toString();
    }

    private static Properties words(String language) {
        Properties words = new Properties();
        try (InputStream in = Objects.requireNonNull(ProposalText.class.getResourceAsStream("new_" + language + ".properties"), language)) {
            words.load(new InputStreamReader(in, StandardCharsets.UTF_8));
            return words;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String prfaq(Start start) {
        Properties words = words(start.language);
        List<String> blocks = new ArrayList<>();
        blocks.add("*TODO: " + words.getProperty("summary") + "*");
        blocks.add("## " + words.getProperty("release"));
        for (String part : start.light ? List.of("problem", "solution", "customer") : List.of("problem", "solution", "leader", "customer", "how", "start")) {
            blocks.add("### " + words.getProperty(part));
            blocks.add(part.equals("problem") && start.problem != null ? start.problem : "TODO: " + words.getProperty(part + ".about"));
        }
        blocks.add("## " + words.getProperty("faq"));
        blocks.add("### " + words.getProperty("external"));
        ask(blocks, words, "lost");
        blocks.add("### " + words.getProperty("internal"));
        if (start.earlier != null) {
            blocks.add("#### " + words.getProperty("learned").replace("{0}", start.earlier));
            blocks.add(start.learned.isEmpty() ? "TODO" : String.join("\n", start.learned.stream().map(sentence -> "- " + sentence).toList()));
        }
        for (String question : start.light ? List.of("fail") : List.of("fail", "market", "plan")) {
            ask(blocks, words, question);
        }
        return String.join("\n\n", blocks) + "\n";
    }

    private static void ask(List<String> blocks, Properties words, String question) {
        blocks.add("#### " + words.getProperty(question));
        blocks.add("TODO: " + words.getProperty(question + ".about"));
    }

    /// A kind of the archive's own: its parts, in the order in which they are wanted.
    private static String parts(Start start) {
        List<String> blocks = new ArrayList<>();
        start.kind.parts().forEach(part -> {
            String label = part.labels().getFirst().replaceAll("\\*$", "").strip();
            blocks.add("## " + Character.toUpperCase(label.charAt(0)) + label.substring(1));
            blocks.add("problem".equals(part.role()) && start.problem != null ? start.problem : "TODO");
        });
        start.learned.forEach(sentence -> blocks.add("- " + sentence));
        return blocks.isEmpty() ? "TODO\n" : String.join("\n\n", blocks) + "\n";
    }
}
