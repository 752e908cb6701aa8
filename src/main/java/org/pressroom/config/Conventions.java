package org.pressroom.config;

import org.jspecify.annotations.Nullable;

import java.util.List;
import java.util.Map;
import java.util.Set;

/// What an archive leaves unsaid in its documents, because everybody there knows: what folders and names mean, and what goes for many.
///
/// @param defaults      metadata of documents by their paths, in the order written: the first that has a key counts
/// @param folders       the status that a folder stands for, by its name in normal form; null when folders say nothing, empty when each folder's name is
///     taken for a status
/// @param createdFromName whether a date that begins a file's name is the day of its creation
/// @param title         where the title comes from first
/// @param prefixes      what is dropped from the beginning of titles
/// @param suffixes      what is dropped from their end
/// @param id            the form of ids that come from paths, for kinds without one of their own; null for the default
/// @param ignored       keys, in normal form, that are let stand without a word
/// @param requiredFor   a status to the keys that a document must have then
/// @param templates     patterns of files that are forms for new documents; null for those that look like it
public record Conventions(
        List<Defaults> defaults, @Nullable Map<String, String> folders, boolean createdFromName, TitleFrom title, List<String> prefixes,
        List<String> suffixes, @Nullable String id, Set<String> ignored, Map<String, List<String>> requiredFor, @Nullable List<PathGlob> templates) {

    public static final Conventions NONE =
        new Conventions(List.of(), null, false, TitleFrom.METADATA, List.of(), List.of(), null, Set.of(), Map.of(), null);

    /// Where a title comes from first; where there is none, the others are asked.
    public enum TitleFrom { METADATA, HEADING, FILE }

    /// Metadata of the documents that a pattern takes.
    public record Defaults(PathGlob files, YamlValue.Mapping values) { }

    public Conventions {
        defaults = List.copyOf(defaults);
        folders = folders == null ? null : Map.copyOf(folders);
        prefixes = List.copyOf(prefixes);
        suffixes = List.copyOf(suffixes);
        ignored = Set.copyOf(ignored);
        requiredFor = Map.copyOf(requiredFor);
        templates = templates == null ? null : List.copyOf(templates);
    }
}
