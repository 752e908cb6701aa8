package org.pressroom.cli;

import org.jspecify.annotations.Nullable;
import org.pressroom.build.ArchiveRequest;
import org.pressroom.build.ArchiveSession;
import org.pressroom.build.DocumentLookup;
import org.pressroom.build.Lifecycle;
import org.pressroom.build.NewDocument;
import org.pressroom.build.SearchSession;
import org.pressroom.config.Nearest;
import org.pressroom.config.Vocabulary;
import org.pressroom.config.YamlValue;
import org.pressroom.edit.ProposalText;
import org.pressroom.git.UserGit;
import org.pressroom.json.Json;
import org.pressroom.meaning.Encoder;
import org.pressroom.parallel.Workers;
import org.pressroom.parse.Language;
import org.pressroom.parse.MetadataField;
import org.pressroom.search.Meanings;
import org.pressroom.search.Similar;
import org.pressroom.search.SimilarHit;
import org.pressroom.search.SimilarResult;
import org.pressroom.search.TableLikeness;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

import java.io.IOException;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;

/// Begins a proposal.
@Command(name = "new", mixinStandardHelpOptions = true,
    description = {"Begin a proposal: a file with the next free ID, and the parts of a PR/FAQ with what belongs in each.",
        "On a terminal you are asked for what is not given; every question has a default."},
    footer = {"", "Examples:", "  pressroom new 'Keys by post'", "  pressroom new 'Keys by post, again' --from 0014 --problem 'Tenants lose a morning to fetch a key.' --yes"})
final class NewCommand implements Callable<Integer> {

    private static final int SHOWN = 3;

    private final Terminal terminal;

    @Mixin
    CommonOptions common = new CommonOptions();

    @Mixin
    ChangeOptions change = new ChangeOptions();

    @Option(names = "--id", paramLabel = "ID", description = "The ID. Default: the next free number, or the title.")
    @Nullable String id;

    @Option(names = "--kind", paramLabel = "KIND", description = "A kind of proposal from pressroom.yaml. Default: the archive's own.")
    @Nullable String kind;

    @Option(names = "--size", paramLabel = "SIZE", description = "full or light. Default: full.")
    @Nullable String size;

    @Option(names = "--team", paramLabel = "TEAM", description = "Whose proposal it is.")
    @Nullable String team;

    @Option(names = "--customer", paramLabel = "CUSTOMER", description = "Who has the problem.")
    @Nullable String customer;

    @Option(names = "--author", paramLabel = "NAME", split = ",", description = "Who writes it. Default: your name in git.")
    List<String> authors = new ArrayList<>();

    @Option(names = "--problem", paramLabel = "TEXT", description = "The problem; earlier proposals that tackled it are shown first.")
    @Nullable String problem;

    @Option(names = "--from", paramLabel = "ID", description = "An earlier proposal of which this is a second attempt.")
    @Nullable String from;

    @Option(names = "--language", paramLabel = "LANGUAGE", description = "en, de, fr, es, pt, ja, ko or zh. Default: that of the site.")
    @Nullable String language;

    @Option(names = "--dir", paramLabel = "DIR", description = "The folder, below the archive's root. Default: where the latest proposal is.")
    @Nullable String folder;

    @Parameters(index = "0", paramLabel = "TITLE", description = "The title.")
    String title = "";

    @Parameters(index = "1", arity = "0..1", paramLabel = "ARCHIVE", description = "A working tree or folder. Default: the current folder.")
    @Nullable String archive;

    NewCommand(Terminal terminal) {
        this.terminal = terminal;
    }

    @Override
    public Integer call() throws IOException {
        if (title.isBlank() || title.indexOf('\n') >= 0) {
            throw new UsageException("a title is one line of text: pressroom new 'Keys by post'");
        }
        ArchiveRequest request = common.request(archive, null, terminal);
        try (ArchiveSession session = ArchiveSession.open(request)) {
            Path root = session.tree().folder().orElseThrow(() -> new UsageException(session.tree().description() + " is not on disk; check out a working tree"));
            DocumentLookup documents = DocumentLookup.of(session, Workers.onAllCores());
            Questions questions = new Questions(terminal, change.yes || common.format == OutputFormat.JSON);
            LocalDate today = common.today(terminal);
            NewDocument place = NewDocument.of(session, documents, title.strip(), kind, id, folder, today);
            String words = language(session);
            boolean light = size(questions, place).equals("light");
            String whose = questions.text("Team", team).orElse(null);
            String who = questions.text("Customer", customer).orElse(null);
            String what = problem == null && questions.asking() ? questions.text("The problem, in a sentence or two", null).orElse(null) : problem;
            List<SimilarHit> earlier = what == null || session.documents().isEmpty() ? List.of() : earlier(request, what);
            show(earlier);
            Earlier second = from == null ? null : Earlier.of(new Lifecycle(session, Workers.onAllCores(), false).find(from));
            String text = ProposalText.of(new ProposalText.Start(place.id(), title.strip(), place.kind(), words, light, authors(root), whose, who, today,
                what, second == null ? null : second.id, second == null ? List.of() : second.learned));
            if (change.dryRun) {
                return print(place, text, earlier, null, false);
            }
            if (change.commit) {
                new UserGit(root).checkCommit();
            }
            if (!questions.yes("Write " + place.path() + "?")) {
                common.remark(terminal, "nothing was written");
                return ExitCodes.CLEAN;
            }
            Path file = place.write(session, text);
            String commit = change.commit ? new UserGit(root).commit(List.of(file), place.id() + ": first draft") : null;
            return print(place, text, earlier, commit, true);
        }
    }

    private String language(ArchiveSession session) {
        String site = session.configuration().site().language();
        if (language == null) {
            return ProposalText.LANGUAGES.contains(site) ? site : "en";
        }
        String written = language.toLowerCase(Locale.ROOT);
        if (!ProposalText.LANGUAGES.contains(written)) {
            throw new UsageException("`" + language + "` is not a language for proposals; " + Nearest.of(written, ProposalText.LANGUAGES).map(near -> "did you mean " + near + "? ").orElse("")
                + "there are " + String.join(", ", ProposalText.LANGUAGES));
        }
        return written;
    }

    private String size(Questions questions, NewDocument place) throws IOException {
        List<String> sizes = Vocabulary.SIZES;
        if (size != null && !sizes.contains(size.toLowerCase(Locale.ROOT))) {
            throw new UsageException("`" + size + "` is not a size; there are " + String.join(", ", sizes));
        }
        return size != null ? size.toLowerCase(Locale.ROOT) : place.kind().prfaq() ? questions.word("Size", sizes, sizes.getFirst()) : sizes.getFirst();
    }

    private List<String> authors(Path root) {
        List<String> named = DecisionOptions.names(authors);
        return named.isEmpty() ? new UserGit(root).name().map(List::of).orElse(List.of()) : named;
    }

    private List<SimilarHit> earlier(ArchiveRequest request, String text) throws IOException {
        try (SearchSession session = SearchSession.open(request, common.cache(request.location(), terminal), Version.text(), Workers.onAllCores())) {
            SimilarResult result = new Similar(session.index(), new TableLikeness(session.index(), Encoder.shipped()))
                .find(text, Language.ofFewWords(text).equals(Meanings.LANGUAGE), null, SHOWN);
            return result.hits();
        }
    }

    private void show(List<SimilarHit> earlier) {
        if (!earlier.isEmpty()) {
            common.remark(terminal, "earlier proposals with a similar problem:");
            earlier.forEach(hit -> common.remark(terminal, "  " + hit.id() + "  " + hit.title() + (hit.status() == null ? "" : " (" + hit.status() + ")")));
        }
    }

    private int print(NewDocument place, String text, List<SimilarHit> earlier, @Nullable String commit, boolean written) {
        if (common.format == OutputFormat.JSON) {
            terminal.out().in(Printer.Form.JSON).print(Json.pretty(Json.object("id", place.id(), "file", place.path().path(), "written", written, "commit", commit,
                "similar", earlier.stream().map(hit -> Json.object("id", hit.id(), "title", hit.title(), "status", hit.status(), "score", hit.score())).toList())));
        } else if (written) {
            terminal.out().println(place.path().path());
            common.remark(terminal, "fill in what is marked TODO; `pressroom serve --open` shows it as you write" + (commit == null ? "" : "; committed as " + commit));
        } else {
            terminal.out().print(text);
            common.remark(terminal, place.path() + " was not written");
        }
        return ExitCodes.CLEAN;
    }

    /// What came of an earlier attempt, as its metadata have it.
    private record Earlier(String id, List<String> learned) {

        static Earlier of(Lifecycle.Now now) {
            List<String> learned = new ArrayList<>();
            for (String path : List.of("status", "decision.reason", "decision.text", "prediction.text", "outcome", "result", "actual")) {
                now.fields().stream().filter(field -> field.path().equals(path) && field.present()).findFirst()
                    .ifPresent(field -> learned.add(path.replaceFirst("^(?:decision|prediction)\\.text$", path.startsWith("d") ? "why" : "prediction").replaceFirst("^decision\\.", "")
                        + ": " + text(field)));
            }
            return new Earlier(now.head().id().shown(), learned);
        }

        private static String text(MetadataField field) {
            return field.value() instanceof YamlValue.Scalar scalar ? scalar.text().strip().lines().map(String::strip).collect(Collectors.joining(" ")) : "";
        }
    }
}
