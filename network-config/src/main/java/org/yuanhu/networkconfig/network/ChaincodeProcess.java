package org.yuanhu.networkconfig.network;

/** The chaincode as a process of its own beside each organisation's peer. */
final class ChaincodeProcess {
    /** Serves the rule book to a peer; what it needs to know comes by environment variables. */
    static final String MAIN_CLASS = "org.yuanhu.chaincode.ChaincodeServer";

    private ChaincodeProcess() {}
}
