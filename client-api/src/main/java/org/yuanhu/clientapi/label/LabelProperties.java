package org.yuanhu.clientapi.label;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * What an operator says about labels.
 *
 * @param origin scheme and host that every label's address begins with; http on a chosen address is for a demo only
 * @param organisation the MSP id of the organisation that runs this server; run secrets are sealed to the others
 */
@ConfigurationProperties("yuanhu.labels")
record LabelProperties(
        @DefaultValue("http://127.0.0.1:8080") String origin,
        @DefaultValue("CooperativeMSP") String organisation) {}
