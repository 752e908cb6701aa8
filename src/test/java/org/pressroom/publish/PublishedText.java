package org.pressroom.publish;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
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
            List<String> addresses = new ArrayList<>();
            for (int i = 0; i < FILES; i++) {
                addresses.add(address(i));
                Path file = publisher.staging().resolve(address(i));
                Files.createDirectories(file.getParent());
                Files.writeString(file, text);
            }
            return publisher.publish(addresses);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
