package org.pressroom.bench;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.random.RandomGenerator;

/// Makes git repositories of PR/FAQs that no one wrote: any number of documents and commits, the same for the same seed.
///
/// Documents are of about 10 KB each and in the styles that real ones have: front matter and other carriers of metadata,
/// press releases with headings, labels and neither, FAQs in five forms, tables, lists, code, footnotes, links between
/// documents, a few in Japanese, a few restricted. Each commit adds or revises one document, over ten years. The
/// repository goes through `git fast-import`, so that the `git` program is needed and 25,000 commits take seconds.
public final class ArchiveGenerator {

    private static final int LINKABLE = 8;

    private final Vocabulary vocabulary = new Vocabulary();
    private final int documents;
    private final long seed;

    private ArchiveGenerator(int documents, long seed) {
        this.documents = documents;
        this.seed = seed;
    }

    /// One commit: which revision of which document, and when.
    private record Event(long time, int document, int revision) { }

    /// Makes a repository with its working tree.
    ///
    /// @param folder  does not exist yet
    /// @param commits at least as many as documents
    public static void generate(Path folder, int documents, int commits, long seed) throws IOException {
        if (documents < 1 || commits < documents) {
            throw new IllegalArgumentException(documents + " documents in " + commits + " commits");
        }
        new ArchiveGenerator(documents, seed).generate(folder, commits);
    }

    private void generate(Path folder, int commits) throws IOException {
        Files.createDirectories(folder);
        run(folder, "init", "-q", "-b", "main");
        int[] revisions = new int[documents];
        List<Event> events = events(commits, revisions);
        Process git = git(folder, "fast-import", "--quiet").redirectInput(ProcessBuilder.Redirect.PIPE).start();
        try (OutputStream out = new BufferedOutputStream(git.getOutputStream(), 1 << 16)) {
            for (Event event : events) {
                commit(out, event, revisions[event.document]);
            }
        }
        await(git, "fast-import");
        run(folder, "reset", "-q", "--hard");
    }

    private List<Event> events(int commits, int[] revisions) {
        RandomGenerator random = Proposal.random(seed, 0, 3);
        for (int i = 0; i < commits; i++) {
            // Some documents are revised often, most hardly ever.
            revisions[i < documents ? i : (int) (documents * Math.sqrt(random.nextDouble() * random.nextDouble()))]++;
        }
        List<Event> events = new ArrayList<>(commits);
        for (int d = 0; d < documents; d++) {
            long time = (Proposal.BEGIN.toEpochDay() + (long) d * (Proposal.DAYS - 240) / documents) * 86_400 + random.nextInt(30_000, 64_000);
            for (int revision = 1; revision <= revisions[d]; revision++) {
                events.add(new Event(time, d, revision));
                time += random.nextLong(3_600, 2 * 230 * 86_400L / (revisions[d] + 1));
            }
        }
        events.sort(Comparator.comparingLong(Event::time).thenComparingInt(Event::document));
        return events;
    }

    private void commit(OutputStream out, Event event, int revisions) throws IOException {
        Proposal proposal = Proposal.of(vocabulary, seed, event.document + 1, documents);
        byte[] text = ProposalText.write(proposal, linkable(event.document), vocabulary, seed, event.revision, revisions)
            .getBytes(StandardCharsets.UTF_8);
        String author = event.revision % 2 == 1 ? proposal.authors().getFirst() : proposal.sponsor();
        String who = author + " <" + author.replace(' ', '.') + "@mail.example> " + event.time + " "
            + (ZoneOffset.ofHours(event.document % 3).equals(ZoneOffset.UTC) ? "+0000" : "+0" + event.document % 3 + "00") + "\n";
        byte[] message = ((event.revision == 1 ? "Add " : "Revise ") + proposal.title()).getBytes(StandardCharsets.UTF_8);
        print(out, "commit refs/heads/main\nauthor " + who + "committer " + who + "data " + message.length + "\n");
        out.write(message);
        print(out, "\nM 100644 inline " + proposal.path() + "\ndata " + text.length + "\n");
        out.write(text);
        print(out, "\n");
    }

    private static void print(OutputStream out, String text) throws IOException {
        out.write(text.getBytes(StandardCharsets.UTF_8));
    }

    private List<Proposal> linkable(int document) {
        RandomGenerator random = Proposal.random(seed, document, 4);
        List<Proposal> earlier = new ArrayList<>();
        for (int i = 0; i < LINKABLE && document > 0; i++) {
            earlier.add(Proposal.of(vocabulary, seed, 1 + random.nextInt(document), documents));
        }
        return earlier;
    }

    private static ProcessBuilder git(Path folder, String... arguments) {
        List<String> command = new ArrayList<>(List.of("git", "-C", folder.toString()));
        command.addAll(List.of(arguments));
        return new ProcessBuilder(command).redirectErrorStream(true).redirectOutput(ProcessBuilder.Redirect.INHERIT);
    }

    private static void run(Path folder, String... arguments) throws IOException {
        await(git(folder, arguments).start(), arguments[0]);
    }

    private static void await(Process git, String what) throws IOException {
        try {
            if (git.waitFor() != 0) {
                throw new IOException("git " + what + " failed with " + git.exitValue());
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException("interrupted in git " + what, e);
        }
    }

    /// The words of which generated archives are written, but for numbers and codes.
    public static List<String> words() {
        return new Vocabulary().words();
    }

    /// Makes an archive by hand: folder, documents, commits, seed.
    public static void main(String[] arguments) throws IOException {
        generate(Path.of(arguments[0]), Integer.parseInt(arguments[1]), Integer.parseInt(arguments[2]), Long.parseLong(arguments[3]));
    }
}
