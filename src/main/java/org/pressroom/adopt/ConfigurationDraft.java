package org.pressroom.adopt;

import org.jspecify.annotations.Nullable;
import org.pressroom.config.Terms;
import org.pressroom.config.Vocabulary;
import org.pressroom.config.YamlValue;
import org.pressroom.model.LinkedText;
import org.pressroom.parse.MetadataSchema;
import org.pressroom.parse.MetadataValues;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/// Writes the `pressroom.yaml` that makes sense of an archive. Each line that is a guess has its evidence in a comment above it.
final class ConfigurationDraft {

    /// Of a hundred documents: most, many, and so few that it may be an accident.
    private static final int MOST = 80;
    private static final int HALF = 50;
    private static final int FEW = 20;
    private static final int MOST_PARTS = 9;
    private static final int LONGEST_STATUS = 40;

    private static final Vocabulary PRFAQ = Vocabulary.PRFAQ;

    /// What other archives call our keys.
    private static final Map<String, String> KEYS = Map.ofEntries(Map.entry("feature-name", "title"), Map.entry("name", "title"), Map.entry("rfc-pr", "discussion"),
        Map.entry("pull-request", "discussion"), Map.entry("pr", "discussion"), Map.entry("discussion-link", "discussion"), Map.entry("discussions-to", "discussion"),
        Map.entry("rust-issue", "tracking"), Map.entry("react-issue", "tracking"), Map.entry("tracking-issue", "tracking"), Map.entry("issue", "tracking"),
        Map.entry("original-authors", "authors"), Map.entry("original-author", "authors"), Map.entry("author(s)", "authors"), Map.entry("proposer", "authors"),
        Map.entry("champion", "sponsor"), Map.entry("champions", "sponsor"), Map.entry("owners", "sponsor"), Map.entry("requires", "related"), Map.entry("related-to", "related"),
        Map.entry("kep-number", "id"), Map.entry("eip", "id"), Map.entry("adr", "id"), Map.entry("rfc", "id"), Map.entry("pep", "id"), Map.entry("proposal", "id"),
        Map.entry("decision-maker", "decision.deciders"), Map.entry("area", "tags"), Map.entry("category", "tags"), Map.entry("categories", "tags"), Map.entry("component", "tags"));
    private static final Set<String> PEOPLE = Set.of("reviewers", "reviewer", "approvers", "editors", "editor", "shepherd", "shepherds", "consulted", "informed", "api-bar-raiser",
        "contributors", "review-manager", "review-managers", "co-authors", "prr-approvers", "participants");

    /// Keys whose values may be statuses, when no document says its own otherwise.
    private static final List<String> STATUS_KEYS = List.of("stage", "state", "phase", "lifecycle", "maturity", "rfc-status", "proposal-status", "adr-status", "decision-status",
        "progress", "resolution");
    private static final int MOST_STATUSES = 15;
    private static final Set<String> BYSTANDERS = Set.of("code-of-conduct", "contributing", "security", "support", "governance", "maintainers", "license", "licence", "changelog",
        "history", "authors", "contributors", "codeowners", "index", "pull-request-template", "issue-template", "glossary");

    /// Headings of proposals and the part of a PR/FAQ that they stand for.
    private static final Map<String, String> PROBLEMS = roles("problem", "context", "context and problem statement", "problem", "problem statement", "motivation", "background", "the problem", "why");
    private static final Map<String, String> SOLUTIONS = roles("solution", "decision", "decision outcome", "solution", "proposal", "proposed solution", "detailed design", "specification", "design",
        "guide-level explanation", "the solution");
    private static final Set<String> FAQS = Set.of("faq", "frequently asked questions", "internal faq", "public faq");
    private static final Set<String> NO_PARTS = Set.of("status", "date", "author", "authors", "deciders", "table of contents", "contents");
    private static final Pattern PREFIX = Pattern.compile("^((?:\\p{L}[\\p{L}/-]{1,9}[ #-]?)?)(\\d{1,6})?((?:\\s?[:–—.|]|\\s-)\\s)");

    private final Survey survey;
    private final StringBuilder out = new StringBuilder();
    /// The key, in normal form, that says the status; null when it is ours, or none.
    private final @Nullable String statusKey;
    private final Tally statuses;
    /// Folders that are named after statuses, by the number of documents in them; empty when they say nothing new.
    private final Tally folders;

    private ConfigurationDraft(Survey survey) {
        this.survey = survey;
        this.statusKey = most(survey.statuses().sum(), FEW) ? null
            : STATUS_KEYS.stream().filter(key -> saysStatus(survey.valuesOf(key))).findFirst().orElse(null);
        this.statuses = statusKey == null ? survey.statuses() : texts(survey.valuesOf(statusKey));
        this.folders = statusKey == null ? folders() : new Tally();
    }

    private Tally folders() {
        Tally found = new Tally();
        for (Surveyed document : survey.documents()) {
            // The nearest one counts. The last name is the file's.
            List.of(below(document).split("/")).reversed().stream().skip(1).filter(folder -> Survey.status(folder).isPresent()).findFirst().ifPresent(found::add);
        }
        return most(withoutStatus(), FEW) && most(found.sum(), HALF) ? found : new Tally();
    }

    private int withoutStatus() {
        return (int) survey.documents().stream().filter(document -> document.status() == null).count();
    }

    private boolean saysStatus(List<YamlValue> values) {
        Tally texts = texts(values);
        return most(values.size(), HALF) && texts.sum() == values.size() && texts.counts().size() <= MOST_STATUSES
            && texts.counts().keySet().stream().allMatch(text -> text.length() <= LONGEST_STATUS);
    }

    private static Tally texts(List<YamlValue> values) {
        Tally texts = new Tally();
        values.stream().filter(value -> value instanceof YamlValue.Scalar scalar && !scalar.text().isBlank()).forEach(value -> texts.add(((YamlValue.Scalar) value).text().strip()));
        return texts;
    }

    private static Map<String, String> roles(String role, String... headings) {
        Map<String, String> roles = new HashMap<>();
        List.of(headings).forEach(heading -> roles.put(heading, role));
        return roles;
    }

    /// @param sourceUrl where files can be read at the archive's host; null when unknown
    static String of(Survey survey, @Nullable String sourceUrl) {
        ConfigurationDraft draft = new ConfigurationDraft(survey);
        draft.write(sourceUrl);
        return draft.out.toString();
    }

    private boolean most(int count, int percent) {
        return survey.size() > 0 && count * 100 >= survey.size() * percent;
    }

    private String share(int count) {
        return count + " of " + survey.size() + " documents";
    }

    private void write(@Nullable String sourceUrl) {
        out.append("""
            # What Pressroom found in this archive, and what it makes of it: written by `pressroom adopt`.
            # Each guess has its evidence above it. Correct what is wrong, and delete what you don't need; `pressroom check` shows the effect.
            """);
        if (!survey.folder().isEmpty() && !survey.folder().equals("content/")) {
            guess(share(survey.size()) + " that look like proposals lie here" + (survey.elsewhere().isEmpty() ? "" : "; elsewhere: " + survey.elsewhere().text(4)));
            line("content: " + quoted(survey.folder().substring(0, survey.folder().length() - 1)));
        }
        if (sourceUrl != null) {
            guess("the address of the repository's remote `origin`");
            line("source-url: " + quoted(sourceUrl));
        }
        templates();
        bystanders();
        kind();
        statuses();
        keys();
        titles();
        conventions();
    }

    private void guess(String evidence) {
        out.append("\n# ").append(oneLine(evidence)).append('\n');
    }

    private void line(String line) {
        out.append(line).append('\n');
    }

    private static String oneLine(String text) {
        return text.replaceAll("[\\p{Cntrl}\\p{Zl}\\p{Zp}]", " ");
    }

    private static String quoted(String text) {
        return "\"" + oneLine(text).replace("\\", "\\\\").replace("\"", "\\\"") + "\"";
    }

    private void templates() {
        if (!survey.templates().isEmpty()) {
            guess("forms for new documents by their names, which are left out");
            line("templates: [" + String.join(", ", survey.templates().stream().limit(10).map(path -> quoted(pattern(path))).toList()) + "]");
        }
    }

    /// Files that say how people work together, in every repository; they are no proposals.
    private void bystanders() {
        List<String> found = survey.documents().stream().map(this::below)
            .filter(path -> BYSTANDERS.contains(Vocabulary.normal(path.substring(path.lastIndexOf('/') + 1).replaceFirst("\\.[^.]*$", "")))).toList();
        if (!found.isEmpty()) {
            guess("pages about the repository itself, by their names");
            line("exclude: [" + String.join(", ", found.stream().limit(40).map(path -> quoted(pattern(path))).toList()) + "]");
        }
    }

    /// A document's path below the folder of the proposals.
    private String below(Surveyed document) {
        return document.path().path().substring(survey.folder().length());
    }

    /// A pattern that only this path fits.
    private static String pattern(String path) {
        return path.replaceAll("([\\[\\]{}*?\\\\!])", "\\\\$1");
    }

    // ---- kinds

    private void kind() {
        int prfaqs = survey.prfaqs();
        if (survey.size() == 0 || most(prfaqs, MOST)) {
            return;
        }
        if (most(prfaqs, FEW)) {
            guess(share(prfaqs) + " are PR/FAQs, the others are not; that they are not is no finding here");
            line("severities: {arc-not-a-prfaq: off}");
            required("");
            return;
        }
        String name = name();
        guess(share(survey.size() - prfaqs) + " are not PR/FAQs; most frequent headings: " + survey.headings().text(8));
        line("kinds:");
        line("  " + name + ":");
        required("    ");
        List<String> parts = parts();
        if (!parts.isEmpty()) {
            line("    parts:");
            parts.forEach(part -> line("      " + part));
        }
    }

    /// Only keys that the documents have can be asked of them.
    private void required(String indent) {
        int with = survey.size() - withoutStatus();
        boolean status = most(with, MOST) || most(statuses.sum(), MOST);
        int untitled = untitled();
        out.append(indent).append("# ").append(share(Math.max(with, statuses.sum()))).append(" say their status, ").append(untitled).append(" have no title\n");
        List<String> required = new ArrayList<>();
        if (!most(untitled, 3)) {
            required.add("title");
        }
        if (status) {
            required.add("status");
        }
        line(indent + "required: [" + String.join(", ", required) + "]");
    }

    private String name() {
        String path = survey.folder().toLowerCase(Locale.ROOT) + " " + String.join(" ", survey.documents().stream().limit(20).map(one -> one.path().fileName() + " " + one.title()).toList()).toLowerCase(Locale.ROOT);
        boolean decisions = survey.headings().of("Decision") + survey.headings().of("Consequences") + survey.headings().of("Decision Outcome") > survey.size() / 2;
        for (String name : List.of("eip", "rfc", "kep", "pep", "adr", "decision", "proposal")) {
            if (Pattern.compile("(?:^|[^\\p{L}])" + name + "s?(?:[^\\p{L}]|$)").matcher(path).find()) {
                return name.equals("decision") ? "adr" : name;
            }
        }
        return decisions ? "adr" : "proposal";
    }

    private List<String> parts() {
        List<String> parts = new ArrayList<>();
        Set<String> names = new LinkedHashSet<>();
        Set<String> roles = new LinkedHashSet<>();
        List<Map.Entry<String, Integer>> common = new ArrayList<>(survey.headings().ranked().stream().filter(heading -> most(heading.getValue(), HALF)).limit(MOST_PARTS).toList());
        common.sort(Comparator.comparingDouble(heading -> place(heading.getKey())));
        for (Map.Entry<String, Integer> heading : common) {
            String words = heading.getKey().toLowerCase(Locale.ROOT).replaceAll("[^\\p{L}\\p{N}/ -]", "").strip();
            if (words.isEmpty() || NO_PARTS.contains(words)) {
                continue;
            }
            String name = words.replaceAll("[^\\p{L}\\p{N}]+", "-").replaceAll("^-|-$", "");
            String role = PROBLEMS.getOrDefault(words, SOLUTIONS.getOrDefault(words, FAQS.contains(words) ? "faq" : ""));
            if (name.isEmpty() || !names.add(name)) {
                continue;
            }
            boolean first = !role.isEmpty() && roles.add(role);
            parts.add(name + ": {labels: [" + quoted(heading.getKey()) + "]" + (first ? ", as: " + role : "") + "}   # in " + heading.getValue());
        }
        return parts;
    }

    /// Where a heading stands on the average.
    private double place(String heading) {
        return survey.documents().stream().map(Surveyed::headings).filter(headings -> headings.contains(heading)).mapToInt(headings -> headings.indexOf(heading)).average().orElse(0);
    }

    // ---- statuses

    private record Found(String word, @Nullable String meaning, int count) { }

    private void statuses() {
        Map<String, Found> found = new LinkedHashMap<>();
        List<String> odd = new ArrayList<>();
        boolean foreign = false;
        List<Map.Entry<String, Integer>> all = new ArrayList<>();
        folders.ranked().forEach(folder -> all.add(Map.entry(Survey.status(folder.getKey()).orElseThrow(), folder.getValue())));
        all.addAll(statuses.ranked());
        for (Map.Entry<String, Integer> written : all) {
            String plain = LinkedText.of(written.getKey()).plain();
            Optional<Terms.Match> match = PRFAQ.status().match(plain);
            if (match.isPresent()) {
                String word = match.get().term().word();
                boolean own = PRFAQ.statuses().contains(word);
                foreign |= !own;
                found.merge(word, new Found(own ? word : shown(plain, word), match.get().term().meaning(), written.getValue()),
                    (a, b) -> new Found(a.word, a.meaning, a.count + b.count));
            } else if (plain.length() <= LONGEST_STATUS && plain.split("\\s+").length <= 3 && plain.matches("[\\p{L}\\p{N} _/-]+") && Character.isLetter(plain.charAt(0))) {
                foreign = true;
                found.merge(Vocabulary.normal(plain), new Found(spoken(plain), null, written.getValue()), (a, b) -> new Found(a.word, a.meaning, a.count + b.count));
            } else {
                odd.add("`" + (plain.length() > LONGEST_STATUS ? plain.substring(0, LONGEST_STATUS) + "…" : plain) + "`");
            }
        }
        if (!foreign) {
            return;
        }
        List<Found> ordered = new ArrayList<>();
        PRFAQ.statuses().forEach(meaning -> found.values().stream().filter(one -> meaning.equals(one.meaning)).forEach(ordered::add));
        found.values().stream().filter(one -> one.meaning == null).forEach(ordered::add);
        guess((statuses.isEmpty() ? "by the folders: " + folders.text(12) : "as the documents write them: " + statuses.text(12)) + (odd.isEmpty() ? "" : "; not understood: " + String.join(", ", odd.subList(0, Math.min(4, odd.size())))));
        line("# `as` says which status of a PR/FAQ one stands for, for colours and rules; without it, it stands for none");
        line("statuses:");
        for (Found one : ordered) {
            boolean own = one.meaning != null && one.meaning.equals(Vocabulary.normal(one.word));
            line("  " + quoted(Vocabulary.normal(one.word)) + ": {" + (own ? "" : "label: " + quoted(one.word)) + (one.meaning == null || own ? "" : ", as: " + one.meaning) + "}   # " + one.count
                + (one.meaning == null ? ", what does it stand for?" : ""));
        }
    }

    /// A word as readers see it: `ready-for-release` is written for programs.
    private static String spoken(String written) {
        String words = written.indexOf(' ') < 0 && written.equals(written.toLowerCase(Locale.ROOT)) ? written.replace('-', ' ').replace('_', ' ') : written;
        return words.substring(0, 1).toUpperCase(Locale.ROOT) + words.substring(1);
    }

    /// The word as most write it, without what stands beside it.
    private static String shown(String plain, String word) {
        String head = plain.length() >= word.length() && Vocabulary.normal(plain.substring(0, word.length())).equals(word) ? plain.substring(0, word.length()) : word.replace('-', ' ');
        return head.substring(0, 1).toUpperCase(Locale.ROOT) + head.substring(1);
    }

    // ---- keys

    private void keys() {
        Map<String, String> aliases = new TreeMap<>();
        Map<String, String> extras = new TreeMap<>();
        Map<String, Integer> counts = new TreeMap<>();
        List<String> ignored = new ArrayList<>();
        List<String> grouped = new ArrayList<>();
        Set<String> taken = new LinkedHashSet<>();
        survey.keys().ranked().stream().filter(key -> MetadataSchema.isKnown(key.getKey(), PRFAQ) && most(key.getValue(), FEW))
            .forEach(key -> taken.add(MetadataSchema.keyOf(key.getKey(), PRFAQ)));
        for (Map.Entry<String, Integer> key : survey.keys().ranked()) {
            String normal = Vocabulary.normal(key.getKey());
            if (MetadataSchema.isKnown(key.getKey(), PRFAQ) || counts.containsKey(normal) || normal.isBlank() || normal.contains(".")) {
                continue;
            }
            counts.put(normal, key.getValue());
            String ours = normal.equals(statusKey) ? "status" : KEYS.get(normal);
            ours = "title".equals(ours) && most(untold(), 10) ? null : ours;
            if (ours != null && taken.add(ours)) {
                aliases.put(normal, ours);
            } else if (survey.valuesOf(normal).stream().anyMatch(value -> value instanceof YamlValue.Mapping)) {
                grouped.add(normal);
            } else if (most(key.getValue(), 10) && key.getValue() > 1) {
                extras.put(normal, type(normal));
            } else {
                ignored.add(normal);
            }
        }
        if (!aliases.isEmpty()) {
            guess("keys of this archive and ours that they stand for");
            line("aliases:");
            aliases.forEach((key, ours) -> line("  " + quoted(key) + ": " + ours + "   # in " + counts.get(key) + example(key)));
        }
        if (!extras.isEmpty()) {
            guess("further keys, shown beside the document; the type is guessed from the values");
            line("keys:");
            extras.forEach((key, type) -> line("  " + quoted(key) + ": " + type + "   # in " + counts.get(key) + example(key)));
        }
        if (!ignored.isEmpty() || !grouped.isEmpty()) {
            guess((ignored.isEmpty() ? "" : "rare keys, let stand without a finding; in " + ignored.stream().mapToInt(key -> Objects.requireNonNullElse(counts.get(key), 0)).sum() + " places")
                + (ignored.isEmpty() || grouped.isEmpty() ? "" : "; ") + (grouped.isEmpty() ? "" : "keys with keys of their own below them, which pages don't show: " + String.join(", ", grouped)));
            line("ignore: [" + String.join(", ", Stream.concat(ignored.stream(), grouped.stream()).sorted().limit(200).map(ConfigurationDraft::quoted).toList()) + "]");
        }
    }

    private String example(String key) {
        for (YamlValue value : survey.valuesOf(key)) {
            if (value instanceof YamlValue.Scalar scalar && !scalar.text().isBlank() && scalar.text().indexOf('@') < 0) {
                String text = oneLine(scalar.text()).strip();
                return ", such as `" + (text.length() > LONGEST_STATUS ? text.substring(0, LONGEST_STATUS) + "…" : text) + "`";
            }
        }
        return "";
    }

    private String type(String key) {
        if (PEOPLE.contains(key)) {
            return "people";
        }
        List<YamlValue> values = survey.valuesOf(key).stream().filter(value -> !(value instanceof YamlValue.Scalar scalar) || !scalar.text().isBlank()).toList();
        if (values.isEmpty()) {
            return "text";
        }
        long dates = values.stream().filter(value -> MetadataValues.looseDay(value).isPresent()).count();
        long lists = values.stream().filter(value -> value instanceof YamlValue.Sequence).count();
        return dates * 100 >= values.size() * (long) MOST ? "date" : lists * 100 >= values.size() * (long) HALF ? "list" : "text";
    }

    // ---- titles and the rest

    /// How many documents have a title that others have, too, such as that of their first section.
    private int untold() {
        Tally titles = new Tally();
        survey.documents().forEach(document -> titles.add(document.title().toLowerCase(Locale.ROOT)));
        return titles.counts().values().stream().filter(count -> count > 2).mapToInt(Integer::intValue).sum();
    }

    private int untitled() {
        return (int) survey.documents().stream().filter(one -> one.path().fileName().startsWith(one.title() + ".")).count();
    }

    private void titles() {
        int untold = untold();
        int untitled = untitled();
        if (most(untold, 10) || most(untitled, FEW)) {
            guess(untold > untitled ? share(untold) + " share a title with others" : share(untitled) + " have no title, or begin with that of a section");
            line("title-from: file");
            return;
        }
        Tally prefixes = new Tally();
        for (Surveyed document : survey.documents()) {
            Matcher m = PREFIX.matcher(document.title() + " ");
            if (m.find() && (!m.group(1).isBlank() || m.group(2) != null) && m.end() < document.title().length()) {
                prefixes.add((m.group(1) + (m.group(2) == null ? "" : "{number}") + m.group(3)).strip());
            }
        }
        List<String> common = prefixes.ranked().stream().filter(prefix -> most(prefix.getValue(), FEW) && prefix.getValue() > 1).map(Map.Entry::getKey).toList();
        if (!common.isEmpty()) {
            guess("how titles begin: " + prefixes.text(4) + "; dropped, since the ID says the same");
            line("title-prefixes: [" + String.join(", ", common.stream().map(ConfigurationDraft::quoted).toList()) + "]");
        }
    }

    private void conventions() {
        int dated = 0;
        for (Surveyed document : survey.documents()) {
            dated += document.path().fileName().matches("\\d{4}-\\d{2}-\\d{2}[-_. ].*") ? 1 : 0;
        }
        if (!folders.isEmpty()) {
            guess(share(withoutStatus()) + " don't say their status, and folders are named after statuses: " + folders.text(8));
            line("status-from:");
            line("  folder:");
            folders.ranked().forEach(folder -> Survey.status(folder.getKey())
                .ifPresent(word -> line("    " + quoted(folder.getKey()) + ": " + quoted(word) + "   # " + folder.getValue())));
        }
        if (most(dated, HALF)) {
            guess(share(dated) + " have names that begin with a date");
            line("created-from: name");
        }
    }
}
