package org.clearlane.api.contract;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** JSON that is handed in is as the document has it, or refused. */
class RequestCheckTest {

    private final ApiDocument document =
            ApiDocument.begin(RequestCheckTest.class, "letters.yaml").complete();
    private final RequestCheck check = new RequestCheck(document, document.operation("POST", "/v1/letters"));

    private List<String> wrong(String json) {
        List<String> wrong = new ArrayList<>();
        check.json(json.getBytes(UTF_8), wrong);
        return wrong;
    }

    @Test
    void takesWhatIsAsItShouldBe() {
        assertThat(wrong("{\"to\":\"ada\",\"copies\":2,\"kinds\":[\"plain\",\"blue\"],\"on\":\"2026-03-04\"}"))
                .isEmpty();
        assertThat(wrong("{\"to\":\"ada\",\"copies\":1}")).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"to\":\"ada\",\"copies\":1,\"admin\":true}",
                "{\"to\":\"ada\"}",
                "{\"to\":1,\"copies\":1}",
                "{\"to\":\"ada\",\"copies\":\"1\"}",
                "{\"to\":\"ada\",\"copies\":1.5}",
                "{\"to\":\"ada\",\"copies\":0}",
                "{\"to\":\"ada\",\"copies\":10}",
                "{\"to\":\"Ada!\",\"copies\":1}",
                "{\"to\":\"ada\",\"to\":\"eve\",\"copies\":1}",
                "{\"to\":\"ada\",\"copies\":1,\"kinds\":[\"red\"]}",
                "{\"to\":\"ada\",\"copies\":1,\"kinds\":[\"blue\",\"blue\"]}",
                "{\"to\":\"ada\",\"copies\":1,\"kinds\":\"blue\"}",
                "{\"to\":\"ada\",\"copies\":1,\"on\":\"2026-02-31\"}",
                "{\"to\":null,\"copies\":1}",
                "{\"to\":\"ada\",\"copies\":1} trailing",
                "[]",
                "null",
                "",
                "{\"to\":"
            })
    void refusesEverythingElse(String json) {
        assertThat(wrong(json)).isNotEmpty();
    }

    @Test
    void refusesWhatIsTooDeepWithoutReadingOn() {
        assertThat(wrong("[".repeat(30_000))).isNotEmpty();
        assertThat(wrong("{\"to\":" + "{\"a\":".repeat(100) + "1" + "}".repeat(100) + "}"))
                .isNotEmpty();
    }

    @Test
    void saysWhatIsWrongWithoutTheValue() {
        assertThat(wrong("{\"to\":\"ZZSECRET!\",\"copies\":1,\"ZZHIDDEN\":1}"))
                .hasSize(2)
                .noneMatch(sentence -> sentence.contains("ZZ"));
    }
}
