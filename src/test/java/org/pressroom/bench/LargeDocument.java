package org.pressroom.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.random.RandomGenerator;

/// One very large PR/FAQ of ordinary markup, in a plain folder.
final class LargeDocument {

    private LargeDocument() { }

    static void write(Path folder, int characters, long seed) throws IOException {
        RandomGenerator random = Proposal.random(seed, 0, 5);
        Prose prose = new Prose(new Vocabulary(), random);
        StringBuilder text = new StringBuilder(characters + 2_000);
        text.append("---\ntitle: ").append(prose.title()).append("\nstatus: draft\n---\n\n## Press Release\n\n### Problem\n\n")
            .append(prose.paragraph(90)).append("\n\n### Solution\n\n").append(prose.paragraph(90)).append("\n\n## FAQ\n\n");
        while (text.length() < characters) {
            text.append("### ").append(prose.question()).append("\n\n").append(prose.paragraph(70)).append("\n\n- ")
                .append(prose.sentence(9)).append("\n- ").append(prose.sentence(9)).append("\n\n");
        }
        Files.createDirectories(folder);
        Files.writeString(folder.resolve("0001-large.md"), text.substring(0, characters));
    }
}
