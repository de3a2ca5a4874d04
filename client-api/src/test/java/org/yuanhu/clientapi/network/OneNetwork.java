package org.yuanhu.clientapi.network;

import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ExtensionContext.Namespace;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolver;

/** One network for all classes that ask for one: it takes minutes to bring up. It is gone when the last test is over. */
final class OneNetwork implements ParameterResolver {
    private static final Namespace HERE = Namespace.create(OneNetwork.class);

    @Override
    public boolean supportsParameter(ParameterContext parameter, ExtensionContext extension) {
        return parameter.getParameter().getType() == RealNetwork.class;
    }

    @Override
    public Object resolveParameter(ParameterContext parameter, ExtensionContext extension) {
        return extension
                .getRoot()
                .getStore(HERE)
                .computeIfAbsent(RealNetwork.class, absent -> RealNetwork.withSeason(), RealNetwork.class);
    }
}
