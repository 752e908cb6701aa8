package org.pressroom.rules;

import org.jspecify.annotations.Nullable;
import org.pressroom.config.Configuration;
import org.pressroom.diagnostic.Diagnostic;
import org.pressroom.diagnostic.Fix;
import org.pressroom.diagnostic.Position;
import org.pressroom.diagnostic.Severity;
import org.pressroom.diagnostic.Suppressed;
import org.pressroom.history.FileHistory;
import org.pressroom.parallel.Turn;
import org.pressroom.parse.Notice;
import org.pressroom.parse.ParseOutcome;
import org.pressroom.parse.Suppression;
import org.pressroom.source.SourcePath;
import org.pressroom.source.SourceText;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Consumer;

/// Runs the rules over documents and over the archive. Safe for several threads; it keeps nothing but the word lists of
/// the languages it met.
///
/// What a rule finds is weighed: by `severities` in `pressroom.yaml`, else by the rule; one step less when it is about
/// form and the document is `size: light`. Then the author's comments (`<!-- pressroom: allow RULE reason -->`) take
/// out what they allow. Those about archive rules travel with the document's [ArchiveEvidence] until all is read.
public final class RuleEngine {

    private final Configuration configuration;
    private final LocalDate asOf;
    private final Map<String, Lexicon> lexicons = new ConcurrentHashMap<>();
    private final Map<String, Rule> rules = new LinkedHashMap<>();
    private final Set<String> switchedOn = new HashSet<>();

    /// All rules there are, under a configuration.
    ///
    /// @param asOf the day to call today
    public RuleEngine(Configuration configuration, LocalDate asOf) {
        this(configuration, asOf, Rules.ALL);
    }

    RuleEngine(Configuration configuration, LocalDate asOf, List<Rule> rules) {
        this.configuration = configuration;
        this.asOf = asOf;
        for (Rule rule : rules) {
            this.rules.put(rule.id(), rule);
            if (configuration.severityOf(rule.id(), rule.info().severity()).isPresent()) {
                switchedOn.add(rule.id());
            }
        }
    }

    /// Checks what came of parsing one file.
    ///
    /// @param history what git knows of it; null without
    public CheckedDocument check(ParseOutcome outcome, @Nullable FileHistory history) {
        return switch (outcome) {
            case ParseOutcome.Parsed parsed -> check(parsed, history);
            case ParseOutcome.Unparsable refused -> new CheckedDocument(
                FindingLimit.within(notices(refused)).stream().map(this::refusal).sorted(Diagnostic.ORDER).toList(), List.of(),
                ArchiveEvidence.none(refused.path()), Days.ALL);
        };
    }

    private CheckedDocument check(ParseOutcome.Parsed parsed, @Nullable FileHistory history) {
        List<Finding> findings = new ArrayList<>();
        Configuration its = configuration.of(parsed.path());
        Manuscript manuscript = new Manuscript(parsed, its, asOf, lexicon(parsed.document().language()), history);
        for (Rule rule : rules.values()) {
            if (rule instanceof DocumentRule documentRule && switchedOn.contains(rule.id())
                    && (its.kind().prfaq() || !rule.info().category().ofPrfaqs())) {
                Turn.go(rule.id());
                Reporter reporter = new Reporter(rule.info(), parsed.text(), findings);
                guard(rule, parsed.path(), findings, () -> documentRule.check(manuscript, reporter));
            }
        }
        findings.addAll(notices(parsed));
        Allowances allowances = new Allowances(parsed.path(), parsed.suppressions());
        boolean light = parsed.document().metadata().light();
        List<Suppressed> allowed = new ArrayList<>();
        findings.removeIf(finding -> {
            boolean allows = allowances.allows(finding);
            if (allows) {
                diagnostic(finding, light, parsed.text()).ifPresent(d -> allowed.add(allowances.suppressed(d)));
            }
            return allows;
        });
        findings.addAll(allowances.faults(rules, switchedOn));
        List<Diagnostic> diagnostics = FindingLimit.within(findings).stream()
            .flatMap(finding -> diagnostic(finding, light, parsed.text()).stream()).sorted(Diagnostic.ORDER).toList();
        return new CheckedDocument(
            diagnostics, allowed, ArchiveEvidence.of(manuscript, allowances.pending(rules)), manuscript.today().days());
    }

    /// The word lists of a language, put together when the first document in it is checked.
    private Lexicon lexicon(String language) {
        return lexicons.computeIfAbsent(language, _ -> Lexicon.of(language, configuration.words()));
    }

    private List<Finding> notices(ParseOutcome outcome) {
        List<Finding> findings = new ArrayList<>();
        for (Notice notice : outcome.notices()) {
            if (rules.get(notice.rule()) instanceof NoticeRule rule) {
                findings.add(Finding.of(rule.info(), rule.severity(outcome), outcome.path(), notice.position(),
                    notice.message(), notice.fix()));
            } else {
                findings.add(crash(outcome.path(), "the parser reported something for `" + notice.rule()
                    + "`, which is not a rule: " + notice.message(), "this is a bug in Pressroom; please report it"));
            }
        }
        return findings;
    }

    /// A document that is not published is never refused in silence, whatever the configuration switches off.
    private Diagnostic refusal(Finding finding) {
        return finding.diagnostic(finding.weighed(configuration, false).orElse(finding.severity()), null);
    }

    /// Checks the archive as a whole.
    ///
    /// @return what archive rules find, and comments of documents that allow what they don't; in the order of
    ///     [Diagnostic#ORDER]
    public List<Diagnostic> checkArchive(Archive archive) {
        return checkArchive(archive, _ -> { });
    }

    /// Checks the archive as a whole, and tells also what documents allow.
    ///
    /// @param allowed is given what the archive rules found and a comment allows
    public List<Diagnostic> checkArchive(Archive archive, Consumer<Suppressed> allowed) {
        List<Finding> findings = new ArrayList<>();
        for (Rule rule : rules.values()) {
            if (rule instanceof ArchiveRule archiveRule && switchedOn.contains(rule.id())) {
                ArchiveReporter reporter = new ArchiveReporter(rule.info(), findings);
                guard(rule, null, findings, () -> archiveRule.check(archive, reporter));
            }
        }
        Collection<Allowances> allowances = allow(archive, findings, allowed);
        allowances.forEach(document -> findings.addAll(document.unneeded(switchedOn)));
        return diagnostics(archive, findings);
    }

    /// Holds one text at a time: there may be findings in all of them.
    private List<Diagnostic> diagnostics(Archive archive, List<Finding> findings) {
        findings.sort(Comparator.comparing(Finding::path, Comparator.nullsFirst(Comparator.naturalOrder())));
        List<Diagnostic> diagnostics = new ArrayList<>(findings.size());
        for (int from = 0, to; from < findings.size(); from = to) {
            SourcePath path = findings.get(from).path();
            to = from + 1;
            while (to < findings.size() && Objects.equals(path, findings.get(to).path())) {
                to++;
            }
            List<Finding> its = findings.subList(from, to);
            SourceText text = path == null ? null : archive.text(path).orElse(null);
            for (Finding finding : path == null ? its : FindingLimit.within(its)) {
                diagnostic(finding, false, text).ifPresent(diagnostics::add);
            }
        }
        diagnostics.sort(Diagnostic.ORDER);
        return List.copyOf(diagnostics);
    }

    private Collection<Allowances> allow(Archive archive, List<Finding> findings, Consumer<Suppressed> allowed) {
        Map<SourcePath, Allowances> allowances = new HashMap<>();
        for (ArchiveEvidence document : archive.evidence()) {
            List<Suppression> suppressions = document.suppressions();
            if (!suppressions.isEmpty()) {
                allowances.put(document.path(), new Allowances(document.path(), suppressions));
            }
        }
        findings.removeIf(finding -> {
            Allowances document = finding.path() == null ? null : allowances.get(finding.path());
            if (document == null || !document.allows(finding)) {
                return false;
            }
            diagnostic(finding, false, null).ifPresent(d -> allowed.accept(document.suppressed(d)));
            return true;
        });
        return allowances.values();
    }

    private Optional<Diagnostic> diagnostic(Finding finding, boolean light, @Nullable SourceText text) {
        Optional<Severity> weight = finding.rule().equals(RuleCrashed.INFO)
            ? Optional.of(Severity.ERROR) : finding.weighed(configuration, light);
        return weight.map(severity -> finding.diagnostic(severity, text));
    }

    /// Runs a rule; when it throws, that is its fault and not the document's, and the others still run. Nowhere else is
    /// an unforeseen exception caught: here it becomes a finding that ends the command with exit code 3.
    private static void guard(Rule rule, @Nullable SourcePath path, List<Finding> findings, Runnable run) {
        try {
            run.run();
        } catch (Turn.OverException e) {
            throw e;
        } catch (RuntimeException | StackOverflowError e) {
            String place = path == null ? "the archive" : path.toString();
            findings.add(crash(path, "the rule `" + rule.id() + "` failed on " + place + ": " + e,
                "this is a bug in Pressroom; please report it; `severities: {" + rule.id() + ": off}` turns the rule off"));
        }
    }

    private static Finding crash(@Nullable SourcePath path, String message, String fix) {
        return Finding.of(RuleCrashed.INFO, Severity.ERROR, path, Position.START, message, new Fix(fix));
    }
}
