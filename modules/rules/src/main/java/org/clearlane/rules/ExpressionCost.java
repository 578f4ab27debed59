package org.clearlane.rules;

import com.google.re2j.Pattern;
import com.google.re2j.PatternSyntaxException;
import dev.cel.common.ast.CelConstant;
import dev.cel.common.ast.CelExpr;
import java.util.List;
import java.util.Optional;

/**
 * How much work an expression can cause at the most, told from its text alone: every step counts one, and what is done for
 * each entry of a list counts as often as a long claim has entries. Expressions always end (the language has no loops but
 * over lists), yet lists within lists within lists take as good as for ever.
 */
final class ExpressionCost {

    /** Entries a list of a long claim is taken to have. */
    static final long ENTRIES = 100;
    /** Two lists within one another fit, three do not. */
    static final long MOST = 250_000;

    private ExpressionCost() {}

    /** Steps at the most; never more than {@link Long#MAX_VALUE} however deep. */
    static long of(CelExpr expression) {
        return switch (expression.getKind()) {
            case SELECT -> add(1, of(expression.select().operand()));
            case CALL ->
                add(
                        1,
                        add(
                                expression
                                        .call()
                                        .target()
                                        .map(ExpressionCost::of)
                                        .orElse(0L),
                                sum(expression.call().args())));
            case LIST -> add(1, sum(expression.list().elements()));
            case MAP ->
                expression.map().entries().stream()
                        .mapToLong(entry -> add(of(entry.key()), of(entry.value())))
                        .reduce(1, ExpressionCost::add);
            case STRUCT ->
                expression.struct().entries().stream()
                        .mapToLong(entry -> of(entry.value()))
                        .reduce(1, ExpressionCost::add);
            case COMPREHENSION -> {
                CelExpr.CelComprehension loop = expression.comprehension();
                CelExpr range = loop.iterRange();
                long entries = range.getKind() == CelExpr.ExprKind.Kind.LIST
                        ? range.list().elements().size()
                        : ENTRIES;
                long once = add(of(loop.loopCondition()), of(loop.loopStep()));
                long all = once > MOST / Math.max(1, entries) ? MOST + 1 : once * entries;
                yield add(all, add(of(range), add(of(loop.accuInit()), of(loop.result()))));
            }
            default -> 1;
        };
    }

    private static long sum(List<CelExpr> parts) {
        return parts.stream().mapToLong(ExpressionCost::of).reduce(0, ExpressionCost::add);
    }

    private static long add(long one, long other) {
        return Math.min(MOST + 1, one + other);
    }

    /** The id of a {@code matches} whose pattern is no pattern; empty when there is none. */
    static Optional<Long> brokenPattern(CelExpr expression) {
        return switch (expression.getKind()) {
            case SELECT -> brokenPattern(expression.select().operand());
            case CALL -> {
                CelExpr.CelCall call = expression.call();
                if (call.function().equals("matches")
                        && !call.args().isEmpty()
                        && isBroken(call.args().getLast())) {
                    yield Optional.of(call.args().getLast().id());
                }
                yield call.target().flatMap(ExpressionCost::brokenPattern).or(() -> inOneOf(call.args()));
            }
            case LIST -> inOneOf(expression.list().elements());
            case COMPREHENSION -> {
                CelExpr.CelComprehension loop = expression.comprehension();
                yield inOneOf(List.of(loop.iterRange(), loop.loopCondition(), loop.loopStep(), loop.result()));
            }
            default -> Optional.empty();
        };
    }

    private static Optional<Long> inOneOf(List<CelExpr> parts) {
        return parts.stream().flatMap(part -> brokenPattern(part).stream()).findFirst();
    }

    private static boolean isBroken(CelExpr pattern) {
        if (pattern.getKind() != CelExpr.ExprKind.Kind.CONSTANT
                || pattern.constant().getKind() != CelConstant.Kind.STRING_VALUE) {
            return false;
        }
        try {
            Pattern.compile(pattern.constant().stringValue());
            return false;
        } catch (PatternSyntaxException broken) {
            return true;
        }
    }
}
