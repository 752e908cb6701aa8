package org.pressroom.cli;

import org.jspecify.annotations.Nullable;
import org.pressroom.config.Configuration;
import org.pressroom.model.Document;
import org.pressroom.model.Part;
import org.pressroom.model.PartKind;
import org.pressroom.parse.DocumentParser;
import org.pressroom.parse.ParseOutcome;
import org.pressroom.source.SourceFile;
import org.pressroom.source.SourcePath;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/// A problem, as somebody tells it.
///
/// @param text what is compared
/// @param id   the id that the draft which tells it has by its metadata: it is not its own predecessor; null when it has none
record ProblemText(String text, @Nullable String id) {

    /// The problem of a draft; the whole text when no problem is recognised in it.
    static ProblemText ofDraft(byte[] bytes) {
        ParseOutcome outcome = new DocumentParser(Configuration.DEFAULT, _ -> false)
            .parse(new SourceFile(SourcePath.of("draft.md"), "", bytes));
        if (!(outcome instanceof ParseOutcome.Parsed parsed)) {
            return new ProblemText(new String(bytes, StandardCharsets.UTF_8), null);
        }
        Document draft = parsed.document();
        Optional<Part> problem = draft.pressRelease().part(PartKind.PROBLEM);
        String plain = draft.blocks().stream().map(b -> b.title() + "\n" + b.text()).collect(Collectors.joining("\n"));
        return new ProblemText(problem.map(Part::text).orElse(plain), draft.metadata().id());
    }

    /// A problem in each line; an empty line is one about which nothing is said.
    static List<ProblemText> lines(byte[] bytes) {
        return new String(bytes, StandardCharsets.UTF_8).lines().map(line -> new ProblemText(line, null)).toList();
    }
}
