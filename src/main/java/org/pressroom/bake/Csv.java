package org.pressroom.bake;

import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/// Comma-separated values (RFC 4180), safe to open in a spreadsheet.
final class Csv {

    /// Where a formula begins: before a sign in any of its widths and the blanks before that.
    private static final Pattern FORMULA = Pattern.compile(
        "(?<=^|[;\\t\\r\\n])(?=[\\p{Z}\\p{Cf}]*[=+\\-@\\uFF1D\\uFF0B\\uFF0D\\uFF20\\uFE66\\uFE62\\uFE63\\uFE6B\\u2212])|^(?=\\t)");

    private Csv() { }

    static String of(List<List<String>> rows) {
        return rows.stream().map(row -> row.stream().map(Csv::cell).collect(Collectors.joining(",", "", "\r\n")))
            .collect(Collectors.joining());
    }

    /// What a spreadsheet would take for a formula is marked as a text: at the beginning, and where a program that divides at
    /// semicolons, tabs or line ends would see one. Those cells are quoted too.
    private static String cell(String text) {
        String clean = PlainText.of(text);
        String safe = clean.matches("-?\\d+") ? clean : FORMULA.matcher(clean).replaceAll("'");
        return safe.matches("[^\",;\t\r\n]*") ? safe : '"' + safe.replace("\"", "\"\"") + '"';
    }
}
