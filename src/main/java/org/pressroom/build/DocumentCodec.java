package org.pressroom.build;

import org.jspecify.annotations.Nullable;
import org.pressroom.model.Audience;
import org.pressroom.model.Block;
import org.pressroom.model.BlockKind;
import org.pressroom.model.Carrier;
import org.pressroom.model.Confidence;
import org.pressroom.model.Criteria;
import org.pressroom.model.Dateline;
import org.pressroom.model.Decision;
import org.pressroom.model.Document;
import org.pressroom.model.DocumentId;
import org.pressroom.model.Faq;
import org.pressroom.model.FaqGroup;
import org.pressroom.model.Link;
import org.pressroom.model.LooseDate;
import org.pressroom.model.Metadata;
import org.pressroom.model.MetadataCarrier;
import org.pressroom.model.Part;
import org.pressroom.model.PartKind;
import org.pressroom.model.Passage;
import org.pressroom.model.Person;
import org.pressroom.model.Prediction;
import org.pressroom.model.PressRelease;
import org.pressroom.model.Question;
import org.pressroom.model.Review;
import org.pressroom.model.Visibility;
import org.pressroom.source.LineSpan;
import org.pressroom.source.SourceId;
import org.pressroom.source.SourcePath;
import org.pressroom.source.SourceSpan;

import java.time.LocalDate;
import java.util.List;

/// A document as bytes and back, so that its body can wait on disk until its page is made.
///
/// The form is private to one version of Pressroom: it is written and read by the same build.
final class DocumentCodec {

    private DocumentCodec() { }

    static byte[] encode(Document d) {
        ByteSink out = new ByteSink();
        out.text(d.path().source().value());
        out.text(d.path().path());
        out.text(d.id().value());
        writeMetadata(out, d.metadata());
        out.text(d.title());
        out.text(d.summary());
        out.text(d.language());
        out.flag(d.prfaq());
        writeRelease(out, d.pressRelease());
        writeFaq(out, d.faq());
        out.list(d.blocks(), b -> {
            out.word(b.kind());
            out.optional(b.anchor(), out::text);
            out.number(b.level());
            out.text(b.titleHtml());
            out.text(b.html());
            out.text(b.title());
            out.text(b.text());
            writeLines(out, b.lines());
            out.optional(b.part(), out::text);
        });
        out.list(d.links(), l -> {
            out.text(l.target());
            out.flag(l.image());
            out.text(l.alt());
            out.text(l.title());
            out.number(l.span().start());
            out.number(l.span().end());
        });
        out.list(d.anchors(), out::text);
        out.list(d.placeholders(), out::number);
        return out.bytes();
    }

    static Document decode(byte[] bytes) {
        ByteSource in = new ByteSource(bytes);
        SourceId source = new SourceId(in.text());
        SourcePath path = new SourcePath(source, in.text());
        DocumentId id = new DocumentId(source, in.text());
        return new Document(path, id, readMetadata(in), in.text(), in.text(), in.text(), in.flag(), readRelease(in), readFaq(in),
            in.list(() -> new Block(in.word(BlockKind.values()), in.optional(in::text), in.number(), in.text(), in.text(), in.text(),
                in.text(), readLines(in), in.optional(in::text))),
            in.list(() -> new Link(in.text(), in.flag(), in.text(), in.text(), new SourceSpan(in.number(), in.number()))),
            in.list(in::text), in.list(in::number));
    }

    private static void writeLines(ByteSink out, LineSpan lines) {
        out.number(lines.from());
        out.number(lines.to());
    }

    private static LineSpan readLines(ByteSource in) {
        return new LineSpan(in.number(), in.number());
    }

    private static void writePassage(ByteSink out, Passage passage) {
        out.number(passage.line());
        out.text(passage.text());
    }

    private static Passage readPassage(ByteSource in) {
        return new Passage(in.number(), in.text());
    }

    private static void writeRelease(ByteSink out, PressRelease release) {
        out.optional(release.lines(), l -> writeLines(out, l));
        out.optional(release.headline(), p -> writePassage(out, p));
        out.optional(release.subheading(), p -> writePassage(out, p));
        out.optional(release.dateline(), d -> {
            out.number(d.line());
            out.text(d.text());
            out.optional(d.date(), out::text);
        });
        out.list(release.parts(), p -> {
            out.word(p.kind());
            writeLines(out, p.lines());
            out.word(p.carrier());
            out.word(p.confidence());
            out.text(p.text());
            out.optional(p.speaker(), out::text);
        });
        out.number(release.words());
    }

    private static PressRelease readRelease(ByteSource in) {
        return new PressRelease(in.optional(() -> readLines(in)), in.optional(() -> readPassage(in)),
            in.optional(() -> readPassage(in)), in.optional(() -> new Dateline(in.number(), in.text(), in.optional(in::text))),
            in.list(() -> new Part(in.word(PartKind.values()), readLines(in), in.word(Carrier.values()),
                in.word(Confidence.values()), in.text(), in.optional(in::text))),
            in.number());
    }

    private static void writeFaq(ByteSink out, Faq faq) {
        out.optional(faq.lines(), l -> writeLines(out, l));
        out.list(faq.groups(), g -> {
            out.text(g.title());
            out.number(g.line());
            out.word(g.audience());
        });
        out.list(faq.questions(), q -> {
            out.text(q.anchor());
            writeLines(out, q.lines());
            out.text(q.text());
            out.optional(q.group(), out::number);
            out.flag(q.answered());
            out.text(q.answer());
        });
        out.number(faq.words());
    }

    private static Faq readFaq(ByteSource in) {
        return new Faq(in.optional(() -> readLines(in)),
            in.list(() -> new FaqGroup(in.text(), in.number(), in.word(Audience.values()))),
            in.list(() -> new Question(in.text(), readLines(in), in.text(), in.optional(in::number), in.flag(), in.text())),
            in.number());
    }

    private static void writePerson(ByteSink out, Person person) {
        out.text(person.name());
        out.optional(person.mail(), out::text);
    }

    private static Person readPerson(ByteSource in) {
        return new Person(in.text(), in.optional(in::text));
    }

    private static void writeDate(ByteSink out, LocalDate date) {
        out.number(Math.toIntExact(date.toEpochDay()));
    }

    private static LocalDate readDate(ByteSource in) {
        return LocalDate.ofEpochDay(in.number());
    }

    private static void writeLooseDate(ByteSink out, LooseDate date) {
        out.text(date.text());
        writeDate(out, date.first());
        writeDate(out, date.last());
    }

    private static LooseDate readLooseDate(ByteSource in) {
        return new LooseDate(in.text(), readDate(in), readDate(in));
    }

    private static void writeMetadata(ByteSink out, Metadata m) {
        out.word(m.carrier());
        for (String text : new @Nullable String[] {m.id(), m.title(), m.summary(), m.status(), m.statusDetail(), m.outcome(),
            m.result()}) {
            out.optional(text, out::text);
        }
        out.flag(m.light());
        out.list(m.authors(), p -> writePerson(out, p));
        out.optional(m.sponsor(), p -> writePerson(out, p));
        out.optional(m.team(), out::text);
        out.optional(m.customer(), out::text);
        out.list(m.tags(), out::text);
        out.optional(m.created(), d -> writeDate(out, d));
        out.optional(m.launch(), d -> writeLooseDate(out, d));
        out.list(m.reviews(), r -> {
            out.optional(r.date(), d -> writeDate(out, d));
            out.list(r.reviewers(), p -> writePerson(out, p));
            out.optional(r.decision(), out::text);
            out.optional(r.notes(), out::text);
        });
        out.optional(m.decision(), d -> {
            out.optional(d.date(), day -> writeDate(out, day));
            out.list(d.deciders(), p -> writePerson(out, p));
            out.optional(d.reason(), out::text);
            out.optional(d.text(), out::text);
            out.optional(d.link(), out::text);
        });
        out.optional(m.criteria(), c -> {
            out.optional(c.bigIdea(), out::text);
            out.optional(c.oursToDo(), out::text);
            out.optional(c.plan(), out::text);
        });
        out.optional(m.prediction(), p -> {
            out.optional(p.text(), out::text);
            out.optional(p.by(), d -> writeLooseDate(out, d));
        });
        out.optional(m.actual(), out::text);
        out.optional(m.revisit(), d -> writeDate(out, d));
        out.optional(m.launched(), d -> writeDate(out, d));
        out.list(m.supersedes(), out::text);
        out.list(m.related(), out::text);
        out.optional(m.discussion(), out::text);
        out.optional(m.tracking(), out::text);
        out.word(m.visibility());
        out.list(m.aliases(), out::text);
        out.tree(m.extra());
    }

    private static Metadata readMetadata(ByteSource in) {
        return new Metadata(in.word(MetadataCarrier.values()), in.optional(in::text), in.optional(in::text),
            in.optional(in::text), in.optional(in::text), in.optional(in::text), in.optional(in::text), in.optional(in::text), in.flag(),
            in.list(() -> readPerson(in)), in.optional(() -> readPerson(in)), in.optional(in::text), in.optional(in::text),
            in.list(in::text), in.optional(() -> readDate(in)), in.optional(() -> readLooseDate(in)),
            in.list(() -> new Review(in.optional(() -> readDate(in)), in.list(() -> readPerson(in)), in.optional(in::text),
                in.optional(in::text))),
            in.optional(() -> new Decision(in.optional(() -> readDate(in)), in.list(() -> readPerson(in)), in.optional(in::text),
                in.optional(in::text), in.optional(in::text))),
            in.optional(() -> new Criteria(in.optional(in::text), in.optional(in::text), in.optional(in::text))),
            in.optional(() -> new Prediction(in.optional(in::text), in.optional(() -> readLooseDate(in)))),
            in.optional(in::text), in.optional(() -> readDate(in)), in.optional(() -> readDate(in)), in.list(in::text),
            in.list(in::text), in.optional(in::text), in.optional(in::text), in.word(Visibility.values()), in.list(in::text),
            in.tree());
    }
}
