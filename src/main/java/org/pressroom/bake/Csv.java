package org.pressroom.bake;

import java.util.List;
import java.util.stream.Collectors;

/// Comma-separated values (RFC 4180), safe to open in a spreadsheet.
final class Csv {

    private Csv() { }

    static String of(List<List<String>> rows) {
        return rows.stream().map(row -> row.stream().map(Csv::cell).collect(Collectors.joining(",", "", "\r\n")))
            .collect(Collectors.joining());
    }

    /// What a spreadsheet would take for a formula is marked as a text.
    private static String cell(String text) {
        String clean = PlainText.of(text);
        String safe = !clean.isEmpty() && "=+-@\t".indexOf(clean.charAt(0)) >= 0 && !clean.matches("-?\\d+") ? "'" + clean : clean;
        return safe.matches("[^\",\r\n]*") ? safe : '"' + safe.replace("\"", "\"\"") + '"';
    }
}
