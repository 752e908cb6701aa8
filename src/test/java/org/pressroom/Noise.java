package org.pressroom;

import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.Tuple;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;

/// Texts and bytes that nobody would write, for properties that hold of any.
public final class Noise {

    private Noise() { }

    /// Any bytes, text put together from splinters, and documents of the sample archive that were damaged or have splinters in
    /// the middle.
    public static Arbitrary<byte[]> documents(List<String> splinters) {
        Arbitrary<byte[]> any = Arbitraries.bytes().array(byte[].class).ofMaxSize(2_000);
        return Arbitraries.frequencyOf(
            Tuple.of(1, any),
            Tuple.of(2, text(splinters, 300).map(text -> text.getBytes(StandardCharsets.UTF_8))),
            Tuple.of(2, damaged()),
            Tuple.of(4, mixed(splinters).map(text -> text.getBytes(StandardCharsets.UTF_8))));
    }

    /// Splinters in a row, with words between some of them.
    ///
    /// @param most of them
    public static Arbitrary<String> text(List<String> splinters, int most) {
        Arbitrary<String> word = Arbitraries.of(" word ", "");
        Arbitrary<String> piece = Combinators.combine(Arbitraries.of(splinters), word).as((splinter, more) -> splinter + more);
        return piece.list().ofMaxSize(most).map(pieces -> String.join("", pieces));
    }

    private static Arbitrary<byte[]> damaged() {
        Arbitrary<List<Integer>> places = Arbitraries.integers().between(0, 1 << 20).list().ofMinSize(1).ofMaxSize(6);
        return Combinators.combine(Arbitraries.of(samples()), places, Arbitraries.bytes(), Arbitraries.integers().between(1, 400)).as((sample, at, value, share) -> {
            byte[] changed = Arrays.copyOf(sample, share > 100 ? sample.length : Math.max(1, sample.length * share / 100));
            at.forEach(place -> changed[place % changed.length] = value);
            return changed;
        });
    }

    /// @param place of each change, counted round the text
    /// @param kind  0 takes out, 1 doubles, others put splinters in
    private record Change(int place, int kind, int length, String splinters) { }

    private static Arbitrary<String> mixed(List<String> splinters) {
        Arbitrary<String> inserted = Arbitraries.oneOf(text(splinters, 4), Combinators.combine(Arbitraries.of(splinters),
            Arbitraries.integers().between(1, 30)).as(String::repeat));
        Arbitrary<Change> change = Combinators.combine(Arbitraries.integers().between(0, 1 << 20), Arbitraries.integers().between(0, 3),
            Arbitraries.integers().between(0, 40), inserted).as(Change::new);
        return Combinators.combine(Arbitraries.of(samples()), change.list().ofMinSize(1).ofMaxSize(12)).as((sample, changes) -> {
            StringBuilder text = new StringBuilder(new String(sample, StandardCharsets.UTF_8));
            for (Change one : changes) {
                int at = one.place() % (text.length() + 1);
                int end = Math.min(text.length(), at + one.length());
                switch (one.kind()) {
                    case 0 -> text.delete(at, end);
                    case 1 -> text.insert(at, text.substring(at, end));
                    default -> text.insert(at, one.splinters());
                }
            }
            return text.toString();
        });
    }

    private static List<byte[]> samples() {
        try (Stream<Path> files = Files.walk(Path.of("content"))) {
            List<byte[]> samples = files.filter(file -> file.toString().endsWith(".md")).sorted().map(Noise::bytes).toList();
            if (samples.size() < 36) {
                throw new IllegalStateException("the sample archive has only " + samples.size() + " documents");
            }
            return samples;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static byte[] bytes(Path file) {
        try {
            return Files.readAllBytes(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
