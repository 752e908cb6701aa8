package org.pressroom.rules;

import org.pressroom.config.Nearest;
import org.pressroom.diagnostic.Diagnostic;
import org.pressroom.diagnostic.Fix;
import org.pressroom.diagnostic.Position;
import org.pressroom.diagnostic.Suppressed;
import org.pressroom.parse.Suppression;
import org.pressroom.source.SourcePath;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/// What the author of one document allows in it, and whether that was needed.
///
/// A comment speaks for the whole document, wherever it stands. Without a reason it allows nothing.
final class Allowances {

    private final SourcePath path;
    private final List<Suppression> suppressions;
    /// Rules that are allowed, each with the first reason given.
    private final Map<String, String> allowed = new HashMap<>();
    private final Set<String> needed = new HashSet<>();

    Allowances(SourcePath path, List<Suppression> suppressions) {
        this.path = path;
        this.suppressions = suppressions;
        suppressions.stream().filter(s -> !s.reason().isBlank()).forEach(s -> allowed.putIfAbsent(s.rule(), s.reason().strip()));
    }

    /// Whether a finding is allowed; the comment that says so has then been needed. That a rule crashed never is.
    boolean allows(Finding finding) {
        String rule = finding.rule().id();
        if (!allowed.containsKey(rule) || finding.rule().equals(RuleCrashed.INFO)) {
            return false;
        }
        needed.add(rule);
        return true;
    }

    /// A finding that is allowed, with the reason given.
    Suppressed suppressed(Diagnostic finding) {
        return new Suppressed(finding, Suppressed.Kind.COMMENT, allowed.getOrDefault(finding.rule(), ""));
    }

    /// Those that speak of archive rules, and so can't be judged before the whole archive is read.
    List<Suppression> pending(Map<String, Rule> rules) {
        return suppressions.stream()
            .filter(s -> rules.get(s.rule()) instanceof ArchiveRule && !s.reason().isBlank()).toList();
    }

    /// What is wrong with the comments themselves, after all findings were asked about.
    ///
    /// @param rules      by id
    /// @param switchedOn ids of the rules that ran
    List<Finding> faults(Map<String, Rule> rules, Set<String> switchedOn) {
        List<Finding> faults = new ArrayList<>();
        for (Suppression suppression : suppressions) {
            Rule rule = rules.get(suppression.rule());
            if (suppression.reason().isBlank()) {
                faults.add(fault(AllowWithoutReason.INFO, suppression.position(),
                    "this comment allows `" + suppression.rule() + "` without a reason, so it has no effect",
                    "write the reason after the rule's name, or remove the comment"));
            }
            if (rule == null) {
                faults.add(unknown(suppression, rules));
            } else if (rule instanceof ElsewhereRule) {
                faults.add(fault(AllowUnused.INFO, suppression.position(),
                    "findings of `" + rule.id() + "` can't be allowed in a document", "remove the comment"));
            } else if (!suppression.reason().isBlank() && !(rule instanceof ArchiveRule)) {
                unneeded(suppression, switchedOn).ifPresent(faults::add);
            }
        }
        return faults;
    }

    /// The comments, all about archive rules, that no finding needed.
    List<Finding> unneeded(Set<String> switchedOn) {
        return suppressions.stream().flatMap(s -> unneeded(s, switchedOn).stream()).toList();
    }

    private Optional<Finding> unneeded(Suppression suppression, Set<String> switchedOn) {
        if (!switchedOn.contains(suppression.rule()) || needed.contains(suppression.rule())) {
            return Optional.empty();
        }
        return Optional.of(fault(AllowUnused.INFO, suppression.position(),
            "this comment allows `" + suppression.rule() + "`, but the rule finds nothing in this document",
            "remove the comment"));
    }

    private Finding unknown(Suppression suppression, Map<String, Rule> rules) {
        String fix = Nearest.of(suppression.rule(), rules.keySet()).map(nearest -> "did you mean `" + nearest + "`?")
            .orElse("write the rule's id as the finding shows it, or remove the comment");
        return fault(AllowUnused.INFO, suppression.position(),
            "there is no rule `" + suppression.rule() + "` to allow", fix);
    }

    private Finding fault(RuleInfo rule, Position position, String message, String fix) {
        return Finding.of(rule, rule.severity(), path, position, message, new Fix(fix));
    }
}
