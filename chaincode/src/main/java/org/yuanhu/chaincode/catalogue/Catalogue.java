package org.yuanhu.chaincode.catalogue;

import org.yuanhu.chaincode.ledger.State;
import org.yuanhu.chaincode.ledger.Table;
import org.yuanhu.chaincode.ledger.YuanhuContext;
import org.yuanhu.vocabulary.CommodityCode;
import org.yuanhu.vocabulary.CreditCode;
import org.yuanhu.vocabulary.Gtin;
import org.yuanhu.vocabulary.Quantity;
import org.yuanhu.vocabulary.Refused;
import org.yuanhu.vocabulary.Rule;

/** The commodities and products known so far. */
public final class Catalogue {
    /** By code. */
    public static final Table<Commodity> COMMODITIES = new Table<>("commodity", Commodity.class, 1);
    /** By GTIN. */
    public static final Table<Product> PRODUCTS = new Table<>("product", Product.class, 1);

    private final State state;

    public Catalogue(YuanhuContext ledger) {
        this.state = ledger.state();
    }

    /**
     * The commodity, which must be defined.
     *
     * @throws Refused CT-01 the commodity is not defined
     */
    public Commodity commodity(CommodityCode code) {
        return state.find(COMMODITIES, code).orElseThrow(() -> Refused.of(Rule.CT_01, "commodity", code.value()));
    }

    /**
     * The product, which must be registered.
     *
     * @throws Refused CT-03 the product is not registered
     */
    public Product product(Gtin gtin) {
        return state.find(PRODUCTS, gtin).orElseThrow(() -> Refused.of(Rule.CT_03, "gtin", gtin.value()));
    }

    /**
     * The product, which must be this cooperative's.
     *
     * @throws Refused CT-03, CT-06 the product is another cooperative's
     */
    public Product product(Gtin gtin, CreditCode cooperative) {
        Product product = product(gtin);
        if (!product.cooperative().equals(cooperative)) {
            throw Refused.of(Rule.CT_06, "gtin", gtin.value(), "cooperative", cooperative.value());
        }
        return product;
    }

    /**
     * Refuses a quantity that is not in the commodity's unit.
     *
     * @throws Refused CT-01, CT-05 the quantity is not in the commodity's unit
     */
    public void mustCount(CommodityCode commodity, Quantity quantity) {
        Commodity known = commodity(commodity);
        if (known.unit() != quantity.unit()) {
            throw Refused.of(
                    Rule.CT_05,
                    "commodity",
                    commodity.value(),
                    "unit",
                    known.unit().text(),
                    "given",
                    quantity.unit().text());
        }
    }

    void define(Commodity commodity) {
        if (state.has(COMMODITIES, commodity.code())) {
            throw Refused.of(Rule.CT_02, "commodity", commodity.code().value());
        }
        state.put(COMMODITIES, commodity, commodity.code());
    }

    void register(Product product) {
        if (state.has(PRODUCTS, product.gtin())) {
            throw Refused.of(Rule.CT_04, "gtin", product.gtin().value());
        }
        state.put(PRODUCTS, product, product.gtin());
    }
}
