package org.yuanhu.clientapi.imports.table;

import java.util.LinkedHashMap;
import java.util.Map;
import org.yuanhu.chaincode.category.Category;
import org.yuanhu.clientapi.imports.sheet.Column;
import org.yuanhu.clientapi.imports.sheet.Measure;
import org.yuanhu.vocabulary.goods.CommodityCode;
import org.yuanhu.vocabulary.goods.Gtin;
import org.yuanhu.vocabulary.goods.Lot;
import org.yuanhu.vocabulary.id.HouseholdId;
import org.yuanhu.vocabulary.id.RecognitionId;
import org.yuanhu.vocabulary.id.SchemeId;
import org.yuanhu.vocabulary.registry.CreditCode;
import org.yuanhu.vocabulary.registry.RegionCode;
import org.yuanhu.vocabulary.time.Season;

/** Columns that several tables have. */
final class Columns {
    static final Column<RegionCode> COUNTY = Column.code("county", "地区代码", RegionCode::new);
    static final Column<CreditCode> COOPERATIVE = Column.code("cooperative", "合作社代码", CreditCode::new);
    static final Column<HouseholdId> HOUSEHOLD = Column.code("household", "农户编号", HouseholdId::new);
    static final Column<CommodityCode> COMMODITY = Column.code("commodity", "品类代码", CommodityCode::new);
    static final Column<Season> SEASON = Column.code("season", "产季", Season::new);
    static final Column<Gtin> GTIN = Column.code("gtin", "商品条码", Columns::gtin);
    static final Column<Lot> LOT = Column.code("lot", "批号", Lot::new);
    static final Column<SchemeId> SCHEME = Column.code("scheme", "认定办法", SchemeId::new);
    static final Column<RecognitionId> RECOGNITION = Column.code("recognition", "认定编号", RecognitionId::new);
    static final Column<String> NAME = Column.words("name", "名称");
    static final Column<Measure> UNIT = Column.measure("unit", "单位");
    static final Map<String, Boolean> YES_OR_NO = words("是", true, "否", false, "yes", true, "no", false);
    static final Map<String, Category> CATEGORIES = words(
            "脱贫户", Category.LIFTED,
            "监测对象", Category.MONITORED,
            "一般农户", Category.GENERAL,
            "lifted", Category.LIFTED,
            "monitored", Category.MONITORED,
            "general", Category.GENERAL);

    private static final int GTIN_13 = 13;

    private Columns() {}

    /** Words and what they mean, in the order in which an error lists them. */
    @SuppressWarnings("unchecked") // pairs of a word and a T, by every caller in this package
    static <T> Map<String, T> words(Object... wordsAndMeanings) {
        Map<String, T> words = new LinkedHashMap<>();
        for (int i = 0; i < wordsAndMeanings.length; i += 2) {
            words.put((String) wordsAndMeanings[i], (T) wordsAndMeanings[i + 1]);
        }
        return words;
    }

    /** A GTIN-13, as printed under most bar codes, is the GTIN-14 with a zero before it (GS1 General Specifications 3.3.2). */
    private static Gtin gtin(String text) {
        return new Gtin(text.length() == GTIN_13 ? "0" + text : text);
    }
}
