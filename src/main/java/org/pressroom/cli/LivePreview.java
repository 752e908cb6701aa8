package org.pressroom.cli;

import org.pressroom.build.BuildResult;
import org.pressroom.build.ConfigurationException;
import org.pressroom.diagnostic.Diagnostic;
import org.pressroom.diagnostic.Severity;
import org.pressroom.diagnostic.TextRendering;
import org.pressroom.publish.Publication;
import org.pressroom.serve.ArchiveWatch;
import org.pressroom.serve.PreviewState;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedSet;
import java.util.function.Supplier;

/// Builds again after each change, and tells the terminal and the browsers what came of it. A build that fails leaves the last site.
final class LivePreview {

    private static final TextRendering PLAIN = new TextRendering(false);

    private final Terminal terminal;
    private final MessageOptions messages;
    private final PreviewState state;
    private final Supplier<BuildResult> build;
    private List<String> remarks = List.of();

    LivePreview(Terminal terminal, MessageOptions messages, PreviewState state, Supplier<BuildResult> build) {
        this.terminal = terminal;
        this.messages = messages;
        this.state = state;
        this.build = build;
    }

    /// Waits for changes and builds, until it is interrupted.
    ///
    /// @param archive where it lies
    void follow(Path archive, ArchiveWatch watch) throws InterruptedException {
        while (true) {
            again(name(archive, watch.next()));
        }
    }

    private static String name(Path archive, SortedSet<Path> changed) {
        Path root = archive.toAbsolutePath().normalize();
        Path first = changed.getFirst();
        String name = first.startsWith(root) ? root.relativize(first).toString() : first.toString();
        return changed.size() == 1 ? name : name + " and " + (changed.size() - 1) + " more";
    }

    private void again(String what) {
        long begun = System.nanoTime();
        BuildResult result;
        try {
            result = build.get();
        } catch (RuntimeException e) {
            failed(e);
            return;
        }
        result.remarks().stream().filter(remark -> !remarks.contains(remark)).forEach(remark -> messages.remark(terminal, remark));
        Publication publication = result.publication();
        took(result);
        if (publication != null) {
            int errors = result.report().count(Severity.ERROR);
            messages.remark(terminal, what + ": " + Counted.of(publication.changed(), "file") + " changed, " + publication.deleted() + " deleted, "
                + Counted.of(errors, "error") + " (" + (System.nanoTime() - begun) / 1_000_000 + " ms)");
        }
    }

    /// A site that was made, or that a template's failure prevented.
    void took(BuildResult result) {
        remarks = result.remarks();
        List<Diagnostic> errors = result.report().findings().stream().filter(finding -> finding.severity() == Severity.ERROR).toList();
        Publication publication = result.publication();
        if (publication == null) {
            List<Diagnostic> template = errors.stream().filter(error -> error.rule().equals("template-error")).toList();
            template.forEach(error -> terminal.err().raw().print(new TextRendering(terminal.colour(messages.colour)).render(error)));
            state.failed(problems(template.isEmpty() ? errors : template));
            return;
        }
        List<String> changed = new ArrayList<>(publication.replaced());
        changed.addAll(publication.removed());
        state.published(changed, problems(errors), result.uncommitted());
    }

    private void failed(RuntimeException e) {
        Main.failure(terminal, e, messages.debug);
        List<PreviewState.Problem> problems = new ArrayList<>();
        if (e instanceof ConfigurationException broken) {
            problems.addAll(problems(broken.findings()));
        } else {
            problems.add(new PreviewState.Problem(Main.sentence(e, messages.debug)));
        }
        state.failed(problems);
    }

    private static List<PreviewState.Problem> problems(List<Diagnostic> findings) {
        return findings.stream().map(finding -> new PreviewState.Problem(PLAIN.render(finding).strip())).toList();
    }
}
