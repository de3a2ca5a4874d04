package org.yuanhu.networkconfig.network;

import java.nio.file.Path;
import org.yuanhu.consortium.MspId;

/**
 * Where clients reach an organisation's peer.
 *
 * @param msp the organisation
 * @param host DNS name or IPv4 address
 * @param port TLS port of Fabric's Gateway service
 * @param tlsAuthorities PEM file of the authorities its TLS certificate is checked under
 */
public record PeerEndpoint(MspId msp, String host, int port, Path tlsAuthorities) {}
