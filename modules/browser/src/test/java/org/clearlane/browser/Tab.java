package org.clearlane.browser;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import java.util.logging.Level;
import java.util.stream.Collectors;
import org.openqa.selenium.By;
import org.openqa.selenium.Keys;
import org.openqa.selenium.WebDriverException;
import org.openqa.selenium.WebElement;
import org.openqa.selenium.chrome.ChromeDriver;
import org.openqa.selenium.interactions.Actions;
import org.openqa.selenium.logging.LogEntry;
import org.openqa.selenium.logging.LogType;

/**
 * A tab as a person has it: pages are opened, links followed by their words, fields filled in by their labels. Whatever is
 * not there at once is waited for.
 */
final class Tab {

    /** How long a page may take to make way for the next; one that stays is the answer itself. */
    private static final Duration LEAVING = Duration.ofSeconds(5);

    private static final Duration PATIENCE = Duration.ofSeconds(15);

    private final ChromeDriver driver;
    private final String root;

    Tab(ChromeDriver driver, String root) {
        this.driver = driver;
        this.root = root;
    }

    /** The tab as somebody who is signed in, or as nobody for null. */
    Tab as(Person person) {
        driver.executeCdpCommand("Network.clearBrowserCookies", Map.of());
        if (person != null) {
            driver.executeCdpCommand(
                    "Network.setCookie", Map.of("name", "clearlane", "value", person.cookie(), "url", root));
        }
        return this;
    }

    /** What is behind a path of ours, or behind a whole address. */
    Tab open(String path) {
        driver.get(path.startsWith("http") ? path : root + path);
        return this;
    }

    /** The path the tab is at, with its query. */
    String at() {
        String url = driver.getCurrentUrl();
        return url.startsWith(root) ? url.substring(root.length()) : url;
    }

    String cookie(String name) {
        return driver.manage().getCookieNamed(name).getValue();
    }

    /** Who is signed in, as the page says it; or nobody. */
    String who() {
        return all(".who").stream().map(WebElement::getText).findFirst().orElse("nobody is signed in");
    }

    String title() {
        return driver.getTitle();
    }

    String heading() {
        return patiently("a heading", () -> driver.findElement(By.tagName("h1")).getText());
    }

    /** All words that can be seen. */
    String words() {
        return patiently("a page", () -> driver.findElement(By.tagName("body")).getText());
    }

    /** Waits until the page says this. */
    Tab sees(String words) {
        patiently("the words “" + words + "”", () -> words().contains(words) ? words : null);
        return this;
    }

    /** Waits until the page says it, loading it again from time to time: what happens behind it does not come by itself. */
    Tab seesAfterAWhile(String words, Duration atMost) {
        long until = System.nanoTime() + atMost.toNanos();
        while (!words().contains(words)) {
            if (System.nanoTime() > until) {
                throw new AssertionError(at() + " does not say “" + words + "” after " + atMost.toSeconds()
                        + " s. It says:\n" + words());
            }
            pause();
            driver.navigate().refresh();
        }
        return this;
    }

    WebElement field(String label) {
        return patiently("a field labelled “" + label + "”", () -> {
            WebElement words = driver.findElements(By.tagName("label")).stream()
                    .filter(each -> each.isDisplayed() && each.getText().strip().equals(label))
                    .findFirst()
                    .orElse(null);
            if (words == null) {
                return null;
            }
            String id = words.getDomAttribute("for");
            return id == null
                    ? words.findElement(By.cssSelector("input, select, textarea"))
                    : driver.findElement(By.id(id));
        });
    }

    Tab write(String label, String text) {
        WebElement field = field(label);
        field.clear();
        field.sendKeys(text);
        return this;
    }

    Tab choose(String label, String option) {
        field(label).findElements(By.tagName("option")).stream()
                .filter(each -> each.getText().strip().equals(option))
                .findFirst()
                .orElseThrow(() -> new AssertionError("“" + label + "” has no option “" + option + "”"))
                .click();
        return this;
    }

    boolean has(String words) {
        return !clickable(words).isEmpty();
    }

    /** Clicks a link or a button by its words; what follows is the next page. */
    Tab press(String words) {
        WebElement page = driver.findElement(By.tagName("html"));
        WebElement pressed = patiently("something to press named “" + words + "”", () -> {
            List<WebElement> found = clickable(words);
            return found.isEmpty() ? null : found.getFirst();
        });
        boolean leaves = !pressed.getTagName().equals("summary");
        pressed.click();
        long until = System.nanoTime() + LEAVING.toNanos();
        while (leaves && System.nanoTime() < until && isThere(page)) {
            pause();
        }
        return this;
    }

    private static boolean isThere(WebElement element) {
        try {
            return element.isEnabled();
        } catch (WebDriverException gone) {
            // Stale, or between two pages, for which the driver has an error without a name.
            return false;
        }
    }

    private List<WebElement> clickable(String words) {
        return driver.findElements(By.cssSelector("a, button, summary, [role=button]")).stream()
                .filter(each -> each.isDisplayed() && each.getText().strip().equals(words))
                .toList();
    }

    WebElement find(String css) {
        return patiently(css, () -> driver.findElement(By.cssSelector(css)));
    }

    List<WebElement> all(String css) {
        return driver.findElements(By.cssSelector(css));
    }

    /** Keys as they come from a keyboard, to whatever has the focus. */
    Tab type(CharSequence... keys) {
        new Actions(driver).sendKeys(keys).perform();
        return this;
    }

    Tab backTab() {
        new Actions(driver)
                .keyDown(Keys.SHIFT)
                .sendKeys(Keys.TAB)
                .keyUp(Keys.SHIFT)
                .perform();
        return this;
    }

    WebElement focused() {
        return driver.switchTo().activeElement();
    }

    @SuppressWarnings("unchecked")
    <T> T script(String script, Object... arguments) {
        return (T) driver.executeScript(script, arguments);
    }

    @SuppressWarnings("unchecked")
    <T> T scriptLater(String script, Object... arguments) {
        return (T) driver.executeAsyncScript(script, arguments);
    }

    /** What the system would say that its user prefers. */
    Tab prefers(String scheme) {
        driver.executeCdpCommand(
                "Emulation.setEmulatedMedia",
                Map.of("features", List.of(Map.of("name", "prefers-color-scheme", "value", scheme))));
        return this;
    }

    Tab wide(int width, int height) {
        driver.executeCdpCommand(
                "Emulation.setDeviceMetricsOverride",
                Map.of("width", width, "height", height, "deviceScaleFactor", 1, "mobile", false));
        return this;
    }

    Tab scripts(boolean on) {
        driver.executeCdpCommand("Emulation.setScriptExecutionDisabled", Map.of("value", !on));
        return this;
    }

    String picture(int width, int height) {
        return (String) driver.executeCdpCommand(
                        "Page.captureScreenshot",
                        Map.of(
                                "format",
                                "png",
                                "captureBeyondViewport",
                                true,
                                "clip",
                                Map.of("x", 0, "y", 0, "width", width, "height", height, "scale", 1)))
                .get("data");
    }

    /** Everything the browser complained about since it was asked last: scripts that failed, policies that were broken. */
    List<String> complaints() {
        List<String> all = new ArrayList<>();
        for (LogEntry each : driver.manage().logs().get(LogType.BROWSER)) {
            if (each.getLevel().intValue() >= Level.WARNING.intValue()) {
                all.add(each.getMessage());
            }
        }
        return all;
    }

    /** Whether a page has opened a dialog; one that is open makes whatever comes next fail. */
    boolean asks() {
        try {
            driver.switchTo().alert();
            return true;
        } catch (org.openqa.selenium.NoAlertPresentException none) {
            return false;
        }
    }

    /** As it was at first: nobody, light, wide, scripts on. */
    Tab fresh() {
        return scripts(true).prefers("light").wide(1280, 960).as(null);
    }

    private <T> T patiently(String what, Supplier<T> look) {
        long until = System.nanoTime() + PATIENCE.toNanos();
        while (true) {
            try {
                T found = look.get();
                if (found != null) {
                    return found;
                }
            } catch (WebDriverException notYet) {
                // Looked for again below.
            }
            if (System.nanoTime() > until) {
                throw new AssertionError(at() + " has no " + what + ". It shows:\n"
                        + driver.findElements(By.tagName("body")).stream()
                                .map(WebElement::getText)
                                .collect(Collectors.joining()));
            }
            pause();
        }
    }

    private static void pause() {
        try {
            Thread.sleep(50);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }
}
