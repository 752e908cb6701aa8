package org.pressroom.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.pressroom.json.Json;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/// Has it been tried?
class SimilarCommandTest {

    @TempDir
    Path folder;

    private Path archive = Path.of("");

    @BeforeEach
    void lay() throws IOException {
        Files.createDirectories(folder.resolve("archive/content"));
        archive = folder.resolve("archive");
        write("0001", "Medicine in a numbered box", "declined", """
            Older people forget which pill they have taken, and take it twice or not at all. Nurses count boxes in the evening.
            """);
        write("0002", "A parking space by the hour", "approved", """
            Drivers circle the station for twenty minutes in the morning, and give up and drive to work.
            """);
        write("0003", "Rechnungen auf einen Blick", "draft", """
            Die Kunden finden auf der Rechnung nicht, was sie zahlen sollen, und rufen deshalb bei uns an. Das ist nicht gut.
            """);
        write("0004", "Invoices that are paid", "draft", """
            Small suppliers wait six weeks for their money, because invoices lie in a tray until somebody signs them.
            """);
    }

    private void write(String id, String title, String status, String problem) throws IOException {
        Files.writeString(archive.resolve("content/" + id + ".md"), """
            ---
            id: "%s"
            title: %s
            status: %s
            created: 2024-01-0%s
            decision: {date: 2024-02-01, deciders: [Ida Moen], reason: not-viable, text: Too dear for what it saves.}
            ---

            # %s

            ## Problem

            %s

            ## Solution

            Something is done about it.
            """.formatted(id, title, status, id.substring(3), title, problem));
    }

    private CommandLineRun run(String... arguments) {
        String[] all = new String[arguments.length + 2];
        all[0] = "similar";
        System.arraycopy(arguments, 0, all, 1, arguments.length);
        all[all.length - 1] = archive.toString();
        return CommandLineRun.of(folder, all);
    }

    private Path text(String text) throws IOException {
        return Files.writeString(folder.resolve("question.md"), text);
    }

    @SuppressWarnings("unchecked")
    private static List<Map<String, Object>> hits(Object answer) {
        return (List<Map<String, Object>>) Objects.requireNonNull(((Map<String, Object>) answer).get("hits"));
    }

    private static List<Map<String, Object>> hitsIn(String line) throws IOException {
        return hits(Objects.requireNonNull(Json.read(line)));
    }

    private static double score(Map<String, Object> hit) {
        return (double) Objects.requireNonNull(hit.get("score"));
    }

    @Test
    @SuppressWarnings("unchecked")
    void aProblemInOtherWordsIsFound() throws IOException {
        CommandLineRun run = run("--format", "json", "--limit", "2", "--file", text("elderly patients mix up their drug doses").toString());
        assertEquals(0, run.code(), run.err());
        Map<String, Object> answer = (Map<String, Object>) run.json();
        assertEquals(List.of("verdict", "hits"), List.copyOf(answer.keySet()));
        assertEquals(2, hits(answer).size());
        Map<String, Object> hit = hits(answer).getFirst();
        assertEquals(List.of("id", "title", "url", "score", "status", "outcome", "reason", "problem"), List.copyOf(hit.keySet()));
        assertEquals("0001", hit.get("id"));
        assertEquals("ideas/0001.html", hit.get("url"));
        assertEquals("declined", hit.get("status"));
        assertNull(hit.get("outcome"));
        assertEquals("not-viable", hit.get("reason"));
        assertTrue(String.valueOf(hit.get("problem")).startsWith("Older people forget"), hit.toString());
        assertTrue(score(hit) > score(hits(answer).get(1)));
    }

    @Test
    void peopleReadWhatBecameOfItAndWhy() throws IOException {
        String out = run("--file", text("elderly patients mix up their drug doses").toString()).out();
        assertTrue(out.contains("0001  Medicine in a numbered box  (declined)"), out);
        assertTrue(out.contains("Older people forget which pill"), out);
        assertTrue(out.contains("decided 2024-02-01 by Ida Moen: Too dear for what it saves."), out);
    }

    /// Each line has its answer, in the same order, whatever it says.
    @Test
    void aBatchHasAnAnswerForEachLine() throws IOException {
        Path lines = Files.writeString(folder.resolve("lines.txt"), "nowhere to leave the car near the trains\n\n???\nsuppliers get their cash too late\n");
        CommandLineRun run = run("--batch", lines.toString(), "--format", "json", "--limit", "1");
        List<String> answers = run.out().lines().toList();
        assertEquals(4, answers.size(), run.out());
        assertEquals("0002", hitsIn(answers.get(0)).getFirst().get("id"));
        assertEquals("{\"verdict\":\"none\",\"hits\":[]}", answers.get(1));
        assertEquals("{\"verdict\":\"none\",\"hits\":[]}", answers.get(2));
        assertEquals("0004", hitsIn(answers.get(3)).getFirst().get("id"));
        assertTrue(run.err().contains("the text has no words"), run.err());
    }

    @Test
    void ofADraftTheProblemIsTakenAndTheDraftItselfIsNoAnswer() throws IOException {
        Path draft = text("""
            ---
            id: "0004"
            title: Trains, stations and cars
            ---

            # Trains, stations and cars

            ## Problem

            Traders are not paid for a month and a half, since their bills aren't signed.

            ## Solution

            Parking spaces at the station for drivers.
            """);
        List<Map<String, Object>> hits = hits(run("--format", "json", "--file", draft.toString()).json());
        assertTrue(hits.stream().noneMatch(hit -> "0004".equals(hit.get("id"))), hits.toString());
        Files.writeString(draft, Files.readString(draft).replace("\"0004\"", "\"0009\""));
        assertEquals("0004", hits(run("--format", "json", "--file", draft.toString()).json()).getFirst().get("id"));
    }

    @Test
    void inAnotherLanguageWordsAreCompared() throws IOException {
        CommandLineRun run = run("--format", "json", "--file", text("Die Kunden verstehen ihre Rechnung nicht und rufen an").toString());
        assertEquals("0003", hits(run.json()).getFirst().get("id"));
        assertTrue(run.err().contains("compared by its words only"), run.err());
    }

    @Test
    void aMistakeIsAnsweredWithASentence() throws IOException {
        CommandLineRun missing = run("--file", folder.resolve("nothing.md").toString());
        assertEquals(3, missing.code());
        assertTrue(missing.err().contains("no such file: "), missing.err());
        assertTrue(run().err().contains("--file"), run().err());
        assertEquals(2, run().code());
        assertEquals(2, run("--file", "-", "--batch", "-").code());
        CommandLineRun empty = run("--file", text("").toString());
        assertEquals(0, empty.code(), empty.err());
        assertTrue(empty.out().startsWith("Nothing similar was found in 4 ideas."), empty.out());
        assertTrue(empty.err().contains("the text has no words"), empty.err());
        CommandLineRun huge = run("--file", text("the trains are late ".repeat(50_000)).toString());
        assertEquals(0, huge.code(), huge.err());
    }

    @Test
    void byWordsAloneOtherWordsFindNothing() throws IOException {
        String file = text("elderly patients confuse doses").toString();
        assertEquals(List.of(), hits(run("--semantic", "words", "--format", "json", "--file", file).json()));
        assertEquals("0001", hits(run("--semantic=TABLE", "--format", "json", "--file", file).json()).getFirst().get("id"));
        Files.writeString(folder.resolve("question.md"), "Which pill have they taken, and which pill not?");
        CommandLineRun words = run("--semantic", "words", "--format", "json", "--file", file);
        assertEquals("0001", hits(words.json()).getFirst().get("id"));
        assertEquals("", words.err());
    }

    @Test
    void whereTheModelIsMissingItIsSaidHowToGetIt() throws IOException {
        String file = text("elderly patients mix up their drug doses").toString();
        CommandLineRun run = run("--semantic", "model", "--file", file);
        assertEquals(3, run.code());
        assertTrue(run.err().startsWith("pressroom: the sentence model is not installed; start the program as ./pressroom") && run.err().lines().count() == 1, run.err());
        for (String command : List.of("build", "check")) {
            CommandLineRun other = CommandLineRun.of(folder, command, "--semantic=model", archive.toString());
            assertEquals(3, other.code(), command);
            assertTrue(other.err().contains("the sentence model is not installed"), other.err());
        }
    }

    @Test
    void aMistypedKindOfComparisonIsRecognised() throws IOException {
        CommandLineRun run = run("--semantic", "modle", "--file", text("x").toString());
        assertEquals(2, run.code());
        assertTrue(run.err().contains("--semantic modle is not one of words, table, model; did you mean model?"), run.err());
    }
}
