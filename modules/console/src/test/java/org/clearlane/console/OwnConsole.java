package org.clearlane.console;

import org.junit.jupiter.api.extension.ExtensionContext;

/** Gives a test class a {@link ConsoleHouse} of its own, because others would not stand what it does to it, or it not what they do. */
final class OwnConsole extends OneConsole {

    @Override
    Object sharedBy(ExtensionContext context) {
        return context.getRequiredTestClass();
    }
}
