package org.clearlane.browser;

import java.util.Optional;
import org.junit.jupiter.api.extension.ConditionEvaluationResult;
import org.junit.jupiter.api.extension.ExecutionCondition;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ExtensionContext.Namespace;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolver;

/** Gives every test the same {@link Stage} with a fresh tab; says why where there can be none, and skips. */
final class OneStage implements ParameterResolver, ExecutionCondition {

    private static final Namespace HERE = Namespace.create(OneStage.class);
    private static boolean said;
    private static Throwable failure;

    @Override
    public ConditionEvaluationResult evaluateExecutionCondition(ExtensionContext context) {
        Optional<String> missing = Chromium.missing();
        if (missing.isEmpty()) {
            return ConditionEvaluationResult.enabled("there is a browser");
        }
        if (!said) {
            said = true;
            System.out.println("Browser tests are skipped: " + missing.get() + ".");
        }
        return ConditionEvaluationResult.disabled(missing.get());
    }

    @Override
    public boolean supportsParameter(ParameterContext parameter, ExtensionContext context) {
        return parameter.getParameter().getType() == Stage.class;
    }

    @Override
    public Object resolveParameter(ParameterContext parameter, ExtensionContext context) {
        Stage stage =
                context.getRoot().getStore(HERE).getOrComputeIfAbsent(Stage.class, unused -> opened(), Stage.class);
        stage.tab().fresh().complaints();
        return stage;
    }

    /** A stage that could not be set is not tried again by every test. */
    private static Stage opened() {
        if (failure != null) {
            throw new IllegalStateException("the stage could not be set", failure);
        }
        try {
            return Stage.open();
        } catch (Exception | Error e) {
            failure = e;
            throw new IllegalStateException("the stage cannot be set", e);
        }
    }
}
