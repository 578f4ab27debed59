package org.clearlane.judgement;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.List;
import org.clearlane.model.finding.AckCodes;
import org.clearlane.model.finding.ClaimStatus;
import org.clearlane.model.finding.Finding;
import org.clearlane.model.finding.Place;
import org.clearlane.model.finding.Severity;
import org.junit.jupiter.api.Test;

class ListenerTest {

    private static final Finding DUPLICATE = new Finding(
            "claim.duplicate",
            7,
            Severity.ERROR,
            Place.ofSegment("2300", "CLM", 19),
            AckCodes.NONE,
            ClaimStatus.of("A8:78"),
            "",
            "The claim came before.",
            "Nothing.",
            null);

    @Test
    void handsClaimsOverInSlicesAndInFileOrder() {
        Recording recording = Recording.of(Sample.family().bytes(), new JudgeOptions(7, null, null, 4));

        assertThat(recording.events).containsExactly("ISA", "GS", "ST", "claims 4", "claims 2", "SE", "GE", "IEA");
        assertThat(recording.accepted()).containsExactly("A1", "A2", "B1", "B2", "C1", "C2");
    }

    @Test
    void knowsTheHeaderOfASetBeforeItsClaims() {
        Recording recording = Recording.of(Sample.clean());

        assertThat(recording.opened.getFirst().header().bht03()).isEqualTo("LFC0000101");
        assertThat(recording.opened.getFirst().header().submitterId()).isEqualTo("LAKESIDE");
        assertThat(recording.opened.getFirst().kind()).isEqualTo("837P");
    }

    @Test
    void countsWhatTheListenerAddsToAClaim() throws IOException {
        List<FileVerdict> verdict = List.of(Recording.JUDGE.judge(
                new ByteArrayInputStream(Sample.family().bytes()), JudgeOptions.offline(7), new JudgementListener() {
                    @Override
                    public void claims(List<JudgedClaim> slice) {
                        slice.get(1).addFinding(DUPLICATE);
                    }

                    @Override
                    public void setClosed(SetVerdict set) {
                        assertThat(set.ack()).isEqualTo("A");
                        assertThat(set.editFindings()).singleElement().satisfies(found -> {
                            assertThat(found.patientControlNumber()).isEqualTo("A2");
                            assertThat(found.finding()).isEqualTo(DUPLICATE);
                        });
                    }
                }));

        assertThat(verdict.getFirst().claims().rejected()).isEqualTo(1);
        assertThat(verdict.getFirst().claims().accepted()).isEqualTo(5);
    }

    @Test
    void pointsAtTheBytesOfAClaim() {
        byte[] file = Sample.family().bytes();
        Recording recording = Recording.of(file);
        JudgedClaim second = recording.claims.get(1);
        int from = (int) second.spans().claim().offset();

        assertThat(new String(
                        file, from, second.spans().claim().length(), java.nio.charset.StandardCharsets.ISO_8859_1))
                .startsWith("CLM*A2*132")
                .endsWith("REF*6R*LFC-1001-2~");
    }

    @Test
    void stopsWhenTheListenerFails() {
        assertThatThrownBy(() -> Recording.JUDGE.judge(
                        new ByteArrayInputStream(Sample.family().bytes()),
                        new JudgeOptions(7, null, null, 2),
                        new JudgementListener() {
                            @Override
                            public void claims(List<JudgedClaim> slice) throws IOException {
                                throw new IOException("disk full");
                            }
                        }))
                .isInstanceOf(IOException.class)
                .hasMessage("disk full");
    }

    @Test
    void countsTheSameForAListenerThatWantsNoClaims() throws IOException {
        byte[] bent = Sample.family().without("HI", 2).bytes();
        FileVerdict heard = Recording.of(bent, JudgeOptions.offline(2)).verdict;
        FileVerdict unheard =
                Recording.JUDGE.judge(new ByteArrayInputStream(bent), JudgeOptions.offline(2), JudgementListener.DEAF);

        assertThat(unheard.claims().accepted()).isEqualTo(5);
        assertThat(unheard.claims().rejected()).isEqualTo(1);
        assertThat(unheard).isEqualTo(heard);
    }
}
