package org.pressroom.adopt;

import org.jspecify.annotations.Nullable;
import org.pressroom.build.ArchiveRequest;
import org.pressroom.build.ArchiveSession;
import org.pressroom.build.Progress;
import org.pressroom.build.Reading;
import org.pressroom.build.Semantics;
import org.pressroom.cache.ResultStore;
import org.pressroom.diagnostic.Diagnostic;
import org.pressroom.diagnostic.Severity;
import org.pressroom.files.AtomicFile;
import org.pressroom.files.FileProblem;
import org.pressroom.files.RegularFile;
import org.pressroom.git.ArchiveException;
import org.pressroom.parallel.Workers;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// What a survey of an archive came to.
///
/// @param documents    that lie where the proposals are
/// @param folder       where that is, with a final slash; empty for the root
/// @param prfaqs       how many of them are PR/FAQs
/// @param elsewhere    how many others there are
/// @param readmes      files passed over for their name
/// @param templates    forms for new documents
/// @param carriers     how metadata are written, by the number of documents
/// @param keys         by the number of documents
/// @param statuses     as written, by the number of documents
/// @param headings     by the number of documents
/// @param configuration the text of the file that makes sense of it
/// @param before       findings without it, by severity
/// @param after        findings with it
public record Adoption(int documents, String folder, int prfaqs, int elsewhere, int readmes, List<String> templates, Map<String, Integer> carriers,
        Map<String, Integer> keys, Map<String, Integer> statuses, Map<String, Integer> headings, String configuration,
        Map<Severity, Integer> before, Map<Severity, Integer> after) {

    private static final List<String> NAMES = List.of("pressroom.yaml", "pressroom.yml");
    private static final Pattern REMOTE = Pattern.compile("\\[remote \"origin\"\\][^\\[]{0,500}?url\\s{0,5}=\\s{0,5}(?:https://|git@|ssh://git@)([\\w.-]{1,100})[:/]([\\w./-]{1,200}?)(?:\\.git)?\\s");
    private static final int LARGEST_GIT_CONFIG = 100_000;

    public Adoption {
        templates = List.copyOf(templates);
    }

    /// Surveys an archive. History is not read, and nothing is compared by its meaning: what these add is not what a configuration is for.
    ///
    /// @throws ArchiveException when the archive can't be read
    public static Adoption of(ArchiveRequest request, Workers workers, LocalDate asOf) {
        try (ArchiveSession session = ArchiveSession.openToTry(request, "")) {
            Reading reading = reading(session, workers, asOf);
            Survey survey = Survey.of(session, reading, workers);
            String text = ConfigurationDraft.of(survey, sourceUrl(session));
            Map<Severity, Integer> before = counts(reading);
            Map<Severity, Integer> after;
            try (ArchiveSession adopted = ArchiveSession.openToTry(request, text)) {
                after = adopted.readsAs(session) ? before : counts(reading(adopted, workers, asOf));
            }
            return new Adoption(survey.size(), survey.folder(), survey.prfaqs(), survey.elsewhere().sum(), survey.readmes(), survey.templates(), survey.carriers().counts(),
                survey.keys().counts(), survey.statuses().counts(), survey.headings().counts(), text, before, after);
        }
    }

    private static Reading reading(ArchiveSession session, Workers workers, LocalDate asOf) {
        return Reading.of(session, workers, _ -> null, ResultStore.none(), true, asOf, new Semantics.Nothing(), Progress.NONE);
    }

    private static Map<Severity, Integer> counts(Reading reading) {
        Map<Severity, Integer> counts = new EnumMap<>(Severity.class);
        for (Severity severity : Severity.values()) {
            counts.put(severity, 0);
        }
        List<Diagnostic> findings = new ArrayList<>(reading.findings());
        findings.addAll(reading.restrictedFindings());
        findings.forEach(finding -> counts.merge(finding.severity(), 1, Integer::sum));
        return counts;
    }

    /// Of hosts whose addresses are known to have this form.
    private static @Nullable String sourceUrl(ArchiveSession session) {
        Path config = session.tree().folder().map(folder -> folder.resolve(".git").resolve("config")).orElse(null);
        if (config == null || !Files.isRegularFile(config, LinkOption.NOFOLLOW_LINKS)) {
            return null;
        }
        String text;
        try {
            text = new String(RegularFile.beginning(config, LARGEST_GIT_CONFIG), StandardCharsets.ISO_8859_1);
        } catch (IOException e) {
            // The address is a convenience.
            return null;
        }
        Matcher m = REMOTE.matcher(text);
        if (!m.find()) {
            return null;
        }
        String host = m.group(1);
        return host.equals("github.com") ? "https://github.com/" + m.group(2) + "/blob/{ref}/{path}"
            : host.startsWith("gitlab.") ? "https://" + host + "/" + m.group(2) + "/-/blob/{ref}/{path}" : null;
    }

    /// The configuration that the archive has; null when it has none.
    public static @Nullable Path existing(Path archive) {
        return NAMES.stream().map(archive::resolve).filter(file -> Files.exists(file, LinkOption.NOFOLLOW_LINKS)).findFirst().orElse(null);
    }

    /// Writes the configuration into an archive.
    ///
    /// @return the file
    /// @throws ArchiveException when it can't be written
    public Path write(Path archive) {
        Path existing = existing(archive);
        Path file = existing == null ? archive.resolve(NAMES.getFirst()) : existing;
        if (Files.isSymbolicLink(file)) {
            throw new ArchiveException("cannot write " + file + ": it is a link; delete it, or write to the file that it leads to");
        }
        try {
            AtomicFile.write(file, configuration.getBytes(StandardCharsets.UTF_8));
            return file;
        } catch (IOException e) {
            throw new ArchiveException("cannot write " + file + ": " + FileProblem.reason(e), e);
        }
    }
}
