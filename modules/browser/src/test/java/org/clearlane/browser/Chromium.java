package org.clearlane.browser;

import java.io.File;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.logging.Level;
import java.util.stream.Stream;
import org.openqa.selenium.chrome.ChromeDriver;
import org.openqa.selenium.chrome.ChromeDriverService;
import org.openqa.selenium.chrome.ChromeOptions;
import org.openqa.selenium.logging.LogType;
import org.openqa.selenium.logging.LoggingPreferences;

/**
 * The Chromium of this machine with the driver that was packaged beside it. Nothing is downloaded, and the browser can
 * reach nobody but 127.0.0.1. {@code CHROMIUM} and {@code CHROMEDRIVER} name them where they lie elsewhere.
 */
final class Chromium {

    private static final List<String> BROWSERS = List.of("chromium", "chromium-browser", "google-chrome");
    private static final List<String> DRIVERS = List.of("chromedriver", "chromium.chromedriver");

    private Chromium() {}

    /** Why there can be no browser tests on this machine, or nothing. */
    static Optional<String> missing() {
        if (find("CHROMIUM", BROWSERS).isEmpty()) {
            return Optional.of("no Chromium on this machine (looked for " + String.join(", ", BROWSERS)
                    + " on the PATH and at CHROMIUM)");
        }
        if (find("CHROMEDRIVER", DRIVERS).isEmpty()) {
            return Optional.of("no driver for Chromium on this machine (looked for " + String.join(", ", DRIVERS)
                    + " on the PATH and at CHROMEDRIVER)");
        }
        return Optional.empty();
    }

    /** Starts one, without a window. */
    static ChromeDriver start(Path downloads) {
        LoggingPreferences logs = new LoggingPreferences();
        logs.enable(LogType.BROWSER, Level.ALL);
        ChromeOptions options = new ChromeOptions();
        options.setBinary(find("CHROMIUM", BROWSERS).orElseThrow().toFile());
        options.setCapability("goog:loggingPrefs", logs);
        options.setExperimentalOption(
                "prefs",
                Map.of(
                        "download.default_directory",
                        downloads.toString(),
                        "credentials_enable_service",
                        false,
                        "profile.password_manager_leak_detection",
                        false));
        options.addArguments(
                "--headless",
                "--no-sandbox",
                "--disable-gpu",
                "--disable-quic",
                "--disable-dev-shm-usage",
                "--no-first-run",
                "--disable-background-networking",
                "--disable-component-update",
                "--disable-sync",
                "--no-proxy-server",
                "--host-resolver-rules=MAP * ~NOTFOUND, EXCLUDE 127.0.0.1",
                "--force-color-profile=srgb",
                "--lang=en-US",
                "--window-size=1280,960");
        ChromeDriverService service = new ChromeDriverService.Builder()
                .usingDriverExecutable(
                        find("CHROMEDRIVER", DRIVERS).orElseThrow().toFile())
                .usingAnyFreePort()
                .withSilent(true)
                .build();
        return new ChromeDriver(service, options);
    }

    private static Optional<Path> find(String variable, List<String> names) {
        String said = System.getenv(variable);
        if (said != null && !said.isEmpty()) {
            return Optional.of(Path.of(said)).filter(Files::isExecutable);
        }
        String path = Optional.ofNullable(System.getenv("PATH")).orElse("") + File.pathSeparator + "/usr/lib/chromium"
                + File.pathSeparator + "/usr/lib/chromium-browser";
        return Stream.of(path.split(File.pathSeparator))
                .filter(folder -> !folder.isEmpty())
                .flatMap(folder -> names.stream().map(name -> Path.of(folder, name)))
                .filter(file -> Files.isRegularFile(file) && Files.isExecutable(file))
                .findFirst();
    }
}
