package org.pressroom.build;

import org.pressroom.bake.SitePage;
import org.pressroom.catalog.AddressBook;
import org.pressroom.catalog.LinkResolver;
import org.pressroom.config.Configuration;
import org.pressroom.diagnostic.Diagnostic;
import org.pressroom.git.TreeEntry;
import org.pressroom.model.Document;
import org.pressroom.parallel.Turn;
import org.pressroom.parallel.Watch;
import org.pressroom.parse.DocumentParser;
import org.pressroom.parse.HiddenLinks;
import org.pressroom.parse.ParseOutcome;
import org.pressroom.rules.ArchiveEvidence;
import org.pressroom.rules.CheckedDocument;
import org.pressroom.rules.Reference;
import org.pressroom.rules.Restricted;
import org.pressroom.rules.RuleEngine;
import org.pressroom.source.SourceFile;
import org.pressroom.source.SourcePath;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// The archive's own pages, read whole: there are few. What rules ask of proposals does not apply to them; what can't be
/// read or shown, and links that lead nowhere, do.
final class OwnPages {

    private final List<SitePage> pages = new ArrayList<>();
    private final List<Diagnostic> findings = new ArrayList<>();
    private final List<Diagnostic> restrictedFindings = new ArrayList<>();
    private final List<ArchiveEvidence> evidence = new ArrayList<>();

    /// @param links             tells what leads to restricted documents
    /// @param names             under which people go
    /// @param watch             ends what takes too long
    /// @param includeRestricted whether restricted pages are checked too, for their authors' eyes alone
    OwnPages(ArchiveSession session, Restricted restricted, HiddenLinks links, Names names, LocalDate asOf, boolean includeRestricted, Watch watch) {
        Configuration configuration = session.configuration().ofPages();
        DocumentParser parser = new DocumentParser(configuration, links).forAuthors(restricted::holds);
        RuleEngine engine = new RuleEngine(configuration, asOf);
        Map<String, String> stems = new HashMap<>();
        session.pages().forEach(page -> stems.put(page.path().path(), names.address(stem(page), page.path())));
        AddressBook addresses = AddressBook.of(stems);
        for (TreeEntry entry : session.pages()) {
            boolean hidden = restricted.holds(entry.path());
            if (hidden && !includeRestricted) {
                continue;
            }
            Read read = read(names.in(session.read(entry)), parser, engine, watch);
            CheckedDocument checked = read.checked;
            (hidden ? restrictedFindings : findings).addAll(checked.findings().stream().filter(OwnPages::isOfReading).toList());
            if (!hidden && read.outcome instanceof ParseOutcome.Parsed parsed) {
                pages.add(new SitePage("pages/" + addresses.of(entry.path().path()) + ".html", names.in(parsed.document())));
                evidence.add(links(checked.evidence()));
            }
        }
    }

    private record Read(ParseOutcome outcome, CheckedDocument checked) { }

    private static Read read(SourceFile file, DocumentParser parser, RuleEngine engine, Watch watch) {
        try {
            return watch.over(() -> {
                ParseOutcome outcome = parser.parse(file);
                return new Read(outcome, engine.check(outcome, null));
            });
        } catch (Turn.OverException e) {
            ParseOutcome refused = DocumentParser.tooLong(file.path(), e);
            return new Read(refused, engine.check(refused, null));
        }
    }

    private static String stem(TreeEntry page) {
        String name = page.path().fileName();
        return name.substring(0, name.lastIndexOf('.'));
    }

    private static boolean isOfReading(Diagnostic finding) {
        return finding.rule().startsWith("text-") || finding.rule().equals("meta-front-matter-unreadable");
    }

    private static ArchiveEvidence links(ArchiveEvidence all) {
        List<Reference> links = all.references().stream()
            .filter(reference -> reference.kind() == Reference.Kind.LINK || reference.kind() == Reference.Kind.IMAGE).toList();
        return new ArchiveEvidence(all.path(), null, null, null, links, List.of());
    }

    /// Published ones, in order of file name.
    List<SitePage> pages() {
        return pages;
    }

    /// About published ones, broken links left out.
    List<Diagnostic> findings() {
        return findings;
    }

    List<Diagnostic> restrictedFindings() {
        return restrictedFindings;
    }

    /// What published ones link to.
    List<ArchiveEvidence> evidence() {
        return evidence;
    }

    /// Where links to them lead.
    Map<SourcePath, LinkResolver.OwnPage> targets() {
        Map<SourcePath, LinkResolver.OwnPage> targets = new HashMap<>();
        pages.forEach(page -> targets.put(page.document().path(), new LinkResolver.OwnPage(page.address(), page.document().anchors())));
        return targets;
    }

    /// The files that they refer to.
    List<SourcePath> linked() {
        List<SourcePath> linked = new ArrayList<>();
        for (SitePage page : pages) {
            Document document = page.document();
            document.links().stream().map(link -> FactsReader.target(document.path(), link)).flatMap(Optional::stream).forEach(linked::add);
        }
        return linked;
    }
}
