package org.pressroom.build;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.pressroom.Site;
import org.pressroom.diagnostic.Severity;
import org.pressroom.git.AllowedPlaces;
import org.pressroom.git.Mirrors;
import org.pressroom.meaning.SentenceVector;
import org.pressroom.parallel.Workers;
import org.pressroom.search.ProposalText;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.Random;

/// What a sentence model made of proposals is kept, and is what it would make of them now.
class SentenceVectorsTest {

    private static final ProposalText PARCELS = new ProposalText("Parcels", "Nobody is at home when the parcel comes.", "A box at the corner.");
    private static final ProposalText TRAINS = new ProposalText("Trains", "The last train leaves before the play ends.", "A later train.");
    private static final Workers WORKERS = new Workers(2);

    @TempDir
    Path cache;

    private final LetterModel model = new LetterModel("letters 1");
    private final List<String> remarks = new ArrayList<>();

    private SentenceVectors open() {
        return SentenceVectors.open(model, cache, remarks::add);
    }

    private Path file() {
        return cache.resolve(SentenceVectors.FILE);
    }

    private void read(ProposalText... texts) {
        try (SentenceVectors vectors = open()) {
            for (ProposalText text : texts) {
                assertEquals(text.vector(new LetterModel("")), vectors.of(text));
            }
        }
    }

    @Test
    void aTextIsReadOnce() {
        read(PARCELS, TRAINS, PARCELS);
        assertEquals(6, model.read.get(), "three texts of each");
        read(TRAINS, PARCELS);
        assertEquals(6, model.read.get());
        assertEquals(List.of(), remarks);
    }

    @Test
    void whatNobodyAsksForIsDroppedAndWhatIsNewIsRead() throws IOException {
        read(PARCELS, TRAINS);
        long both = Files.size(file());
        read(TRAINS);
        assertEquals(both - ProposalText.DIGEST_BYTES - SentenceVector.BYTES, Files.size(file()));
        read(new ProposalText("Trains", "The last train leaves before the play ends!", "A later train."), TRAINS);
        assertEquals(9, model.read.get());
        assertEquals(both, Files.size(file()));
    }

    @Test
    void nothingIsWrittenWhenNothingChanged() throws IOException {
        read(PARCELS, TRAINS);
        Object before = Files.readAttributes(file(), "unix:ino").get("ino");
        read(PARCELS, TRAINS);
        assertEquals(before, Files.readAttributes(file(), "unix:ino").get("ino"));
    }

    @Test
    void anotherModelsVectorsAreNotTaken() {
        read(PARCELS);
        LetterModel other = new LetterModel("letters 2");
        for (int i = 0; i < 2; i++) {
            try (SentenceVectors vectors = SentenceVectors.open(other, cache, remarks::add)) {
                vectors.of(PARCELS);
            }
        }
        assertEquals(3, other.read.get());
        assertEquals(List.of(), remarks);
    }

    @Test
    void aDamagedFileIsNoticedAndMadeAgain() throws IOException {
        read(PARCELS, TRAINS);
        byte[] sound = Files.readAllBytes(file());
        Random random = new Random(7);
        for (int i = 0; i < 200; i++) {
            byte[] damaged = i % 2 == 0 ? sound.clone() : Arrays.copyOf(sound, random.nextInt(sound.length));
            if (i % 2 == 0) {
                damaged[random.nextInt(sound.length)] ^= (byte) (1 << random.nextInt(8));
            }
            Files.write(file(), damaged);
            remarks.clear();
            model.read.set(0);
            read(PARCELS, TRAINS);
            assertEquals(6, model.read.get());
            assertEquals(1, remarks.size(), () -> String.valueOf(damaged.length));
            assertTrue(remarks.getFirst().contains("damaged") && remarks.getFirst().contains(file().toString()), remarks.getFirst());
            assertEquals(-1, Arrays.mismatch(sound, Files.readAllBytes(file())));
        }
    }

    /// A file is there before the end, with nearly all that was read.
    @Test
    void whoIsKilledLosesLittle() {
        SentenceVectors killed = open();
        // On one thread; what others have just made may be in the file too.
        Workers alone = new Workers(1);
        int all = SentenceVectors.UNSAVED * 2 + 5;
        alone.forEach(all, i -> killed.of(new ProposalText("Idea " + i, "", "")));
        assertEquals(all, model.read.getAndSet(0));
        try (SentenceVectors next = open()) {
            alone.forEach(all, i -> next.of(new ProposalText("Idea " + i, "", "")));
        }
        assertEquals(5, model.read.get());
    }

    @Test
    void whereNothingCanBeKeptItIsSaid() {
        try (SentenceVectors vectors = SentenceVectors.open(model, cache.resolve("nowhere"), remarks::add)) {
            vectors.of(PARCELS);
        }
        assertTrue(remarks.size() == 1 && remarks.getFirst().contains("can't be stored"), remarks.toString());
        try (SentenceVectors vectors = SentenceVectors.open(model, null, remarks::add)) {
            vectors.of(PARCELS);
        }
        assertEquals(1, remarks.size());
    }

    private static String idea(String id, String title, String problem) {
        return """
            -- content/%1$s.md --
            ---
            id: "%1$s"
            title: %2$s
            status: draft
            created: 2024-01-01
            ---

            # %2$s

            ## Problem

            %3$s

            ## Solution

            Something is done about it, by people who know how.
            """.formatted(id, title, problem);
    }

    private void build(Site site, Semantics semantics) {
        ArchiveRequest request = new ArchiveRequest(site.archive(), null, null, null, null, new Mirrors(site.home().resolve("mirrors"), false), null, AllowedPlaces.NONE);
        SiteBuild.run(request, new BuildOptions(site.output(), null, false, Severity.ERROR, LocalDate.EPOCH, "1", cache, semantics, false, List.of(), false, false),
            WORKERS, Progress.NONE);
    }

    /// The same texts, whether they come from the documents or from the index; and of a German one none.
    @Test
    void whatABuildHasReadNeedNotBeReadAgain() throws IOException {
        try (Site site = Site.of(idea("0001", "A box for parcels", "Nobody is at home when the parcel\n  comes, so it goes back to a depot.")
                + idea("0002", "Ein Kasten für Pakete", "Niemand ist zu Hause, wenn das Paket kommt, und dann wird es wieder mitgenommen.")
                + "-- content/0003.md --\n---\nid: \"0003\"\ntitle: No parts at all\nstatus: draft\n---\n\nThere is no heading here, and this text is all that it says.\n"
                + idea("0004", "A very long story", "This is told in great detail. ".repeat(300)))) {
            try (SentenceVectors vectors = open()) {
                build(site, new Semantics.Model(vectors));
            }
            int read = model.read.getAndSet(0);
            assertTrue(read >= 8, read + " texts of three ideas");
            ArchiveRequest request = new ArchiveRequest(site.archive(), null, null, null, null, new Mirrors(site.home().resolve("mirrors"), false), null, AllowedPlaces.NONE);
            try (SentenceVectors vectors = open(); SearchSession session = SearchSession.open(request, cache, "1", WORKERS)) {
                List<@Nullable SentenceVector> found = vectors.of(session.index(), WORKERS, Progress.NONE);
                assertEquals(4, found.size());
                assertEquals(1, found.stream().filter(Objects::isNull).count());
                assertEquals(0, model.read.get());
                Files.delete(file());
            }
            try (SentenceVectors vectors = open(); SearchSession session = SearchSession.open(request, cache, "1", WORKERS)) {
                vectors.of(session.index(), WORKERS, Progress.NONE);
                assertEquals(read, model.read.get());
                assertEquals("the sentence model is reading 3 new ideas", remarks.getLast());
            }
        }
    }

    /// What the model finds alike stands on the page of an idea; by words alone nothing does.
    @Test
    void anIdeasPageListsWhatTheModelFindsAlike() {
        String files = idea("0001", "A box for parcels", "Nobody is at home when the parcel comes, so it goes back to the depot.")
            + idea("0002", "A shelf for parcels", "Nobody is at home when the parcel comes, so it goes back to a depot.")
            + idea("0003", "Later trains", "The play ends at eleven and the last train has left at half past ten, so people leave early.");
        try (Site site = Site.of(files)) {
            try (SentenceVectors vectors = open()) {
                build(site, new Semantics.Model(vectors));
            }
            String first = site.page("ideas/0001.html");
            assertTrue(first.contains("Similar problems") && first.contains("A shelf for parcels"), first);
            assertFalse(first.contains("Later trains"), first);
            assertFalse(site.page("ideas/0003.html").contains("Similar problems"));
            build(site, new Semantics.Words());
            assertFalse(site.page("ideas/0001.html").contains("Similar problems"));
        }
    }

    @Test
    void textsThatAreMissingLeaveTheirWeightToTheOthers() {
        SentenceVector title = new ProposalText("Nobody is at home", "", " ").vector(model);
        assertEquals(1, title.along(model.vector("Nobody is at home")), 0.01);
        SentenceVector nothing = new ProposalText("", "", "").vector(model);
        assertEquals(0, nothing.cosine(title));
        SentenceVector three = PARCELS.vector(model);
        double weighed = 0.25 * cosine("Parcels") + 0.6 * cosine(PARCELS.problem()) + 0.15 * cosine(PARCELS.solution());
        assertEquals(weighed, three.along(model.vector("nobody was at home")), 0.01);
    }

    private double cosine(String text) {
        float[] a = model.vector(text);
        float[] b = model.vector("nobody was at home");
        double sum = 0;
        for (int d = 0; d < a.length; d++) {
            sum += a[d] * b[d];
        }
        return sum;
    }

    @Test
    void aLongTextIsCutBetweenCharacters() {
        String long1 = "a".repeat(1_999) + "😀" + "b".repeat(10);
        assertEquals("a".repeat(1_999), new ProposalText(long1, "", "").title());
        assertEquals(2_000, new ProposalText("", "c".repeat(5_000), "").problem().length());
    }
}
