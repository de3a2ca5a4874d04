package org.yuanhu.consortium;

/**
 * Ties a role to the one organisation that may grant it and the one authority there that issues its certificates.
 *
 * @param role the role
 * @param msp the organisation; the role in a certificate of any other counts for nothing
 * @param authority the folder name of the issuing authority, for example {@code ca-clerk}
 * @param scope what a holder is limited to
 */
public record RoleBinding(RoleName role, MspId msp, AuthorityName authority, Scope scope) {}
