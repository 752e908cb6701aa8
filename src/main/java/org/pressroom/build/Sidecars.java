package org.pressroom.build;

import org.pressroom.git.TreeEntry;
import org.pressroom.source.SourcePath;

import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/// Finds the YAML files that hold the metadata of documents: `0042-keys.yaml` beside `0042-keys.md`, and, beside the one document of a
/// folder or its README, `kep.yaml` or `metadata.yaml`.
final class Sidecars {

    private static final List<String> ENDINGS = List.of(".yaml", ".yml");
    private static final Set<String> NAMES = Set.of("kep.yaml", "kep.yml", "metadata.yaml", "metadata.yml", "meta.yaml", "meta.yml");
    private static final Set<String> MAIN = Set.of("readme", "index", "prfaq", "pr-faq", "pr_faq");

    private Sidecars() { }

    /// @param documents of the archive
    /// @param others    its other files
    static Map<SourcePath, TreeEntry> of(Collection<TreeEntry> documents, Collection<TreeEntry> others) {
        Map<String, TreeEntry> yaml = new HashMap<>();
        for (TreeEntry other : others) {
            if (ENDINGS.stream().anyMatch(other.path().path()::endsWith)) {
                yaml.put(other.path().toString(), other);
            }
        }
        Map<SourcePath, TreeEntry> sidecars = new HashMap<>();
        if (yaml.isEmpty()) {
            return sidecars;
        }
        Map<String, Integer> inFolder = new HashMap<>();
        documents.forEach(document -> inFolder.merge(folder(document.path()), 1, Integer::sum));
        for (TreeEntry document : documents) {
            String path = document.path().toString();
            String stem = path.substring(0, path.lastIndexOf('.'));
            String name = document.path().fileName().substring(0, document.path().fileName().lastIndexOf('.')).toLowerCase(java.util.Locale.ROOT);
            for (String ending : ENDINGS) {
                TreeEntry beside = yaml.get(stem + ending);
                if (beside != null) {
                    sidecars.putIfAbsent(document.path(), beside);
                }
            }
            if (MAIN.contains(name) || inFolder.getOrDefault(folder(document.path()), 0) == 1) {
                for (String other : NAMES.stream().sorted().toList()) {
                    TreeEntry beside = yaml.get(folder(document.path()) + other);
                    if (beside != null) {
                        sidecars.putIfAbsent(document.path(), beside);
                    }
                }
            }
        }
        return sidecars;
    }

    /// The files that hold metadata of no document: those that are named for that where there is no text, and those beside documents that
    /// have one of their own name.
    ///
    /// @param files    all there are
    /// @param sidecars that are some document's
    static List<SourcePath> alone(Collection<TreeEntry> files, Collection<TreeEntry> others, Map<SourcePath, TreeEntry> sidecars) {
        Set<SourcePath> taken = new HashSet<>();
        Set<String> withOwn = new HashSet<>();
        sidecars.forEach((document, sidecar) -> {
            taken.add(sidecar.path());
            if (!NAMES.contains(sidecar.path().fileName())) {
                withOwn.add(folder(document));
            }
        });
        Set<String> folders = files.stream().map(TreeEntry::path).filter(SourcePath::isMarkdown).map(Sidecars::folder).collect(Collectors.toSet());
        return others.stream().map(TreeEntry::path).filter(path -> !taken.contains(path) && ENDINGS.stream().anyMatch(path.path()::endsWith))
            .filter(path -> NAMES.contains(path.fileName()) ? path.fileName().startsWith("kep.") && !folders.contains(folder(path)) : withOwn.contains(folder(path)))
            .sorted().toList();
    }

    private static String folder(SourcePath path) {
        String text = path.toString();
        return text.substring(0, text.length() - path.fileName().length());
    }
}
