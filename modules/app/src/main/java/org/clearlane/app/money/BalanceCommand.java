package org.clearlane.app.money;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.clearlane.app.Home;
import org.clearlane.app.Main;
import org.clearlane.app.judging.OfflineProfiles;
import org.clearlane.app.ledger.ClaimsCommand;
import org.clearlane.pipeline.secondary.PatientBalances;
import org.clearlane.profiles.Profiles;
import org.clearlane.remittance.secondary.PaymentPlan;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.ParentCommand;
import picocli.CommandLine.Spec;

/** What the patient of a claim owes. */
@Command(
        name = "balance",
        description = {
            "Says what the patient of a claim owes and why, in sentences a patient can read, and shares it out over months",
            "where asked: every installment the same but the last, which takes the remainder."
        },
        mixinStandardHelpOptions = true,
        sortOptions = false)
public final class BalanceCommand implements Callable<Integer> {

    @ParentCommand
    private ClaimsCommand parent;

    @Parameters(paramLabel = "ID", description = "clm_… of the first claim, or the practice's own number")
    private String id;

    @Option(names = "--installments", paramLabel = "N", description = "share it out over so many months")
    private Integer installments;

    @Option(
            names = "--first",
            paramLabel = "DATE",
            description = "the day of the first installment (default: in a month)")
    private LocalDate first;

    @Option(names = "--json", description = "for programs")
    private boolean json;

    @Option(
            names = "--config",
            paramLabel = "DIR",
            description = "the configuration (default: the one that comes along)")
    private Path config = Home.config();

    @Spec
    private CommandSpec spec;

    private record Found(PatientBalances.Of of, LocalDate today) {}

    @Override
    public Integer call() throws IOException {
        Profiles profiles = OfflineProfiles.load(config);
        Optional<Found> found = parent.access()
                .with((ledger, archive) -> ledger.transact(tx -> new PatientBalances(archive, profiles)
                        .find(tx, id)
                        .map(of -> new Found(of, tx.now().atZone(ZoneOffset.UTC).toLocalDate()))));
        if (found.isEmpty()) {
            spec.commandLine().getErr().println("clearlane claims: there is no claim " + id);
            return Main.USAGE;
        }
        PatientBalances.Of of = found.get().of();
        Optional<PaymentPlan> plan = plan(of, found.get().today());
        PrintWriter out = spec.commandLine().getOut();
        if (json) {
            Printing.json(out, asMap(of, plan));
            return 0;
        }
        out.println("Claim " + of.patientControlNumber());
        of.balance().explanation().forEach(sentence -> out.println("  " + sentence));
        plan.ifPresent(it -> it.installments()
                .forEach(each -> out.println("  %2d. %s  %10s".formatted(each.number(), each.due(), each.amount()))));
        out.flush();
        return 0;
    }

    private Optional<PaymentPlan> plan(PatientBalances.Of of, LocalDate today) {
        if (installments == null) {
            return Optional.empty();
        }
        if (!of.balance().settled() || of.balance().owed().isZero()) {
            throw new ParameterException(
                    spec.commandLine(),
                    "--installments: there is nothing to share out, or not every payer has decided");
        }
        try {
            return Optional.of(
                    PaymentPlan.of(of.balance().owed(), installments, first == null ? today.plusMonths(1) : first));
        } catch (IllegalArgumentException e) {
            throw new ParameterException(spec.commandLine(), "--installments: " + e.getMessage(), e);
        }
    }

    private static Map<String, Object> asMap(PatientBalances.Of of, Optional<PaymentPlan> plan) {
        Map<String, Object> all = new LinkedHashMap<>();
        all.put("claim", of.claimId());
        all.put("patientControlNumber", of.patientControlNumber());
        all.put("charge", of.charge().toString());
        all.put("owed", of.balance().owed().toString());
        all.put("settled", of.balance().settled());
        all.put("explanation", of.balance().explanation());
        all.put(
                "installments",
                plan.map(PaymentPlan::installments).orElse(List.of()).stream()
                        .map(each -> Map.of(
                                "number", each.number(),
                                "due", each.due().toString(),
                                "amount", each.amount().toString()))
                        .toList());
        return all;
    }
}
