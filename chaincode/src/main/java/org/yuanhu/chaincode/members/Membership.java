package org.yuanhu.chaincode.members;

import java.time.LocalDate;
import java.util.Optional;
import org.yuanhu.chaincode.json.Format;
import org.yuanhu.vocabulary.id.HouseholdId;
import org.yuanhu.vocabulary.registry.CreditCode;

/**
 * A household's membership of a cooperative; the latest, if it joined more than once.
 *
 * @param to the last day; absent while it lasts
 */
@Format("yuanhu-membership-v1")
public record Membership(HouseholdId household, CreditCode cooperative, LocalDate from, Optional<LocalDate> to) {}
