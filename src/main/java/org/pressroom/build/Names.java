package org.pressroom.build;

import org.jspecify.annotations.Nullable;
import org.pressroom.bake.HiddenPerson;
import org.pressroom.catalog.AddressName;
import org.pressroom.config.Configuration;
import org.pressroom.config.KnownPerson;
import org.pressroom.config.MetadataExtra;
import org.pressroom.diagnostic.Diagnostic;
import org.pressroom.diagnostic.Fix;
import org.pressroom.history.Histories;
import org.pressroom.model.Document;
import org.pressroom.model.DocumentId;
import org.pressroom.model.Person;
import org.pressroom.parse.NameScan;
import org.pressroom.source.SourceFile;
import org.pressroom.source.SourcePath;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;

/// People by the names under which the site tells of them, as `people:` in the configuration says.
///
/// Whoever is hidden has a neutral word in the place of the name: wherever metadata or git name somebody, and in texts
/// wherever the name stands in full. A name of one word may be a word like any other, so it is left in the text of
/// documents.
final class Names {

    static final Names AS_WRITTEN = new Names(Configuration.DEFAULT, "");

    private static final int SHORTEST_IN_TEXTS = 2;
    private static final Pattern NAME_PARTS = Pattern.compile("[\\s\\u00a0._@+-]");

    private final Configuration configuration;
    private final String nobody;
    private final Map<String, String> names = new HashMap<>();
    private final @Nullable NameScan hidden;
    /// Those of `hidden` that no text says of something else.
    private final @Nullable NameScan distinct;

    private Names(Configuration configuration, String nobody) {
        this.configuration = configuration;
        this.nobody = nobody;
        List<String> hiding = new ArrayList<>();
        for (KnownPerson person : configuration.people()) {
            person.names().forEach(name -> names.put(KnownPerson.key(name), person.hidden() ? nobody : person.name()));
            hiding.addAll(person.hidden() ? person.names() : List.of());
        }
        this.hidden = hiding.isEmpty() ? null : new NameScan(hiding);
        List<String> plain = hiding.stream().filter(Names::isDistinct).toList();
        this.distinct = plain.isEmpty() ? null : new NameScan(plain);
    }

    static Names of(ArchiveSession session) {
        Configuration configuration = session.configuration();
        return configuration.people().isEmpty() ? AS_WRITTEN : new Names(configuration, HiddenPerson.word(configuration,
            new ArchiveSurroundings(session.tree()).messages(configuration.site().language()).texts()));
    }

    private static boolean isDistinct(String name) {
        return NAME_PARTS.splitAsStream(name.strip()).filter(part -> !part.isEmpty()).count() > 1
            || name.codePoints().filter(Character::isIdeographic).count() >= SHORTEST_IN_TEXTS;
    }

    /// The word in the place of those who are hidden; empty when nobody is.
    String nobody() {
        return nobody;
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

    private String without(@Nullable NameScan names, String text) {
        return names == null ? text : names.replace(text, nobody);
    }

    /// Whether somebody who is hidden is named in the name of a file.
    boolean hides(SourcePath path) {
        return distinct != null && distinct.finds(path.path());
    }

    /// A history without the paths and ids that name somebody who is hidden, and with people under their names.
    Histories in(Histories histories) {
        return this == AS_WRITTEN ? histories : histories.named(this::of, name -> distinct != null && distinct.finds(name));
    }

    /// What stands in an address for the name of a file, alike for no two files.
    String address(String name, SourcePath path) {
        String clean = without(distinct, name);
        return clean.equals(name) ? name : AddressName.withHash(clean, path.path());
    }

    /// A file that names nobody who is hidden. What is no UTF-8 is left as it is; nothing of it is published.
    SourceFile in(SourceFile file) {
        byte[] clean = in(file.bytes());
        return clean == file.bytes() ? file : file.withBytes(clean);
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

    /// Whether anybody is hidden whose name can be looked for in texts.
    boolean hideSomebody() {
        return distinct != null;
    }

    /// A text of any encoding that names nobody who is hidden.
    byte[] inText(byte[] bytes) {
        boolean utf16 = bytes.length > 1 && ((bytes[0] & 0xff) == 0xfe && (bytes[1] & 0xff) == 0xff || (bytes[0] & 0xff) == 0xff && (bytes[1] & 0xff) == 0xfe);
        byte[] clean = utf16 ? in(bytes, StandardCharsets.UTF_16) : in(bytes);
        return clean == bytes && !Attachment.isText(bytes) ? in(bytes, StandardCharsets.ISO_8859_1) : clean;
    }

    private byte[] in(byte[] bytes, Charset charset) {
        String text = new String(bytes, charset);
        String clean = without(distinct, text);
        return clean.equals(text) ? bytes : clean.getBytes(charset);
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
        Document named = document.withMetadata(document.metadata().withPeople(this::of, extras));
        return distinct == null ? named : new Document(named.path(), new DocumentId(named.id().source(), address(named.id().value(), named.path())),
            named.metadata(), without(distinct, named.title()), without(distinct, named.summary()), named.language(), named.prfaq(), named.pressRelease(),
            named.faq(), named.blocks(), named.links(), named.anchors(), named.placeholders());
    }

    /// A finding that names nobody who is hidden.
    Diagnostic in(Diagnostic finding) {
        if (hidden == null) {
            return finding;
        }
        Fix fix = finding.fix();
        String line = finding.sourceLine();
        SourcePath file = finding.file();
        return new Diagnostic(finding.rule(), finding.severity(), file == null || !hides(file) ? file : new SourcePath(file.source(), without(distinct, file.path())), finding.position(), in(finding.message()),
            fix == null || in(fix.description()).equals(fix.description()) ? fix : new Fix(in(fix.description())), line == null ? null : in(line));
    }
}
