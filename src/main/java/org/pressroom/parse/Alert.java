package org.pressroom.parse;

import com.vladsch.flexmark.ast.BlockQuote;
import com.vladsch.flexmark.ast.HardLineBreak;
import com.vladsch.flexmark.ast.Paragraph;
import com.vladsch.flexmark.ast.SoftLineBreak;
import com.vladsch.flexmark.util.ast.Node;
import org.jspecify.annotations.Nullable;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;

/// GitHub's notes that stand out: a quotation whose first line is `[!NOTE]` alone, or another of five words, and that says something.
///
/// @param kind in lower case
/// @param rest the first inline node of what follows in the same paragraph; null when nothing does
record Alert(String kind, @Nullable Node rest) {

    private static final List<String> KINDS = List.of("note", "tip", "important", "warning", "caution");
    /// The words for these, by the language of the document.
    private static final Map<String, List<String>> LABELS = Map.of(
        "en", List.of("Note", "Tip", "Important", "Warning", "Caution"),
        "de", List.of("Hinweis", "Tipp", "Wichtig", "Warnung", "Vorsicht"),
        "fr", List.of("Remarque", "Conseil", "Important", "Avertissement", "Attention"),
        "es", List.of("Nota", "Consejo", "Importante", "Advertencia", "Precaución"),
        "pt", List.of("Nota", "Dica", "Importante", "Aviso", "Cuidado"),
        "ja", List.of("注記", "ヒント", "重要", "警告", "注意"),
        "ko", List.of("참고", "팁", "중요", "경고", "주의"),
        "zh", List.of("注意", "提示", "重要", "警告", "小心"));
    private static final int LONGEST = 14;

    /// Null when a quotation is none.
    static @Nullable Alert of(BlockQuote quote) {
        if (!(quote.getFirstChild() instanceof Paragraph first) || !first.getChars().startsWith("[!")) {
            return null;
        }
        Node node = first.getFirstChild();
        StringBuilder line = new StringBuilder();
        while (node != null && !(node instanceof SoftLineBreak || node instanceof HardLineBreak) && line.length() < LONGEST) {
            line.append(node.getChars());
            node = node.getNext();
        }
        String mark = line.toString().strip().toLowerCase(Locale.ROOT);
        Node rest = node == null ? null : node.getNext();
        boolean ends = node == null || node instanceof SoftLineBreak || node instanceof HardLineBreak;
        return ends && mark.endsWith("]") && mark.length() > 3 && KINDS.contains(mark.substring(2, mark.length() - 1)) && (rest != null || first.getNext() != null)
            ? new Alert(mark.substring(2, mark.length() - 1), rest) : null;
    }

    /// Begins its box.
    ///
    /// @param language of the document
    void open(StringBuilder html, String language) {
        List<String> labels = LABELS.getOrDefault(language, Objects.requireNonNull(LABELS.get("en")));
        html.append("<div class=\"alert alert-").append(kind).append("\"><p class=\"alert-title\">").append(labels.get(KINDS.indexOf(kind))).append("</p>\n");
    }
}
