package org.pressroom.history;

import org.jspecify.annotations.Nullable;
import org.pressroom.git.Blobs;
import org.pressroom.git.Mailmap;
import org.pressroom.git.RawCommit;
import org.pressroom.git.RawLog;
import org.pressroom.model.Visibility;
import org.pressroom.parallel.Workers;
import org.pressroom.parse.DocumentHead;
import org.pressroom.parse.DocumentParser;
import org.pressroom.source.SourceFile;
import org.pressroom.source.SourcePath;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.Predicate;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;

/// The history of every document of today.
///
/// @param files  by path; documents that no commit knows are missing
/// @param former every other path that a document had, by its path of today, also those of which its history says nothing
public record Histories(Map<SourcePath, FileHistory> files, Map<SourcePath, Set<SourcePath>> former) {

    public Histories {
        files = Map.copyOf(files);
        former = Map.copyOf(former);
    }

    /// Every other path that some documents had.
    public Set<SourcePath> formerOf(Predicate<SourcePath> documents) {
        Set<SourcePath> all = new HashSet<>();
        former.forEach((today, paths) -> {
            if (documents.test(today)) {
                all.addAll(paths);
            }
        });
        return all;
    }

    /// A document as a commit left it.
    private record Moment(SourcePath path, String blob) { }

    /// What a walk gives.
    ///
    /// @param learned what was found out on it, for the next
    public record Walk(Histories histories, Learned learned) { }

    /// @param names     under which people go
    /// @param documents of today
    /// @param hidden    files of today of which nothing is told, so that only their former paths are found
    /// @param parser    reads metadata as they are read today
    /// @param before    what an earlier walk with such a parser found out
    public static Walk of(RawLog log, Blobs blobs, Mailmap names, Collection<SourcePath> documents, Collection<SourcePath> hidden,
            DocumentParser parser, Learned before, Workers workers) {
        List<SourcePath> paths = List.copyOf(documents);
        List<SourcePath> followed = Stream.concat(paths.stream(), hidden.stream()).toList();
        List<String> places = followed.stream().map(SourcePath::path).toList();
        Learned.Session learned = new Learned.Session(before);
        Ancestry ancestry = new Ancestry(log.commits());
        Pairing pairing = new Pairing(blobs, learned);
        Following everything = new Following(places, pairing, ancestry::leadsTo);
        log.commits().stream().filter(commit -> !commit.merge()).forEach(everything::take);
        Following main = new Following(places, pairing, (_, _) -> true);
        List<RawCommit> line = ancestry.mainLine();
        line.forEach(main::take);
        Map<String, Integer> numbers = HashMap.newHashMap(line.size());
        for (int i = 0; i < line.size(); i++) {
            numbers.put(line.get(i).id(), line.size() - i);
        }
        List<List<Following.Step>> everywhere = byDocument(everything, followed.size());
        List<List<Following.Step>> arrived = byDocument(main, followed.size());
        // Those of all commits, since a branch may have restricted a document that the main line never did.
        Map<String, DocumentHead> heads = heads(paths, List.of(arrived, everywhere), blobs, parser, workers, learned);
        Map<SourcePath, FileHistory> files = HashMap.newHashMap(paths.size());
        Map<SourcePath, Set<SourcePath>> former = new HashMap<>();
        for (int i = 0; i < followed.size(); i++) {
            addFormer(followed.get(i), everywhere.get(i), former);
            addFormer(followed.get(i), arrived.get(i), former);
        }
        for (int i = 0; i < paths.size(); i++) {
            List<Following.Step> open = afterRestriction(arrived.get(i), heads);
            boolean whole = open.size() == arrived.get(i).size()
                && afterRestriction(everywhere.get(i), heads).size() == everywhere.get(i).size();
            List<Revision> revisions = revisions(paths.get(i), whole ? everywhere.get(i) : open, open, names);
            if (!revisions.isEmpty()) {
                List<Rename> renames = renames(paths.get(i), whole ? everywhere.get(i) : open.subList(1, open.size()));
                files.put(paths.get(i), history(revisions, renames, open, heads, names, numbers));
            }
        }
        return new Walk(new Histories(files, former), learned.learned());
    }

    private static void addFormer(SourcePath today, List<Following.Step> steps, Map<SourcePath, Set<SourcePath>> former) {
        for (Following.Step step : steps) {
            for (String path : Arrays.asList(step.path(), step.from())) {
                if (path != null && !path.equals(today.path())) {
                    former.computeIfAbsent(today, _ -> new HashSet<>()).add(new SourcePath(today.source(), path));
                }
            }
        }
    }

    /// The same with people under other names.
    ///
    /// @param hidden whether a former path or id is not to be known
    public Histories named(UnaryOperator<String> names, Predicate<String> hidden) {
        Map<SourcePath, FileHistory> named = HashMap.newHashMap(files.size());
        files.forEach((path, history) -> named.put(path, history.named(names, hidden)));
        return new Histories(named, former);
    }

    /// Oldest first.
    private static List<List<Following.Step>> byDocument(Following following, int documents) {
        List<List<Following.Step>> byDocument = new ArrayList<>(documents);
        Stream.generate(ArrayList<Following.Step>::new).limit(documents).forEach(byDocument::add);
        following.steps().reversed().forEach(step -> byDocument.get(step.document()).add(step));
        return byDocument;
    }

    /// The commits that changed a document, and the merges that made of it what neither side had been.
    private static List<Revision> revisions(SourcePath today, List<Following.Step> everywhere, List<Following.Step> arrived,
            Mailmap names) {
        Set<String> known = new HashSet<>();
        everywhere.forEach(step -> known.add(String.valueOf(step.after())));
        List<Following.Step> steps = new ArrayList<>(everywhere);
        arrived.stream().filter(step -> step.commit().merge() && step.after() != null && known.add(step.after())).forEach(steps::add);
        if (steps.size() > everywhere.size()) {
            steps.sort(Comparator.comparing(step -> step.commit().committed()));
        }
        return steps.stream().filter(step -> step.after() != null).map(step -> revision(today, step, names)).toList();
    }

    private static Revision revision(SourcePath today, Following.Step step, Mailmap names) {
        Collection<String> authors = new LinkedHashSet<>(List.of(names.name(step.commit().author())));
        step.commit().coAuthors().forEach(author -> authors.add(names.name(author)));
        return new Revision(step.commit().id(), step.commit().day(), List.copyOf(authors), at(today, step.path()), Objects.requireNonNull(step.after()));
    }

    private static SourcePath at(SourcePath today, String path) {
        return path.equals(today.path()) ? today : new SourcePath(today.source(), path);
    }

    /// What each state of a document said of itself, by blob and path.
    private static Map<String, DocumentHead> heads(
            List<SourcePath> paths, List<List<List<Following.Step>>> steps, Blobs blobs, DocumentParser parser, Workers workers, Learned.Session learned) {
        Map<String, Moment> moments = new LinkedHashMap<>();
        for (List<List<Following.Step>> byDocument : steps) {
            for (int i = 0; i < paths.size(); i++) {
                for (Following.Step step : byDocument.get(i)) {
                    if (step.after() != null && !learned.knows(key(step))) {
                        moments.putIfAbsent(key(step), new Moment(at(paths.get(i), step.path()), step.after()));
                    }
                }
            }
        }
        List<Map.Entry<String, Moment>> list = List.copyOf(moments.entrySet());
        @Nullable DocumentHead[] heads = new @Nullable DocumentHead[list.size()];
        workers.forEach(heads.length, i -> {
            Moment moment = list.get(i).getValue();
            heads[i] = blobs.read(moment.blob(), Learned.HEAD_BYTES)
                .map(Histories::wholeCharacters).map(bytes -> parser.head(new SourceFile(moment.path(), moment.blob(), bytes))).orElse(null);
        });
        for (int i = 0; i < heads.length; i++) {
            if (heads[i] != null) {
                learned.learn(list.get(i).getKey(), heads[i]);
            }
        }
        return learned.heads();
    }

    /// What was cut off at the limit may have been cut inside a character.
    private static byte[] wholeCharacters(byte[] bytes) {
        int end = bytes.length;
        if (end == Learned.HEAD_BYTES) {
            while (end > bytes.length - 3 && (bytes[end - 1] & 0xc0) == 0x80) {
                end--;
            }
            end -= (bytes[end - 1] & 0x80) == 0 ? 0 : 1;
        }
        return end == bytes.length ? bytes : Arrays.copyOf(bytes, end);
    }

    private static String key(Following.Step step) {
        return Learned.key(String.valueOf(step.after()), step.path());
    }

    /// What a document was since it is no longer restricted: of what came before nothing is told.
    private static List<Following.Step> afterRestriction(List<Following.Step> arrived, Map<String, DocumentHead> heads) {
        int from = 0;
        for (int i = 0; i < arrived.size(); i++) {
            DocumentHead head = heads.get(key(arrived.get(i)));
            if (head != null && head.visibility() == Visibility.RESTRICTED) {
                from = i + 1;
            }
        }
        return arrived.subList(from, arrived.size());
    }

    private static List<Rename> renames(SourcePath today, List<Following.Step> steps) {
        return steps.stream().filter(step -> step.from() != null)
            .map(step -> new Rename(at(today, String.valueOf(step.from())), at(today, step.path()), step.commit().day(), step.commit().id())).toList();
    }

    private static FileHistory history(
            List<Revision> revisions, List<Rename> renames, List<Following.Step> arrived, Map<String, DocumentHead> heads, Mailmap names,
            Map<String, Integer> numbers) {
        List<Transition> timeline = new ArrayList<>();
        Set<String> ids = new LinkedHashSet<>();
        String last = null;
        int identified = arrived.isEmpty() ? Integer.MAX_VALUE : numbers.getOrDefault(arrived.getFirst().commit().id(), Integer.MAX_VALUE);
        for (Following.Step step : arrived) {
            DocumentHead head = heads.get(key(step));
            if (head == null || step.after() == null) {
                continue;
            }
            ids.add(head.id().value());
            if (last != null && !last.equals(head.id().value())) {
                identified = numbers.getOrDefault(step.commit().id(), Integer.MAX_VALUE);
            }
            last = head.id().value();
            Transition latest = timeline.isEmpty() ? null : timeline.getLast();
            boolean same = latest == null ? head.status() == null && head.outcome() == null
                : Objects.equals(latest.status(), head.status()) && Objects.equals(latest.outcome(), head.outcome());
            if (!same) {
                timeline.add(new Transition(step.commit().day(), head.status(), head.outcome(), names.name(step.commit().author()), step.commit().id()));
            }
        }
        ids.remove(last);
        return new FileHistory(revisions, renames, timeline, List.copyOf(ids), identified);
    }
}
