package org.yuanhu.clientapi.user;

/**
 * Someone who may sign in to this server.
 *
 * @param name what is typed to sign in: an account's name such as {@code clerk-2}, never a person's
 * @param administrator may add users and take their certificates away
 * @param disabled may no longer sign in
 */
public record User(String name, boolean administrator, boolean disabled) {}
