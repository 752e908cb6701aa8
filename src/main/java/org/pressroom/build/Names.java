package org.pressroom.build;

import org.jspecify.annotations.Nullable;
import org.pressroom.bake.HiddenPerson;
import org.pressroom.config.Configuration;
import org.pressroom.config.KnownPerson;
import org.pressroom.config.MetadataExtra;
import org.pressroom.diagnostic.Diagnostic;
import org.pressroom.diagnostic.Fix;
import org.pressroom.model.Document;
import org.pressroom.model.Person;
import org.pressroom.source.SourceFile;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/// People by the names under which the site tells of them, as `people:` in the configuration says.
///
/// Whoever is hidden has a neutral word in the place of the name: wherever metadata or git name somebody, and in texts
/// wherever the name stands in full. A name of one word may be a word like any other, so it is left in the text of
/// documents.
final class Names {

    static final Names AS_WRITTEN = new Names(Configuration.DEFAULT, "");

    private static final int SHORTEST_IN_TEXTS = 2;

    private final Configuration configuration;
    private final String nobody;
    private final Map<String, String> names = new HashMap<>();
    private final @Nullable Pattern hidden;
    /// Those of `hidden` that no text says of something else.
    private final @Nullable Pattern distinct;

    private Names(Configuration configuration, String nobody) {
        this.configuration = configuration;
        this.nobody = nobody;
        List<String> hiding = new ArrayList<>();
        for (KnownPerson person : configuration.people()) {
            person.names().forEach(name -> names.put(KnownPerson.key(name), person.hidden() ? nobody : person.name()));
            hiding.addAll(person.hidden() ? person.names() : List.of());
        }
        this.hidden = pattern(hiding);
        this.distinct = pattern(hiding.stream().filter(Names::isDistinct).toList());
    }

    private static @Nullable Pattern pattern(Collection<String> names) {
        return names.isEmpty() ? null
            : Pattern.compile(names.stream().map(Names::form).collect(Collectors.joining("|")), Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE);
    }

    static Names of(ArchiveSession session) {
        Configuration configuration = session.configuration();
        return configuration.people().isEmpty() ? AS_WRITTEN : new Names(configuration, HiddenPerson.word(configuration,
            new ArchiveSurroundings(session.tree()).messages(configuration.site().language()).texts()));
    }

    private static boolean isDistinct(String name) {
        return name.strip().split("\\s+").length > 1
            || name.codePoints().filter(Character::isIdeographic).count() >= SHORTEST_IN_TEXTS;
    }

    /// The words of a name, whatever space, line break or mark of a quotation is between them; and with dots, as in mail
    /// addresses.
    private static String form(String name) {
        String[] words = name.strip().split("\\s+");
        StringBuilder form = new StringBuilder(bound(words[0].codePointAt(0), "(?<![\\p{L}\\p{N}])"));
        for (int i = 0; i < words.length; i++) {
            form.append(i == 0 ? "" : "(?:[ \\t\\u00a0._-]|\\R[ \\t>]*+)++").append(Pattern.quote(words[i]));
        }
        String last = words[words.length - 1];
        return form.append(bound(last.codePointBefore(last.length()), "(?![\\p{L}\\p{N}])")).toString();
    }

    private static String bound(int c, String otherwise) {
        return Character.isIdeographic(c) ? "" : otherwise;
    }

    /// The name under which somebody goes.
    String of(String name) {
        return names.isEmpty() ? name : names.getOrDefault(KnownPerson.key(name), without(hidden, name));
    }

    private Person of(Person person) {
        String name = of(person.name());
        return name.equals(person.name()) ? person : new Person(name, person.mail());
    }

    /// What is said about a document, its metadata too, without naming anybody who is hidden.
    String in(String text) {
        return without(hidden, text);
    }

    private String without(@Nullable Pattern names, String text) {
        return names == null ? text : names.matcher(text).replaceAll(match -> Matcher.quoteReplacement(instead(match.group())));
    }

    /// Lines stay what they are.
    private String instead(String name) {
        int line = name.indexOf('\n');
        return line < 0 ? nobody : nobody + name.substring(line).replaceAll("[^\\r\\n\\t >]", "");
    }

    /// A file that names nobody who is hidden. What is no UTF-8 is left as it is; nothing of it is published.
    SourceFile in(SourceFile file) {
        byte[] clean = in(file.bytes());
        return clean == file.bytes() ? file : new SourceFile(file.path(), file.blobId(), clean);
    }

    private byte[] in(byte[] bytes) {
        if (distinct == null) {
            return bytes;
        }
        try {
            String text = StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes)).toString();
            String clean = without(distinct, text);
            return clean.equals(text) ? bytes : clean.getBytes(StandardCharsets.UTF_8);
        } catch (CharacterCodingException e) {
            return bytes;
        }
    }

    /// A document with people under their names.
    Document in(Document document) {
        if (names.isEmpty()) {
            return document;
        }
        Map<String, Object> extras = new HashMap<>(document.metadata().extra());
        for (MetadataExtra key : configuration.kindOf(document.path()).vocabulary().extras()) {
            if (key.type() == MetadataExtra.Type.PEOPLE) {
                extras.computeIfPresent(key.name(), (_, people) -> people instanceof List<?> list
                    ? list.stream().map(one -> of(one.toString())).distinct().toList() : of(people.toString()));
            }
        }
        return document.withMetadata(document.metadata().withPeople(this::of, extras));
    }

    /// A finding that names nobody who is hidden.
    Diagnostic in(Diagnostic finding) {
        if (hidden == null) {
            return finding;
        }
        Fix fix = finding.fix();
        String line = finding.sourceLine();
        return new Diagnostic(finding.rule(), finding.severity(), finding.file(), finding.position(), in(finding.message()),
            fix == null || in(fix.description()).equals(fix.description()) ? fix : new Fix(in(fix.description())), line == null ? null : in(line));
    }
}
