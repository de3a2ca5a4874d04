package org.yuanhu.chaincode.registry;

import java.time.LocalDate;
import org.yuanhu.chaincode.json.Format;
import org.yuanhu.vocabulary.registry.RegionCode;

/**
 * A region as admitted.
 *
 * @param within the names of the regions it lies in; may be empty
 * @param list the poverty-relief list it is on; empty if none
 */
@Format("yuanhu-region-v1")
public record Region(RegionCode code, String name, String within, String list, LocalDate since) {}
