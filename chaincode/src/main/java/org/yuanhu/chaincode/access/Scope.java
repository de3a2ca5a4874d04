package org.yuanhu.chaincode.access;

/** How far a permission reaches. */
enum Scope {
    /** The region in the certificate and whatever lies in it. */
    OWN_REGION,
    /** The cooperative in the certificate. */
    OWN_COOPERATIVE,
    /** Households that are members of the cooperative in the certificate. */
    OWN_MEMBERS,
    /** No bound. */
    ANYWHERE
}
