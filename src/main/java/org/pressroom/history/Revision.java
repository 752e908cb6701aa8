package org.pressroom.history;

import org.pressroom.source.SourcePath;

import java.time.LocalDate;
import java.util.List;
import java.util.function.UnaryOperator;

/// One commit that changed a document.
///
/// @param commit  its id
/// @param day     the author's own
/// @param authors names without mail addresses: the author, then those named in `Co-authored-by` lines
/// @param path    where the document stood after it
/// @param blob    git's id of what it was after it
public record Revision(String commit, LocalDate day, List<String> authors, SourcePath path, String blob) {

    public Revision {
        authors = List.copyOf(authors);
    }

    /// The name of who made the commit.
    public String author() {
        return authors.getFirst();
    }

    Revision named(UnaryOperator<String> names) {
        return new Revision(commit, day, authors.stream().map(names).distinct().toList(), path, blob);
    }
}
