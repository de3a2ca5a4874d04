package org.yuanhu.chaincode.category;

/** What kind of household the county says it is. */
public enum Category {
    /** 脱贫户: lifted out of poverty. */
    LIFTED("lifted"),
    /** 监测对象: watched so that it does not fall back. */
    MONITORED("monitored"),
    /** 一般农户: any other. */
    GENERAL("general");

    private final String text;

    Category(String text) {
        this.text = text;
    }

    @Override
    public String toString() {
        return text;
    }
}
