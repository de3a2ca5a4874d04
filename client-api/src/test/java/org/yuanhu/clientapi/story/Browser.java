package org.yuanhu.clientapi.story;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.logging.Level;
import java.util.stream.Stream;
import org.openqa.selenium.By;
import org.openqa.selenium.OutputType;
import org.openqa.selenium.WebDriverException;
import org.openqa.selenium.WebElement;
import org.openqa.selenium.chrome.ChromeDriver;
import org.openqa.selenium.chrome.ChromeDriverService;
import org.openqa.selenium.chrome.ChromeOptions;
import org.openqa.selenium.logging.LogEntry;
import org.openqa.selenium.logging.LogType;
import org.openqa.selenium.logging.LoggingPreferences;
import org.openqa.selenium.support.ui.ExpectedConditions;
import org.openqa.selenium.support.ui.WebDriverWait;

/** Chromium as the system has it, as a phone 360 pixels wide; nothing is downloaded. */
final class Browser implements AutoCloseable {
    static final int WIDTH = 360;
    private static final Duration PATIENCE = Duration.ofSeconds(20);
    private static final int HEIGHT = 780;

    private final ChromeDriver driver;
    private final Path profile;

    private Browser(ChromeDriver driver, Path profile) {
        this.driver = driver;
        this.profile = profile;
    }

    /** Starts one that prefers a language; where there is no browser the test is skipped, but with CI=true it fails. */
    static Browser preferring(String language) {
        Optional<File> chromium = executable("chromium", "chromium-browser", "google-chrome");
        Optional<File> chromedriver = executable("chromedriver");
        boolean both = chromium.isPresent() && chromedriver.isPresent();
        if (!both && "true".equals(System.getenv("CI"))) {
            throw new AssertionError("CI=true needs chromium and chromedriver on the PATH");
        }
        assumeTrue(both, "No chromium with chromedriver on the PATH: pages are not looked at in a browser");
        try {
            Path profile = Files.createTempDirectory("yuanhu-browser");
            ChromeDriverService service = new ChromeDriverService.Builder()
                    .usingDriverExecutable(chromedriver.orElseThrow())
                    .usingAnyFreePort()
                    .build();
            return new Browser(new ChromeDriver(service, options(chromium.orElseThrow(), profile, language)), profile);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static ChromeOptions options(File chromium, Path profile, String language) {
        ChromeOptions options = new ChromeOptions();
        options.setBinary(chromium);
        options.addArguments(
                "--headless",
                "--no-sandbox",
                "--disable-gpu",
                "--disable-quic",
                "--no-first-run",
                "--disable-background-networking",
                "--disable-component-update",
                "--disable-sync",
                "--disable-dev-shm-usage",
                "--user-data-dir=" + profile);
        options.setExperimentalOption("prefs", Map.of("intl.accept_languages", language));
        options.setExperimentalOption(
                "mobileEmulation",
                Map.of("deviceMetrics", Map.of("width", WIDTH, "height", HEIGHT, "pixelRatio", 2.0, "touch", true)));
        LoggingPreferences logging = new LoggingPreferences();
        logging.enable(LogType.BROWSER, Level.ALL);
        options.setCapability("goog:loggingPrefs", logging);
        return options;
    }

    void open(String address) {
        driver.get(address);
    }

    String address() {
        return driver.getCurrentUrl();
    }

    /** The text a person sees. */
    String text() {
        return one("body").getText();
    }

    String language() {
        return one("html").getDomAttribute("lang");
    }

    WebElement one(String css) {
        return driver.findElement(By.cssSelector(css));
    }

    /** Clicks what leads to another page, and waits until that is there. */
    void follow(String css) {
        WebElement before = one("html");
        one(css).click();
        // asked in the very moment the page changes, the driver knows no better than an error of its own: it is asked
        // again
        new WebDriverWait(driver, PATIENCE)
                .ignoring(WebDriverException.class)
                .until(ExpectedConditions.stalenessOf(before));
    }

    List<WebElement> all(String css) {
        return driver.findElements(By.cssSelector(css));
    }

    /** How wide the page is laid out, in CSS pixels. */
    long widthOfPage() {
        return (Long) driver.executeScript("return document.documentElement.scrollWidth");
    }

    /** The addresses of everything the page loaded. */
    @SuppressWarnings("unchecked") // a list of texts by the script
    List<String> loaded() {
        return (List<String>) driver.executeScript("return performance.getEntriesByType('resource').map(e => e.name)");
    }

    /** The colours of everything that is drawn in colour, as the browser computed them. */
    @SuppressWarnings("unchecked") // a list of texts by the script
    List<String> colours() {
        return (List<String>) driver.executeScript("""
                return [...new Set([...document.querySelectorAll('*')].flatMap(e => {
                  const s = getComputedStyle(e);
                  return [s.color, s.backgroundColor, s.borderTopColor, s.fill, s.stroke];
                }))].filter(c => c.startsWith('rgb'))""");
    }

    /** What the browser complained of. */
    List<String> complaints() {
        return driver.manage().logs().get(LogType.BROWSER).getAll().stream()
                .map(LogEntry::getMessage)
                .toList();
    }

    /** Keeps a picture of the whole page below {@code target/screenshots}. */
    Path picture(String name) {
        Object height = driver.executeScript("return document.documentElement.scrollHeight");
        beAsHighAs(height);
        try {
            Path file =
                    Files.createDirectories(Path.of("target", "screenshots")).resolve(name + ".png");
            Files.write(file, driver.getScreenshotAs(OutputType.BYTES));
            return file;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } finally {
            beAsHighAs(HEIGHT);
        }
    }

    private void beAsHighAs(Object pixels) {
        driver.executeCdpCommand(
                "Emulation.setDeviceMetricsOverride",
                Map.of("width", WIDTH, "height", pixels, "deviceScaleFactor", 2, "mobile", true));
    }

    @Override
    public void close() {
        driver.quit();
        try (Stream<Path> files = Files.walk(profile)) {
            files.sorted(java.util.Comparator.reverseOrder()).map(Path::toFile).forEach(File::delete);
        } catch (IOException | UncheckedIOException e) {
            // The browser may still be writing while it goes; what is left lies in the system's temporary folder.
        }
    }

    private static Optional<File> executable(String... names) {
        String path = Optional.ofNullable(System.getenv("PATH")).orElse("") + File.pathSeparator + "/usr/bin";
        return Stream.of(names)
                .flatMap(name -> Stream.of(path.split(File.pathSeparator, -1)).map(folder -> new File(folder, name)))
                .filter(File::canExecute)
                .findFirst();
    }
}
