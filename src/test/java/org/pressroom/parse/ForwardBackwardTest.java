package org.pressroom.parse;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.pressroom.config.Configuration;
import org.pressroom.source.SourceFile;
import org.pressroom.source.SourcePath;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Random;

/// Probabilities of blocks and spans, and how much is looked at of documents of any form.
class ForwardBackwardTest {

    private static final Chain CHAIN = new Chain(Labeller.BUILT_IN.weights());
    private static final DocumentParser PARSER = new DocumentParser(Configuration.DEFAULT, _ -> false);
    private static final int MOST = 401;

    private static int[][] traits(int blocks, long seed) {
        Random random = new Random(seed);
        int[][] traits = new int[blocks][];
        Arrays.setAll(traits, _ -> random.ints(0, Trait.ALL.size()).distinct().limit(12).sorted().toArray());
        return traits;
    }

    private static void assertSumsToOne(int[][] traits) {
        for (double[] block : new ForwardBackward(CHAIN, traits).columns()) {
            double sum = 0;
            for (Role role : Role.values()) {
                assertTrue(block[role.ordinal()] >= 0, Arrays.toString(block));
                sum += block[role.ordinal()];
            }
            assertEquals(1, sum, 1e-9, Arrays.toString(block));
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 1, 2, 7, 60, 400})
    void theProbabilitiesOfABlockSumToOne(int blocks) {
        assertSumsToOne(traits(blocks, blocks));
    }

    @Test
    void theSpansThatBeginSomewhereAreAsProbableAsThatAPartBeginsThere() {
        int[][] traits = traits(9, 5);
        ForwardBackward all = new ForwardBackward(CHAIN, traits);
        double[][] sums = new double[traits.length][Role.COUNT];
        all.spans(1e-12).forEach(span -> sums[span.from()][span.role().ordinal()] += span.probability());
        double[][] columns = all.columns();
        for (int i = 0; i < traits.length; i++) {
            for (int role = 1; role < Role.COUNT; role++) {
                assertEquals(columns[i][Chain.beginning(role)], sums[i][role], 1e-6, Role.values()[role] + " at " + i);
            }
        }
    }

    private static void assertBounded(String text) {
        SourceFile file = new SourceFile(SourcePath.of("a.md"), "", text.getBytes(StandardCharsets.UTF_8));
        Observation seen = PARSER.observe(file).orElseThrow();
        assertTrue(seen.blocks().size() <= MOST, seen.blocks().size() + " blocks");
        assertSumsToOne(seen.traits());
        assertInstanceOf(ParseOutcome.Parsed.class, PARSER.parse(file));
        for (Explanation part : PARSER.explain(file)) {
            assertTrue(part.probability() > 0 && part.probability() <= 1, part.toString());
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"## Press release {0}\n\n", "\"The queue was too long for all of us {0},\" said Dora Lane, a tenant.\n\n", "> \"A key is lost, and nobody finds it {0}.\" — Joe\n\n",
        "{0} 1234 5678 ... !!!\n\n", "Keys اليوم يعلن الفريق 鍵を郵送 ключи {0} heute.\n\n", "היום הצוות מכריז על מפתח {0} חדש לכל הדיירים.\n\n", "**A line** {0}\nAnother line\n\n", "- {0}\n"})
    void ofDocumentsOfManyBlocksNoMoreThanTheFirstAreLookedAt(String block) {
        StringBuilder text = new StringBuilder("# Keybox\n\n## Press release\n\n");
        for (int i = 0; i < 1_000; i++) {
            text.append(block.replace("{0}", String.valueOf(i)));
        }
        assertBounded(text.toString());
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "\n", "word", "?", "# Press release", "## FAQ\n\n### Why?\n", "\"", "## Press release\n\n\"\"\"\"\"\"\"\""})
    void ofHardlyAnythingIsSomething(String text) {
        assertBounded(text);
    }

    @Test
    void aHundredThousandParagraphsAreRead() {
        assertBounded("## Press release\n\n" + "Keys.\n\n".repeat(100_000));
    }
}
