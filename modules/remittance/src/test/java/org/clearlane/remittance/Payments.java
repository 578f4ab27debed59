package org.clearlane.remittance;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.clearlane.model.Money;
import org.clearlane.model.ledger.ClaimState;
import org.clearlane.model.remittance.Adjustment;
import org.clearlane.model.remittance.ClaimPayment;
import org.clearlane.model.remittance.LinePayment;
import org.clearlane.model.remittance.PaymentHeader;
import org.clearlane.transactions.t835.RemittanceFile;
import org.clearlane.transactions.t835.RemittanceReader;

/** Claim payments in few words, and the samples of the project. */
final class Payments {

    static final Path ROOT = Path.of(System.getProperty("clearlane.root"));

    private Payments() {}

    static PaymentHeader header(String trace, String amount) {
        return new PaymentHeader(
                "000000001",
                "1",
                "0001",
                "I",
                Money.of(amount),
                "ACH",
                LocalDate.of(2026, 1, 31),
                trace,
                "1512345678",
                "PLAN",
                "99999",
                "PRACTICE",
                "1999999018",
                "999000001");
    }

    /** {@code CO-45 20} or {@code PR-1 -10.00}. */
    static Adjustment adjustment(String text) {
        String[] parts = text.split("[- ]", 3);
        return new Adjustment(parts[0], parts[1], Money.of(parts[2]), "");
    }

    static LinePayment line(String procedure, String charge, String paid, String... adjustments) {
        return new LinePayment(
                "HC",
                procedure,
                List.of(),
                Money.of(charge),
                Money.of(paid),
                "1",
                "20260105",
                "",
                Arrays.stream(adjustments).map(Payments::adjustment).toList(),
                List.of());
    }

    static ClaimPayment claim(String status, String charge, String paid, LinePayment... lines) {
        return claim("C1", status, charge, paid, List.of(), lines);
    }

    static ClaimPayment claim(
            String number,
            String status,
            String charge,
            String paid,
            List<Adjustment> adjustments,
            LinePayment... lines) {
        return new ClaimPayment(
                number,
                status,
                Money.of(charge),
                Money.of(paid),
                Money.ZERO,
                "12",
                "ICN" + number,
                "",
                "20260105",
                adjustments,
                List.of(lines),
                List.of());
    }

    static LedgerClaim ledgerClaim(String id, String number, String charge, ClaimState state) {
        return new LedgerClaim(
                id,
                "practice-1",
                number,
                Money.of(charge),
                "20260105",
                "",
                "1999999018",
                "999000001",
                "99999",
                state,
                List.of());
    }

    static RemittanceFile read(Path file) {
        try {
            return RemittanceReader.readAll(new ByteArrayInputStream(Files.readAllBytes(file)));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static RemittanceFile read(String text) {
        try {
            return RemittanceReader.readAll(new ByteArrayInputStream(text.getBytes(StandardCharsets.ISO_8859_1)));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static List<Path> samples() {
        try (Stream<Path> cases = Files.list(ROOT.resolve("samples/835"))) {
            return new ArrayList<>(cases.sorted().toList());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The corpus beside the checkout, or beside the folder of worktrees. */
    static Optional<Path> corpus() {
        return Stream.of("../shared/corpus", "../../shared/corpus")
                .map(path -> ROOT.resolve(path).normalize())
                .filter(Files::isDirectory)
                .findFirst();
    }

    static AdjustmentLabels labels() {
        try (var table = Files.newBufferedReader(ROOT.resolve("config/codesets/adjustment-labels.tsv"))) {
            return AdjustmentLabels.load(table);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
