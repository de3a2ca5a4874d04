package org.yuanhu.chaincode.registry;

import org.yuanhu.chaincode.access.Operation;
import org.yuanhu.chaincode.act.Act;
import org.yuanhu.vocabulary.goods.CompanyPrefix;
import org.yuanhu.vocabulary.id.ActId;
import org.yuanhu.vocabulary.registry.CreditCode;

/**
 * A province, having seen GS1's certificate, lets a cooperative register products whose GTINs begin with its prefix.
 */
public record AdmitCompanyPrefix(ActId id, CompanyPrefix prefix, CreditCode cooperative) implements Act {
    @Override
    public Operation operation() {
        return Operation.ADMIT_COMPANY_PREFIX;
    }
}
