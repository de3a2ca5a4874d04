package org.yuanhu.clientapi.story;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.openqa.selenium.WebElement;
import org.yuanhu.clientapi.ServerOnRandomPort;
import tools.jackson.databind.JsonNode;

/** What a buyer sees on a phone 360 pixels wide, in a real browser. */
class BuyersPageIT {
    private static final Pattern COLOUR = Pattern.compile("rgba?\\((\\d+), (\\d+), (\\d+).*");

    @TempDir
    private static Path home;

    private static ServerOnRandomPort server;
    private static String label;
    private static String mixed;
    private static String serial;

    @BeforeAll
    static void printALabel() {
        server = ServerOnRandomPort.start(home);
        Story story = new Story(server).founded();
        List<String> households =
                List.of(story.household(Story.Person.sample(1), true), story.household(Story.Person.sample(2), false));
        story.batch("LC26-01", story.intake(households), households.size());
        JsonNode first = fourth(story.printRun("LC26-01", 20));
        label = address(first);
        serial = first.get("serial").asString();
        mixed = address(fourth(story.mixedRun("LC26-02", households, 20)));
    }

    private static JsonNode fourth(JsonNode run) {
        return server.as("clerk-3")
                .get("/api/v1/print-runs/" + run.get("run").asString() + "/labels/3")
                .json();
    }

    private static String address(JsonNode label) {
        String address = label.get("address").asString();
        return server.address() + address.substring(address.indexOf("/01/"));
    }

    @AfterAll
    static void stop() {
        server.close();
    }

    @ParameterizedTest
    @CsvSource({"zh, 已登记, 2 户", "en, Recorded, 2 households"})
    void aLabelsAddressOpensInTheBrowsersLanguageAndFitsThePhone(String language, String verdict, String households) {
        try (Browser browser = Browser.preferring(language)) {
            browser.open(label);
            assertThat(browser.language()).isEqualTo(language);
            assertThat(browser.text())
                    .contains(verdict, households, "石阡县", "石阡县示例茶叶农民专业合作社", "石阡苔茶", "样例家1", "100%")
                    .doesNotContain("样例家2");
            browser.picture("label-" + language);
            assertNothingIsWrong(browser);
        }
    }

    @ParameterizedTest
    @CsvSource({"zh, 注意：本批是混合货源, 75%", "en, Note: this batch is mixed, 75%"})
    void aMixedBatchIsToldBeforeWhatTheProductIs(String language, String notice, String share) {
        try (Browser browser = Browser.preferring(language)) {
            browser.open(mixed);
            browser.picture("mixed-" + language);
            assertThat(browser.one(".caution h2").getText()).isEqualTo(notice);
            assertThat(browser.one(".caution p").getText()).contains(share);
            assertThat(browser.one(".caution").getLocation().getY())
                    .isLessThan(browser.one("h1").getLocation().getY());
            assertNothingIsWrong(browser);
        }
    }

    @Test
    void theOtherLanguageIsOneTouchAway() {
        try (Browser browser = Browser.preferring("en")) {
            browser.open(label);
            browser.follow(".tongues a[lang=zh]");
            assertThat(browser.language()).isEqualTo("zh");
            assertThat(browser.text()).contains("已登记");
            browser.follow(".tongues a[lang=en]");
            assertThat(browser.text()).contains("Recorded");
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"zh", "en"})
    void theDigitsTypedInFivesOfFourLeadToTheLabel(String language) {
        try (Browser browser = Browser.preferring(language)) {
            browser.open(server.address() + "/");
            browser.picture("type-" + language);
            assertNothingIsWrong(browser);
            browser.one("#serial").sendKeys(serial);
            browser.follow("button[type=submit]");
            assertThat(browser.address()).isEqualTo(label + "?lang=" + language);
            assertThat(browser.text()).contains("石阡苔茶");
        }
    }

    @ParameterizedTest
    @CsvSource({"zh, 校验码", "en, the last digit checks the others"})
    void aMistypedDigitIsExplainedAndWhatWasTypedStays(String language, String explained) {
        char last = serial.charAt(serial.length() - 1);
        String mistyped = serial.substring(0, serial.length() - 1) + (last == '9' ? '0' : (char) (last + 1));
        try (Browser browser = Browser.preferring(language)) {
            browser.open(server.address() + "/");
            browser.one("#serial").sendKeys(mistyped);
            browser.follow("button[type=submit]");
            assertThat(browser.one("#error").getText()).contains(explained);
            assertThat(browser.one("#serial").getDomProperty("value")).isEqualTo(mistyped);
            browser.picture("mistyped-" + language);
        }
    }

    @ParameterizedTest
    @CsvSource({"zh, 这不是标签地址", "en, This is not a label’s address"})
    void aDamagedAddressSaysSo(String language, String title) {
        try (Browser browser = Browser.preferring(language)) {
            browser.open(label + "1");
            assertThat(browser.one("h1").getText()).isEqualTo(title);
            browser.picture("damaged-" + language);
            assertThat(browser.widthOfPage()).isEqualTo(Browser.WIDTH);
        }
    }

    /** Fits, loads from here alone, complains of nothing, is never green, and everything to touch is large enough. */
    private static void assertNothingIsWrong(Browser browser) {
        assertThat(browser.widthOfPage()).isEqualTo(Browser.WIDTH);
        assertThat(browser.loaded()).isNotEmpty().allMatch(address -> address.startsWith(server.address() + "/"));
        assertThat(browser.complaints()).isEmpty();
        assertThat(browser.colours()).isNotEmpty().noneMatch(BuyersPageIT::isGreen);
        for (WebElement target : browser.all("a:not(.skip), button, summary")) {
            assertThat(target.getSize().getHeight()).as(target.getText()).isGreaterThanOrEqualTo(40);
        }
        assertThat(browser.all("h1")).hasSize(1);
        assertThat(browser.all("script, img:not([alt]), [style]")).isEmpty();
    }

    private static boolean isGreen(String colour) {
        Matcher parts = COLOUR.matcher(colour);
        if (!parts.matches()) {
            return false;
        }
        int red = Integer.parseInt(parts.group(1));
        int green = Integer.parseInt(parts.group(2));
        int blue = Integer.parseInt(parts.group(3));
        return green > red + 8 && green > blue + 8;
    }
}
