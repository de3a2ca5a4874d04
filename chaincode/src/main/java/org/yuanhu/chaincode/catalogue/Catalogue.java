package org.yuanhu.chaincode.catalogue;

import org.yuanhu.chaincode.ledger.State;
import org.yuanhu.chaincode.ledger.Table;
import org.yuanhu.chaincode.ledger.YuanhuContext;
import org.yuanhu.vocabulary.Hash;
import org.yuanhu.vocabulary.goods.CommodityCode;
import org.yuanhu.vocabulary.goods.Gtin;
import org.yuanhu.vocabulary.goods.Quantity;
import org.yuanhu.vocabulary.registry.CreditCode;
import org.yuanhu.vocabulary.rule.RefusedException;
import org.yuanhu.vocabulary.rule.Rule;
import org.yuanhu.vocabulary.text.LookAlike;

/** The commodities and products known so far. */
public final class Catalogue {
    /** By code. */
    public static final Table<Commodity> COMMODITIES = new Table<>("commodity", Commodity.class, 1);
    /** By GTIN. */
    public static final Table<Product> PRODUCTS = new Table<>("product", Product.class, 1);
    /** By cooperative and {@link LookAlike#key} of the name: one read tells whether another looks the same. */
    public static final Table<ProductName> NAMES = new Table<>("productname", ProductName.class, 2);

    private final State state;

    public Catalogue(YuanhuContext ledger) {
        this.state = ledger.state();
    }

    /**
     * The commodity, which must be defined.
     *
     * @throws RefusedException CT-01 the commodity is not defined
     */
    public Commodity commodity(CommodityCode code) {
        return state.find(COMMODITIES, code)
                .orElseThrow(() -> RefusedException.by(Rule.CT_01)
                        .with("commodity", code.value())
                        .build());
    }

    /**
     * The product, which must be registered.
     *
     * @throws RefusedException CT-03 the product is not registered
     */
    public Product product(Gtin gtin) {
        return state.find(PRODUCTS, gtin)
                .orElseThrow(() -> RefusedException.by(Rule.CT_03)
                        .with("gtin", gtin.value())
                        .build());
    }

    /**
     * The product, which must be this cooperative's.
     *
     * @throws RefusedException CT-03, CT-06 the product is another cooperative's
     */
    public Product product(Gtin gtin, CreditCode cooperative) {
        Product product = product(gtin);
        if (!product.cooperative().equals(cooperative)) {
            throw RefusedException.by(Rule.CT_06)
                    .with("gtin", gtin.value())
                    .with("cooperative", cooperative.value())
                    .build();
        }
        return product;
    }

    /**
     * Refuses a quantity that is not in the commodity's unit.
     *
     * @throws RefusedException CT-01, CT-05 the quantity is not in the commodity's unit
     */
    public void mustCount(CommodityCode commodity, Quantity quantity) {
        Commodity known = commodity(commodity);
        if (known.unit() != quantity.unit()) {
            throw RefusedException.by(Rule.CT_05)
                    .with("commodity", commodity.value())
                    .with("unit", known.unit().text())
                    .with("given", quantity.unit().text())
                    .build();
        }
    }

    void define(Commodity commodity) {
        if (state.has(COMMODITIES, commodity.code())) {
            throw RefusedException.by(Rule.CT_02)
                    .with("commodity", commodity.code().value())
                    .build();
        }
        state.put(COMMODITIES, commodity, commodity.code());
    }

    void register(Product product) {
        if (state.has(PRODUCTS, product.gtin())) {
            throw RefusedException.by(Rule.CT_04)
                    .with("gtin", product.gtin().value())
                    .build();
        }
        Hash look = LookAlike.key(product.name());
        state.find(NAMES, product.cooperative(), look).ifPresent(taken -> {
            throw RefusedException.by(Rule.CT_07)
                    .with("name", product.name())
                    .with("taken", taken.name())
                    .with("gtin", taken.gtin().value())
                    .build();
        });
        state.put(PRODUCTS, product, product.gtin());
        state.put(
                NAMES,
                new ProductName(product.cooperative(), product.name(), product.gtin()),
                product.cooperative(),
                look);
    }
}
