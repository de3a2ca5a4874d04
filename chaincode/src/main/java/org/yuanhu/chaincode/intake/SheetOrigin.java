package org.yuanhu.chaincode.intake;

import java.util.List;
import java.util.Optional;
import org.yuanhu.chaincode.category.Category;
import org.yuanhu.vocabulary.registry.RegionCode;

/**
 * What the chaincode read while it checked a sheet.
 *
 * @param counties of the households, line by line
 * @param categories of the households on the lines' days, line by line; absent in sheets of former days
 */
public record SheetOrigin(List<RegionCode> counties, Optional<List<List<Category>>> categories) {

    static SheetOrigin of(List<LineOrigin> lines) {
        return new SheetOrigin(
                lines.stream().map(LineOrigin::county).toList(),
                Optional.of(lines.stream().map(LineOrigin::categories).toList()));
    }

    /** Where the line with this number comes from. */
    public LineOrigin line(int number) {
        return new LineOrigin(
                counties.get(number), categories.map(lines -> lines.get(number)).orElse(List.of()));
    }
}
