package org.pressroom.cli;

import org.pressroom.diagnostic.VisibleText;

import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;

/// What everything that a command prints goes through.
///
/// Titles, paths, names from git and messages of exceptions are written by anybody. Printed as they are, they could set a
/// terminal's title, fill the clipboard, or hide and turn what stands beside them. So controls become visible on their way
/// out, in the form that is right for the kind of output; only a line's end and a tab pass.
final class Printer extends PrintStream {

    /// Kinds of output.
    enum Form {
        /// For people: `␛`, `<U+202E>`.
        TEXT,
        /// For people, with the marks of [Style] as colours.
        STYLED,
        /// A JSON text: `\u202e`.
        JSON,
        /// An XML text: `&#x202E;`.
        XML,
        /// A text that a program applies to files: only what a terminal would act on is changed.
        PATCH
    }

    private final OutputStream target;

    Printer(OutputStream target) {
        this(target, Form.TEXT);
    }

    private Printer(OutputStream target, Form form) {
        super(new Visible(target, form), true, StandardCharsets.UTF_8);
        this.target = target;
    }

    /// The same printer for another kind of output.
    Printer in(Form form) {
        return new Printer(target, form);
    }

    /// The stream behind it, for what is safe by itself: help pages, the progress bar, findings that are rendered with their colours.
    PrintStream raw() {
        return new PrintStream(target, true, StandardCharsets.UTF_8);
    }

    /// Decodes UTF-8 and writes it on, with the visible form in the place of what is not to be seen. Complete characters are
    /// never kept back; a carriage return waits for the line feed that may follow.
    private static final class Visible extends OutputStream {

        private static final int MARKS = 0xfdd0;

        private final OutputStream target;
        private final Form form;
        private boolean returned;
        private int left;
        private int character;

        Visible(OutputStream target, Form form) {
            this.target = target;
            this.form = form;
        }

        @Override
        public void write(int b) throws IOException {
            write(new byte[] {(byte) b}, 0, 1);
        }

        @Override
        public void write(byte[] bytes, int from, int length) throws IOException {
            int end = from + length;
            int plain = from;
            for (int i = from; i < end; i++) {
                int b = bytes[i] & 0xff;
                if (!returned && left == 0 && (b >= ' ' && b < 0x7f || b == '\n' || b == '\t')) {
                    continue;
                }
                target.write(bytes, plain, i - plain);
                plain = i + 1;
                take(b);
            }
            target.write(bytes, plain, end - plain);
        }

        private void take(int b) throws IOException {
            if (returned) {
                returned = false;
                if (b == '\n') {
                    put("\r\n");
                    return;
                }
                put(visible('\r'));
            }
            if (left > 0 && (b & 0xc0) == 0x80) {
                character = character << 6 | b & 0x3f;
                if (--left == 0) {
                    put(visible(character));
                }
                return;
            }
            if (left > 0) {
                left = 0;
                put("\uFFFD");
            }
            if (b == '\r') {
                returned = true;
            } else if (b < 0x80) {
                put(b == '\n' || b == '\t' ? Character.toString(b) : visible(b));
            } else if (b >= 0xc2 && b < 0xf5) {
                left = b < 0xe0 ? 1 : b < 0xf0 ? 2 : 3;
                character = b & (0x3f >> left);
            } else {
                put("\uFFFD");
            }
        }

        private void put(String text) throws IOException {
            target.write(text.getBytes(StandardCharsets.UTF_8));
        }

        private String visible(int c) {
            String itself = c <= Character.MAX_CODE_POINT ? Character.toString(c) : "\uFFFD";
            if (form == Form.STYLED && c >= MARKS && c < MARKS + Style.values().length) {
                return Style.values()[c - MARKS].escape();
            }
            if (form == Form.PATCH ? !VisibleText.isActive(c) : VisibleText.isPlain(c)) {
                return itself;
            }
            return switch (form) {
                case TEXT, STYLED, PATCH -> VisibleText.form(c);
                case JSON -> escaped(itself);
                case XML -> c < ' ' ? VisibleText.form(c) : String.format("&#x%X;", c);
            };
        }

        private static String escaped(String character) {
            StringBuilder escaped = new StringBuilder();
            character.chars().forEach(unit -> escaped.append(String.format("\\u%04x", unit)));
            return escaped.toString();
        }

        @Override
        public void flush() throws IOException {
            target.flush();
        }
    }
}
