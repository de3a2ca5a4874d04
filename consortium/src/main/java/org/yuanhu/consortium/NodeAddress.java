package org.yuanhu.consortium;

import java.util.regex.Pattern;

/**
 * Where an organisation's nodes run on a real network: one host, and ten ports of it from a first one on.
 *
 * @param host DNS name or IPv4 address the other organisations reach it by
 * @param firstPort 1024 to 65526
 */
public record NodeAddress(String host, int firstPort) {
    private static final Pattern HOST = Pattern.compile("[a-z0-9]([a-z0-9.-]{0,251}[a-z0-9])?");
    private static final int LAST_PORT = 65_535;
    private static final int PORTS = 10;

    /** @throws IllegalArgumentException if the host has another form or a port would not exist */
    public NodeAddress {
        if (!HOST.matcher(host).matches()) {
            throw new IllegalArgumentException("a host is a DNS name in lower case, or an IPv4 address");
        }
        if (firstPort < 1024 || firstPort > LAST_PORT - PORTS + 1) {
            throw new IllegalArgumentException("the first of its ports is from 1024 to " + (LAST_PORT - PORTS + 1));
        }
    }

    /** Where the orderer takes transactions and talks to the other orderers. */
    public int ordererPort() {
        return firstPort;
    }

    /** Where the orderer joins channels; its own organisation only. */
    public int ordererAdminPort() {
        return firstPort + 1;
    }

    /** Where the orderer tells its health and metrics; this host only. */
    public int ordererOperationsPort() {
        return firstPort + 2;
    }

    /** Where the peer serves clients and other peers. */
    public int peerPort() {
        return firstPort + 3;
    }

    /** Where the chaincode process waits for its peer. */
    public int chaincodePort() {
        return firstPort + 4;
    }

    /** Where the peer tells its health and metrics; this host only. */
    public int peerOperationsPort() {
        return firstPort + 5;
    }

    /** Where the peer would wait for chaincode that it starts itself; this host only. */
    public int peerChaincodePort() {
        return firstPort + 6;
    }

    /** Where the organisation's own server answers people and buyers. */
    public int serverPort() {
        return firstPort + 7;
    }

    /** Where the process of another version of the chaincode waits for the peer while one takes the other's place. */
    public int secondChaincodePort() {
        return firstPort + 8;
    }

    /** Where the orderer's watch tells its metrics; this host only. */
    public int watchPort() {
        return firstPort + 9;
    }

    /** Whether two organisations would want the same port of one host. */
    public boolean collidesWith(NodeAddress other) {
        return host.equals(other.host) && Math.abs(firstPort - other.firstPort) < PORTS;
    }
}
