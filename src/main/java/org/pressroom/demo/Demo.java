package org.pressroom.demo;

import org.pressroom.config.Configuration;
import org.pressroom.git.NewRepository;
import org.pressroom.git.RawCommit;
import org.pressroom.model.Document;
import org.pressroom.model.Metadata;
import org.pressroom.parse.DocumentParser;
import org.pressroom.parse.ParseOutcome;
import org.pressroom.source.SourceFile;
import org.pressroom.source.SourcePath;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Collectors;

/// Lays the sample archive down as a repository, as if it had been written as its documents say. Every commit has the same
/// id whenever and wherever it is made.
public final class Demo {

    /// Every so many documents, one began among the drafts and moved when it was ready.
    private static final int MOVED = 6;
    /// This one was written on a branch until it was decided.
    private static final String BRANCHED = "0026";
    /// Until that day one of them went by another name.
    private static final LocalDate NAMED = LocalDate.of(2018, 1, 2);
    private static final String RENAMED = "Marek Nowak";
    private static final RawCommit.Author FORMER = new RawCommit.Author("marek", "workshop@mendwell.example");
    private static final int MINUTES_APART = 7;

    private static final String README = """
        # Mendwell: working backwards

        Proposals of an invented repair company, and what became of them. Each is a file below `content/`; git records who changed
        what, and when. `pressroom build` makes a site of them.
        """;
    private static final String CONFIGURATION = """
        site:
          name: Mendwell
          tagline: The ideas we had, and how they turned out.
        """;

    /// One commit to come.
    private record Step(String path, String id, Life.Event event) { }

    private final NewRepository repository;
    private final SortedMap<String, byte[]> files = new TreeMap<>();
    private final SortedMap<String, byte[]> images = new TreeMap<>();
    private final Map<String, String> drafts = new HashMap<>();
    private String main = "";
    private String branch = "";
    private final SortedMap<String, byte[]> branchBase = new TreeMap<>();
    private final SortedMap<String, byte[]> branchFiles = new TreeMap<>();
    private int commits;
    private LocalDate today = LocalDate.MIN;
    private int ofToday;

    private Demo(NewRepository repository) {
        this.repository = repository;
    }

    /// Makes the repository.
    ///
    /// @param folder empty, or not there yet
    /// @return the number of its commits
    /// @throws org.pressroom.git.ArchiveException when the folder can't be used
    public static int layDown(Path folder) {
        try (NewRepository repository = NewRepository.in(folder)) {
            Demo demo = new Demo(repository);
            demo.write(Sample.files());
            repository.finish(demo.main);
            return demo.commits;
        }
    }

    private void write(SortedMap<String, byte[]> sample) {
        List<Step> steps = steps(sample);
        LocalDate first = steps.getFirst().event.day().minusDays(7);
        files.put("README.md", README.getBytes(StandardCharsets.UTF_8));
        files.put("pressroom.yaml", CONFIGURATION.getBytes(StandardCharsets.UTF_8));
        commit(first, "Ruth Okafor", "A place for proposals\n");
        boolean mapped = false;
        for (Step step : steps) {
            if (!mapped && !step.event.day().isBefore(NAMED)) {
                String line = RENAMED + " <" + mail(RENAMED) + "> " + FORMER.name() + " <" + FORMER.mail() + ">\n";
                files.put(".mailmap", line.getBytes(StandardCharsets.UTF_8));
                commit(NAMED, RENAMED, "One name for one person\n");
                mapped = true;
            }
            take(step);
        }
    }

    private List<Step> steps(SortedMap<String, byte[]> sample) {
        DocumentParser parser = new DocumentParser(Configuration.DEFAULT, _ -> false);
        Map<String, Document> documents = new TreeMap<>();
        Map<String, LocalDate> superseded = new HashMap<>();
        sample.forEach((path, bytes) -> {
            if (!path.endsWith(".md")) {
                images.put(path, bytes);
            } else if (parser.parse(new SourceFile(SourcePath.of(path), "", bytes)) instanceof ParseOutcome.Parsed parsed) {
                documents.put(path, parsed.document());
            }
        });
        for (Document document : documents.values()) {
            Metadata metadata = document.metadata();
            if (metadata.decision() != null && metadata.decision().date() != null) {
                metadata.supersedes().forEach(id -> superseded.put(id, metadata.decision().date()));
            }
        }
        List<Step> steps = new ArrayList<>();
        int number = 0;
        for (Map.Entry<String, Document> document : documents.entrySet()) {
            String path = document.getKey();
            String id = document.getValue().id().value();
            if (number++ % MOVED == MOVED / 2) {
                drafts.put(path, "content/drafts/" + path.substring(path.lastIndexOf('/') + 1));
            }
            String text = new String(sample.get(path), StandardCharsets.UTF_8);
            Life.of(document.getValue().metadata(), text, superseded.get(id)).forEach(event -> steps.add(new Step(path, id, event)));
        }
        steps.sort(Comparator.comparing((Step step) -> step.event.day()).thenComparing(Step::path));
        return steps;
    }

    private void take(Step step) {
        Life.Event event = step.event;
        String draft = drafts.get(step.path);
        if (event.renamed()) {
            drafts.remove(step.path);
            files.remove(String.valueOf(draft));
        }
        String path = drafts.getOrDefault(step.path, step.path);
        boolean branched = step.id.equals(BRANCHED);
        if (branched && event.summary().startsWith("decision")) {
            files.putAll(branchFiles);
            List<String> parents = List.of(main, branch);
            put(files, path, event);
            main = commit(files, parents, event.day(), event.author(), message(step, "merge, " + event.summary()));
            branch = "";
        } else if (branched && !branch.isEmpty() || branched && event.summary().equals("first draft")) {
            String parent = branch.isEmpty() ? main : branch;
            if (branch.isEmpty()) {
                branchBase.putAll(files);
            }
            put(branchFiles, path, event);
            SortedMap<String, byte[]> all = new TreeMap<>(branchBase);
            all.putAll(branchFiles);
            branch = commit(all, List.of(parent), event.day(), event.author(), message(step, event.summary()));
        } else {
            put(files, path, event);
            commit(event.day(), event.author(), message(step, event.summary()));
        }
    }

    private void put(SortedMap<String, byte[]> into, String path, Life.Event event) {
        into.put(path, event.text().getBytes(StandardCharsets.UTF_8));
        String text = event.text();
        String folder = path.substring(0, path.lastIndexOf('/') + 1);
        images.forEach((image, bytes) -> {
            if (image.startsWith(folder) && text.contains(image.substring(folder.length()))) {
                into.put(image, bytes);
            }
        });
    }

    private static String message(Step step, String summary) {
        String others = step.event.others().stream().map(name -> "Co-authored-by: " + name + " <" + mail(name) + ">\n").collect(Collectors.joining());
        return step.id + ": " + summary + "\n" + (others.isEmpty() ? "" : "\n" + others);
    }

    private void commit(LocalDate day, String author, String message) {
        main = commit(files, main.isEmpty() ? List.of() : List.of(main), day, author, message);
    }

    private String commit(SortedMap<String, byte[]> all, List<String> parents, LocalDate day, String author, String message) {
        ofToday = day.equals(today) ? ofToday + 1 : 0;
        today = day;
        Instant time = day.atTime(9, 0).plusMinutes((long) ofToday * MINUTES_APART).toInstant(ZoneOffset.UTC);
        RawCommit.Author who = author.equals(RENAMED) && day.isBefore(NAMED) ? FORMER : new RawCommit.Author(author, mail(author));
        commits++;
        return repository.commit(all, parents, who, time, message);
    }

    /// An address that nobody has; of a name in another script, one made of its letters' numbers.
    private static String mail(String name) {
        String ascii = name.toLowerCase(Locale.ROOT).replaceAll("[^a-z]+", ".").replaceAll("^\\.|\\.$", "");
        return (ascii.isEmpty() ? "u" + Integer.toHexString(name.hashCode()) : ascii) + "@mendwell.example";
    }
}
