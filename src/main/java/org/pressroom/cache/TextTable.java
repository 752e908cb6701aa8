package org.pressroom.cache;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/// Writes each text once, at its first place, and its number wherever it comes again. For one thread.
public final class TextTable {

    private final ByteSink sink;
    private final Map<String, Integer> numbers = new HashMap<>();

    public TextTable(ByteSink sink) {
        this.sink = sink;
    }

    public void write(String text) {
        Integer number = numbers.putIfAbsent(text, numbers.size());
        sink.number(number == null ? -1 : number);
        if (number == null) {
            sink.text(text);
        }
    }

    /// Reads what one wrote; equal texts are one object.
    public static final class Reader {
        private final ByteSource source;
        private final List<String> texts = new ArrayList<>();

        public Reader(ByteSource source) {
            this.source = source;
        }

        public String read() {
            int number = source.number();
            if (number >= 0) {
                return texts.get(number);
            }
            String text = source.text();
            texts.add(text);
            return text;
        }
    }
}
