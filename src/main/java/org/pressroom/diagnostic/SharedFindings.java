package org.pressroom.diagnostic;

import org.pressroom.source.SourcePath;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;

/// What most documents of an archive have in common, to be said once, and what is left: where 63 of 80 documents have no dateline, a list
/// of 63 findings hides the others.
///
/// Errors and warnings are the same when their rule and message are, whatever numbers that holds; infos, when their rule is.
///
/// @param shared the most severe first, then those of most documents
/// @param others in the order in which they came
public record SharedFindings(List<Shared> shared, List<Diagnostic> others) {

    /// In a smaller archive every finding is said in its place.
    private static final int FEWEST_DOCUMENTS = 10;
    private static final Pattern NUMBER = Pattern.compile("[0-9]+");

    /// A finding that more than half of the documents have.
    ///
    /// @param first     of them
    /// @param documents that have it
    /// @param findings  how many there are
    /// @param alike     whether all have the message of the first
    public record Shared(Diagnostic first, int documents, int findings, boolean alike) { }

    public SharedFindings {
        shared = List.copyOf(shared);
        others = List.copyOf(others);
    }

    private static final class Group {

        private final List<Diagnostic> findings = new ArrayList<>();
        private final Set<SourcePath> files = new HashSet<>();

        Shared shared() {
            Diagnostic first = findings.getFirst();
            return new Shared(first, files.size(), findings.size(), findings.stream().allMatch(one -> one.message().equals(first.message())));
        }
    }

    /// @param documents how many there are, with findings or without
    public static SharedFindings of(List<Diagnostic> findings, int documents) {
        if (documents < FEWEST_DOCUMENTS) {
            return new SharedFindings(List.of(), findings);
        }
        Map<String, Group> groups = new LinkedHashMap<>();
        for (Diagnostic finding : findings) {
            if (finding.file() != null) {
                Group group = groups.computeIfAbsent(key(finding), _ -> new Group());
                group.findings.add(finding);
                group.files.add(finding.file());
            }
        }
        groups.values().removeIf(group -> group.files.size() * 2 <= documents);
        List<Shared> shared = groups.values().stream().map(Group::shared).sorted(Comparator.comparing((Shared one) -> one.first().severity())
            .thenComparing(one -> -one.documents()).thenComparing(one -> one.first().rule())).toList();
        return new SharedFindings(shared, findings.stream().filter(one -> one.file() == null || !groups.containsKey(key(one))).toList());
    }

    private static String key(Diagnostic finding) {
        return finding.severity() + " " + finding.rule() + " "
            + (finding.severity() == Severity.INFO ? "" : NUMBER.matcher(finding.message()).replaceAll("0"));
    }
}
