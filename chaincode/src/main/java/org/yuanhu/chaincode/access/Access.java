package org.yuanhu.chaincode.access;

import static org.yuanhu.chaincode.access.Role.CITY_OFFICER;
import static org.yuanhu.chaincode.access.Role.CLERK;
import static org.yuanhu.chaincode.access.Role.COOPERATIVE_MANAGER;
import static org.yuanhu.chaincode.access.Role.COUNTY_OFFICER;
import static org.yuanhu.chaincode.access.Role.PLATFORM_OPERATOR;
import static org.yuanhu.chaincode.access.Role.PROVINCE_OFFICER;
import static org.yuanhu.chaincode.access.Scope.ANYWHERE;
import static org.yuanhu.chaincode.access.Scope.OWN_COOPERATIVE;
import static org.yuanhu.chaincode.access.Scope.OWN_MEMBERS;
import static org.yuanhu.chaincode.access.Scope.OWN_REGION;

import java.util.List;
import java.util.Optional;

/** Who may do what, and where: the whole of it. Whatever is not in this table is refused. */
final class Access {
    private static final List<Row> TABLE = List.of(
            row(Operation.ADMIT_REGION, OWN_REGION, PROVINCE_OFFICER),
            row(Operation.ADMIT_COOPERATIVE, OWN_REGION, PROVINCE_OFFICER, COUNTY_OFFICER),
            row(Operation.ADMIT_RUN_BLOCK, OWN_REGION, PROVINCE_OFFICER),
            row(Operation.ADMIT_COMPANY_PREFIX, OWN_REGION, PROVINCE_OFFICER),
            //
            row(Operation.ENROL, OWN_REGION, COUNTY_OFFICER),
            row(Operation.ERASE, OWN_REGION, COUNTY_OFFICER),
            row(Operation.VOUCH, OWN_REGION, COUNTY_OFFICER),
            row(Operation.SUSPEND, OWN_REGION, COUNTY_OFFICER),
            row(Operation.REINSTATE, OWN_REGION, COUNTY_OFFICER),
            row(Operation.WITHDRAW, OWN_REGION, COUNTY_OFFICER),
            row(Operation.CONSENT, OWN_REGION, COUNTY_OFFICER),
            // the organisations that hold the private collection; their servers while a household consents (HH-10)
            row(Operation.DISCLOSE, OWN_REGION, PROVINCE_OFFICER, CITY_OFFICER, COUNTY_OFFICER),
            row(Operation.DISCLOSE, OWN_MEMBERS, COOPERATIVE_MANAGER, CLERK),
            //
            row(Operation.JOIN, OWN_COOPERATIVE, COOPERATIVE_MANAGER, CLERK),
            row(Operation.LEAVE, OWN_COOPERATIVE, COOPERATIVE_MANAGER, CLERK),
            //
            row(Operation.DEFINE_COMMODITY, ANYWHERE, PROVINCE_OFFICER),
            row(Operation.REGISTER_PRODUCT, OWN_COOPERATIVE, COOPERATIVE_MANAGER),
            //
            row(Operation.DEFINE_SCHEME, ANYWHERE, PROVINCE_OFFICER),
            row(Operation.APPLY, OWN_COOPERATIVE, COOPERATIVE_MANAGER),
            // each step of a scheme names the one role that may take it (RC-06)
            row(Operation.ADVANCE, OWN_REGION, PROVINCE_OFFICER, CITY_OFFICER, COUNTY_OFFICER),
            row(Operation.ADVANCE, ANYWHERE, PLATFORM_OPERATOR),
            row(Operation.REVOKE, OWN_REGION, PROVINCE_OFFICER, CITY_OFFICER, COUNTY_OFFICER),
            //
            row(Operation.SET_YIELD, ANYWHERE, PROVINCE_OFFICER),
            row(Operation.PROPOSE, OWN_REGION, COUNTY_OFFICER),
            row(Operation.CONFIRM, OWN_REGION, CITY_OFFICER, COUNTY_OFFICER),
            row(Operation.ALLOT, OWN_REGION, COUNTY_OFFICER),
            //
            row(Operation.RECORD_SHEET, OWN_COOPERATIVE, CLERK),
            row(Operation.PACK, OWN_COOPERATIVE, CLERK),
            row(Operation.ASSIGN_RUN, OWN_COOPERATIVE, CLERK),
            //
            row(Operation.ATTEST, ANYWHERE, Role.values()),
            row(Operation.GET, ANYWHERE, Role.values()),
            row(Operation.LIST, ANYWHERE, Role.values()));

    private Access() {}

    /** How far the role may do this; empty if it may not at all. */
    static Optional<Scope> scope(Role role, Operation operation) {
        return TABLE.stream()
                .filter(row -> row.operation == operation && row.roles.contains(role))
                .map(Row::scope)
                .findFirst();
    }

    private static Row row(Operation operation, Scope scope, Role... roles) {
        return new Row(operation, scope, List.of(roles));
    }

    private record Row(Operation operation, Scope scope, List<Role> roles) {}
}
