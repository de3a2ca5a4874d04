package org.yuanhu.clientapi.startup;

/** In which order things are done once the server is up; each is an {@code ApplicationRunner} with {@code @Order} of one of these. */
public final class StartOrder {
    /** Users are made. */
    public static final int USERS = 100;
    /** The sample season is imported, through the path a clerk uses. */
    public static final int SEASON = 200;
    /** Says where to look and who may sign in. */
    public static final int WELCOME = 300;

    private StartOrder() {}
}
