package org.clearlane.remittance;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.stream.Stream;
import org.clearlane.transactions.t835.ClaimGroup;
import org.clearlane.transactions.t835.RemittanceDocument;
import org.clearlane.transactions.t835.RemittanceReader;
import org.clearlane.transactions.t835.RemittanceSumReader;
import org.junit.jupiter.api.Test;

/** The quick sums give the verdict of the slow proofs: on what is whole, what is cut, and what is damaged. */
class RunningSumsPropertyTest {

    private static List<Boolean> quick(byte[] bytes) throws IOException {
        RunningSums sums = new RunningSums();
        RemittanceSumReader.read(new ByteArrayInputStream(bytes), sums);
        List<Boolean> verdicts = new ArrayList<>();
        for (int i = 0; i < sums.payments(); i++) {
            verdicts.add(sums.balanced(i));
        }
        return verdicts;
    }

    private static List<Boolean> slow(byte[] bytes) throws IOException {
        List<Boolean> verdicts = new ArrayList<>();
        for (RemittanceDocument document :
                RemittanceReader.readAll(new ByteArrayInputStream(bytes)).documents()) {
            RemittanceBalance balance =
                    new RemittanceBalance(document.head().payment());
            for (RemittanceDocument.Group group : document.groups()) {
                balance.summary(Optional.ofNullable(group.head()).flatMap(ClaimGroup::summary));
                group.claims().forEach(balance::add);
            }
            verdicts.add(document.isReadable()
                    && balance.close(document.providerAdjustments()).balanced());
        }
        return verdicts;
    }

    private static List<byte[]> files() throws IOException {
        List<byte[]> files = new ArrayList<>();
        for (Path sample : Payments.samples()) {
            files.add(Files.readAllBytes(sample.resolve("input.edi")));
        }
        return files;
    }

    @Test
    void agreeOnEverySampleCutAnywhere() throws IOException {
        for (byte[] whole : files()) {
            assertThat(quick(whole)).isEqualTo(slow(whole)).doesNotContain(false);
            for (int length = 0; length < whole.length; length += 3) {
                byte[] cut = Arrays.copyOf(whole, length);
                assertThat(quick(cut)).as("cut at %d", length).isEqualTo(slow(cut));
            }
        }
    }

    @Test
    void agreeOnDamagedSamples() throws IOException {
        Random random = new Random(835);
        String likely = "0123456789.-~*:CLPSVBRTXA ";
        for (byte[] whole : files()) {
            for (int round = 0; round < 400; round++) {
                byte[] damaged = whole.clone();
                for (int hit = 0; hit <= random.nextInt(5); hit++) {
                    damaged[110 + random.nextInt(damaged.length - 110)] =
                            (byte) likely.charAt(random.nextInt(likely.length()));
                }
                assertThat(quick(damaged))
                        .as("round %d: %s", round, new String(damaged, StandardCharsets.ISO_8859_1))
                        .isEqualTo(slow(damaged));
            }
        }
    }

    @Test
    void agreeOnTheCorpus() throws IOException {
        Optional<Path> corpus = Payments.corpus();
        org.junit.jupiter.api.Assumptions.assumeTrue(corpus.isPresent());
        try (Stream<Path> files = Files.list(corpus.get().resolve("835"))) {
            for (Path file : files.toList()) {
                byte[] bytes = Files.readAllBytes(file);
                assertThat(quick(bytes)).as(file.toString()).isEqualTo(slow(bytes));
            }
        }
    }
}
