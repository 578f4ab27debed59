package org.clearlane.pipeline;

import java.util.Map;
import org.clearlane.model.connection.PayerConnection;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ExtensionContext.Namespace;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolver;

/** Gives tests towns of their own in one house that lives as long as the run. */
public final class Towns implements ParameterResolver {

    private static final Namespace OURS = Namespace.create(Towns.class);

    /** Makes towns. */
    public static final class Founder {

        private final House house;

        Founder(House house) {
            this.house = house;
        }

        /** A town where nothing is sent. */
        public Town found() {
            return found(Map.of(), null);
        }

        /** A town whose payers are reached over this connection. */
        public Town found(PayerConnection connection) {
            return found(Map.of(), connection);
        }

        /** A town whose payers want these separators, by payer. */
        public Town found(Map<String, String> delimiters, PayerConnection connection) {
            return new Town(house, delimiters, connection);
        }
    }

    @Override
    public boolean supportsParameter(ParameterContext parameter, ExtensionContext context) {
        return parameter.getParameter().getType() == Founder.class;
    }

    @Override
    public Founder resolveParameter(ParameterContext parameter, ExtensionContext context) {
        return new Founder(
                context.getRoot().getStore(OURS).getOrComputeIfAbsent("house", unused -> new House(), House.class));
    }
}
