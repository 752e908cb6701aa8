package org.pressroom.bake;

import org.jspecify.annotations.Nullable;
import org.pressroom.catalog.DocumentFacts;
import org.pressroom.catalog.Entry;
import org.pressroom.catalog.Proceedings;

import java.net.URI;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;

/// `dates.ics`: reviews, days on which deferred ideas are to be looked at again, and days for which something was
/// promised, as whole-day events of a calendar (RFC 5545).
///
/// The same event keeps its id from build to build, so a calendar that subscribes moves it when its day moves.
final class Calendar {

    /// Longest line in octets, without its end.
    private static final int LINE = 75;

    private final PageModels models;
    private final @Nullable URI base;
    private final StringBuilder out = new StringBuilder();

    private Calendar(PageModels models) {
        this.models = models;
        this.base = models.input().edition().baseUrl();
    }

    static String of(PageModels models) {
        Calendar calendar = new Calendar(models);
        calendar.line("BEGIN:VCALENDAR");
        calendar.line("VERSION:2.0");
        calendar.line("PRODID:-//Pressroom//Pressroom " + text(models.input().edition().version()) + "//EN");
        calendar.line("X-WR-CALNAME:" + text(models.input().configuration().site().name()));
        models.catalog().entries().forEach(calendar::add);
        calendar.line("END:VCALENDAR");
        return calendar.out.toString();
    }

    private void add(Entry entry) {
        DocumentFacts facts = entry.facts();
        int number = 0;
        for (Proceedings.Review review : facts.proceedings().reviews()) {
            number++;
            if (review.date() != null) {
                event(entry, "review-" + number, review.date(), "calendar.review");
            }
        }
        if (facts.revisit() != null && models.standing(facts).equals("deferred")) {
            event(entry, "revisit", facts.revisit(), "calendar.revisit");
        }
        if (facts.proceedings().due() != null && !facts.proceedings().measured()) {
            event(entry, "prediction", facts.proceedings().due(), "calendar.prediction");
        }
    }

    private void event(Entry entry, String kind, LocalDate day, String message) {
        String date = DateTimeFormatter.BASIC_ISO_DATE.format(day);
        line("BEGIN:VEVENT");
        line("UID:" + models.lastingId(entry.id().source().value(), entry.id().key(), kind));
        line("DTSTAMP:" + date + "T000000Z");
        line("DTSTART;VALUE=DATE:" + date);
        line("SUMMARY:" + text(models.messages().text(message, entry.id().shown() + " " + PlainText.cut(entry.facts().title(), 200))));
        if (base != null) {
            line("URL:" + base + Href.of(entry.page()));
        }
        line("TRANSP:TRANSPARENT");
        line("END:VEVENT");
    }

    private static String text(String text) {
        return PlainText.withoutDirections(PlainText.of(text)).replace("\\", "\\\\").replace(";", "\\;").replace(",", "\\,")
            .replace("\n", "\\n").replace("\t", " ");
    }

    /// A line that is too long goes on in the next one, behind a space.
    private void line(String line) {
        int octets = 0;
        for (int i = 0; i < line.length(); ) {
            int c = line.codePointAt(i);
            int size = c < 0x80 ? 1 : c < 0x800 ? 2 : c < 0x10000 ? 3 : 4;
            if (octets + size > LINE) {
                out.append("\r\n ");
                octets = 1;
            }
            out.appendCodePoint(c);
            octets += size;
            i += Character.charCount(c);
        }
        out.append("\r\n");
    }
}
