package org.pressroom.picture;

import org.jspecify.annotations.Nullable;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/// The words of a label that was written as HTML, and the box that they stand in.
final class SvgLabel {

    private static final double LINE = 1.2;
    private static final double BASELINE = 0.35;

    private final double x;
    private final double y;
    private final @Nullable String transform;
    private final List<String> lines = new ArrayList<>();
    private final StringBuilder line = new StringBuilder();

    SvgLabel(@Nullable String x, @Nullable String y, @Nullable String width, @Nullable String height, @Nullable String transform) {
        this.x = number(x) + number(width) / 2;
        this.y = number(y) + number(height) / 2;
        this.transform = transform;
    }

    private static double number(@Nullable String written) {
        if (written == null || written.length() > 30) {
            return 0;
        }
        try {
            double number = Double.parseDouble(written.strip().replace("px", ""));
            return Double.isFinite(number) && Math.abs(number) < 1e9 ? number : 0;
        } catch (NumberFormatException e) {
            // A share of the whole drawing, or no number.
            return 0;
        }
    }

    /// An element of HTML begins.
    void begin(String element) {
        breakLine(element);
    }

    /// An element of HTML ends.
    void end(String element) {
        breakLine(element);
    }

    private void breakLine(String element) {
        if (SvgNames.LABEL_LINES.contains(element.toLowerCase(Locale.ROOT))) {
            finishLine();
        } else if (element.equalsIgnoreCase("td") || element.equalsIgnoreCase("th")) {
            line.append(' ');
        }
    }

    void text(char[] text, int start, int length) {
        for (int i = start; i < start + length; i++) {
            boolean space = text[i] <= ' ';
            if (!space || !line.isEmpty() && line.charAt(line.length() - 1) != ' ') {
                line.append(space ? ' ' : text[i]);
            }
        }
    }

    private void finishLine() {
        if (!line.toString().isBlank()) {
            lines.add(line.toString().strip());
        }
        line.setLength(0);
    }

    /// Writes the lines one below the other, around the middle of the box.
    void write(SvgText out) {
        finishLine();
        if (lines.isEmpty()) {
            return;
        }
        String middle = decimal(x);
        out.begin("text");
        out.attribute("x", middle);
        out.attribute("y", decimal(y));
        out.attribute("text-anchor", "middle");
        if (transform != null) {
            out.attribute("transform", transform);
        }
        for (int i = 0; i < lines.size(); i++) {
            out.begin("tspan");
            out.attribute("x", middle);
            out.attribute("dy", decimal(i == 0 ? BASELINE - LINE * (lines.size() - 1) / 2 : LINE) + "em");
            out.text(lines.get(i));
            out.end("tspan");
        }
        out.end("text");
    }

    private static String decimal(double number) {
        String text = String.format(Locale.ROOT, "%.3f", number);
        return text.replaceFirst("\\.?0+$", "");
    }
}
