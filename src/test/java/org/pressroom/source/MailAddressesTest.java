package org.pressroom.source;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// Which name is left where a mail address was written.
class MailAddressesTest {

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', value = {
        "Kim Osei | Kim Osei", "Osei, Kim (Sales) | Osei, Kim (Sales)", "Kim @ Homes | Kim @ Homes", "@kim | @kim",
        "kim.osei@mail.example | kim.osei", "KIM@MAIL.EXAMPLE | KIM", "kim@homes | kim", "kim+news@mail.example | kim+news",
        "Kim (kim@mail.example) | Kim", "Kim Osei [kim@mail.example] | Kim Osei", "kim@mail.example (Kim) | Kim", "Kim Osei kim@mail.example | Kim Osei",
        "kim@mail.example, Kim Osei | Kim Osei", "<kim@mail.example> | kim", "\"Kim Osei\" <kim@mail.example> | Kim Osei", "'Kim' kim@mail.example | Kim", "Kim Osei\" kim@mail.example | Kim Osei",
        "Kim <kim@mail.example> (she) | Kim (she)", "Kim (Sales, kim@mail.example) | Kim (Sales)", "Kim <kim@mail.example>, Jo | Kim, Jo",
        "mailto:kim@mail.example | kim", "Kim <mailto:kim@mail.example> | Kim", "MAILTO:kim@mail.example | kim",
        "4711+kim@users.noreply.host.example | kim", "4711+kim@mail.example | 4711+kim", "kim@users.noreply.host.example | kim",
        "\"kim osei\"@mail.example | kim osei", "kim@[10.0.0.1] | kim", "kim@[IPv6:2001:db8::1] | kim", "kim@10.0.0.1 | kim",
        "kim＠mail.example | kim", "kim﹫mail.example | kim", "kim%40mail.example | kim", "kim&#64;mail.example | kim", "kim&#x40;mail&#46;example | kim",
        "kim&commat;mail.example | kim", "kim\\@mail.example | kim", "kim@mail%2Eexample | kim", "kim@mail。example | kim",
        "käthe@bücher.example | käthe", "用户@例子.广告 | 用户", "kim\u200b@\u200bmail.example | kim\u200b", "kim@a@mail.example | kim",
        "kim osei\"@mail.example | kim osei", "kim @ mail.example | kim", "Kim Osei kim\u00a0@ mail.example | Kim Osei", "Kim (kim &#64;  mail.example) | Kim", "kim@localhost | kim",
        "kim@mail.example jo@mail.example | kim", "Kim https://x.example/kim@mail.example | Kim https://x.example"})
    void somebodyGoesByANameWithoutTheAddress(String written, String name) {
        assertEquals(name, MailAddresses.name(written));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', value = {
        "owner: Kim <kim@mail.example> | owner: Kim", "owner: <kim@mail.example> | owner: <kim>", "[Kim (kim@mail.example), jo@mail.example] | [Kim, jo]",
        "see kim@mail.example. Then | see kim. Then", "https://talk.example/@kim | https://talk.example/@kim",
        "https://lists.example/msg/1f2e@mail.example/ | https://lists.example/msg/1f2e@mail.example/", "ssh://kim@host.example/x | ssh://kim/x",
        "https://x.example/a, kim@mail.example | https://x.example/a, kim", "keys@4.17.21 | keys@4.17.21", "Keys@Home | Keys@Home",
        "ask kim@localhost now | ask kim now", "kim@163.example | kim", "a/kim@mail.example | a/kim", "x@y <@> @ @@ | x@y <@> @ @@"})
    void ofATextThePartBeforeTheSignIsLeft(String written, String clean) {
        assertEquals(clean, MailAddresses.without(written));
    }

    @Test
    void whatIsNotForEverybodyIsLookedAtMoreClosely() {
        assertEquals("`kim` https://x.example/jo 'cy'", MailAddresses.withoutAny("`kim@homes` https://x.example/jo@mail.example 'cy@mail.example'"));
        assertTrue(MailAddresses.in("mailto:kim@mail.example"));
        assertFalse(MailAddresses.in("https://talk.example/@kim"));
    }

    /// None of them has an address at its end; each would take hours if it were tried from every place.
    @Test
    void longTextsTakeOneLook() {
        int length = 4_000_000;
        for (String piece : new String[] {"a", "a@", "1@", "1@1.", "\"a", "@", "mailto:", "&#64;", "1.", "://a@", "(", "\\@", "@ ", "a @ ", "\"@"}) {
            String text = piece.repeat(length / piece.length());
            assertFalse(MailAddresses.name(text).isBlank(), piece);
            assertFalse(MailAddresses.without(text).isBlank(), piece);
        }
    }
}
