package org.pressroom.build;

import org.jspecify.annotations.Nullable;
import org.pressroom.catalog.DocumentFacts;
import org.pressroom.config.Configuration;
import org.pressroom.history.FileHistory;
import org.pressroom.meaning.Encoder;
import org.pressroom.meaning.MeaningVector;
import org.pressroom.model.Document;
import org.pressroom.model.Link;
import org.pressroom.parallel.Turn;
import org.pressroom.parse.DocumentParser;
import org.pressroom.parse.HiddenLinks;
import org.pressroom.parse.ParseOutcome;
import org.pressroom.rules.CheckedDocument;
import org.pressroom.rules.Restricted;
import org.pressroom.rules.RuleEngine;
import org.pressroom.search.Meanings;
import org.pressroom.search.ProposalText;
import org.pressroom.source.SourceFile;
import org.pressroom.source.SourcePath;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/// Reads one document: parses, checks and condenses it. What comes out depends on nothing of other documents but which of them
/// are restricted. Safe for several threads.
final class DocumentReader {

    private final DocumentParser parser;
    private final RuleEngine engine;
    private final FactsReader facts;
    private final Restricted restricted;
    private final Names names;
    private final boolean forAuthors;
    private final Semantics semantics;

    /// @param forAuthors whether restricted documents are read too, for their authors' eyes alone
    DocumentReader(Configuration configuration, Restricted restricted, Names names, boolean forAuthors, LocalDate asOf, Semantics semantics) {
        DocumentParser published = new DocumentParser(configuration, hidden(restricted));
        this.parser = forAuthors ? published.forAuthors(restricted::holds) : published;
        this.engine = new RuleEngine(configuration, asOf);
        this.facts = new FactsReader(restricted, configuration);
        this.restricted = restricted;
        this.names = names;
        this.forAuthors = forAuthors;
        this.semantics = semantics;
    }

    /// Tells what leads to restricted documents.
    static HiddenLinks hidden(Restricted restricted) {
        return restricted.isEmpty() ? HiddenLinks.NONE : HiddenLinks.to(restricted::leads, restricted::leadsFromWeb);
    }

    DocumentParser parser() {
        return parser;
    }

    RuleEngine engine() {
        return engine;
    }

    /// A document that was read, with its body; null when it is not published.
    record Whole(Readings.Read read, @Nullable Document body) { }

    /// @param git what git knows of it; null without
    /// @throws Turn.OverException when it takes too long
    Whole read(SourceFile written, @Nullable FileHistory git) {
        SourceFile file = names.in(written);
        ParseOutcome outcome = parser.parse(file);
        CheckedDocument checked = engine.check(outcome, git);
        boolean secret = restricted.holds(file.path());
        if (secret || !(outcome instanceof ParseOutcome.Parsed parsed)) {
            List<SourcePath> linked = outcome instanceof ParseOutcome.Parsed hidden ? linked(hidden.document()) : List.of();
            return new Whole(new Readings.Read(checked, null, null, null, linked, false), null);
        }
        Turn.go("facts");
        Document document = published(parsed);
        DocumentFacts its = facts.facts(document, file.blobId(), git);
        Turn.go("search");
        MeaningVector meaning = semantics instanceof Semantics.Nothing ? null : Meanings.of(document, Encoder.shipped()).orElse(null);
        byte[] proposal = null;
        if (meaning != null && semantics instanceof Semantics.Model model) {
            ProposalText text = ProposalText.of(document);
            model.vectors().of(text);
            proposal = text.digest();
        }
        boolean discreet = parsed.discreet() || !document.metadata().related().equals(parsed.document().metadata().related())
            || !document.metadata().supersedes().equals(parsed.document().metadata().supersedes())
            || !document.metadata().supersededBy().equals(parsed.document().metadata().supersededBy());
        return new Whole(new Readings.Read(checked, its, meaning, proposal, linked(document), !forAuthors && discreet), document);
    }

    /// A published document alone, read again; empty when it can't be any more.
    Optional<Document> body(SourceFile written) {
        return parser.parse(names.in(written)) instanceof ParseOutcome.Parsed parsed ? Optional.of(published(parsed)) : Optional.empty();
    }

    private Document published(ParseOutcome.Parsed parsed) {
        return names.in(facts.scrubbed(parsed.document()));
    }

    /// What is left of a document that was given up.
    Readings.Read tooLong(SourcePath path, Turn.OverException e, @Nullable FileHistory git) {
        return new Readings.Read(engine.check(DocumentParser.tooLong(path, e), git), null, null, null, List.of(), false);
    }

    private static List<SourcePath> linked(Document document) {
        Set<SourcePath> linked = new TreeSet<>();
        for (Link link : document.links()) {
            FactsReader.target(document.path(), link).ifPresent(linked::add);
        }
        return List.copyOf(linked);
    }
}
