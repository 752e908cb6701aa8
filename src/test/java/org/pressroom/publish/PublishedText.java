package org.pressroom.publish;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.Locale;

/// Publishes many files of one text, in this process or, through `main`, in one that can be killed.
public final class PublishedText {

    static final int FILES = 500;

    private PublishedText() { }

    public static void main(String[] arguments) {
        publish(Path.of(arguments[0]), arguments[1]);
    }

    static String address(int number) {
        return String.format(Locale.ROOT, "pages/%04d.html", number);
    }

    static Publication publish(Path output, String text) {
        try (Publisher publisher = Publisher.open(output)) {
            for (int i = 0; i < FILES; i++) {
                publisher.staging().write(address(i), text);
            }
            return publisher.publish();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
