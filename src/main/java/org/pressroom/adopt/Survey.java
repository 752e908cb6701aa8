package org.pressroom.adopt;

import org.jspecify.annotations.Nullable;
import org.pressroom.build.ArchiveSession;
import org.pressroom.build.Reading;
import org.pressroom.catalog.DocumentFacts;
import org.pressroom.catalog.Entry;
import org.pressroom.config.Configuration;
import org.pressroom.config.Vocabulary;
import org.pressroom.config.YamlValue;
import org.pressroom.git.TreeEntry;
import org.pressroom.parallel.Workers;
import org.pressroom.parse.DocumentParser;
import org.pressroom.parse.MetadataReader;
import org.pressroom.parse.MetadataSchema;
import org.pressroom.parse.RawMetadata;
import org.pressroom.source.SourcePath;
import org.pressroom.source.SourceText;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Pattern;

/// What an archive's documents are, and how they say what they say.
///
/// @param folder    where the proposals are, with a final slash; empty for the root
/// @param documents there, in order of path
/// @param elsewhere documents in other folders, by the number in each
/// @param readmes   files that are no documents for their name, in the folder
/// @param templates forms for new documents, by their paths below the folder
/// @param carriers  how metadata are written, by the number of documents
/// @param keys      that are written, as written, by the number of documents
/// @param values    of keys, by the key in normal form
/// @param statuses  as written
/// @param headings  of sections
record Survey(String folder, List<Surveyed> documents, Tally elsewhere, int readmes, List<String> templates, Tally carriers, Tally keys,
        Map<String, List<YamlValue>> values, Tally statuses, Tally headings) {

    private static final Pattern NUMBERED = Pattern.compile("^(?:\\p{L}{1,10}[-_. ])?\\d{1,6}(?=[-_. ]|$)");
    private static final Pattern NUMBERING = Pattern.compile("^\\d{1,3}(?:\\.\\d{1,3}){0,3}[.)]?\\s{1,4}");
    private static final int LONGEST_HEADING = 60;
    /// Most of the proposals lie in a folder when so many of a hundred do.
    private static final int MOST = 80;

    Survey {
        documents = List.copyOf(documents);
        templates = List.copyOf(templates);
    }

    static Survey of(ArchiveSession session, Reading reading, Workers workers) {
        Configuration configuration = session.configuration();
        DocumentParser parser = new DocumentParser(configuration, _ -> false);
        Map<SourcePath, DocumentFacts> facts = new HashMap<>();
        for (Entry entry : reading.catalog().entries()) {
            facts.put(entry.facts().path(), entry.facts());
        }
        List<TreeEntry> files = session.documents();
        @Nullable Surveyed[] seen = new @Nullable Surveyed[files.size()];
        workers.forEach(seen.length, i -> {
            DocumentFacts its = facts.get(files.get(i).path());
            Optional<SourceText> text = its == null ? Optional.empty() : parser.decode(session.read(files.get(i)));
            if (its != null && text.isPresent()) {
                RawMetadata raw = MetadataReader.read(text.get(), configuration.vocabulary()).raw();
                seen[i] = new Surveyed(its.path(), its.title(), its.prfaq(), its.status(), raw, headings(text.get()));
            }
        });
        List<Surveyed> all = new ArrayList<>();
        for (Surveyed one : seen) {
            if (one != null) {
                all.add(one);
            }
        }
        String folder = folder(session.content(), all);
        Tally elsewhere = new Tally();
        all.stream().filter(one -> !one.path().path().startsWith(folder)).forEach(one -> elsewhere.add(one.path().folder().isEmpty() ? "." : one.path().folder()));
        List<Surveyed> documents = all.stream().filter(one -> one.path().path().startsWith(folder)).toList();
        return tallied(folder, documents, elsewhere, session);
    }

    private static Survey tallied(String folder, List<Surveyed> documents, Tally elsewhere, ArchiveSession session) {
        Tally carriers = new Tally();
        Tally keys = new Tally();
        Tally statuses = new Tally();
        Tally headings = new Tally();
        Map<String, List<YamlValue>> values = new TreeMap<>();
        Vocabulary vocabulary = session.configuration().vocabulary();
        for (Surveyed document : documents) {
            Set<String> its = new HashSet<>();
            boolean status = false;
            for (RawMetadata part : document.raw().parts()) {
                carriers.add(part.carrier().label());
                for (YamlValue.Entry entry : part.entries().entries()) {
                    if (its.add(Vocabulary.normal(entry.key()))) {
                        keys.add(entry.key().strip());
                        values.computeIfAbsent(Vocabulary.normal(entry.key()), _ -> new ArrayList<>()).add(entry.value());
                    }
                    if (!status && MetadataSchema.keyOf(entry.key(), vocabulary).equals("status") && entry.value() instanceof YamlValue.Scalar scalar && !scalar.text().isBlank()) {
                        statuses.add(scalar.text().strip());
                        status = true;
                    }
                }
            }
            new LinkedHashSet<>(document.headings()).stream().filter(heading -> !heading.equalsIgnoreCase(document.title())).forEach(headings::add);
        }
        List<String> templates = new ArrayList<>();
        int readmes = 0;
        for (TreeEntry file : session.tree().files()) {
            String path = file.path().path();
            if (file.path().isMarkdown() && path.startsWith(folder)) {
                boolean readme = file.path().fileName().toLowerCase(java.util.Locale.ROOT).startsWith("readme.");
                readmes += readme ? 1 : 0;
                if (!readme && session.configuration().isTemplate(file.path())) {
                    templates.add(path.substring(folder.length()));
                }
            }
        }
        return new Survey(folder, documents, elsewhere, readmes, templates, carriers, keys, values, statuses, headings);
    }

    /// The folder in which most of what looks like proposals lies.
    private static String folder(String content, List<Surveyed> all) {
        List<String> paths = all.stream().filter(Survey::isProposal).map(one -> one.path().path()).toList();
        String folder = content;
        while (paths.size() > 1) {
            Tally below = new Tally();
            for (String path : paths) {
                int slash = path.startsWith(folder) ? path.indexOf('/', folder.length()) : -1;
                if (slash > 0) {
                    below.add(path.substring(0, slash + 1));
                }
            }
            if (below.isEmpty() || below.ranked().getFirst().getValue() * 100 < paths.size() * MOST) {
                return folder;
            }
            String next = below.ranked().getFirst().getKey();
            if (status(next.substring(folder.length(), next.length() - 1)).isPresent()) {
                // Others lie, or will lie, in a folder beside it.
                return folder;
            }
            folder = next;
        }
        return folder;
    }

    /// The status that the name of a folder stands for.
    static Optional<String> status(String folder) {
        return Vocabulary.PRFAQ.status().match(folder.replace('-', ' ').replace('_', ' ')).filter(match -> match.detail() == null).map(match -> match.term().word());
    }

    static boolean isProposal(Surveyed one) {
        return one.prfaq() || one.status() != null || NUMBERED.matcher(one.path().fileName()).find();
    }

    private static List<String> headings(SourceText text) {
        List<String> headings = new ArrayList<>();
        boolean fence = false;
        for (int line = 1; line <= text.lines().count(); line++) {
            int start = text.lines().startOf(line);
            char first = start < text.text().length() ? text.text().charAt(start) : 0;
            if (first == '`' && text.text().startsWith("```", start) || first == '~' && text.text().startsWith("~~~", start)) {
                fence = !fence;
            } else if (!fence && first == '#') {
                String heading = text.lines().textOf(line).strip();
                int level = 0;
                while (level < heading.length() && heading.charAt(level) == '#') {
                    level++;
                }
                String words = NUMBERING.matcher(heading.substring(level).replace("#", "").strip()).replaceFirst("");
                if (level <= 2 && !words.isEmpty() && words.length() <= LONGEST_HEADING && headings.size() < 60) {
                    headings.add(words);
                }
            }
        }
        return headings;
    }

    int size() {
        return documents.size();
    }

    /// How many of the documents are PR/FAQs.
    int prfaqs() {
        return (int) documents.stream().filter(Surveyed::prfaq).count();
    }

    /// The values of a key in normal form.
    List<YamlValue> valuesOf(String key) {
        return Objects.requireNonNullElse(values.get(key), List.of());
    }
}
