package org.pressroom.parse;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.pressroom.parse.Parsing.document;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import java.util.List;

/// Slots of a form that nobody filled, and what only looks like one.
class PlaceholdersTest {

    @ParameterizedTest
    @ValueSource(strings = {"TBD", "[Company] sells keys.", "Said [name, role].", "{{price}}", "Keys by `post`: {{when}}", "- [ ] [insert date]", "| a | TODO |\n|---|---|\n| b | c |"})
    void aSlotIsFound(String text) {
        assertEquals(List.of(3), document("# Keys\n\n" + text + "\n").placeholders(), text);
    }

    @ParameterizedTest
    @ValueSource(strings = {"Write `{{each}}` where keys are listed.", "- Use `{{#with key as door}}` here.", "> The mark `TODO` is kept.", "| `{{a}}` | b |\n|---|---|\n| c | d |",
        "- As in\n\n  ```\n  {{each}}\n  ```\n", "Keys <!-- TODO --> by post.", "[Add a key](keys.md) by post.", "- [x] Done"})
    void codeAndCommentsShowSlotsToOthers(String text) {
        assertEquals(List.of(), document("# Keys\n\n" + text + "\n").placeholders(), text);
    }

    @Test
    void codeDoesNotHideASlotBesideIt() {
        assertEquals(List.of(3), document("# Keys\n\nWrite `{{each}}` on [date].\n").placeholders());
    }
}
