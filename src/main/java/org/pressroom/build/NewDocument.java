package org.pressroom.build;

import org.jspecify.annotations.Nullable;
import org.pressroom.catalog.AddressName;
import org.pressroom.config.Kind;
import org.pressroom.config.Nearest;
import org.pressroom.files.FileProblem;
import org.pressroom.files.SafeFolder;
import org.pressroom.git.ArchiveException;
import org.pressroom.parse.DocumentHead;
import org.pressroom.source.SourceId;
import org.pressroom.source.SourcePath;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/// Where a new document goes, and under which id: as those that are there have it.
///
/// @param path below the archive's root
public record NewDocument(String id, SourcePath path, Kind kind) {

    private static final Pattern NUMBER = Pattern.compile("\\d{1,9}");
    private static final Pattern YEAR = Pattern.compile("(?:19|20)\\d\\d");
    private static final int FIRST_WIDTH = 4;
    private static final int LONGEST_NAME = 60;

    /// Finds a place.
    ///
    /// @param wanted an id; null for the next one that is free and never was taken
    /// @param folder below the archive's root; null for where the latest document lies
    /// @throws ArchiveException when the id is taken, or a document there would be of another kind
    public static NewDocument of(ArchiveSession session, DocumentLookup documents, String title, @Nullable String kindName, @Nullable String wanted,
            @Nullable String folder, LocalDate today) {
        Kind kind = kind(session, kindName);
        List<DocumentHead> alike = documents.heads().stream().filter(head -> session.configuration().kindOf(head.path()).name().equals(kind.name())).toList();
        List<DocumentHead> numbered = alike.stream().filter(NewDocument::isNumbered).toList();
        boolean numbers = wanted == null ? numbered.size() * 2 >= alike.size() : NUMBER.matcher(wanted).matches();
        String slug = slug(title);
        List<DocumentHead> former = wanted == null ? FormerDocuments.of(session) : List.of();
        String id = wanted != null ? wanted : numbers ? next(numbered, former.stream()
            .filter(head -> isNumbered(head) && session.configuration().kindOf(head.path()).name().equals(kind.name())).toList()) : slug;
        for (DocumentHead head : documents.heads()) {
            if (head.id().value().toLowerCase(Locale.ROOT).equals(id.toLowerCase(Locale.ROOT))) {
                throw new ArchiveException("the ID " + id + " is taken by " + head.path() + "; name another with --id");
            }
        }
        FormerDocuments.refuse(id, former);
        String name = (numbers || !id.equals(slug) ? AddressName.of(id) + "-" : "") + slug + ".md";
        SourcePath path = new SourcePath(SourceId.MAIN, folder(session, numbered.isEmpty() ? alike : numbered, folder, today) + name);
        if (!session.configuration().kindOf(path).name().equals(kind.name()) || !path.path().startsWith(session.content()) || session.configuration().excludes(path)) {
            throw new ArchiveException(path + " would not be a document of the kind " + kind.name() + "; name a folder with --dir that pressroom.yaml has for it");
        }
        return new NewDocument(id, path, kind);
    }

    private static Kind kind(ArchiveSession session, @Nullable String name) {
        if (name == null) {
            return session.configuration().kind();
        }
        List<Kind> all = Stream.concat(Stream.of(session.configuration().kind()), session.configuration().kinds().stream()).toList();
        return all.stream().filter(kind -> kind.name().equalsIgnoreCase(name)).findFirst().orElseThrow(() -> {
            List<String> names = all.stream().map(Kind::name).distinct().toList();
            return new ArchiveException("`" + name + "` is not a kind of document here; " + Nearest.of(name, names).map(near -> "did you mean " + near + "? ").orElse("")
                + "there are " + String.join(", ", names));
        });
    }

    private static String slug(String title) {
        String name = AddressName.leavesNothing(title) ? "proposal" : AddressName.of(title);
        if (name.length() <= LONGEST_NAME) {
            return name;
        }
        int end = name.lastIndexOf('-', LONGEST_NAME);
        return name.substring(0, end > 0 ? end : name.offsetByCodePoints(0, Math.min(LONGEST_NAME, name.codePointCount(0, name.length()))));
    }

    private static boolean isNumbered(DocumentHead head) {
        return NUMBER.matcher(head.id().value()).matches();
    }

    /// One more than the largest that there is or was, with as many digits as that has.
    private static String next(List<DocumentHead> numbered, List<DocumentHead> former) {
        int largest = 0;
        int width = numbered.isEmpty() && former.isEmpty() ? FIRST_WIDTH : 1;
        for (DocumentHead head : Stream.concat(numbered.stream(), former.stream()).toList()) {
            int number = Integer.parseInt(head.id().value());
            if (number >= largest) {
                largest = number;
                width = head.id().value().length();
            }
        }
        return String.format(Locale.ROOT, "%0" + width + "d", largest + 1L);
    }

    private static String folder(ArchiveSession session, List<DocumentHead> alike, @Nullable String wanted, LocalDate today) {
        if (wanted != null) {
            String normal = wanted.replace('\\', '/').replaceAll("^(?:\\./)++|(?<!/)/++$", "");
            return normal.isEmpty() || normal.equals(".") ? "" : normal + "/";
        }
        Optional<DocumentHead> latest = alike.stream().max((a, b) -> a.id().value().length() == b.id().value().length()
            ? a.id().value().compareTo(b.id().value()) : Integer.compare(a.id().value().length(), b.id().value().length()));
        if (latest.isEmpty()) {
            return session.content().isEmpty() && session.documents().isEmpty() ? "content/" : session.content();
        }
        String folder = latest.get().path().folder();
        String last = folder.substring(folder.lastIndexOf('/') + 1);
        String now = YEAR.matcher(last).matches() ? folder.substring(0, folder.length() - last.length()) + today.getYear() : folder;
        return now.isEmpty() ? "" : now + "/";
    }

    /// Writes it.
    ///
    /// @return the file
    /// @throws ArchiveException when it is there, or can't be written; nothing was changed then
    public Path write(ArchiveSession session, String text) {
        Path folder = session.tree().folder().orElseThrow(() -> new ArchiveException(
            session.tree().description() + " is not on disk, so nothing can be added; check out a working tree and run the command there"));
        try {
            SafeFolder.at(folder).create(path.path(), text.getBytes(StandardCharsets.UTF_8));
            return folder.resolve(path.path());
        } catch (FileAlreadyExistsException e) {
            throw new ArchiveException(path + " exists already; nothing was written", e);
        } catch (IOException e) {
            throw new ArchiveException("cannot write " + path + ": " + FileProblem.of(e), e);
        }
    }
}
