package org.clearlane.app.validate;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import org.clearlane.edits.Edits;
import org.clearlane.edits.codes.CodeSets;
import org.clearlane.guide.Guides;
import org.clearlane.judgement.Judge;
import org.clearlane.judgement.JudgeOptions;
import org.clearlane.judgement.JudgementListener;
import org.clearlane.judgement.SetVerdict;
import org.clearlane.model.finding.Finding;
import org.clearlane.transactions.t999.ClaimFinding;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;
import picocli.CommandLine.Help.Ansi;

/** One finding, told four times: 999, 277CA, JSON and text say the same of it, each from the value the judge made. */
class OneFindingFourRenderingsTest {

    private static final Path ROOT = Path.of(System.getProperty("clearlane.root"));
    private static final Clock CLOCK = Clock.fixed(Instant.parse("2026-03-01T12:00:00Z"), ZoneOffset.UTC);

    @TempDir
    Path folder;

    private Path file;

    /** The only finding of a claim whose service date is no day. */
    private ClaimFinding finding() throws IOException {
        String clean = Files.readString(ROOT.resolve("samples/837p/clean-claim/input.edi"));
        file = Files.writeString(folder.resolve("batch.edi"), clean.replaceFirst("D8\\*20260202", "D8*20260231"));
        List<ClaimFinding> all = new ArrayList<>();
        new Judge(
                        Guides.load(ROOT.resolve("config/guides")),
                        Edits.load(ROOT.resolve("config/edits"), CodeSets.load(ROOT.resolve("config/codesets"))),
                        CLOCK)
                .judge(
                        new ByteArrayInputStream(Files.readAllBytes(file)),
                        JudgeOptions.offline(7),
                        new JudgementListener() {
                            @Override
                            public void setClosed(SetVerdict set) {
                                all.addAll(set.findings());
                                all.addAll(set.editFindings());
                            }
                        });
        assertThat(all).hasSize(1);
        return all.getFirst();
    }

    private String run(String... arguments) {
        StringWriter out = new StringWriter();
        new CommandLine(new ValidateCommand(CLOCK, ROOT.resolve("config")))
                .setOut(new PrintWriter(out, true))
                .setColorScheme(CommandLine.Help.defaultColorScheme(Ansi.OFF))
                .execute(arguments);
        return out.toString();
    }

    @Test
    void saysTheSameFourTimes() throws IOException {
        ClaimFinding told = finding();
        Finding finding = told.finding();
        assertThat(finding.place().inWords()).isEqualTo("loop 2400, segment 23, DTP03");
        assertThat(told.patientControlNumber()).isEqualTo("LFC-1001");

        JsonNode json = new ObjectMapper()
                .readTree(run("--json", "--acks", folder.toString(), file.toString()))
                .at("/interchanges/0/groups/0/transactions/0/findings/0");
        assertThat(json.get("code").asText()).isEqualTo(finding.code());
        assertThat(json.get("claim").asText()).isEqualTo(told.patientControlNumber());
        assertThat(json.get("loop").asText()).isEqualTo(finding.place().loop());
        assertThat(json.get("segment").asText()).isEqualTo(finding.place().segment());
        assertThat(json.get("position").asInt()).isEqualTo(finding.place().position());
        assertThat(json.get("element").asInt()).isEqualTo(finding.place().element());
        assertThat(json.at("/ack/ik3").asText()).isEqualTo(finding.ack().ik3());
        assertThat(json.at("/ack/ik4").asText()).isEqualTo(finding.ack().ik4());
        assertThat(json.get("status").asText()).isEqualTo(finding.status().toString());
        assertThat(json.get("message").asText()).isEqualTo(finding.message());
        assertThat(json.get("mend").asText()).isEqualTo(finding.mend());

        assertThat(run(file.toString()))
                .contains("claim " + told.patientControlNumber() + ", "
                        + finding.place().inWords() + " [" + finding.code() + ", SNIP " + finding.snip() + "]")
                .contains(finding.message())
                .contains(finding.mend());

        assertThat(Files.readString(folder.resolve("batch.999.edi")))
                .contains("~IK3*%s*%d*%s*%s~CTX*CLM01:%s~IK4*%d*%s*%s*%s~"
                        .formatted(
                                finding.place().segment(),
                                finding.place().position(),
                                finding.place().loop(),
                                finding.ack().ik3(),
                                told.patientControlNumber(),
                                finding.place().element(),
                                finding.ack().dataElement(),
                                finding.ack().ik4(),
                                finding.value()));

        assertThat(Files.readString(folder.resolve("batch.277ca.edi")))
                .contains("~TRN*2*" + told.patientControlNumber() + "~STC*" + finding.status() + "*20260301*U*132*")
                .contains("*" + finding.message() + "~");
    }
}
