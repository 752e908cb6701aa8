package org.pressroom.cli;

import org.pressroom.search.ProblemRecord;
import org.pressroom.search.SimilarHit;
import org.pressroom.search.SimilarResult;

import java.io.PrintStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/// Prints earlier proposals for people.
final class SimilarText {

    /// Characters of a line of prose.
    private static final int WIDTH = 96;
    private static final String INDENT = "    ";

    private final PrintStream out;
    private final boolean colour;

    SimilarText(Printer out, boolean colour) {
        this.out = colour ? out.in(Printer.Form.STYLED) : out;
        this.colour = colour;
    }

    /// @param documents in the archive
    /// @param repeated  whether the problem is told too, since there are several
    void print(ProblemText problem, SimilarResult result, int documents, boolean repeated) {
        if (repeated) {
            out.println(bold(shortened(problem.text())));
        }
        out.println(switch (result.verdict()) {
            case LIKELY -> "An earlier idea has probably tackled this problem:";
            case POSSIBLE -> "An earlier idea may have tackled a problem like this:";
            case NONE -> result.hits().isEmpty() ? "Nothing similar was found in " + Counted.of(documents, "idea") + "."
                : "Nothing similar was found in " + Counted.of(documents, "idea") + "; the closest:";
        });
        for (SimilarHit hit : result.hits()) {
            print(hit);
        }
        if (repeated) {
            out.println();
        }
    }

    private void print(SimilarHit hit) {
        ProblemRecord told = hit.told();
        String state = (hit.status() == null ? "" : hit.status()) + (hit.outcome() == null ? "" : ", " + hit.outcome());
        out.println();
        out.println(bold(hit.id() + "  " + hit.title()) + (state.isEmpty() ? "" : "  (" + state + ")")
            + String.format(Locale.ROOT, "  %.2f", hit.score()));
        wrapped(told.problem());
        List<String> decision = new ArrayList<>();
        if (told.decided() != null) {
            decision.add("decided " + told.decided());
        }
        if (!told.deciders().isEmpty()) {
            decision.add("by " + String.join(", ", told.deciders()));
        }
        String reason = told.fullReason();
        if (!decision.isEmpty() || reason != null) {
            wrapped((decision.isEmpty() ? "Reason" : String.join(" ", decision)) + (reason == null ? "" : ": " + reason));
        }
        out.println(INDENT + hit.url());
    }

    private void wrapped(String text) {
        StringBuilder line = new StringBuilder();
        for (String word : text.strip().split("\\s+")) {
            if (line.length() + word.length() >= WIDTH) {
                out.println(INDENT + line);
                line.setLength(0);
            }
            line.append(line.isEmpty() ? "" : " ").append(word);
        }
        if (!line.isEmpty()) {
            out.println(INDENT + line);
        }
    }

    private static String shortened(String text) {
        String line = text.strip();
        return line.codePointCount(0, line.length()) <= WIDTH ? line : line.substring(0, line.offsetByCodePoints(0, WIDTH - 1)) + "…";
    }

    private String bold(String text) {
        return colour ? Style.BOLD.of(text) : text;
    }
}
