package org.pressroom.config;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.pressroom.CountedText;

import java.util.regex.PatternSyntaxException;

class PathGlobTest {

    @ParameterizedTest
    @CsvSource({"old/**, old/a/b.md, true", "old/**, older/a.md, false", "*.draft.md, a.draft.md, true", "*.draft.md, a/b.draft.md, false", "**/*.md, a/b.md, true",
        "**/*.md, a.md, true", "x/**/a.md, x/a.md, true", "x**/a.md, xa.md, false", "'{a,b/**}/c.md', b/x/y/c.md, true", "'[!a-c]?.md', d1.md, true", "'[!a-c]?.md', b1.md, false", "'\\*.md', '*.md', true", "'\\*.md', a.md, false", "'', a, false"})
    void aPatternMatchesAPath(String pattern, String path, boolean matches) {
        assertEquals(matches, new PathGlob(pattern).matches(path));
    }

    @ParameterizedTest
    @ValueSource(strings = {"*a*a*a*a*a*a*a*a*a*ab.md", "**/**/**/**/**/**/**/**/**/**/**/**/b.md", "{a*,*a}{a*,*a}{a*,*a}{a*,*a}{a*,*a}{a*,*a}b"})
    void aPathIsReadOnceWhateverThePattern(String pattern) {
        PathGlob glob = new PathGlob(pattern);
        for (int length : new int[] {200, 400, 800}) {
            String names = pattern.indexOf('/') < 0 ? "a".repeat(length) : "a/".repeat(length / 2);
            CountedText path = new CountedText(names + "c.md", 2L * length + 100);
            assertFalse(glob.matches(path));
            assertTrue(glob.matches(names + "b.md") || pattern.startsWith("{"));
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"a[", "a]", "{a", "a}", "{a,{b}}", "[]", "[!]", "[b-a]", "[a/b]", "a\\"})
    void whatIsNotAPatternIsRefused(String pattern) {
        assertThrows(PatternSyntaxException.class, () -> new PathGlob(pattern));
    }

    @Test
    void twoPatternsAreEqualByTheirText() {
        assertEquals(new PathGlob("a/*"), new PathGlob("a/*"));
        assertEquals("a/*", new PathGlob("a/*").toString());
    }
}
