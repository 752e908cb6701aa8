package org.pressroom.learn;

import org.pressroom.config.Configuration;
import org.pressroom.parse.DocumentParser;
import org.pressroom.parse.ParseOutcome;
import org.pressroom.parse.Weights;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/// The command: learns from a folder of labelled documents, or measures what would be learned.
///
/// ```text
/// learn train FOLDER WEIGHTS      writes the weights
/// learn cross FOLDER [GROUPS]     leaves owners out in turn and scores what is found in their documents
/// ```
public final class Learn {

    /// How strongly numbers are held to where they began: the best of 1, 3, 6, 8 and 20 in cross-validation.
    private static final double STRENGTH = 6;
    private static final int GROUPS = 10;
    private static final String HEADER = "# What the recogniser learned: how much each trait of a block speaks for each role. Made by src/learn; see README.md there.";

    private Learn() { }

    public static void main(String[] args) throws IOException {
        PrintStream out = new PrintStream(System.out, true, StandardCharsets.UTF_8);
        if (args.length == 3 && args[0].equals("train")) {
            List<String> lines = new ArrayList<>(List.of(HEADER));
            lines.addAll(learned(Labelled.in(Path.of(args[1]), parser())).lines());
            Files.write(Path.of(args[2]), lines);
        } else if (args.length >= 2 && args[0].equals("cross")) {
            print(cross(Labelled.in(Path.of(args[1]), parser()), args.length > 2 ? Integer.parseInt(args[2]) : GROUPS), out);
        } else {
            out.println("usage: learn train FOLDER WEIGHTS | learn cross FOLDER [GROUPS]");
            System.exit(2);
        }
    }

    private static DocumentParser parser() {
        return new DocumentParser(Configuration.DEFAULT, _ -> false);
    }

    private static Weights learned(List<Labelled> documents) {
        return Learner.learn(documents.stream().filter(Labelled::isPrfaq).toList(), STRENGTH);
    }

    private static Tally cross(List<Labelled> documents, int groups) {
        List<String> owners = documents.stream().map(Labelled::owner).distinct().sorted().toList();
        Tally all = new Tally();
        for (int group = 0; group < Math.min(groups, owners.size()); group++) {
            List<Labelled> held = new ArrayList<>();
            List<Labelled> rest = new ArrayList<>();
            for (Labelled document : documents) {
                (owners.indexOf(document.owner()) % groups == group ? held : rest).add(document);
            }
            DocumentParser parser = parser().with(learned(rest));
            for (Labelled document : held) {
                if (parser.parse(document.file()) instanceof ParseOutcome.Parsed parsed) {
                    all.add(Tally.of(document, parsed.document()));
                }
            }
        }
        return all;
    }

    private static void print(Tally all, PrintStream out) {
        out.println("| part | precision | recall | F1 | labelled |");
        out.println("|---|---|---|---|---|");
        for (String part : Tally.PARTS) {
            Tally.Count count = all.of(part);
            out.println(String.format(Locale.ROOT, "| %s | %.3f | %.3f | %.3f | %d |", part.replace('_', ' '), count.precision(), count.recall(), count.f1(), count.found() + count.missed()));
        }
        out.println();
        out.println(String.format(Locale.ROOT, "Mean F1 of %s: %.3f", String.join(", ", Tally.MEAN).replace('_', ' '), all.mean()));
        out.println();
        all.errors.stream().sorted().forEach(out::println);
    }
}
