package org.clearlane.transactions;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.clearlane.transactions.t277ca.ClaimStatusAnswer;
import org.clearlane.transactions.t277ca.ClaimStatusBatch;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class AnyAnswerFileTest {

    @ParameterizedTest
    @ValueSource(strings = {"TA1", "999", "997", "835", "837P", "271"})
    void saysNothingOfClaimsUnlessItIsA277(String kind) throws IOException {
        for (Path file : Corpus.files(kind)) {
            List<String> claims = new ArrayList<>();
            try (InputStream bytes = Files.newInputStream(file)) {
                AnswerFileReader.read(bytes, new AnswerListener() {
                    @Override
                    public void claim(AnswerOrigin origin, ClaimStatusBatch batch, ClaimStatusAnswer answer) {
                        claims.add(answer.patientControlNumber());
                    }
                });
            }
            assertThat(claims).as(file.toString()).isEmpty();
        }
    }
}
