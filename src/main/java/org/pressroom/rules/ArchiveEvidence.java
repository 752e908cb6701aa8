package org.pressroom.rules;

import org.jspecify.annotations.Nullable;
import org.pressroom.catalog.Fragments;
import org.pressroom.config.YamlValue;
import org.pressroom.diagnostic.Position;
import org.pressroom.model.Link;
import org.pressroom.parse.DocumentReferences;
import org.pressroom.parse.MetadataField;
import org.pressroom.parse.ParseOutcome;
import org.pressroom.parse.Suppression;
import org.pressroom.source.LineMap;
import org.pressroom.source.SourcePath;

import java.util.ArrayList;
import java.util.List;

/// What the archive rules need of one document and its facts don't hold: small, since it stays until all are read.
///
/// @param id           where the document's metadata say its id; null when they don't
/// @param status       where they say its status; null when they don't
/// @param borrowed     the status, when its word is one of [other houses][org.pressroom.config.HouseWords]; else null
/// @param references   what may lead nowhere; links to headings of the document that there are have been left out
/// @param suppressions of archive rules: whether they are needed is known only at the end
public record ArchiveEvidence(
        SourcePath path, @Nullable Position id, @Nullable Position status, @Nullable String borrowed, List<Reference> references, List<Suppression> suppressions) {

    public ArchiveEvidence {
        references = List.copyOf(references);
        suppressions = List.copyOf(suppressions);
    }

    /// Of a file that could not be read.
    static ArchiveEvidence none(SourcePath path) {
        return new ArchiveEvidence(path, null, null, null, List.of(), List.of());
    }

    static ArchiveEvidence of(Manuscript manuscript, List<Suppression> suppressions) {
        ParseOutcome.Parsed parsed = manuscript.parsed();
        LineMap lines = parsed.text().lines();
        Position id = null;
        Position status = null;
        List<Reference> references = new ArrayList<>();
        for (MetadataField field : manuscript.fields()) {
            switch (field.path()) {
                case "id" -> id = id != null || !field.present() ? id : Position.of(field.value().span(), lines);
                case "status" -> status = status != null || !field.present() ? status : Position.of(field.value().span(), lines);
                case "related" -> addIds(references, Reference.Kind.RELATED, field.value(), parsed);
                case "supersedes" -> addIds(references, Reference.Kind.SUPERSEDES, field.value(), parsed);
                case "superseded-by" -> addIds(references, Reference.Kind.SUPERSEDED_BY, field.value(), parsed);
                default -> { }
            }
        }
        Fragments fragments = new Fragments(parsed.document().anchors());
        for (Link link : parsed.document().links()) {
            String target = link.target();
            String fragment = target.startsWith("#") ? target.substring(1) : "";
            boolean here = fragment.isEmpty() || fragments.find(fragment).isPresent();
            if (!target.startsWith("#") || !here) {
                Reference.Kind kind = link.image() ? Reference.Kind.IMAGE : Reference.Kind.LINK;
                references.add(new Reference(kind, target, Position.of(link.span(), lines)));
            }
        }
        String word = parsed.document().metadata().status();
        boolean borrowed = word != null && manuscript.configuration().vocabulary().status().isOfOtherHouse(word);
        return new ArchiveEvidence(parsed.path(), id, status, borrowed ? word : null, references, suppressions);
    }

    private static void addIds(List<Reference> references, Reference.Kind kind, YamlValue value, ParseOutcome.Parsed parsed) {
        for (YamlValue.Scalar item : DocumentReferences.of(value)) {
            references.add(new Reference(kind, DocumentReferences.resolved(item.text(), parsed.path()), Position.of(item.span(), parsed.text().lines())));
        }
    }
}
