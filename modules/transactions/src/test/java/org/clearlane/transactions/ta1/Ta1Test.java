package org.clearlane.transactions.ta1;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.List;
import org.clearlane.transactions.AnswerEnvelope;
import org.clearlane.transactions.AnswerOrigin;
import org.clearlane.transactions.AnswerProblem;
import org.clearlane.transactions.Corpus;
import org.clearlane.transactions.Text;
import org.clearlane.x12.Delimiters;
import org.junit.jupiter.api.Test;

class Ta1Test {

    private static final LocalDateTime AT = LocalDateTime.of(2026, 1, 31, 12, 5);

    private final List<Ta1> heard = new ArrayList<>();
    private final List<AnswerOrigin> origins = new ArrayList<>();

    private final Ta1Listener listener = new Ta1Listener() {
        @Override
        public void interchangeAnswered(AnswerOrigin origin, Ta1 answer) {
            origins.add(origin);
            heard.add(answer);
        }
    };

    @Test
    void standsAloneInItsInterchange() throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        Ta1Writer.write(out, Text.envelope(), AT, 12, List.of(new Ta1("905", "260131", "1200", "R", "025")));

        assertThat(Text.of(out))
                .isEqualTo("ISA*00*          *00*          *ZZ*CLEARLANE      *ZZ*PRACTICE       "
                        + "*260131*1205*^*00501*000000012*0*P*:~"
                        + "TA1*000000905*260131*1200*R*025~"
                        + "IEA*0*000000012~");
    }

    @Test
    void readsBackWhatItWrote() throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        List<Ta1> answers = List.of(
                new Ta1("000000905", "260131", "1200", "A", "000"), new Ta1("000000906", "260131", "1201", "E", "005"));
        Ta1Writer.write(out, Text.envelope(), AT, 12, answers);

        assertThat(Ta1Reader.read(Text.in(Text.of(out)), listener)).isEmpty();
        assertThat(heard).isEqualTo(answers);
        assertThat(origins.getFirst().interchangeControl()).isEqualTo("000000012");
        assertThat(origins.getFirst().senderId()).isEqualTo("CLEARLANE");
    }

    @Test
    void answersAHeaderThatIsItselfBroken() throws IOException {
        AnswerEnvelope broken = new AnswerEnvelope(
                "Z", "US", "", "A SENDER ID THAT IS * TOO LONG", "US", "S~", Delimiters.USUAL, false, '?');
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        Ta1Writer.write(out, broken, AT, 1, List.of(new Ta1("ABC*", "26013199", "", "R", "024")));

        assertThat(Ta1Reader.read(Text.in(Text.of(out)), listener)).isEmpty();
        assertThat(heard).containsExactly(new Ta1("000000000", "260131", "", "R", "024"));
        assertThat(origins.getFirst().receiverId()).isEqualTo("A SENDER ID THA");
    }

    @Test
    void onlyTheCodeRRejects() {
        assertThat(new Ta1("1", "", "", "R", "025").isRejected()).isTrue();
        assertThat(new Ta1("1", "", "", "E", "025").isRejected()).isFalse();
        assertThat(new Ta1("1", "", "", "A", "000").isRejected()).isFalse();
        assertThat(new Ta1("1", "", "", "?", "000").isRejected()).isFalse();
    }

    @Test
    void readsPublicFiles() throws IOException {
        try (var in = Files.newInputStream(Corpus.file("TA1", "pyx12__160-bare-TA1.x12"))) {
            assertThat(Ta1Reader.read(in, listener)).isEmpty();
        }
        assertThat(heard).containsExactly(new Ta1("000142582", "260407", "1423", "A", "000"));
        assertThat(heard.getFirst().controlNumber()).isEqualTo(142582);
        for (var file : Corpus.files("TA1")) {
            heard.clear();
            try (var in = Files.newInputStream(file)) {
                Ta1Reader.read(in, listener);
            }
            assertThat(heard)
                    .as(file.toString())
                    .singleElement()
                    .extracting(Ta1::ackCode)
                    .isEqualTo("A");
        }
    }

    @Test
    void saysThatTheTrailerCountsGroupsThatAreNotThere() throws IOException {
        var in = Files.newInputStream(Corpus.file("TA1", "staedi__x12_interchange_ack.txt"));
        try (in) {
            assertThat(Ta1Reader.read(in, listener))
                    .extracting(AnswerProblem::kind)
                    .containsExactly(AnswerProblem.Kind.TRAILER);
        }
    }

    @Test
    void readsOneThatStandsBeforeTheGroups() throws IOException {
        try (var in = Files.newInputStream(Corpus.file("999", "x12-parser__77-999-with-TA1-office-ally.x12"))) {
            assertThat(Ta1Reader.read(in, listener)).isEmpty();
        }
        assertThat(heard).containsExactly(new Ta1("101", "241018", "0307", "A", "000"));
    }

    @Test
    void fileThatIsNoX12IsAProblemAndNoException() throws IOException {
        assertThat(Ta1Reader.read(Text.in("<html>maintenance</html>"), listener))
                .extracting(AnswerProblem::kind)
                .containsExactly(AnswerProblem.Kind.NOT_X12);
        assertThat(Ta1Reader.read(Text.in(""), listener)).hasSize(1);
    }

    @Test
    void everyTruncationIsReadWithoutAnException() throws IOException {
        String file = Text.ISA + "TA1*000000905*260131*1200*R*025~IEA*0*000000905~";
        for (int length = 0; length < file.length() - 1; length++) {
            assertThat(Ta1Reader.read(Text.in(file.substring(0, length)), listener))
                    .as("cut at " + length)
                    .isNotEmpty();
        }
    }
}
