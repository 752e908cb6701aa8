package org.pressroom.cli;

import org.jspecify.annotations.Nullable;
import org.pressroom.model.Carrier;
import org.pressroom.model.Confidence;
import org.pressroom.model.Dateline;
import org.pressroom.model.Document;
import org.pressroom.model.Faq;
import org.pressroom.model.FaqGroup;
import org.pressroom.model.Part;
import org.pressroom.model.PartKind;
import org.pressroom.model.Passage;
import org.pressroom.model.PressRelease;
import org.pressroom.model.Question;
import org.pressroom.parse.Explanation;
import org.pressroom.parse.Role;
import org.pressroom.source.LineSpan;

import java.io.PrintStream;
import java.util.List;
import java.util.Locale;

/// What the recogniser found in a document, for a person: each part with its lines, how it is marked, and its first words;
/// what was looked for and not found as well.
///
/// ```text
/// ideas/0042-melinda.md: a PR/FAQ in English
///
///   Press release    lines 12–40
///     headline       14      Parcels wait for you, not you for them
///     problem        20–24   under a heading       Every week 140 tenants …
///     solution       26–28   by its wording        With Melinda, the …
///     leader quote   —       not found
/// ```
final class OutlineText {

    private static final int NAME = 16;
    private static final int LINES = 9;
    private static final int MARK = 16;
    private static final int WIDTH = 100;

    private final PrintStream out;
    private final List<Explanation> why;

    /// @param why what is said below the parts; empty when nothing is to be explained
    OutlineText(PrintStream out, List<Explanation> why) {
        this.out = out;
        this.why = why;
    }

    /// @param file as named on the command line
    void print(String file, Document document) {
        String language = Locale.of(document.language()).getDisplayLanguage(Locale.ENGLISH);
        out.println(file + ": " + (document.prfaq() ? "a PR/FAQ" : "not a PR/FAQ") + " in " + language);
        release(document.pressRelease());
        explanations();
        faq(document.faq());
        if (!document.placeholders().isEmpty()) {
            out.println();
            out.println("  Placeholders     lines " + String.join(", ", document.placeholders().stream().map(String::valueOf).toList()));
        }
        out.println();
    }

    private void release(PressRelease release) {
        title("Press release", release.lines());
        passage("headline", release.headline());
        passage("subheading", release.subheading());
        Dateline dateline = release.dateline();
        row("dateline", dateline == null ? null : LineSpan.of(dateline.line()), "", dateline == null ? "" : dateline.text());
        for (PartKind kind : List.of(PartKind.PROBLEM, PartKind.SOLUTION, PartKind.LEADER_QUOTE, PartKind.HOW_IT_WORKS, PartKind.CUSTOMER_QUOTE,
                PartKind.CALL_TO_ACTION)) {
            List<Part> parts = release.parts().stream().filter(p -> p.kind() == kind).toList();
            String name = kind.label().replace('-', ' ');
            if (parts.isEmpty()) {
                row(name, null, "", "");
            }
            for (Part part : parts) {
                row(name, part.lines(), mark(part), part.speaker() == null ? part.text() : part.speaker() + ": " + part.text());
            }
        }
    }

    /// How a part is marked.
    private static String mark(Part part) {
        return part.confidence() == Confidence.INFERRED ? "by its wording" : part.carrier() == Carrier.HEADING ? "by a heading" : "by a label";
    }

    private void explanations() {
        if (why.isEmpty()) {
            return;
        }
        out.println();
        out.println("  Why");
        for (Explanation part : why) {
            row(part.role().label().replace('-', ' '), part.lines(), percent(part.probability()),
                "otherwise " + (part.runnerUp() == Role.OTHER ? "no part" : part.runnerUp().label().replace('-', ' ')) + ", " + percent(part.second()));
            part.reasons().forEach(reason -> out.println(" ".repeat(4 + NAME + LINES) + reason.reason()));
        }
    }

    private static String percent(double probability) {
        return Math.round(probability * 100) + " %";
    }

    private void faq(Faq faq) {
        title("FAQ", faq.lines());
        Integer group = null;
        for (Question question : faq.questions()) {
            Integer own = question.group();
            if (own != null && !own.equals(group)) {
                FaqGroup of = faq.groups().get(own);
                row("group", LineSpan.of(of.line()), of.audience().label(), of.title());
            }
            group = own;
            row("question", question.lines(), question.answered() ? "" : "no answer", question.text());
        }
    }

    private void title(String name, @Nullable LineSpan lines) {
        out.println();
        out.println("  " + pad(name, NAME + 2) + (lines == null ? "not found" : "lines " + range(lines)));
    }

    private void passage(String name, @Nullable Passage passage) {
        row(name, passage == null ? null : LineSpan.of(passage.line()), "", passage == null ? "" : passage.text());
    }

    private void row(String name, @Nullable LineSpan lines, String mark, String text) {
        String head = "    " + pad(name, NAME) + pad(lines == null ? "—" : range(lines), LINES);
        String row = lines == null ? head + "not found" : head + pad(mark, MARK) + text.replaceAll("\\s+", " ");
        out.println((row.length() > WIDTH ? row.substring(0, WIDTH - 1) + "…" : row).stripTrailing());
    }

    private static String range(LineSpan lines) {
        return lines.from() == lines.to() ? String.valueOf(lines.from()) : lines.from() + "–" + lines.to();
    }

    private static String pad(String text, int width) {
        return text + " ".repeat(Math.max(1, width - text.length()));
    }
}
