package org.pressroom.parse;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import java.util.Optional;

/// The words above the parts, in eight languages.
class LabelsTest {

    @ParameterizedTest
    @CsvSource({
        "PROBLEM, The Problem", "PROBLEM, Das Kundenproblem", "PROBLEM, Le problème", "PROBLEM, El problema", "PROBLEM, O problema", "PROBLEM, 顧客の課題",
        "PROBLEM, 문제 정의", "PROBLEM, 客户痛点", "SOLUTION, Our solution", "SOLUTION, Unsere Lösung", "SOLUTION, Notre solution", "SOLUTION, La solución",
        "SOLUTION, A Solução", "SOLUTION, 解決策", "SOLUTION, 해결 방법", "SOLUTION, 解决方案", "LEADER_QUOTE, Spokesperson quote", "LEADER_QUOTE, Zitat der Leitung",
        "LEADER_QUOTE, Citation de la direction", "LEADER_QUOTE, Cita del líder", "LEADER_QUOTE, Citação do líder", "LEADER_QUOTE, 責任者のコメント",
        "LEADER_QUOTE, CEO 인용문", "LEADER_QUOTE, 负责人引言", "CUSTOMER_QUOTE, Customer testimonial", "CUSTOMER_QUOTE, Kundenstimme",
        "CUSTOMER_QUOTE, Témoignage client", "CUSTOMER_QUOTE, Testimonio", "CUSTOMER_QUOTE, Depoimento", "CUSTOMER_QUOTE, お客様の声", "CUSTOMER_QUOTE, 고객의 목소리",
        "CUSTOMER_QUOTE, 客户证言", "HOW_IT_WORKS, How it works", "HOW_IT_WORKS, So funktioniert es", "HOW_IT_WORKS, Comment ça marche", "HOW_IT_WORKS, Cómo funciona",
        "HOW_IT_WORKS, Como funciona", "HOW_IT_WORKS, 使い方", "HOW_IT_WORKS, 사용 방법", "HOW_IT_WORKS, 如何使用", "CALL_TO_ACTION, Call to action",
        "CALL_TO_ACTION, Handlungsaufforderung", "CALL_TO_ACTION, Appel à l'action", "CALL_TO_ACTION, Llamada a la acción", "CALL_TO_ACTION, Chamada para ação",
        "CALL_TO_ACTION, お申し込み", "CALL_TO_ACTION, 행동 촉구", "CALL_TO_ACTION, 行动号召", "FAQ, FAQs", "FAQ, Häufige Fragen", "FAQ, Foire aux questions",
        "FAQ, Preguntas frecuentes", "FAQ, Perguntas frequentes", "FAQ, よくある質問", "FAQ, 자주 묻는 질문", "FAQ, 常见问题", "FAQ_INTERNAL, Internal FAQ", "FAQ_INTERNAL, Interne Fragen",
        "FAQ_INTERNAL, Questions internes", "FAQ_INTERNAL, Preguntas internas", "FAQ_INTERNAL, Perguntas internas", "FAQ_INTERNAL, 社内faq", "FAQ_INTERNAL, 내부 FAQ",
        "FAQ_INTERNAL, 内部常见问题", "FAQ_EXTERNAL, Customer FAQ", "FAQ_EXTERNAL, Kundenfragen", "FAQ_EXTERNAL, Questions des clients", "FAQ_EXTERNAL, Preguntas de clientes",
        "FAQ_EXTERNAL, Perguntas externas", "FAQ_EXTERNAL, お客様からの質問", "FAQ_EXTERNAL, 고객 FAQ", "FAQ_EXTERNAL, 客户常见问题", "PRESS_RELEASE, Pressemitteilung",
        "PRESS_RELEASE, Communiqué de presse", "PRESS_RELEASE, Nota de prensa", "PRESS_RELEASE, Comunicado de imprensa", "PRESS_RELEASE, プレスリリース", "PRESS_RELEASE, 보도자료",
        "PRESS_RELEASE, 新闻稿"})
    void everyPartHasItsNames(Label label, String text) {
        assertEquals(Optional.of(label), Labels.of(text));
    }

    @ParameterizedTest
    @ValueSource(strings = {"Part 1 — Press Release", "2. Press release", "SECTION 1: PRESS RELEASE", "Draft press release", "Press release (one page)", "📣 Press Release",
        "**Press Release**", "Mock Press Release:"})
    void numbersBracketsAndAdjectivesDontHideALabel(String text) {
        assertEquals(Optional.of(Label.PRESS_RELEASE), Labels.of(text));
    }

    @ParameterizedTest
    @ValueSource(strings = {"PR/FAQ", "Keybox — PR/FAQ", "PRFAQ: Keybox", "Keybox (keys by post) - Press Release / FAQ", "Keybox PRFAQ"})
    void theDocumentIsNamedBeforeItsHalves(String text) {
        assertEquals(Optional.of(Label.PRFAQ), Labels.of(text));
    }

    @Test
    void severalQuotesAreNumbered() {
        assertEquals(Optional.of(Label.CUSTOMER_QUOTE), Labels.of("Customer quote 2"));
        assertEquals(Optional.of(Label.CUSTOMER_QUOTE), Labels.of("고객 인용문 1"));
    }

    @Test
    void whatStandsBehindALabelIsKept() {
        Labels.Found found = Labels.find("Press release: Keys by post");
        assertNotNull(found);
        assertEquals("Keys by post", found.rest());
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "Keys by post", "We had a problem with the lift yesterday", "Problematic", "Faqir", "The answer to everything that was ever asked of us"})
    void otherWordsAreNoLabel(String text) {
        assertEquals(Optional.empty(), Labels.of(text));
    }
}
