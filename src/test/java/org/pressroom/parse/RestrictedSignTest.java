package org.pressroom.parse;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.pressroom.config.Configuration;
import org.pressroom.model.Visibility;
import org.pressroom.source.SourceFile;
import org.pressroom.source.SourcePath;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/// Which documents are taken for restricted: every one that a reader would take for it, and none that only speaks of it.
class RestrictedSignTest {

    private static final DocumentParser PARSER = new DocumentParser(Configuration.DEFAULT, _ -> false);

    private static Visibility of(String text) {
        return PARSER.head(new SourceFile(SourcePath.of("1.md"), "", text.getBytes(StandardCharsets.UTF_8))).visibility();
    }

    private static Stream<DynamicTest> tests(List<String> texts, Visibility expected) {
        return IntStream.range(0, texts.size()).mapToObj(i -> DynamicTest.dynamicTest(i + " " + texts.get(i).strip().lines().limit(6).toList(),
            () -> assertEquals(expected, of(texts.get(i)), texts.get(i))));
    }

    @TestFactory
    Stream<DynamicTest> everyHeaderThatSaysSoHidesTheDocument() {
        return tests(RestrictedHeaders.RESTRICTED, Visibility.RESTRICTED);
    }

    @TestFactory
    Stream<DynamicTest> whatOnlySpeaksOfItIsShown() {
        return tests(RestrictedHeaders.OPEN, Visibility.INTERNAL);
    }

    @Test
    void bytesThatAreNoUtf8AreLookedAtInTheirOwnEncoding() {
        for (String text : List.of("---\nvisibility: restricted\n---\nWords für alle.\n", "# T\n\n**Visibility:** restricted\n\nFür alle.\n", "+++\nvisibility = \"ｒｅｓｔｒｉｃｔｅｄ\"\n+++\n")) {
            for (var charset : List.of(StandardCharsets.UTF_16, StandardCharsets.UTF_16LE, StandardCharsets.ISO_8859_1)) {
                if (charset != StandardCharsets.ISO_8859_1 && charset != StandardCharsets.UTF_16LE || text.chars().allMatch(c -> c < 256)) {
                    assertEquals(Visibility.RESTRICTED, PARSER.head(new SourceFile(SourcePath.of("1.md"), "", text.getBytes(charset))).visibility(), text + charset);
                }
            }
        }
    }
}
