package org.pressroom.parse;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.pressroom.model.MetadataCarrier;

class UnderTitleMetadataTest {

    @ParameterizedTest
    @ValueSource(strings = {"- Status: Draft\n", "> Status: Draft  \n", "| Status | Draft |\n"})
    void whatIsVeryLongIsTheDocumentsOwn(String line) {
        String rule = line.startsWith("|") ? "| | |\n|---|---|\n" : "";
        ParseOutcome.Parsed few = Parsing.parsed("# Keys\n\n" + rule + line.repeat(100) + "\nText.\n");
        ParseOutcome.Parsed many = Parsing.parsed("# Keys\n\n" + rule + line.repeat(400) + "\nText.\n");
        assertTrue(few.raw().carrier() != MetadataCarrier.NONE);
        assertEquals("draft", few.document().metadata().status());
        assertEquals(MetadataCarrier.NONE, many.raw().carrier());
        assertTrue(Parsing.html(many.document()).contains("Draft"));
    }

    @Test
    void aListOfMetadataIsNoPartOfTheText() {
        ParseOutcome.Parsed parsed = Parsing.parsed("# Keys\n\n- Status: Draft\n- Team: Doors\n\nText.\n");
        assertEquals("Doors", parsed.document().metadata().team());
        assertFalse(Parsing.html(parsed.document()).contains("Doors"));
    }

    @Test
    void aKeyMayLeaveOpenHowManyThereAre() {
        ParseOutcome.Parsed parsed = Parsing.parsed("# Keys\n\n* Author(s): Ana Lima,\n  Bo Reed\n* [Thread](https://x.example/)\n* Status: Draft\n\nText.\n");
        assertEquals("draft", parsed.document().metadata().status());
        assertEquals(2, parsed.document().metadata().authors().size());
    }
}
