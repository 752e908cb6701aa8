package org.pressroom.config;

import org.jspecify.annotations.Nullable;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// The words of other houses for a status, each with the PR/FAQ's own word that it stands for: the one table of them.
///
/// They count where an archive has no `statuses` of its own. A document keeps its word, which pages show as it is; pages and rules
/// treat it as what it stands for.
public final class HouseWords {

    /// The PR/FAQ's word to others that mean it: as they are shown, in English first.
    public static final Map<String, List<String>> BY_MEANING = table();

    /// The words as terms, by their normal forms, in the order of the table.
    private static final Map<String, Term> TERMS = byNormalForm();

    private HouseWords() { }

    private static Map<String, Term> byNormalForm() {
        Map<String, Term> terms = new LinkedHashMap<>();
        BY_MEANING.forEach((meaning, words) -> words.forEach(word -> {
            String normal = Vocabulary.normal(word);
            terms.putIfAbsent(normal, new Term(normal, meaning, List.of(), null, word, null, null));
        }));
        return terms;
    }

    /// @param normal in normal form
    static @Nullable Term find(String normal) {
        return TERMS.get(normal);
    }

    private static Map<String, List<String>> table() {
        Map<String, List<String>> table = new LinkedHashMap<>();
        table.put("draft", List.of("WIP", "Work in progress", "In progress", "Working draft", "Early draft", "Pre-draft", "Drafting", "Idea", "Strawman", "Prediscussion",
            "Entwurf", "In Arbeit", "Brouillon", "Borrador", "Rascunho", "下書き", "ドラフト", "草案", "草稿", "초안"));
        table.put("in-review", List.of("Proposed", "Proposal", "Under review", "Review", "Reviewing", "Ready for review", "Open", "Pending", "Active review",
            "Under discussion", "Discussion", "In discussion", "Last call", "Final comment period", "FCP", "Provisional", "Submitted", "RFC", "For discussion",
            "Vorgeschlagen", "In Prüfung", "Proposé", "En revue", "Propuesto", "En revisión", "Proposto", "Em revisão", "提案", "提案中", "レビュー中", "评审中", "提议", "검토 중", "제안"));
        table.put("revise", List.of("Returned for revision", "Changes requested", "Needs work", "Needs revision", "Rework", "Überarbeiten"));
        table.put("approved", List.of("Accepted", "Final", "Adopted", "Agreed", "Decided", "Active", "Living", "Implemented", "Implementable", "Completed", "Complete", "Done",
            "Released", "Shipped", "Live", "Launched", "In effect", "Ratified", "Merged", "Published", "Committed", "Stable", "Standard",
            "Akzeptiert", "Angenommen", "Genehmigt", "Umgesetzt", "Accepté", "Approuvé", "Aceptado", "Aprobado", "Aceito", "Aprovado",
            "承認", "承認済み", "採用", "已接受", "已批准", "已采纳", "승인", "승인됨", "채택"));
        table.put("declined", List.of("Rejected", "Denied", "Not accepted", "Refused", "Closed", "Won't do", "Abgelehnt", "Verworfen", "Rejeté", "Refusé", "Rechazado",
            "Rejeitado", "Recusado", "却下", "不採用", "已拒绝", "已否决", "거부", "거절", "반려"));
        table.put("deferred", List.of("Postponed", "On hold", "Hold", "Paused", "Parked", "Stagnant", "Dormant", "Inactive", "Stalled", "Backlog", "Later",
            "Zurückgestellt", "Vertagt", "Reporté", "Aplazado", "Adiado", "保留", "延期", "搁置", "보류"));
        table.put("withdrawn", List.of("Abandoned", "Cancelled", "Canceled", "Retracted", "Dropped", "Moved", "Zurückgezogen", "Retiré", "Abandonné", "Retirado",
            "取り下げ", "撤回", "已撤回", "철회"));
        table.put("superseded", List.of("Replaced", "Obsolete", "Obsoleted", "Deprecated", "Retired", "Ersetzt", "Abgelöst", "Veraltet",
            "Remplacé", "Obsolète", "Reemplazado", "Sustituido", "Obsoleto", "Substituído", "廃止", "置き換え", "已取代", "已废弃", "대체됨", "폐기"));
        return table;
    }

    /// The words as terms, in the order of the table.
    static List<Term> terms() {
        return List.copyOf(TERMS.values());
    }
}
