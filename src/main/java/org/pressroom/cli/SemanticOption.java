package org.pressroom.cli;

import org.jspecify.annotations.Nullable;
import org.pressroom.build.Semantics;
import org.pressroom.build.SentenceVectors;
import org.pressroom.git.ArchiveException;
import org.pressroom.meaning.SentenceModel;
import picocli.CommandLine.Option;

import java.nio.file.Path;

/// The option that says by what problems are compared. Filled by picocli.
///
/// The launcher looks for it too: for `model` it fetches what stands beside Pressroom.
final class SemanticOption {

    @Option(names = "--semantic", paramLabel = "HOW", description = "How problems are compared: words, the words alone; table, the meanings of words; "
        + "or model, a sentence model, which is downloaded once (about 140 MB). Default: table.")
    SemanticChoice choice = SemanticChoice.TABLE;

    /// @param cache the folder of the archive in the user's cache; null to do without
    /// @throws ArchiveException when there is no sentence model
    Semantics open(@Nullable Path cache, ArchiveOptions common, Terminal terminal) {
        return switch (choice) {
            case WORDS -> new Semantics.Words();
            case TABLE -> new Semantics.Table();
            case MODEL -> {
                SentenceModel model = SentenceModel.found().orElseThrow(() -> new ArchiveException(
                    "the sentence model is not installed; start the program as ./pressroom, which downloads it, "
                        + "or build src/model and put the jars of its target/extra on the class path"));
                yield new Semantics.Model(SentenceVectors.open(model, cache, sentence -> common.remark(terminal, sentence)));
            }
        };
    }
}
