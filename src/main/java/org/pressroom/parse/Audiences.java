package org.pressroom.parse;

import org.pressroom.model.Audience;

import java.util.Map;

/// Whose questions a group's title announces.
final class Audiences {

    private static final Map<Label, Audience> BY_LABEL = Map.of(
        Label.FAQ_EXTERNAL, Audience.EXTERNAL, Label.FAQ_PRESS, Audience.PRESS, Label.FAQ_INTERNAL, Audience.INTERNAL);

    private final Cues cues;
    private final Cues english = Cues.of("en");

    /// @param cues of the document's language; titles are often English besides
    Audiences(Cues cues) {
        this.cues = cues;
    }

    /// The audience that a title names; whichever is named first, when it names several (`Customers, developers, press`).
    Audience of(String title) {
        Audience labelled = Labels.of(title).map(BY_LABEL::get).orElse(null);
        if (labelled != null) {
            return labelled;
        }
        Audience own = named(cues, title);
        return own == Audience.OTHER ? named(english, title) : own;
    }

    private static Audience named(Cues cues, String title) {
        Cues.Found found = cues.in(title);
        int internal = found.first(Cues.Kind.FOR_INTERNAL);
        int press = found.first(Cues.Kind.FOR_PRESS);
        int external = found.first(Cues.Kind.FOR_EXTERNAL);
        if (internal >= 0 && (external < 0 || internal < external) && (press < 0 || internal < press)) {
            return Audience.INTERNAL;
        }
        if (press >= 0 && (external < 0 || press < external)) {
            return Audience.PRESS;
        }
        return external >= 0 ? Audience.EXTERNAL : Audience.OTHER;
    }
}
