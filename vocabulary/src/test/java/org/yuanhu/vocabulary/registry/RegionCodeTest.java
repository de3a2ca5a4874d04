package org.yuanhu.vocabulary.registry;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.yuanhu.vocabulary.registry.RegionCode.Level;

class RegionCodeTest {
    private static final RegionCode PROVINCE = new RegionCode("520000");
    private static final RegionCode CITY = new RegionCode("520100");
    private static final RegionCode COUNTY = new RegionCode("520123");

    @Test
    void levelsFollowFromTheZeros() {
        assertThat(PROVINCE.level()).isEqualTo(Level.PROVINCE);
        assertThat(CITY.level()).isEqualTo(Level.CITY);
        assertThat(COUNTY.level()).isEqualTo(Level.COUNTY);
    }

    @Test
    void aProvinceHoldsItsCitiesAndTheyTheirCounties() {
        assertThat(COUNTY.isWithin(PROVINCE)).isTrue();
        assertThat(COUNTY.isWithin(CITY)).isTrue();
        assertThat(COUNTY.isWithin(COUNTY)).isTrue();
        assertThat(CITY.isWithin(PROVINCE)).isTrue();
        assertThat(PROVINCE.isWithin(CITY)).isFalse();
        assertThat(CITY.isWithin(COUNTY)).isFalse();
        assertThat(COUNTY.isWithin(new RegionCode("520200"))).isFalse();
        assertThat(COUNTY.isWithin(new RegionCode("530000"))).isFalse();
    }
}
