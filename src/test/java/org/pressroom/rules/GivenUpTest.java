package org.pressroom.rules;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;
import org.pressroom.config.Configuration;
import org.pressroom.diagnostic.Diagnostic;
import org.pressroom.diagnostic.Severity;
import org.pressroom.parallel.Turn;
import org.pressroom.parallel.Watch;
import org.pressroom.parse.DocumentParser;
import org.pressroom.parse.ParseOutcome;
import org.pressroom.source.SourceFile;
import org.pressroom.source.SourceId;
import org.pressroom.source.SourcePath;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;

/// Work on a document that takes too long. Each look at it finds another second spent.
class GivenUpTest {

    private static final SourceFile FILE =
        new SourceFile(new SourcePath(SourceId.MAIN, "a.md"), "", "# A\n\nWords.\n".getBytes(StandardCharsets.UTF_8));
    private static final DocumentParser PARSER = new DocumentParser(Configuration.DEFAULT, _ -> false);

    private final AtomicLong spent = new AtomicLong();
    private final Watch watch = new Watch(Duration.ofSeconds(30), _ -> spent.addAndGet(1_000_000_000));

    private static final class EndlessRule implements DocumentRule {

        private final Watch watch;

        private EndlessRule(Watch watch) {
            this.watch = watch;
        }

        @Override
        public RuleInfo info() {
            return RuleInfo.warning("text-missing-alt", Category.TEXT);
        }

        @Override
        public void check(Manuscript manuscript, Reporter reporter) {
            while (true) {
                watch.look();
                reporter.report(reporter.atLine(1), "again", "never");
            }
        }
    }

    @Test
    void aRuleWithoutEndRefusesTheDocumentAndIsNotTakenForACrash() {
        RuleEngine engine = new RuleEngine(Configuration.DEFAULT, ExampleArchive.TODAY, List.of(new EndlessRule(watch), new TextTooComplex()));
        ParseOutcome outcome = PARSER.parse(FILE);
        Turn.OverException over = assertThrows(Turn.OverException.class, () -> watch.over(() -> engine.check(outcome, null)));
        assertEquals("text-missing-alt", over.part());
        Diagnostic refusal = engine.check(DocumentParser.tooLong(FILE.path(), over), null).findings().getFirst();
        assertEquals("text-too-complex", refusal.rule());
        assertEquals(Severity.ERROR, refusal.severity());
        assertTrue(refusal.message().contains("`text-missing-alt`"), refusal.message());
    }

    @Test
    void aDocumentWhoseTimeIsUpIsNotParsedAndTheNextOneIs() {
        ParseOutcome refused = watch.over(() -> {
            for (int i = 0; i < 100; i++) {
                watch.look();
            }
            return PARSER.parse(FILE);
        });
        assertInstanceOf(ParseOutcome.Unparsable.class, refused);
        assertEquals("text-too-complex", refused.notices().getFirst().rule());
        assertInstanceOf(ParseOutcome.Parsed.class, watch.over(() -> PARSER.parse(FILE)));
    }
}
