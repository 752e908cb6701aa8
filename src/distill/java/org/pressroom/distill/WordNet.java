package org.pressroom.distill;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;

/// Texts from Princeton's WordNet: definitions, examples, and paragraphs that put those of related notions together.
final class WordNet {

    /// A set of synonyms.
    ///
    /// @param pointers what it is related to: the kind of relation, and the other set's key
    private record Synset(List<String> words, String definition, List<String> examples, List<Map.Entry<String, String>> pointers) { }

    private static final Map<String, Character> FILES = Map.of("noun", 'n', "verb", 'v', "adj", 'a', "adv", 'r');
    private static final int PARAGRAPHS = 90_000;
    private static final int WORDS_OF_EXAMPLE = 3;

    private final Map<String, Synset> synsets = new LinkedHashMap<>();

    /// @param folder holds `data.noun`, `data.verb`, `data.adj` and `data.adv`
    WordNet(Path folder) throws IOException {
        for (String file : List.of("noun", "verb", "adj", "adv")) {
            for (String line : Files.readAllLines(folder.resolve("data." + file), StandardCharsets.ISO_8859_1)) {
                if (!line.startsWith("  ")) {
                    read(line, FILES.get(file));
                }
            }
        }
    }

    /// See "Format of data.* files" of WordNet's manual page wndb(5).
    private void read(String line, char part) {
        String[] halves = line.split(" \\| ", 2);
        String[] fields = halves[0].split(" ");
        int count = Integer.parseInt(fields[3], 16);
        List<String> words = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            words.add(fields[4 + 2 * i].replace('_', ' ').replaceFirst("\\((a|p|ip)\\)$", ""));
        }
        int at = 4 + 2 * count;
        List<Map.Entry<String, String>> pointers = new ArrayList<>();
        for (int i = Integer.parseInt(fields[at]); i > 0; i--) {
            String other = fields[at + 3];
            pointers.add(Map.entry(fields[at + 1], (other.equals("s") ? "a" : other) + fields[at + 2]));
            at += 4;
        }
        String[] gloss = halves[1].strip().split(";\\s*(?=\")");
        List<String> examples = new ArrayList<>();
        for (int i = 1; i < gloss.length; i++) {
            examples.add(gloss[i].strip().replaceAll("^[\"; ]+|[\"; ]+$", ""));
        }
        synsets.put(part + fields[0], new Synset(words, gloss[0], examples, pointers));
    }

    /// Each definition with its words, each example, and the paragraphs.
    List<String> texts() {
        List<String> texts = new ArrayList<>();
        for (Synset one : synsets.values()) {
            texts.add(String.join(", ", one.words) + ": " + one.definition);
            one.examples.stream().filter(e -> e.split("\\s+").length >= WORDS_OF_EXAMPLE).forEach(texts::add);
        }
        texts.addAll(paragraphs());
        return texts;
    }

    private List<String> paragraphs() {
        Map<String, List<String>> kinds = new HashMap<>();
        synsets.forEach((key, one) -> one.pointers.stream().filter(p -> p.getKey().startsWith("@"))
            .forEach(p -> kinds.computeIfAbsent(p.getValue(), k -> new ArrayList<>()).add(key)));
        Random random = new Random(7);
        List<String> paragraphs = new ArrayList<>();
        synsets.forEach((key, one) -> {
            List<String> related = new ArrayList<>(one.pointers.stream().filter(p -> !p.getKey().endsWith("i"))
                .map(Map.Entry::getValue).filter(synsets::containsKey).toList());
            if (related.isEmpty()) {
                return;
            }
            List<String> siblings = one.pointers.stream().filter(p -> p.getKey().equals("@"))
                .flatMap(p -> kinds.getOrDefault(p.getValue(), List.of()).stream()).filter(k -> !k.equals(key)).toList();
            List<String> sentences = new ArrayList<>(sentences(one, random));
            Collections.shuffle(related, random);
            for (String other : related.subList(0, Math.min(2, related.size()))) {
                sentences.addAll(sentences(synsets.get(other), random));
            }
            if (!siblings.isEmpty()) {
                sentences.addAll(sentences(synsets.get(siblings.get(random.nextInt(siblings.size()))), random));
            }
            Collections.shuffle(sentences, random);
            paragraphs.add(String.join(". ", sentences) + ".");
        });
        Collections.shuffle(paragraphs, random);
        return paragraphs.subList(0, Math.min(PARAGRAPHS, paragraphs.size()));
    }

    private static List<String> sentences(Synset one, Random random) {
        List<String> sentences = new ArrayList<>();
        if (!one.examples.isEmpty() && random.nextInt(10) < 7) {
            sentences.add(one.examples.get(random.nextInt(one.examples.size())));
        }
        String named = String.join(", ", one.words.subList(0, Math.min(2, one.words.size()))) + " is ";
        sentences.add((random.nextBoolean() ? named : "") + one.definition);
        return sentences;
    }
}
