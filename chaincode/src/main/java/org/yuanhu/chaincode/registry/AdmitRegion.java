package org.yuanhu.chaincode.registry;

import java.time.LocalDate;
import org.yuanhu.chaincode.access.Operation;
import org.yuanhu.chaincode.act.Act;
import org.yuanhu.chaincode.act.FieldRules;
import org.yuanhu.vocabulary.id.ActId;
import org.yuanhu.vocabulary.registry.RegionCode;

/**
 * A province admits a region whose goods may be told apart.
 *
 * @param name its own name, such as 黎平县
 * @param within the names of the regions it lies in, such as {@code 贵州省 黔东南苗族侗族自治州}; may be empty
 * @param list the list of poverty-relief regions it is on, such as {@code 832}; empty if on none
 * @param since the day from which it is on that list
 */
public record AdmitRegion(ActId id, RegionCode code, String name, String within, String list, LocalDate since)
        implements Act {
    /** @throws org.yuanhu.vocabulary.rule.RefusedException FM-34 */
    @Override
    public void validate() {
        FieldRules.mustBeText("name", name, FieldRules.NAME);
        FieldRules.mustBeTextOrEmpty("within", within, FieldRules.NAME);
        FieldRules.mustBeTextOrEmpty("list", list, FieldRules.NAME);
    }

    @Override
    public Operation operation() {
        return Operation.ADMIT_REGION;
    }
}
