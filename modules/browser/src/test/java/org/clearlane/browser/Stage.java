package org.clearlane.browser;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.clearlane.access.Role;
import org.clearlane.access.Staff;
import org.clearlane.access.Visitor;
import org.clearlane.app.Home;
import org.openqa.selenium.chrome.ChromeDriver;

/**
 * One browser and one {@link DemoHouse} in which the samples have gone their way: olga operates, ada audits, bea bills and
 * pat administers for Lakeside, two bills for Harbor and Summit. All of them came in by the links that people get.
 */
final class Stage implements AutoCloseable {

    /** Text that wants to be a script wherever it is not taken for text. */
    static final String SCRIPT = "<img src=x onerror=alert(1)>";

    static final String LAKESIDE = "lakeside-family";

    private final DemoHouse house;
    private final ChromeDriver driver;
    private final Tab tab;
    private final Map<String, Person> people = new HashMap<>();
    private String setUpLink;

    private Stage(DemoHouse house, ChromeDriver driver) {
        this.house = house;
        this.driver = driver;
        this.tab = new Tab(driver, root(house));
    }

    static Stage open() throws Exception {
        DemoHouse house = DemoHouse.open();
        ChromeDriver driver = null;
        try {
            int files = house.handInSamples();
            if (!Pictures.wanted()) {
                house.handIn(LAKESIDE, "\"" + SCRIPT + ".edi", withScripts());
                files++;
            }
            driver = Chromium.start(house.folder());
            Stage stage = new Stage(house, driver);
            stage.people();
            house.settle(files);
            if (!Pictures.wanted()) {
                house.nameOfPayer("northwind", "NORTHWIND " + SCRIPT);
            }
            return stage;
        } catch (Exception | Error e) {
            if (driver != null) {
                driver.quit();
            }
            house.close();
            throw e;
        }
    }

    /** Lakeside's sample once more, as another file of other claims. */
    void handInAgain(String numbers, String control) throws IOException {
        String text = sample();
        house.handIn(
                LAKESIDE,
                numbers + "claims.edi",
                text.replace(text.substring(90, 99), control)
                        .replace("CLM*LF26-", "CLM*" + numbers)
                        .getBytes(StandardCharsets.US_ASCII));
    }

    private static String sample() throws IOException {
        return Files.readString(
                Home.samples().resolve("demo/files/lakeside-family/claims-20260925.edi"), StandardCharsets.US_ASCII);
    }

    /** The page the tab shows is looked at as {@link EveryPageTest} does, where no link leads to it. */
    void look(String picture) throws Exception {
        String at = tab.at();
        List<String> wrong = Look.at(tab);
        Pictures.take(tab, picture);
        assertThat(wrong).as(at + " (" + picture + ")").isEmpty();
    }

    /** A file of Lakeside in which a patient's number and name want to be scripts. */
    private static byte[] withScripts() throws IOException {
        String text = sample();
        String control = text.substring(90, 99);
        return text.replace(control, "000000977")
                .replace("CLM*LF26-", "CLM*<b>X-")
                .replace("NM1*IL*1*Zz", "NM1*IL*1*Zz<script>alert(1)</script>")
                .getBytes(StandardCharsets.US_ASCII);
    }

    static String root(DemoHouse house) {
        return "http://127.0.0.1:" + house.service().port();
    }

    private void people() {
        tab.fresh();
        setUpLink = house.service().setUpLink().orElseThrow();
        people.put("olga", joins("Olga Operator", "olga@example.org", setUpLink, true));
        Visitor olga = house.service()
                .signIn()
                .visitor(people.get("olga").cookie(), "127.0.0.1")
                .orElseThrow();
        invite(olga, "ada", "Ada Auditor", Role.AUDITOR);
        invite(olga, "bea", "Bea Biller", Role.BILLER, LAKESIDE);
        invite(olga, "pat", "Pat Porter", Role.PRACTICE_ADMIN, LAKESIDE);
        invite(olga, "two", "Toni Two", Role.BILLER, "harbor-pediatrics", "summit-orthopedics");
    }

    private void invite(Visitor olga, String key, String name, Role role, String... practices) {
        String email = key + "@example.org";
        String token = new Staff(house.service().ledger())
                .invite(olga, email, name, role, List.of(practices))
                .token();
        people.put(key, joins(name, email, "/join/" + token, false));
    }

    /** What somebody does who got a link: a password, the app, the first code. */
    Person joins(String name, String email, String link, boolean first) {
        return Joining.by(tab.as(null), link, name, email, first);
    }

    /** The link that the first start printed; used up. */
    String setUpLink() {
        return setUpLink;
    }

    Person person(String name) {
        return people.get(name);
    }

    Tab tab() {
        return tab;
    }

    DemoHouse house() {
        return house;
    }

    ChromeDriver driver() {
        return driver;
    }

    @Override
    public void close() throws IOException {
        driver.quit();
        house.close();
    }
}
