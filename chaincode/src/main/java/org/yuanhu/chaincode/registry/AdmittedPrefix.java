package org.yuanhu.chaincode.registry;

import java.util.Optional;
import org.yuanhu.chaincode.json.Format;
import org.yuanhu.vocabulary.goods.CompanyPrefix;
import org.yuanhu.vocabulary.registry.CreditCode;

/**
 * A GS1 company prefix and the cooperative it was admitted to.
 *
 * @param cooperative absent where only longer prefixes that begin with these digits were admitted
 */
@Format("yuanhu-company-prefix-v1")
public record AdmittedPrefix(CompanyPrefix prefix, Optional<CreditCode> cooperative) {}
