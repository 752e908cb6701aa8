package org.pressroom.parse;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import net.jqwik.api.Arbitrary;
import net.jqwik.api.EdgeCasesMode;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.pressroom.Noise;
import org.pressroom.model.LinkedText;
import org.pressroom.source.SourcePath;

import java.util.List;
import java.util.Locale;

/// Whatever stands where addresses do, no page runs it, and no path leaves the archive.
class LinksPropertyTest {

    private static final List<String> PIECES = List.of("http", "https", "://", ":", "/", "//", "\\", "..", ".", "javascript:", "JaVa\tScript:", "data:image/png;base64,AA", "data:text/html,", "mailto:a@b", "%2e%2e", "%", "%00", "%zz", "#", "?",
        "[a](", "](", ")", "(", "[", "]", "<", ">", "!", "www.x.y", " ", "\u00a0", "\n", "\u0001", "\u0000", "é", "\u202e", "*", "_", "`", "a.md", ",");

    @Provide
    Arbitrary<String> addresses() {
        return Noise.text(PIECES, 30);
    }

    @Property(seed = "20261130", tries = 1_000, edgeCases = EdgeCasesMode.NONE)
    void anyAddressIsOfOneKindAndNoneRuns(@ForAll("addresses") String address) {
        for (boolean image : new boolean[] {false, true}) {
            Urls kind = Urls.of(address, image);
            assertEquals(kind, Urls.of(address, image));
            if (kind instanceof Urls.External(String safe)) {
                String lower = safe.toLowerCase(Locale.ROOT);
                assertTrue(List.of("http:", "https:", "mailto:", "tel:").stream().anyMatch(lower::startsWith), safe);
            }
        }
    }

    @Property(seed = "20261130", tries = 1_000, edgeCases = EdgeCasesMode.NONE)
    void noReferenceLeavesTheArchive(@ForAll("addresses") String reference) {
        SourcePath.of("content/a.md").resolve(reference).ifPresent(path -> {
            assertFalse(path.path().startsWith("/") || List.of(path.path().split("/", -1)).contains(".."), path::toString);
            assertFalse(path.path().isEmpty());
        });
    }

    @Property(seed = "20261130", tries = 1_000, edgeCases = EdgeCasesMode.NONE)
    void anyLineOfLinksIsReadTheSameTwice(@ForAll("addresses") String line) {
        LinkedText text = LinkedText.of(line);
        assertEquals(text, LinkedText.of(line));
        assertEquals(text.plain(), text.plain().strip());
    }
}
