package org.clearlane.app;

import static com.tngtech.archunit.base.DescribedPredicate.describe;
import static com.tngtech.archunit.core.domain.JavaCall.Predicates.target;
import static com.tngtech.archunit.core.domain.properties.HasOwner.Predicates.With.owner;
import static com.tngtech.archunit.lang.conditions.ArchConditions.accessField;
import static com.tngtech.archunit.lang.conditions.ArchConditions.callCodeUnitWhere;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.codeUnits;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.fields;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.JavaCodeUnit;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The order of the rooms and what may stand in them. A rule that fails names the decision it comes from. */
class ArchitectureTest {

    private static final String JAVA_21 = "docs/decisions/0001-java-21-floor.md";
    private static final String ROOMS = "docs/decisions/0002-modules.md";
    private static final String LIBRARIES = "docs/decisions/0003-dependencies.md";
    private static final String ROLES = "docs/decisions/0004-ledger-roles-and-row-security.md";
    private static final String ARCHIVE = "docs/decisions/0005-archive-on-disk-by-content.md";
    private static final String HANDOVER = "docs/decisions/0006-two-step-handover.md";

    /** Each room and those it may use, with whatever these may use. */
    private static final String ORDER =
            """
            x12          ->
            generator    -> x12
            guide        -> x12
            model        ->
            transactions -> guide model x12
            edits        -> model
            rules        -> edits
            remittance   -> model
            explanation  -> remittance
            bank         -> model
            judgement    -> transactions edits
            profiles     -> model
            store        -> model
            custody      ->
            connections  -> model
            formats      -> transactions
            pipeline     -> judgement remittance explanation bank store profiles formats connections
            simulator    -> x12
            routes       -> pipeline
            access       -> store
            webhooks     -> access
            api          -> pipeline webhooks
            telemetry    -> api
            console      -> access api
            """;

    private static final String[] CORE =
            packages("x12 guide model transactions edits rules remittance judgement profiles generator".split(" "));

    /** Where a wall clock may be read. */
    private static final Set<String> READ_THE_CLOCK =
            Set.of("org.clearlane.simulator.SimulatorMain", "org.clearlane.custody.CustodyCheck");

    private static JavaClasses ours;

    @BeforeAll
    static void readEveryRoom() {
        ours = new ClassFileImporter()
                .withImportOption(new ImportOption.DoNotIncludeTests())
                .importPackages("org.clearlane");
    }

    private static String[] packages(String... rooms) {
        return Arrays.stream(rooms).map(room -> "org.clearlane." + room + "..").toArray(String[]::new);
    }

    private static Map<String, List<String>> order() {
        Map<String, List<String>> order = new LinkedHashMap<>();
        ORDER.lines().forEach(line -> {
            String[] sides = line.split("->");
            order.put(
                    sides[0].strip(),
                    sides.length < 2
                            ? List.of()
                            : Arrays.stream(sides[1].strip().split(" "))
                                    .filter(room -> !room.isEmpty())
                                    .toList());
        });
        return order;
    }

    private static Set<String> usable(String room) {
        Set<String> usable = new TreeSet<>();
        for (String used : order().get(room)) {
            usable.add(used);
            usable.addAll(usable(used));
        }
        return usable;
    }

    static Stream<String> rooms() {
        return order().keySet().stream();
    }

    @ParameterizedTest
    @MethodSource("rooms")
    void roomUsesOnlyTheRoomsBelowIt(String room) {
        Set<String> known = usable(room);
        known.add(room);
        String[] others = Stream.concat(rooms(), Stream.of("app", "benchmarks", "browser"))
                .filter(other -> !known.contains(other))
                .map(other -> "org.clearlane." + other + "..")
                .toArray(String[]::new);

        noClasses()
                .that()
                .resideInAPackage("org.clearlane." + room + "..")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage(others)
                .because(ROOMS)
                .check(ours);
    }

    @Test
    void everyRoomHasItsPlaceInTheOrder() throws Exception {
        try (Stream<Path> modules = Files.list(Path.of(System.getProperty("clearlane.root"), "modules"))) {
            assertThat(modules.filter(module -> Files.exists(module.resolve("pom.xml")))
                            .map(module -> module.getFileName().toString()))
                    .as(ROOMS)
                    .containsExactlyInAnyOrderElementsOf(
                            Stream.concat(rooms(), Stream.of("app", "benchmarks", "browser"))
                                    .toList());
        }
        for (String room : rooms().toList()) {
            assertThat(ours.stream().anyMatch(each -> each.getPackageName().startsWith("org.clearlane." + room)))
                    .as("classes of " + room)
                    .isTrue();
        }
    }

    @Test
    void coreKnowsNoFramework() {
        noClasses()
                .that()
                .resideInAnyPackage(CORE)
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage(
                        "org.apache.camel..",
                        "org.apache.activemq..",
                        "jakarta.jms..",
                        "org.smooks..",
                        "java.sql..",
                        "javax.sql..",
                        "com.fasterxml.jackson..",
                        "io.javalin..",
                        "org.slf4j..")
                .because(ROOMS)
                .check(ours);
    }

    @ParameterizedTest
    @ValueSource(strings = {"x12", "model", "transactions", "edits", "remittance", "judgement"})
    void innermostRoomsKnowTheJdkAndEachOtherOnly(String room) {
        classes()
                .that()
                .resideInAPackage("org.clearlane." + room + "..")
                .should()
                .onlyDependOnClassesThat()
                .resideInAnyPackage("org.clearlane..", "java..", "org.snakeyaml..")
                .because(ROOMS)
                .check(ours);
    }

    @Test
    void checkerKnowsTheJdkAndJdbcOnly() {
        classes()
                .that()
                .resideInAPackage("org.clearlane.custody..")
                .should()
                .onlyDependOnClassesThat()
                .resideInAnyPackage("org.clearlane.custody..", "java..", "javax.sql..")
                .because(ROOMS + ": it shares no code with what it checks")
                .check(ours);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "org.apache.camel.. routes",
                "org.apache.activemq.. routes",
                "jakarta.jms.. routes",
                "org.smooks.. formats",
                "io.javalin.. api console telemetry",
                "io.micrometer.. telemetry",
                "com.nimbusds.. access",
                "org.apache.sshd.. connections simulator",
                "picocli.. app",
                "dev.cel.. rules",
                "io.zonky.. store",
                "gg.jte.. console explanation",
                "com.standardwebhooks.. webhooks",
                "org.apache.hc.. webhooks",
                "org.bouncycastle.. access simulator",
                "com.zaxxer.. store",
                "org.flywaydb.. store"
            })
    void libraryIsKnownInItsOwnRoomOnly(String libraryAndRooms) {
        String[] words = libraryAndRooms.split(" ");
        noClasses()
                .that()
                .resideOutsideOfPackages(packages(Arrays.copyOfRange(words, 1, words.length)))
                .should()
                .dependOnClassesThat()
                .resideInAPackage(words[0])
                .because(LIBRARIES)
                .check(ours);
    }

    @Test
    void databaseIsSpokenToWhereItsRolesAreKnown() {
        noClasses()
                .that()
                .resideOutsideOfPackages(
                        packages("store", "custody", "pipeline", "access", "webhooks", "api", "console", "app"))
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage("java.sql..", "javax.sql..")
                .because(ROLES)
                .check(ours);
        noClasses()
                .that()
                .resideInAPackage("org.clearlane.pipeline..")
                .should()
                .dependOnClassesThat(describe(
                        "are of java.sql but for its exception",
                        each -> each.getPackageName().startsWith("java.sql")
                                && !each.getName().equals("java.sql.SQLException")))
                .because(ROLES)
                .check(ours);
    }

    @Test
    void databaseRolesAreConnectedInTheStoreOnly() {
        noClasses()
                .that()
                .resideOutsideOfPackage("org.clearlane.store..")
                .should()
                .dependOnClassesThat()
                .haveFullyQualifiedName("java.sql.DriverManager")
                .because(ROLES)
                .check(ours);
    }

    @Test
    void noAmountIsABinaryFraction() {
        DescribedPredicate<JavaClass> fraction =
                describe("binary fraction", each -> Set.of("double", "float", "java.lang.Double", "java.lang.Float")
                        .contains(each.getBaseComponentType().getName()));
        // The benchmark says how long things took, and nothing it says is money.
        String[] timing = packages("app.bench");
        fields().that()
                .areDeclaredInClassesThat()
                .resideOutsideOfPackages(timing)
                .should()
                .notHaveRawType(fraction)
                .because("money is whole cents: " + ROOMS)
                .check(ours);
        codeUnits()
                .that()
                .areDeclaredInClassesThat()
                .resideOutsideOfPackages(timing)
                .should(takeAndGiveNo(fraction))
                .because("money is whole cents: " + ROOMS)
                .check(ours);
    }

    private static ArchCondition<JavaCodeUnit> takeAndGiveNo(DescribedPredicate<JavaClass> type) {
        return new ArchCondition<>("take and give no " + type.getDescription()) {
            @Override
            public void check(JavaCodeUnit unit, ConditionEvents events) {
                boolean does = type.test(unit.getRawReturnType())
                        || unit.getRawParameterTypes().stream().anyMatch(type);
                events.add(new SimpleConditionEvent(unit, !does, unit.getFullName()));
            }
        };
    }

    @Test
    void timeIsGivenAndNeverTaken() {
        Set<String> clocks = Set.of("systemUTC", "systemDefaultZone", "system", "tickSeconds", "tickMinutes");
        DescribedPredicate<JavaClass> outsideTheBeginning = describe(
                "read no wall clock",
                each -> !each.getPackageName().startsWith("org.clearlane.app")
                        && !READ_THE_CLOCK.contains(each.getName()));

        noClasses()
                .that(outsideTheBeginning)
                .should(callCodeUnitWhere(describe("reads the wall clock", call -> {
                    String type = call.getTargetOwner().getName();
                    String method = call.getTarget().getName();
                    int parameters = call.getTarget().getRawParameterTypes().size();
                    return type.startsWith("java.time.")
                                    && method.equals("now")
                                    && !isGivenAClock(call.getTarget().getRawParameterTypes())
                            || type.equals(Clock.class.getName()) && clocks.contains(method)
                            || type.equals("java.lang.System") && method.equals("currentTimeMillis")
                            || type.equals("java.util.Date") && method.equals("<init>") && parameters == 0;
                })))
                .because(ROOMS + ": tests and replays set the time")
                .check(ours);
    }

    private static boolean isGivenAClock(List<JavaClass> parameters) {
        return parameters.size() == 1 && parameters.getFirst().getName().equals(Clock.class.getName());
    }

    @Test
    void onlyTheProgramItselfSpeaksToTheTerminal() {
        DescribedPredicate<JavaClass> rooms = describe(
                "are rooms and no program",
                each -> !each.getPackageName().startsWith("org.clearlane.app")
                        && !each.getName().equals("org.clearlane.simulator.SimulatorMain"));
        noClasses()
                .that(rooms)
                .should(accessField(System.class, "out"))
                .orShould(accessField(System.class, "err"))
                .because(ROOMS)
                .check(ours);
    }

    @Test
    void nothingFromOutsideBecomesAnObjectByItself() {
        noClasses()
                .should()
                .dependOnClassesThat()
                .haveNameMatching("java.io.ObjectInputStream|java.beans.XMLDecoder|jakarta.jms.ObjectMessage")
                .because(LIBRARIES)
                .check(ours);
    }

    @Test
    void onlyTheArchiveMakesArchivedFiles() {
        noClasses()
                .that()
                .resideOutsideOfPackage("org.clearlane.store.archive..")
                .should(callCodeUnitWhere(target(owner(describe("the archive's writer", each -> each.getName()
                                .equals("org.clearlane.store.archive.ArchiveWriter"))))
                        .and(describe(
                                "makes one", call -> call.getTarget().getName().equals("<init>")))))
                .because(ARCHIVE)
                .check(ours);
    }

    @Test
    void onlyTheSendingStepDelivers() {
        noClasses()
                .that()
                .resideOutsideOfPackages(packages("connections"))
                .and()
                .doNotHaveFullyQualifiedName("org.clearlane.pipeline.dispatch.SendInterchange")
                .should()
                .callMethod(
                        org.clearlane.model.connection.PayerConnection.class,
                        "deliver",
                        org.clearlane.model.connection.OutboundFile.class)
                .because(HANDOVER)
                .check(ours);
    }

    @ParameterizedTest
    @ValueSource(strings = {JAVA_21, ROOMS, LIBRARIES, ROLES, ARCHIVE, HANDOVER})
    void namesDecisionsThatAreThere(String decision) {
        assertThat(Path.of(System.getProperty("clearlane.root"), decision)).isNotEmptyFile();
    }
}
