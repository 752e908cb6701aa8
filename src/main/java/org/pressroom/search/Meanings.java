package org.pressroom.search;

import org.pressroom.meaning.Encoder;
import org.pressroom.meaning.MeaningVector;
import org.pressroom.model.Block;
import org.pressroom.model.BlockKind;
import org.pressroom.model.Document;
import org.pressroom.model.Part;
import org.pressroom.model.PartKind;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// What a proposal is about: its title, its problem and its solution; without these its beginning.
public final class Meanings {

    /// The language whose pieces the table has.
    public static final String LANGUAGE = "en";

    /// Of a proposal without a problem; characters.
    private static final int BEGINNING = 1_500;

    private Meanings() { }

    /// @return empty for another language than [#LANGUAGE], and without words
    public static Optional<MeaningVector> of(Document document, Encoder encoder) {
        return document.language().equals(LANGUAGE) ? encoder.document(texts(document)) : Optional.empty();
    }

    private static List<String> texts(Document document) {
        List<String> texts = new ArrayList<>(List.of(document.title()));
        for (Part part : document.pressRelease().parts()) {
            if (part.kind() == PartKind.PROBLEM || part.kind() == PartKind.SOLUTION) {
                texts.add(part.text());
            }
        }
        if (document.pressRelease().part(PartKind.PROBLEM).isEmpty()) {
            texts.add(document.summary());
            texts.addAll(beginning(document));
        }
        return texts;
    }

    /// The texts with which a document begins.
    static List<String> beginning(Document document) {
        List<String> texts = new ArrayList<>();
        int left = BEGINNING;
        for (Block block : document.blocks()) {
            if (left > 0 && block.kind() != BlockKind.HEADLINE) {
                texts.add(block.text().substring(0, Math.min(left, block.text().length())));
                left -= block.text().length();
            }
        }
        return texts;
    }
}
