package org.yuanhu.clientapi.scan.page;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** What the page about a label says, already in words; see {@link StoryTeller}. */
record LabelStory(
        Heading verdict,
        String product,
        String pack,
        String sentence,
        List<Warning> warnings,
        List<County> counties,
        String cooperative,
        String cooperativeCode,
        Share share,
        Households households,
        List<Step> steps,
        List<Confirmed> confirmed,
        List<Recognition> recognitions,
        List<String> checked,
        List<String> unchecked,
        List<Detail> details) {

    /**
     * The verdict in words.
     *
     * @param style the style sheet's name of it
     */
    record Heading(String style, String word, String says) {}

    /**
     * Said before anything else: the recognition the label was printed under is gone, or not all of the goods are recognised.
     *
     * @param style the style sheet's name of how grave it is
     */
    record Warning(String style, String title, String says, List<String> reasons) {}

    /** @param place from the province down */
    record County(String place, String listed) {}

    /** @param width 0 to 100, of a bar */
    record Share(String percent, String of, int width, String says) {}

    /** @param names those told with consent */
    record Households(String count, List<String> names, String says) {}

    /** @param note what to know about the day, such as that it was entered late */
    record Step(String day, String what, @Nullable String note) {}

    /** @param width 0 to 100, of a bar */
    record Confirmed(String who, String lines, int width) {}

    /**
     * @param good whether it is in force
     * @param wants what its scheme wants of the goods, if that is less than everything recognised, or something else
     */
    record Recognition(
            String scheme,
            boolean good,
            String state,
            String says,
            @Nullable String wants) {}

    /** For those who look closer. */
    record Detail(String name, String value) {}
}
