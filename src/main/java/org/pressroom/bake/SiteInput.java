package org.pressroom.bake;

import org.pressroom.catalog.Catalog;
import org.pressroom.catalog.LinkResolver;
import org.pressroom.catalog.Neighbour;
import org.pressroom.catalog.Redirects;
import org.pressroom.config.Configuration;
import org.pressroom.source.SourcePath;

import java.util.List;
import java.util.Map;

/// Everything that a site is made from.
///
/// @param documents the bodies of the catalog's entries
/// @param links     where relative links in them lead
/// @param redirects former addresses of the documents
/// @param pages     of the archive itself, in the order in which they are listed
/// @param nearest   by number of document: those with much the same problem, nearest first
/// @param findings  documents without findings may be left out
/// @param health    what the findings are
/// @param memory    of earlier builds
public record SiteInput(
        Catalog catalog, Configuration configuration, DocumentSource documents, LinkResolver links, Redirects redirects, List<SitePage> pages,
        List<List<Neighbour>> nearest, Map<SourcePath, FindingCounts> findings, Health health, ThemeFolders theme, Edition edition, PageMemory memory) {

    public SiteInput {
        pages = List.copyOf(pages);
        nearest = List.copyOf(nearest);
        findings = Map.copyOf(findings);
    }
}
