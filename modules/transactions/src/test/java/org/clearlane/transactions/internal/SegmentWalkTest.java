package org.clearlane.transactions.internal;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.clearlane.model.Money;
import org.clearlane.x12.Delimiters;
import org.junit.jupiter.api.Test;

class SegmentWalkTest {

    private static List<String> walk(String text, Delimiters delimiters) {
        byte[] bytes = text.getBytes(StandardCharsets.ISO_8859_1);
        SegmentWalk walk = new SegmentWalk(bytes, delimiters);
        List<String> segments = new ArrayList<>();
        while (walk.next()) {
            segments.add(text.substring(walk.from(), walk.to()));
        }
        return segments;
    }

    @Test
    void passesOverLineEndsBetweenSegments() {
        assertThat(walk("\r\nA*1~\r\n  B*2 ~\nC~\n", Delimiters.USUAL)).containsExactly("A*1", "B*2 ", "C");
    }

    @Test
    void lastSegmentMayLackItsTerminator() {
        assertThat(walk("A*1~B*2\r\n", Delimiters.USUAL)).containsExactly("A*1", "B*2");
    }

    @Test
    void lineEndCanBeTheTerminator() {
        assertThat(walk("A*1\nB*2\n", Delimiters.of("*:^\n"))).containsExactly("A*1", "B*2");
    }

    @Test
    void findsElementsAndIdentifiers() {
        SegmentWalk walk = new SegmentWalk("REF*D9**X~RE*1~".getBytes(StandardCharsets.ISO_8859_1), Delimiters.USUAL);

        assertThat(walk.next()).isTrue();
        assertThat(walk.is("REF")).isTrue();
        assertThat(walk.is("RE")).isFalse();
        assertThat(walk.id()).isEqualTo("REF");
        assertThat(walk.element(1)).isEqualTo("D9");
        assertThat(walk.element(2)).isEmpty();
        assertThat(walk.element(3)).isEqualTo("X");
        assertThat(walk.element(4)).isEmpty();
        assertThat(walk.next()).isTrue();
        assertThat(walk.is("REF")).isFalse();
    }

    @Test
    void valueIsMadeToFit() {
        assertThat(SegmentSink.fit(" A*B~C\nD ", 20, Delimiters.USUAL)).isEqualTo("A B C D");
        assertThat(SegmentSink.fit("ABCDEF", 4, Delimiters.USUAL)).isEqualTo("ABCD");
        assertThat(SegmentSink.fit("Se\u00f1or", 9, Delimiters.USUAL)).isEqualTo("Se or");
        assertThat(SegmentSink.fit("\u20ac5", 9, Delimiters.USUAL)).isEqualTo("5");
    }

    @Test
    void numbersThatAreNoneReadAsZero() {
        assertThat(Numbers.whole("12")).isEqualTo(12);
        assertThat(Numbers.whole("99999999999")).isZero();
        assertThat(Numbers.wholeLong("1234567890123456789")).isZero();
        assertThat(Numbers.wholeLong("-1")).isZero();
        assertThat(Numbers.wholeLong("")).isZero();
    }

    @Test
    void sumStaysAtTheLargestAmount() {
        Money most = new Money(Long.MAX_VALUE);

        assertThat(Numbers.sum(Money.of("1.50"), Money.of("2.25"))).isEqualTo(Money.of("3.75"));
        assertThat(Numbers.sum(most, Money.of("1"))).isEqualTo(most);
        assertThat(Numbers.sum(new Money(Long.MIN_VALUE), Money.of("-1"))).isEqualTo(new Money(Long.MIN_VALUE));
    }
}
