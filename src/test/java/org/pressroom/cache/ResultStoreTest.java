package org.pressroom.cache;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.pressroom.cache.ResultStore.Kind;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Random;

class ResultStoreTest {

    private static final Key ONE = new Fingerprint("one").key();
    private static final Key TWO = new Fingerprint("two").key();

    @TempDir
    Path folder;

    private final List<String> remarks = new ArrayList<>();

    private ResultStore open() {
        return ResultStore.open(folder, remarks::add).orElseThrow();
    }

    private static byte[] value(int seed, int length) {
        byte[] value = new byte[length];
        new Random(seed).nextBytes(value);
        return value;
    }

    @Test
    void resultsOutliveTheBuild() {
        try (ResultStore store = open()) {
            assertTrue(store.get(Kind.BODY, ONE).isEmpty());
            store.put(Kind.BODY, ONE, () -> value(1, 50_000));
            store.put(Kind.BODY, TWO, () -> new byte[0]);
            store.put(Kind.HEAD, ONE, () -> value(2, 10));
        }
        try (ResultStore store = open()) {
            assertArrayEquals(value(1, 50_000), store.get(Kind.BODY, ONE).orElseThrow());
            assertArrayEquals(new byte[0], store.get(Kind.BODY, TWO).orElseThrow());
            assertArrayEquals(value(2, 10), store.get(Kind.HEAD, ONE).orElseThrow());
            assertTrue(store.holds(Kind.HEAD, ONE));
            assertFalse(store.holds(Kind.READING, ONE));
        }
        assertEquals(List.of(), remarks);
    }

    @Test
    void whatNoBuildNeedsGoesAndTheRestStays() {
        try (ResultStore store = open()) {
            store.put(Kind.HEAD, ONE, () -> value(1, 10));
            store.put(Kind.HEAD, TWO, () -> value(2, 10));
            store.forgetUnused(EnumSet.of(Kind.HEAD));
        }
        for (int build = 1; build < ResultStore.BUILDS; build++) {
            useOne();
            try (ResultStore store = open()) {
                assertTrue(store.holds(Kind.HEAD, TWO), "after " + build);
            }
        }
        useOne();
        try (ResultStore store = open()) {
            assertTrue(store.holds(Kind.HEAD, ONE));
            assertFalse(store.holds(Kind.HEAD, TWO));
        }
    }

    private void useOne() {
        try (ResultStore store = open()) {
            assertTrue(store.get(Kind.HEAD, ONE).isPresent());
            store.forgetUnused(EnumSet.of(Kind.HEAD));
        }
    }

    @Test
    void theFileDoesNotGrowWithBuilds() throws IOException {
        long first = 0;
        for (int build = 0; build < 40; build++) {
            try (ResultStore store = open()) {
                for (int n = 0; n < 50; n++) {
                    byte[] made = value(n, 20_000);
                    store.put(Kind.BODY, new Fingerprint("body").number(build).number(n).key(), () -> made);
                }
                store.forgetUnused(EnumSet.of(Kind.BODY));
            }
            first = build == 0 ? Files.size(folder.resolve(ResultStore.FILE)) : first;
        }
        long last = Files.size(folder.resolve(ResultStore.FILE));
        assertTrue(last < first * (ResultStore.BUILDS + 1) * 3, first + " bytes after one build, " + last + " after 40");
    }

    @Test
    void anotherBuildThatHasItIsNotWaitedFor() {
        try (ResultStore store = open()) {
            store.put(Kind.HEAD, ONE, () -> value(1, 10));
            assertTrue(ResultStore.open(folder, remarks::add).isEmpty());
            assertEquals(1, remarks.size());
            assertTrue(remarks.getFirst().contains("another build"), remarks.getFirst());
            assertTrue(store.get(Kind.HEAD, ONE).isPresent());
        }
    }

    @Test
    void damageCostsResultsAndNothingElse() throws IOException {
        Path file = folder.resolve(ResultStore.FILE);
        byte[] sound = filled(file);
        Random random = new Random(3);
        for (int n = 0; n < 60; n++) {
            byte[] damaged = switch (n % 4) {
                case 0 -> Arrays.copyOf(sound, random.nextInt(sound.length));
                case 1 -> value(n, random.nextInt(100_000));
                case 2 -> new byte[sound.length];
                default -> {
                    byte[] some = sound.clone();
                    for (int i = 0; i < 200; i++) {
                        some[random.nextInt(some.length)] ^= (byte) (1 + random.nextInt(255));
                    }
                    yield some;
                }
            };
            Files.write(file, damaged);
            try (ResultStore store = open()) {
                for (int i = 0; i < 40; i++) {
                    int number = i;
                    store.get(Kind.BODY, new Fingerprint("body").number(i).key()).ifPresent(kept -> assertArrayEquals(value(number, 3_000), kept));
                    byte[] made = value(i, 3_000);
                    store.put(Kind.READING, new Fingerprint("new").number(i).key(), () -> made);
                }
                store.forgetUnused(EnumSet.allOf(Kind.class));
            }
        }
    }

    private byte[] filled(Path file) throws IOException {
        try (ResultStore store = open()) {
            for (int i = 0; i < 40; i++) {
                byte[] made = value(i, 3_000);
                store.put(Kind.BODY, new Fingerprint("body").number(i).key(), () -> made);
            }
        }
        return Files.readAllBytes(file);
    }

    @Test
    void aStoreOfNothingGivesNothing() {
        try (ResultStore store = ResultStore.none()) {
            store.put(Kind.HEAD, ONE, () -> value(1, 10));
            assertTrue(store.get(Kind.HEAD, ONE).isEmpty());
            assertFalse(store.holds(Kind.HEAD, ONE));
            store.forgetUnused(EnumSet.allOf(Kind.class));
        }
    }
}
