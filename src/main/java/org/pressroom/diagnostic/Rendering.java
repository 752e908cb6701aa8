package org.pressroom.diagnostic;

import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.io.Writer;

/// A form in which findings are handed to people or programs. Stateless; safe for several threads.
public sealed interface Rendering
        permits TextRendering, JsonRendering, SarifRendering, GithubRendering, JunitRendering {

    /// Writes the whole report to `out`, which stays open and is not flushed.
    void write(Report report, Writer out) throws IOException;

    /// The whole report as one text.
    default String render(Report report) {
        StringWriter out = new StringWriter();
        try {
            write(report, out);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return out.toString();
    }
}
