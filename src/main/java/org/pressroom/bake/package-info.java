/// Page models to files, through JBake and FreeMarker.
///
/// [SiteBaker][org.pressroom.bake.SiteBaker] is the door. It lays out the [theme][org.pressroom.bake.Theme], lets
/// [SitePlan][org.pressroom.bake.SitePlan] say which [pages][org.pressroom.bake.Page] there are, and hands them to
/// JBake's [oven][org.pressroom.bake.ArchiveOven]: a content store over the catalog, a renderer that writes each file
/// once, a FreeMarker engine for `.ftlh` and `.ftlx`, and a rendering tool that keeps all cores busy. A page's model is
/// made when its turn comes and dropped when it is written, so no more bodies are in memory than there are threads. What
/// else is made of an idea is made with its page, from one reading of its document: slides are a variant of the page, and
/// [IdeaFiles][org.pressroom.bake.IdeaFiles] writes what no template makes.
///
/// What git knows of a document's past is shown beside its page: [Revisions][org.pressroom.bake.Revisions] reads the texts
/// that [DiffPlan][org.pressroom.bake.DiffPlan] names, two at a time, [TextDiff][org.pressroom.bake.TextDiff] compares them,
/// and [DiffPages][org.pressroom.bake.DiffPages] are the pages.
///
/// Beside ideas there are [pages of the archive's own][org.pressroom.bake.SitePages].
///
/// Page models are maps, lists, strings, whole numbers and booleans, nothing else; absent values are absent keys. Names
/// that end in `Html` hold safe HTML, everything else is text to be escaped; names that end in `href` are addresses
/// relative to the site's root, to be put after `root`. What a template can say in the interface's language comes from
/// `messages_LANGUAGE.properties`, or the archive's [own][org.pressroom.bake.ArchiveMessages], through `msg`, `count` and
/// `number`; scripts get theirs in data attributes, through `texts`.
///
/// May import: `source`, `files`, `cache`, `parallel`, `model`, `history`, `catalog`, `diagnostic`, `config`, `json`, JBake (with commons-configuration),
/// FreeMarker, java-diff-utils.
@NullMarked
package org.pressroom.bake;

import org.jspecify.annotations.NullMarked;
