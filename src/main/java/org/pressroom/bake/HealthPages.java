package org.pressroom.bake;

import org.jspecify.annotations.Nullable;
import org.pressroom.catalog.AddressName;
import org.pressroom.catalog.Entry;
import org.pressroom.catalog.FacetKind;
import org.pressroom.diagnostic.Diagnostic;
import org.pressroom.diagnostic.Fix;
import org.pressroom.diagnostic.Severity;
import org.pressroom.diagnostic.SharedFindings;
import org.pressroom.source.MailAddresses;
import org.pressroom.source.SourcePath;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;

/// The archive's health: `health.html` (then `health/page/2.html`) with what was found, by rule, owner and document, and
/// a page for each rule (`rules/faq-missing.html`) that explains it and shows where it found something.
///
/// What [most documents][SharedFindings] have in common is said once, before what single documents have.
///
/// Source lines are not shown, and neither are mail addresses that a message may quote.
final class HealthPages {

    /// Findings on one page.
    static final int ROWS = 2_000;

    /// Findings that a rule's page shows; the others stand on the pages of all.
    private static final int EXAMPLES = 100;

    /// Owners that are named, those with most findings first.
    private static final int OWNERS = 100;

    /// @param known whether the baseline knows it, so that it does not count
    private record Row(Diagnostic finding, boolean known) { }

    private final PageModels models;
    private final List<Row> rows = new ArrayList<>();
    private final List<SharedFindings.Shared> shared;
    /// Those that are not shared.
    private final List<Row> own = new ArrayList<>();
    private final Map<SourcePath, String> places = new HashMap<>();
    private final List<Paging> pagings;

    HealthPages(PageModels models) {
        this.models = models;
        Health health = models.input().health();
        SharedFindings findings = SharedFindings.of(health.findings(), health.documents());
        this.shared = findings.shared();
        health.findings().forEach(finding -> rows.add(new Row(finding, false)));
        findings.others().forEach(finding -> own.add(new Row(finding, false)));
        health.known().forEach(finding -> {
            rows.add(new Row(finding, true));
            own.add(new Row(finding, true));
        });
        rows.sort(Comparator.comparing(Row::finding, Diagnostic.ORDER));
        own.sort(Comparator.comparing(Row::finding, Diagnostic.ORDER));
        this.pagings = Paging.of("health.html", "health/", own.size(), ROWS);
        for (int i = 0; i < own.size(); i++) {
            SourcePath file = own.get(i).finding().file();
            if (file != null) {
                places.putIfAbsent(file, Href.of(pagings.get(i / ROWS).address()) + "#" + Href.of(anchor(file)));
            }
        }
    }

    /// Where a document's findings stand; null when it has none.
    @Nullable String place(SourcePath document) {
        return places.get(document);
    }

    List<Page> pages() {
        List<Page> pages = new ArrayList<>();
        for (Paging paging : pagings) {
            pages.add(new Page(paging.address(), "health", () -> health(paging)));
        }
        Map<String, List<Row>> byRule = byRule();
        for (RuleText rule : models.input().health().rules()) {
            List<Row> found = byRule.getOrDefault(rule.id(), List.of());
            pages.add(new Page(address(rule.id()), "rule", () -> rule(rule, found)));
        }
        return pages;
    }

    static String address(String rule) {
        return "rules/" + rule + ".html";
    }

    private Map<String, List<Row>> byRule() {
        Map<String, List<Row>> byRule = new HashMap<>();
        rows.forEach(row -> byRule.computeIfAbsent(row.finding().rule(), _ -> new ArrayList<>()).add(row));
        return byRule;
    }

    private Map<String, Object> health(Paging paging) {
        Fields health = new Fields()
            .put("total", rows.size())
            .put("counts", counts(rows))
            .put("known", (int) rows.stream().filter(Row::known).count())
            .put("documents", files(rows))
            .put("files", files(paging.slice(own, ROWS), true));
        if (paging.number() == 1) {
            health.put("shared", shared.stream().map(this::shared).toList()).put("rules", rules()).put("owners", owners()).put("others", others());
        }
        return models.frame(paging.address(), models.paged(models.messages().text("health.title"), paging), "health")
            .put("health", health.map()).put("paging", paging.model()).map();
    }

    private Map<String, Object> rule(RuleText rule, List<Row> found) {
        Fields fields = new Fields()
            .put("summary", rule.summary())
            .put("severity", severity(rule.severity()))
            .put("category", rule.category())
            .putAsIs("html", rule.html())
            .put("total", found.size())
            .put("more", Math.max(0, found.size() - EXAMPLES))
            .put("documents", files(found))
            .put("files", files(found.subList(0, Math.min(found.size(), EXAMPLES)), false));
        return models.frame(address(rule.id()), rule.id(), "health").put("rule", fields.map()).map();
    }

    private Map<String, Object> severity(Severity severity) {
        return new Fields().put("name", severity.label()).put("label", models.messages().text("severity." + severity.label())).map();
    }

    /// How many errors, warnings and hints, those that there are none of left out.
    private List<String> counts(Collection<Row> of) {
        List<String> counts = new ArrayList<>();
        for (Severity severity : Severity.values()) {
            long count = of.stream().filter(row -> row.finding().severity() == severity).count();
            if (count > 0) {
                counts.add(models.messages().count(severity.label() + "s", count));
            }
        }
        return counts;
    }

    private static int files(Collection<Row> of) {
        Set<SourcePath> files = new HashSet<>();
        of.forEach(row -> {
            if (row.finding().file() != null) {
                files.add(row.finding().file());
            }
        });
        return files.size();
    }

    /// The rules that found something, the heaviest and most frequent first.
    private List<Map<String, Object>> rules() {
        Map<String, List<Row>> byRule = byRule();
        return models.input().health().rules().stream().filter(rule -> byRule.containsKey(rule.id()))
            .sorted(Comparator.comparing((RuleText rule) -> heaviest(byRule, rule)).thenComparing(rule -> -size(byRule, rule)))
            .map(rule -> new Fields().put("id", rule.id()).put("summary", rule.summary()).put("href", address(rule.id()))
                .put("severity", severity(heaviest(byRule, rule))).put("count", size(byRule, rule))
                .put("documents", files(byRule.getOrDefault(rule.id(), List.of()))).map())
            .toList();
    }

    private static Severity heaviest(Map<String, List<Row>> byRule, RuleText rule) {
        return byRule.getOrDefault(rule.id(), List.of()).stream().map(row -> row.finding().severity())
            .min(Comparator.naturalOrder()).orElse(rule.severity());
    }

    private static int size(Map<String, List<Row>> byRule, RuleText rule) {
        return byRule.getOrDefault(rule.id(), List.of()).size();
    }

    /// The rules that found nothing.
    private List<Map<String, Object>> others() {
        Map<String, List<Row>> byRule = byRule();
        return models.input().health().rules().stream().filter(rule -> !byRule.containsKey(rule.id()))
            .map(rule -> new Fields().put("id", rule.id()).put("href", address(rule.id())).map()).toList();
    }

    private List<Map<String, Object>> owners() {
        Map<String, List<Row>> byOwner = new LinkedHashMap<>();
        for (Row row : rows) {
            Entry entry = entry(row.finding().file());
            if (entry != null && entry.facts().owner() != null) {
                byOwner.computeIfAbsent(entry.facts().owner(), _ -> new ArrayList<>()).add(row);
            }
        }
        return byOwner.entrySet().stream()
            .sorted(Comparator.comparing((Map.Entry<String, List<Row>> e) -> -e.getValue().size()).thenComparing(Map.Entry::getKey))
            .limit(OWNERS)
            .map(e -> new Fields().put("owner", models.facet(FacetKind.OWNER, e.getKey())).put("count", e.getValue().size())
                .put("counts", counts(e.getValue())).put("documents", files(e.getValue())).map())
            .toList();
    }

    private @Nullable Entry entry(@Nullable SourcePath file) {
        return file == null ? null : models.catalog().at(file).orElse(null);
    }

    private String anchor(SourcePath file) {
        Entry entry = entry(file);
        return entry == null ? "file-" + AddressName.withHash(AddressName.of(file.path().replace('/', '-')), file.toString()) : "idea-" + entry.address();
    }

    /// @param anchored whether other pages lead to these
    private List<Map<String, Object>> files(List<Row> slice, boolean anchored) {
        List<Map<String, Object>> files = new ArrayList<>();
        for (int from = 0; from < slice.size(); ) {
            SourcePath file = slice.get(from).finding().file();
            int to = from;
            List<Map<String, Object>> findings = new ArrayList<>();
            while (to < slice.size() && Objects.equals(slice.get(to).finding().file(), file)) {
                findings.add(finding(slice.get(to++)));
            }
            Fields fields = new Fields().put("findings", findings);
            if (file != null) {
                fields.put("path", file.toString());
                if (anchored) {
                    fields.put("anchor", anchor(file));
                }
                Entry entry = entry(file);
                if (entry != null) {
                    fields.put("idea", models.link(entry).map())
                        .put("owner", models.facet(FacetKind.OWNER, entry.facts().owner()));
                }
            }
            files.add(fields.map());
            from = to;
        }
        return files;
    }

    private Map<String, Object> shared(SharedFindings.Shared of) {
        return new Fields().putAll(finding(new Row(of.first(), false)))
            .put("share", models.messages().text("health.share", models.messages().number(of.documents()),
                models.messages().number(models.input().health().documents())))
            .put("alike", of.alike()).map();
    }

    private Map<String, Object> finding(Row row) {
        Diagnostic finding = row.finding();
        Fix fix = finding.fix();
        Fields fields = new Fields()
            .put("rule", finding.rule())
            .put("href", address(finding.rule()))
            .put("severity", severity(finding.severity()))
            .put("message", words(finding.message()))
            .put("fix", fix == null ? List.of() : words(fix.description()))
            .put("known", row.known());
        if (finding.file() != null) {
            fields.put("line", finding.position().line());
        }
        return fields.map();
    }

    /// A message in pieces: what stands between backticks is shown as code.
    private static List<Map<String, Object>> words(String message) {
        String[] pieces = MailAddresses.withoutAny(message).split("`", -1);
        List<Map<String, Object>> words = new ArrayList<>();
        for (int i = 0; i < pieces.length; i++) {
            boolean code = i % 2 == 1 && i + 1 < pieces.length;
            String piece = i % 2 == 1 && !code ? "`" + pieces[i] : pieces[i];
            if (!piece.isEmpty()) {
                words.add(new Fields().putAsIs("text", PlainText.of(piece)).put("code", code).map());
            }
        }
        return words;
    }
}
