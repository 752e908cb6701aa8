package org.pressroom.git;

import org.pressroom.source.MailAddresses;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;

/// One commit of the raw log.
///
/// @param id        40 or 64 hexadecimal digits
/// @param parents   ids, the first one that of the line on which it was made
/// @param authored  when its author made it
/// @param zone      the author's zone at that time
/// @param committed when it came to where it is now
/// @param author    as the commit says
/// @param coAuthors of its `Co-authored-by` lines, as written
/// @param changes   of the files that the archive keeps; those of a merge are against its first parent
public record RawCommit(
        String id, List<String> parents, Instant authored, ZoneOffset zone, Instant committed, Author author, List<Author> coAuthors,
        List<RawChange> changes) {

    /// Somebody as a commit names them.
    ///
    /// @param name without a mail address, even where the commit has nothing else
    /// @param mail empty when there is none
    public record Author(String name, String mail) {
        public Author {
            name = MailAddresses.name(name);
        }
    }

    public RawCommit {
        parents = List.copyOf(parents);
        coAuthors = List.copyOf(coAuthors);
        changes = List.copyOf(changes);
    }

    /// The author's own day.
    public LocalDate day() {
        return LocalDate.ofInstant(authored, zone);
    }

    public boolean merge() {
        return parents.size() > 1;
    }

    RawCommit with(List<RawChange> others) {
        return new RawCommit(id, parents, authored, zone, committed, author, coAuthors, others);
    }
}
