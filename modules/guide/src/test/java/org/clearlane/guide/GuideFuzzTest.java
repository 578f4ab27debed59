package org.clearlane.guide;

import static org.assertj.core.api.Assertions.assertThat;

import com.code_intelligence.jazzer.junit.FuzzTest;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.clearlane.x12.Delimiters;
import org.clearlane.x12.Segment;

/**
 * The matcher of every guide under whatever segments a fuzzer finds: findings, never an exception. Without
 * {@code JAZZER_FUZZ=1} the kept inputs are run again.
 */
class GuideFuzzTest {

    private static final String[] SETS = {"837", "835", "834", "820", "999", "276", "277", "270", "271"};

    private static final List<Guide> GUIDES = guides();

    private static List<Guide> guides() {
        List<Guide> guides = new ArrayList<>();
        for (String version : SampleSet.GUIDES.versions()) {
            for (String set : SETS) {
                SampleSet.GUIDES.find(version, set).ifPresent(guides::add);
            }
        }
        return guides.stream().distinct().toList();
    }

    /** The first byte chooses the guide; a tilde or a line end ends a segment. */
    @FuzzTest(maxDuration = "2m")
    void matcherBearsAnything(byte[] data) {
        if (data.length == 0) {
            return;
        }
        Guide guide = GUIDES.get((data[0] & 0xff) % GUIDES.size());
        String[] segments = new String(data, 1, data.length - 1, StandardCharsets.ISO_8859_1).split("[~\n]");
        SetMatcher matcher = guide.matcher(finding -> {
            assertThat(finding.fault()).isNotNull();
            assertThat(finding.position()).isBetween(1, segments.length + 1);
            assertThat(finding.place()).isNotNull();
        });
        matcher.begin();
        for (String segment : segments) {
            matcher.accept(Segment.of(segment, Delimiters.USUAL));
            assertThat(matcher.loop()).isNotNull();
        }
        matcher.end();
    }
}
