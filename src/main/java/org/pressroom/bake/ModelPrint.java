package org.pressroom.bake;

import org.pressroom.cache.Fingerprint;

import java.util.Collection;
import java.util.Map;

/// Adds page models to a fingerprint: texts, numbers, truths, lists and maps, in their order.
final class ModelPrint {

    private final Object known;

    /// @param known a part that all models share, and that the fingerprint holds already
    ModelPrint(Object known) {
        this.known = known;
    }

    void add(Object value, Fingerprint print) {
        switch (value) {
            case Object shared when shared == known -> print.text("known");
            case String text -> print.text(text);
            case Number number -> print.text(number.getClass().getSimpleName()).text(number.toString());
            case Boolean truth -> print.number(truth ? 1 : 0);
            case Map<?, ?> map -> {
                print.text("map").number(map.size());
                map.forEach((name, part) -> {
                    add(name, print);
                    add(part, print);
                });
            }
            case Collection<?> list -> {
                print.text("list").number(list.size());
                list.forEach(part -> add(part, print));
            }
            default -> throw new IllegalArgumentException("a page model holds a " + value.getClass().getName());
        }
    }
}
