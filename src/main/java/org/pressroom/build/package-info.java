/// The pipeline: from an archive to facts, findings, an index and a site.
///
/// Start at [ArchiveSession][org.pressroom.build.ArchiveSession], which opens an archive with its configuration, then
/// [Reading][org.pressroom.build.Reading], the pass in which every document streams by once, and
/// [SiteBuild][org.pressroom.build.SiteBuild], which names the stages in their order, or
/// [Check][org.pressroom.build.Check], which tells findings alone, those of a change too.
/// [LastBuild][org.pressroom.build.LastBuild] ends a build for which nothing has changed before it begins.
/// [Past][org.pressroom.build.Past] asks git for the documents' past, source by source, and keeps it in [HistoryCache][org.pressroom.build.HistoryCache].
/// [SearchSession][org.pressroom.build.SearchSession] opens the index that a build leaves, if
/// [its record][org.pressroom.build.IndexRecord] says that it is current, without opening the archive. Everything that is done per document
/// runs on all cores through [Workers][org.pressroom.parallel.Workers], and comes out in the order of paths.
///
/// May import: `source`, `files`, `picture`, `parallel`, `diagnostic`, `json`, `config`, `model`, `git`, `parse`, `history`, `catalog`,
/// `meaning`, `search`, `search.shard`, `rules`, `bake`, `cache`, `publish`, `edit`.
@NullMarked
package org.pressroom.build;

import org.jspecify.annotations.NullMarked;
