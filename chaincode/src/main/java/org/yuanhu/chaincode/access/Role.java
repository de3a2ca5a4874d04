package org.yuanhu.chaincode.access;

import java.util.Arrays;
import java.util.Optional;
import org.yuanhu.vocabulary.registry.RegionCode;

/** What a certificate's holder is in the consortium; the attribute {@code yuanhu.role}. */
public enum Role {
    PROVINCE_OFFICER("province-officer", Seat.REGION, RegionCode.Level.PROVINCE),
    CITY_OFFICER("city-officer", Seat.REGION, RegionCode.Level.CITY),
    COUNTY_OFFICER("county-officer", Seat.REGION, RegionCode.Level.COUNTY),
    COOPERATIVE_MANAGER("cooperative-manager", Seat.COOPERATIVE),
    CLERK("clerk", Seat.COOPERATIVE),
    PLATFORM_OPERATOR("platform-operator", Seat.ORGANISATION),
    INSPECTOR("inspector", Seat.ORGANISATION),
    AUDITOR("auditor", Seat.ORGANISATION);

    /** What a role is held for, and so which further attribute its certificate must carry. */
    public enum Seat {
        /** {@code yuanhu.region}. */
        REGION,
        /** {@code yuanhu.cooperative}. */
        COOPERATIVE,
        /** The whole organisation; no further attribute. */
        ORGANISATION
    }

    private final String text;
    private final Seat seat;
    private final Optional<RegionCode.Level> level;

    Role(String text, Seat seat) {
        this.text = text;
        this.seat = seat;
        this.level = Optional.empty();
    }

    Role(String text, Seat seat, RegionCode.Level level) {
        this.text = text;
        this.seat = seat;
        this.level = Optional.of(level);
    }

    /** The role as certificates and schemes write it, such as {@code county-officer}. */
    public String text() {
        return text;
    }

    /** What the role is held for. */
    public Seat seat() {
        return seat;
    }

    /** The level an officer's region must have. */
    public Optional<RegionCode.Level> level() {
        return level;
    }

    /** The role written so, if there is one. */
    public static Optional<Role> of(String text) {
        return Arrays.stream(values()).filter(role -> role.text.equals(text)).findFirst();
    }

    @Override
    public String toString() {
        return text;
    }
}
