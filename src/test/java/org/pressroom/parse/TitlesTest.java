package org.pressroom.parse;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.pressroom.parse.Parsing.document;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// What a document is called when its front matter doesn't say it.
class TitlesTest {

    @ParameterizedTest
    @CsvSource(textBlock = """
        '# Keys by post\n\nText.',                                    Keys by post
        '<!-- A form. -->\n\n<!-- Two. -->\n\n# Keys\n\n## Summary',  Keys
        '# Summary\n\nText.\n\n# Motivation\n\nText.',                0042-melinda
        '# Meta\n\n- Author: Ana\n\n# Summary\n\nText.',              0042-melinda
        '# 概要\n\n鍵。',                                              0042-melinda
        '# Summary of keys\n\nText.',                                 Summary of keys
        """)
    void theFirstHeadingUnlessItIsThatOfASection(String text, String title) {
        assertEquals(title, document(text).title());
    }
}
