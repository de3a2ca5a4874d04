package org.yuanhu.clientapi.label;

import java.nio.file.Path;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * What an operator says about labels.
 *
 * @param origin scheme and host that every label's address begins with, https; in the demo it may be http, and this machine's own address
 *     unless said
 * @param organisation the MSP id of the organisation that runs this server; run secrets are sealed to the others
 * @param resolvers folder with the resolvers' public keys, {@code {MSP id}/resolver.pem}
 */
@ConfigurationProperties("yuanhu.labels")
record LabelProperties(
        @DefaultValue("") String origin,
        @DefaultValue("CooperativeMSP") String organisation,
        Path resolvers) {}
