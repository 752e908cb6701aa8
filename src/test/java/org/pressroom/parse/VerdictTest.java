package org.pressroom.parse;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.pressroom.parse.Parsing.document;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.pressroom.config.Configuration;
import org.pressroom.source.SourceFile;
import org.pressroom.source.SourcePath;

import java.nio.charset.StandardCharsets;

/// What is a PR/FAQ, and what surely is something else.
class VerdictTest {

    @ParameterizedTest
    @ValueSource(strings = {
        "# PR/FAQ\n\nNow tenants get a key by post.\n\n**Q: When?**\n\nSoon.\n\n**Q: Where?**\n\nLeeds.\n",
        "# Keys\n\n## Press Release\n\n[Company] today announced [product].\n\n## FAQ\n",
        "# Keys\n\n**LEEDS, 1 June 2027** — Harbour Homes posts keys.\n\n## FAQ\n\n### When?\n\nSoon.\n",
        "# Keys\n\n## Problem\n\nQueues.\n\n## Solution\n\nPost.\n\n## FAQ\n\n### When?\n\nSoon.\n",
        "# Keys\n\n## FAQ\n\n### When?\n\nSoon.\n",
        "# Harbour Homes launches keys by post\n\nTenants wait.\n\n## How\n\nPost.\n\n## Where\n\nLeeds.\n\n## Cost\n\nNone.\n\n## FAQ\n\n### When?\n\nSoon.\n",
        "# Keys\n\n## Problem\n\nQueues.\n\n## Solution\n\nPost.\n\n## Customer quote\n\nI have my mornings back.\n",
        "Today Harbour Homes announced keys by post.\n\n**Q: When?**\n\nSoon.\n\n**Q: Where?**\n\nLeeds.\n"})
    void isOne(String text) {
        assertTrue(document(text).prfaq(), text);
    }

    @ParameterizedTest
    @ValueSource(strings = {
        "# PR\n\nThe `keys` library opens doors. It is quick.\n\n# Use cases\n\n1. Doors.\n",
        "# Keys for doors\n\n## Install\n\nCopy it.\n\n## Layout\n\nFlat.\n\n## Commands\n\nOne.\n\n## FAQ\n\n### When?\n\nSoon.\n",
        "# PRFAQ writer\n\nYou are a writer. Your task is to write a press release.\n\n## Press Release\n\nIt should include a headline. Ask the user for the rest.\n\n## FAQ\n\nGenerate the ten hardest questions.\n",
        "# Summary\n\nAdd keys.\n\n## Motivation\n\nDoors are now locked.\n\n## Solution\n\nKeys.\n\n## How it works\n\nMetal.\n\n## Drawbacks\n\nWeight.\n\n## Alternatives\n\nNone.\n\n## Unresolved questions\n\n- Which metal?\n- Which colour?\n",
        "# RFC 12: Keys\n\n2027-06-01\n\n## Motivation\n\nThis introduces keys.\n\n## Design\n\nMetal.\n\n## Rationale\n\nDoors.\n\n## Compatibility\n\nFull.\n\n## FAQ\n\n### Why metal?\n\nIt is hard.\n",
        "# 12. Use keys\n\nDate: 2027-06-01\n\n## Status\n\nAccepted\n\n## Context\n\nDoors are a problem.\n\n## Decision\n\nWe use keys.\n\n## Consequences\n\nWeight.\n",
        "# Meeting, 1 June 2027\n\n## Problem\n\nQueues.\n\n## Solution\n\nWe try post.\n\n## Questions\n\n- Who pays?\n- When?\n",
        "# PRFAQ\n", "# 計画\n\nあなたは作家です。手順を記載してください。\n", "# Notes\n\n## Problem\n\nQueues.\n"})
    void isNone(String text) {
        assertFalse(document(text).prfaq(), text);
    }

    @ParameterizedTest
    @CsvSource({"docs/PRFAQ.md, true", "docs/keys.pr-faq.md, true", "docs/keys.md, false"})
    void itsFileMaySaySo(String path, boolean is) {
        String text = "# Keys\n\nToday we are proud to release keys by post.\n\n## Install\n\nCopy.\n\n## Layout\n\nFlat.\n\n## Limits\n\nNone.\n\n## FAQ\n\n### When?\n\nSoon.\n";
        ParseOutcome outcome = new DocumentParser(Configuration.DEFAULT, _ -> false)
            .parse(new SourceFile(SourcePath.of(path), "0".repeat(40), text.getBytes(StandardCharsets.UTF_8)));
        assertEquals(is, assertInstanceOf(ParseOutcome.Parsed.class, outcome).document().prfaq());
    }
}
