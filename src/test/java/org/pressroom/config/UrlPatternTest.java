package org.pressroom.config;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class UrlPatternTest {

    @ParameterizedTest
    @CsvSource({
        "content/a.md, https://git.example/blob/release/2/content/a.md",
        "a b/#1?.md, https://git.example/blob/release/2/a%20b/%231%3F.md",
        "100%/鍵.md, https://git.example/blob/release/2/100%25/%E9%8D%B5.md",
        "{ref}/{path}\">.md, https://git.example/blob/release/2/%7Bref%7D/%7Bpath%7D%22%3E.md",
    })
    void everyNameOfAPathIsEncoded(String path, String address) {
        assertEquals(address, new UrlPattern("https://git.example/blob/{ref}/{path}").fill(path, "release/2"));
    }
}
