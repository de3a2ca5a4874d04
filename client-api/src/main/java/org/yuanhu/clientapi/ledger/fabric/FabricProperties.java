package org.yuanhu.clientapi.ledger.fabric;

import java.nio.file.Path;
import org.springframework.boot.context.properties.ConfigurationProperties;

/**
 * What a server must know of the network it is on.
 *
 * @param organisation MSP id of the organisation that runs this server: its peer is asked first
 * @param bundles folder with what each organisation has handed out, one folder for each MSP id
 * @param trustFile the trust file ({@code yuanhu-trust-v1}) that names the ledger by its first block
 * @param issuer where the organisation's issuer listens, which certifies its people
 */
@ConfigurationProperties("yuanhu.fabric")
record FabricProperties(String organisation, Path bundles, Path trustFile, Path issuer) {}
