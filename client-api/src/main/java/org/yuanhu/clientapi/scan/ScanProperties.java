package org.yuanhu.clientapi.scan;

import java.util.List;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * What an operator may say about scans.
 *
 * @param proxies addresses of the proxies in front of this server; only from these is {@code X-Forwarded-For} believed
 */
@ConfigurationProperties("yuanhu.scan")
record ScanProperties(@DefaultValue List<String> proxies) {}
