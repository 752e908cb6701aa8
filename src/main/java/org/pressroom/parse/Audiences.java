package org.pressroom.parse;

import org.pressroom.model.Audience;

import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;

/// Whose questions a group's title announces.
final class Audiences {

    private static final Map<Label, Audience> BY_LABEL = Map.of(
        Label.FAQ_EXTERNAL, Audience.EXTERNAL, Label.FAQ_PRESS, Audience.PRESS, Label.FAQ_INTERNAL, Audience.INTERNAL);

    private static final Pattern INTERNAL = Pattern.compile(
        "\\b(?:internal|technical|stakeholders?|guardrails?|leadership|engineering|colleagues|staff|intern(?:e|a|as|es|os|er)?|interne[rns]?"
            + "|technisch\\p{L}*|técnic\\p{L}*|techniques)\\b|社内|内部|내부|기술|이해관계자", Pattern.UNICODE_CHARACTER_CLASS);
    private static final Pattern PRESS = Pattern.compile(
        "\\b(?:press|media|journalists?|presse|prensa|imprensa)\\b|報道|メディア|언론|媒体", Pattern.UNICODE_CHARACTER_CLASS);
    private static final Pattern EXTERNAL = Pattern.compile(
        "\\b(?:customers?|users?|external|public|consumers?|extern(?:e|a|as|es|os|er)?|kund\\p{L}*|clients?|clientes?|utilisateurs?|usuarios?"
            + "|usuários?)\\b|社外|外部|お客様|顧客|利用者|고객|외부|사용자|客户|用户", Pattern.UNICODE_CHARACTER_CLASS);

    private Audiences() { }

    static Audience of(String title) {
        Audience labelled = Labels.of(title).map(BY_LABEL::get).orElse(null);
        if (labelled != null) {
            return labelled;
        }
        String words = title.toLowerCase(Locale.ROOT);
        return INTERNAL.matcher(words).find() ? Audience.INTERNAL
            : PRESS.matcher(words).find() ? Audience.PRESS
            : EXTERNAL.matcher(words).find() ? Audience.EXTERNAL : Audience.OTHER;
    }
}
