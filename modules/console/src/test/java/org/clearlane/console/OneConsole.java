package org.clearlane.console;

import java.io.IOException;
import java.io.UncheckedIOException;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ExtensionContext.Namespace;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolver;

/** Gives every test that asks for it the same {@link ConsoleHouse}. */
class OneConsole implements ParameterResolver {

    private static final Namespace HERE = Namespace.create(OneConsole.class);

    @Override
    public boolean supportsParameter(ParameterContext parameter, ExtensionContext context) {
        return parameter.getParameter().getType() == ConsoleHouse.class;
    }

    @Override
    public Object resolveParameter(ParameterContext parameter, ExtensionContext context) {
        return context.getRoot()
                .getStore(HERE)
                .getOrComputeIfAbsent(
                        sharedBy(context),
                        unused -> {
                            try {
                                return ConsoleHouse.open();
                            } catch (IOException e) {
                                throw new UncheckedIOException(e);
                            }
                        },
                        ConsoleHouse.class);
    }

    /** Those for whom this is the same share a house. */
    Object sharedBy(ExtensionContext context) {
        return ConsoleHouse.class;
    }
}
